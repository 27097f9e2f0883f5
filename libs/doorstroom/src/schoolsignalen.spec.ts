import { systeem } from '#kern';
import { werkAf } from '#wachtrij/test';
import { NachtcontroleHandler } from './jobs/nachtcontrole.handler.js';
import { Schoolsignalen } from './schoolsignalen.service.js';
import { maakOpstelling, REGIO, Toneel, type Opstelling } from './test.js';

// Zone Zuid: summer 11 July to 23 August 2026, herfst 17 to 25 October 2026. 2026-03-12 is a Thursday.
const VO = '77VO00';
const MBO = '99ZZ00';

describe('signalen about schools', () => {
  let o: Opstelling;
  let t: Toneel;

  beforeAll(async () => {
    o = await maakOpstelling('2026-03-12');
    t = new Toneel(o.db.bron);
    await t.bouw();
  }, 120_000);
  afterAll(() => o.sluit());
  beforeEach(async () => {
    await o.db.bron.query(
      `delete from taak where signaal_id is not null; delete from signaal; truncate leververwachting, examenkandidatuur cascade; delete from aanlevering where school <> '99AA00'; update school set levert = code in ('${VO}', '${MBO}'), geldig_tot = null`,
    );
  });

  const wie = systeem(REGIO);
  async function nacht(op: string): Promise<string[]> {
    o.klok.zet(op);
    await o.db.transactie.voerUit({ wie }, (tx) =>
      o.app.get(NachtcontroleHandler).voerUit(tx, {}, { regioId: REGIO } as never),
    );
    await werkAf(o.app);
    return open();
  }
  const open = async (): Promise<string[]> =>
    (
      await o.db.bron.query<{ wat: string }[]>(
        `select school || ' ' || soort as wat from signaal where gesloten_op is null and school is not null order by 1`,
      )
    ).map((rij) => rij.wat);
  const lever = (school: string, op: string, status = 'verwerkt'): Promise<unknown> =>
    o.db.bron.query(
      `insert into aanlevering (regio_id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort, client_id, sha256, bytes, regels)
       values ($1, $2, schooljaar_van($3::date), $3, 'volledig', $4, ($3 || ' 03:00 Europe/Amsterdam')::timestamptz, 'client', 'x', gen_random_uuid()::text::bytea, 0, 0)`,
      [REGIO, school, op, status],
    );

  it('come after two working days of silence, not a day before, and stay one', async () => {
    await lever(VO, '2026-03-12');
    await lever(MBO, '2026-03-13');
    expect(await nacht('2026-03-13')).toEqual([]);
    expect(await nacht('2026-03-15')).toEqual([]);
    expect(await nacht('2026-03-16')).toEqual([`${VO} geenAanlevering`]);
    expect(await nacht('2026-03-17')).toEqual([`${VO} geenAanlevering`, `${MBO} geenAanlevering`]);
    await Promise.all([nacht('2026-03-18'), nacht('2026-03-18'), nacht('2026-03-18')]);
    const [telling] = await o.db.bron.query<{ n: number }[]>('select count(*)::int as n from signaal');
    expect(telling?.n).toBe(2);
  });

  it('are closed at once by a delivery, also one that waits, and not by one that was rejected', async () => {
    await lever(VO, '2026-03-10');
    expect(await nacht('2026-03-12')).toEqual([`${VO} geenAanlevering`]);
    const na = (): Promise<void> =>
      o.db.transactie.voerUit({ wie }, (tx) => o.app.get(Schoolsignalen).naAanlevering(tx, REGIO, VO));
    await lever(VO, '2026-03-12', 'afgekeurd');
    await na();
    expect(await open()).toHaveLength(1);
    await lever(VO, '2026-03-12', 'wachtOpBevestiging');
    await na();
    expect(await open()).toEqual([]);
    expect(await o.db.bron.query(`select sluitreden from signaal`)).toEqual([{ sluitreden: 'opgelost' }]);
  });

  it('are one task each, of the procesbewaker and the school, that goes with it and is not given twice', async () => {
    const taken = () =>
      o.db.bron.query(
        `select t.soort, t.school, t.toestand, t.resultaat, t.vervalt_op::text as vervalt, t.eigenaar_id = r.procesbewaker_id as bewaker
           from taak t join regio r on r.id = t.regio_id where t.signaal_id is not null order by t.id`,
      );
    await lever(VO, '2026-03-10');
    await lever(MBO, '2026-03-12');
    await nacht('2026-03-12');
    const taak = { soort: 'geenAanlevering', school: VO, vervalt: '2026-03-16', bewaker: true };
    expect(await taken()).toEqual([{ ...taak, toestand: 'open', resultaat: null }]);
    // somebody called; the silence goes on
    await o.db.bron.query(`update taak set toestand = 'afgerond', afgerond_op = now() where signaal_id is not null`);
    await lever(MBO, '2026-03-13');
    await nacht('2026-03-13');
    expect(await taken()).toEqual([{ ...taak, toestand: 'afgerond', resultaat: null }]);
    await o.db.bron.query(`update taak set toestand = 'open', afgerond_op = null where signaal_id is not null`);
    await lever(VO, '2026-03-13');
    await o.db.transactie.voerUit({ wie }, (tx) => o.app.get(Schoolsignalen).naAanlevering(tx, REGIO, VO));
    expect(await taken()).toEqual([{ ...taak, toestand: 'vervallen', resultaat: 'opgelost' }]);
  });

  it('count schooldays in a holiday: a vo school is never asked, an mbo school after five working days', async () => {
    await lever(VO, '2026-07-09');
    await lever(MBO, '2026-07-10');
    expect(await nacht('2026-07-10')).toEqual([]);
    expect(await nacht('2026-07-16')).toEqual([]);
    expect(await nacht('2026-07-17')).toEqual([`${MBO} geenAanlevering`]);
    expect(await nacht('2026-08-23')).toEqual([`${MBO} geenAanlevering`]);
    // One schoolday was missed before the holiday, this is the second; the schooljaar turned meanwhile.
    expect(await nacht('2026-08-24')).toEqual([`${VO} geenAanlevering`, `${MBO} geenAanlevering`]);
    expect(await o.db.bron.query(`select count(*)::int as n from signaal where school = $1`, [MBO])).toEqual([
      { n: 1 },
    ]);
  });

  it('knows the autumn holiday, and opens nothing in it that a missed night should have', async () => {
    await lever(VO, '2026-10-14');
    expect(await nacht('2026-10-17')).toEqual([]);
    expect(await nacht('2026-10-23')).toEqual([`${MBO} geenAanlevering`]);
    expect(await nacht('2026-10-26')).toContain(`${VO} geenAanlevering`);
  });

  it('count from the first night for a school that never delivered, and end when it stops', async () => {
    expect(await nacht('2026-03-12')).toEqual([]);
    expect(await nacht('2026-03-13')).toEqual([]);
    expect(await nacht('2026-03-16')).toEqual([`${VO} geenAanlevering`, `${MBO} geenAanlevering`]);
    await o.db.bron.query(`update school set geldig_tot = '2026-03-18' where code = $1`, [VO]);
    await o.db.bron.query(`update school set levert = false where code = $1`, [MBO]);
    expect(await nacht('2026-03-17')).toEqual([`${VO} geenAanlevering`]);
    expect(await nacht('2026-03-18')).toEqual([]);
    await o.db.bron.query(`update school set levert = true, geldig_tot = null`);
    expect(await nacht('2026-03-19')).toEqual([]);
    expect(await nacht('2026-03-23')).toContain(`${VO} geenAanlevering`);
  });

  describe('an uitslag that stays away', () => {
    let school: string;
    beforeEach(async () => {
      school = await t.school();
    });
    const elkeDag = async (op: string): Promise<string[]> => {
      await lever(school, op);
      return (await nacht(op)).filter((wat) => wat.startsWith(school));
    };
    const uitslag = (waarde: string): Promise<unknown> =>
      o.db.bron.query(`update examenkandidatuur set uitslag = $2 where school = $1`, [school, waarde]);

    it('is asked for at the end of June, and on uitslagGrens also after a herexamen', async () => {
      await t.kandidaat(await t.leerling(), school);
      expect(await elkeDag('2026-06-29')).toEqual([]);
      expect(await elkeDag('2026-06-30')).toEqual([`${school} uitslagOntbreekt`]);
      await uitslag('herexamen');
      expect(await elkeDag('2026-07-01')).toEqual([]);
      expect(await elkeDag('2026-07-07')).toEqual([]);
      expect(await elkeDag('2026-07-08')).toEqual([`${school} uitslagOntbreekt`]);
      await uitslag('geslaagd');
      expect(await elkeDag('2026-07-09')).toEqual([]);
    });

    it('is only asked where there is an exam, and of who is still candidate there', async () => {
      await t.kandidaat(await t.leerling(), school, { soort: 'pro' });
      await t.kandidaat(await t.leerling(), school, { teruggetrokkenOp: '2026-05-01' });
      expect(await elkeDag('2026-07-08')).toEqual([]);
    });
  });
});
