import { BijVerwerkt } from '#aanlevering';
import { alsDatum } from '#kern';
import { maakOpstelling, REGIO, Toneel, VO_ANDERS, type Opstelling } from './test.js';

describe('whose last candidacy is at a school that does not follow', () => {
  let o: Opstelling;
  let t: Toneel;
  let school: string;
  let leerling: string;

  beforeAll(async () => {
    o = await maakOpstelling('2026-07-10');
    t = new Toneel(o.db.bron);
    await t.bouw();
    school = await t.school();
    leerling = await t.leerling();
    await t.kandidaat(leerling, school, { uitslag: 'geslaagd' });
    await t.kandidaat(leerling, VO_ANDERS, { uitslag: 'geslaagd', eerste: '2026-03-01' });
    await t.allesGeleverd('2026-07-10');
  }, 120_000);
  afterAll(() => o.sluit());

  const naAanlevering = () =>
    o.db.transactie.voerUit({ wie: o.wie }, async (tx) => {
      await tx.query('create temp table geraakt (leerling_id bigint primary key) on commit drop');
      await tx.query('insert into pg_temp.geraakt values ($1)', [leerling]);
      const [levering] = await tx.query<{ id: string }[]>('select id from aanlevering limit 1');
      const verwerkt = { regioId: REGIO, aanleveringId: levering?.id ?? '', school: VO_ANDERS, schooljaar: 2025 };
      await o.app.get(BijVerwerkt).inhoud.verwerkt(tx, { ...verwerkt, peildatum: alsDatum('2026-07-10') });
    });
  const gedeeld = () =>
    o.db.bron.query(
      `select s.school from doorstroomcontrole_school s join doorstroomcontrole c on c.id = s.controle_id
        where c.soort = 'deel' order by c.id desc limit 1`,
    );

  it('is looked at where somebody follows, before and after there is a traject', async () => {
    await naAanlevering();
    expect(await gedeeld()).toEqual([{ school }]);
    await o.controle({});
    expect(await o.db.bron.query('select school from traject')).toEqual([{ school }]);
    await naAanlevering();
    expect(await gedeeld()).toEqual([{ school }]);
  });

  it('has a signaal and a casus of the school that follows', async () => {
    await o.controle({});
    expect(
      await o.db.bron.query(
        'select s.examenschool, c.school from signaal s join casus c on c.id = s.casus_id where s.leerling_id = $1',
        [leerling],
      ),
    ).toEqual([{ examenschool: school, school }]);
  });
});
