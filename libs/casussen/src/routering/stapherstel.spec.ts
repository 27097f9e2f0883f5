import { systeem } from '#kern';
import { Routeertoneel } from '../test.js';

const START = '2026-08-24';
const DAARNA = '2026-08-25';

describe('the next step of a running casus', () => {
  let t: Routeertoneel;
  let wie: { coach: string; oss: string; bosch: string };
  let leerling: string;
  beforeAll(async () => {
    t = await Routeertoneel.maak();
  }, 60_000);
  afterAll(() => t.sluit());
  beforeEach(async () => {
    await t.begin();
    wie = await t.teams();
    leerling = await t.open(START);
  });

  /** As a refusal leaves it: to find somebody else is the next step. */
  const geweigerd = (ookEersteStapKlaar: boolean) =>
    t.db.transactie.voerUit({ wie: systeem(36) }, async (tx) => {
      const [{ id: casusId }] = await tx.query<[{ id: string }]>(`select id from casus where leerling_id = $1`, [
        leerling,
      ]);
      const nieuw = [
        { soort: 'overnameGeweigerd' as const, casusId, eigenaarId: wie.oss, doelgroep: 'kwalificatieplicht' },
      ];
      const [taak] = await t.d.taken.maak(tx, 36, nieuw, t.op(START));
      await tx.query(`update casus set volgende_taak_id = $1, vervalt_op = $2`, [taak?.id, taak?.vervaltOp]);
      if (ookEersteStapKlaar)
        await tx.query(
          `update taak set toestand = 'afgerond', resultaat = 'gesproken', afgerond_op = now() where soort = 'eersteContact'`,
        );
    });

  const biedAan = async (naar: string, aanleiding: string, door: string) => {
    const [taak] = await t.q<{ id: string }>(
      `insert into taak (regio_id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op)
       select regio_id, 'overname', id, $1, '2026-08-26', now() from casus returning id`,
      [naar],
    );
    await t.q(
      `insert into overname (regio_id, casus_id, aanleiding, van_id, naar_id, aangeboden_op, aangeboden_door, taak_id, invoer, uitleg)
       select regio_id, id, $3, verantwoordelijke_id, $1, now(), $4, $2, '{}', '' from casus`,
      [naar, taak?.id, aanleiding, door],
    );
  };

  const stap = async () => {
    const [rij] = await t.q(
      `select t.soort, t.toestand, t.eigenaar_id = c.verantwoordelijke_id as eigen, c.vervalt_op = t.vervalt_op as gelijk
         from casus c join taak t on t.id = c.volgende_taak_id where c.leerling_id = $1`,
      [leerling],
    );
    return rij;
  };
  const open = (soort: string) => ({ soort, toestand: 'open', eigen: true, gelijk: true });

  it('is made where the only one was to find somebody else, and the owner stays away or stops', async () => {
    await geweigerd(true);
    await t.afwezig(wie.oss, DAARNA, '2026-12-01');
    await t.loopNa(DAARNA);
    expect(await t.eigenaar(leerling)).not.toBe(wie.oss);
    expect(await stap()).toEqual(open('eersteContact'));
  });

  it('is made when the owner of such a casus stops', async () => {
    await geweigerd(true);
    await t.stopt(wie.oss, DAARNA);
    expect(await stap()).toEqual(open('eersteContact'));
  });

  it.each(['handmatig', 'leerplicht'])(
    'is to find somebody else again when the next who was asked (%s) stops',
    async (aanleiding) => {
      await geweigerd(true);
      await biedAan(wie.coach, aanleiding, `medewerker:${wie.oss}`);
      await t.stopt(wie.coach, DAARNA);
      expect(await stap()).toEqual(open('overnameGeweigerd'));
      expect(await t.q(`select 1 from taak where soort = 'eersteContact' and toestand = 'open'`)).toEqual([]);
    },
  );

  it('is what was planned before when the rules asked who stops', async () => {
    await geweigerd(false);
    await biedAan(wie.coach, 'verhuizing', 'systeem');
    await t.stopt(wie.coach, DAARNA);
    expect(await stap()).toEqual(open('eersteContact'));
  });

  const wacht = () =>
    t.q(`with x as (update casus set fase = 'begeleiding', opgeschort_tot = '2026-12-01', wacht_op = 'datum', wakker_op = '2026-12-01',
                      vervalt_op = '2026-12-15')
         update taak set vervalt_op = '2026-12-15' where toestand = 'open'`);
  const wachten = () => t.q(`select opgeschort_tot, wacht_op, wakker_op from casus`);

  it('wakes the casus when it is a new one that is due earlier', async () => {
    await wacht();
    await t.sluitSignaal(leerling, '2026-09-01');
    expect((await stap())?.['soort']).toBe('nogNodig');
    expect(await wachten()).toEqual([{ opgeschort_tot: null, wacht_op: null, wakker_op: null }]);
  });
});
