import { werkAf } from '#wachtrij/test';
import { Doorstroomcontroles } from './controles.service.js';
import { maakOpstelling, REGIO, Toneel, type Opstelling } from './test.js';

describe('runs of the doorstroomcontrole', () => {
  let o: Opstelling;
  let t: Toneel;
  let scholen: string[];

  beforeAll(async () => {
    o = await maakOpstelling('2026-07-10');
    t = new Toneel(o.db.bron);
    await t.bouw();
    scholen = await Promise.all([t.school(), t.school(), t.school(), t.school()]);
    for (const school of scholen) await t.kandidaat(await t.leerling(), school);
    await t.allesGeleverd('2026-07-10');
  }, 120_000);
  afterAll(() => o.sluit());

  const maak = (verzoek: { schooljaar: number }) =>
    o.db.transactie.voerUit({ wie: o.wie }, (tx) =>
      o.app.get(Doorstroomcontroles).vraagAan(tx, o.wie, { testklok: true, ...verzoek }),
    );

  it('is klaar at once when there is nobody to look at', async () => {
    expect(await maak({ schooljaar: 2020 })).toMatchObject({ status: 'klaar', kandidaten: 0 });
  });

  it('starts a night for every cohort that is followed, and for an older one with an open signaal', async () => {
    const oud = await t.leerling();
    await t.kandidaat(oud, scholen[0] ?? '', { schooljaar: 2023 });
    await o.db.bron.query(
      `insert into traject (regio_id, leerling_id, schooljaar, school, leerlingnummer, onderwijssoort) values ($1, $2, 2023, $3, 'x', 'vmbo')`,
      [REGIO, oud, scholen[0]],
    );
    await o.db.bron.query(
      `insert into signaal (regio_id, soort, leerling_id, traject_id, schooljaar, peildatum, geopend_op) select $1, 'nietAangekomen', leerling_id, id, 2023, '2024-10-01', now() from traject where schooljaar = 2023`,
      [REGIO],
    );
    const [{ max } = { max: '0' }] = await o.db.bron.query<{ max: string }[]>(
      'select max(id) as max from doorstroomcontrole',
    );
    await o.db.transactie.voerUit({ wie: o.wie }, (tx) => o.app.get(Doorstroomcontroles).nacht(tx, REGIO));
    await werkAf(o.app, { werkers: 2 });
    const runs = await o.db.bron.query(
      'select schooljaar, soort, status, door from doorstroomcontrole where id > $1 order by schooljaar',
      [max],
    );
    expect(runs).toEqual(
      [2023, 2025].map((schooljaar) => ({ schooljaar, soort: 'heel', status: 'klaar', door: 'systeem' })),
    );
  });

  it('starts one more night for an older cohort of which a bestemming ended, and judges it again', async () => {
    const oud = await t.leerling('2005-03-01');
    await t.kandidaat(oud, scholen[0] ?? '', { schooljaar: 2021 });
    await o.db.bron.query(
      `insert into traject (regio_id, leerling_id, schooljaar, school, leerlingnummer, onderwijssoort) values ($1, $2, 2021, $3, 'x', 'vmbo')`,
      [REGIO, oud, scholen[0]],
    );
    await t.bestem(oud, 'detentie', '2022-09-01', '2026-07-10');
    const nacht = async (op: string): Promise<unknown> => {
      o.klok.zet(op);
      const [{ max } = { max: '0' }] = await o.db.bron.query<{ max: string }[]>(
        'select max(id) as max from doorstroomcontrole',
      );
      await o.db.transactie.voerUit({ wie: o.wie }, (tx) => o.app.get(Doorstroomcontroles).nacht(tx, REGIO));
      await werkAf(o.app);
      return o.db.bron.query(
        `select c.schooljaar, (select array_agg(s.soort) from signaal s where s.leerling_id = $2 and s.gesloten_op is null) as signalen
           from doorstroomcontrole c where c.id > $1 and c.schooljaar = 2021`,
        [max, oud],
      );
    };
    expect(await nacht('2026-07-10')).toEqual([]);
    expect(await nacht('2026-07-11')).toEqual([{ schooljaar: 2021, signalen: ['nietAangekomen'] }]);
    await t.bestem(oud, 'detentie', '2026-07-12', '2027-07-31');
    expect(await nacht('2026-07-12')).toEqual([{ schooljaar: 2021, signalen: null }]);
    expect(await nacht('2026-07-13')).toEqual([]);
    o.klok.zet('2026-07-10');
  });

  it('is mislukt while one of its jobs was given up, and klaar when that one got another chance', async () => {
    const { id } = await maak({ schooljaar: 2025 });
    const lees = () =>
      o.db.transactie.voerUit({ wie: o.wie }, (tx) => o.app.get(Doorstroomcontroles).lees(tx, REGIO, id));
    await o.db.bron.query(
      `update opdracht set dood_op = now() where data ->> 'controleId' = $1 and data ->> 'school' = $2`,
      [id, scholen[3]],
    );
    await werkAf(o.app);
    expect(await lees()).toMatchObject({ status: 'mislukt' });
    await o.db.bron.query(
      `update opdracht set dood_op = null where data ->> 'controleId' = $1 and data ->> 'school' = $2`,
      [id, scholen[3]],
    );
    await werkAf(o.app);
    expect(await lees()).toMatchObject({ status: 'klaar' });
  });

  it('writes a line in the timeline for every change of status', async () => {
    const een = await t.leerling();
    await t.kandidaat(een, scholen[0] ?? '');
    await t.rij(een, '2026-07-01', { status: 'overeenkomstAangeboden' });
    await o.controle({});
    await t.rij(een, '2026-07-10', { status: 'intakeGepland' });
    await o.controle({});
    expect(
      await o.db.bron.query(
        `select tekst from gebeurtenis where leerling_id = $1 and soort = 'statusGewijzigd' order by id desc limit 1`,
        [een],
      ),
    ).toEqual([{ tekst: 'De status van het vervolg is nu «intake gepland». Eerst was die «plaats aangeboden».' }]);
  });
});
