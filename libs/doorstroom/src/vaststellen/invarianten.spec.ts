import { maakOpstelling, REGIO, Toneel, type Opstelling } from '../test.js';

const VOL = `bestemming_bewijs = 'brief', bestemming_door = 'medewerker:1', bestemming_geldig_van = '2026-04-01'`;

/** By plain SQL, as a script or a beheerder would. */
describe('what is settled, in the database', () => {
  let o: Opstelling;
  let leerling: string;
  beforeAll(async () => {
    o = await maakOpstelling('2026-03-01');
    const t = new Toneel(o.db.bron);
    await t.bouw();
    leerling = await t.leerling();
    await o.db.bron.query(
      `insert into traject (regio_id, leerling_id, schooljaar, school, leerlingnummer, onderwijssoort) values ($1, $2, 2025, '99AA00', 'x', 'vmbo')`,
      [REGIO, leerling],
    );
  }, 60_000);
  afterAll(() => o.sluit());

  const zet = (wat: string): Promise<unknown> =>
    o.db.bron.query(`update traject set ${wat} where leerling_id = $1`, [leerling]);

  it.each([
    ['traject_bestemming_code', `bestemming = 'werk', ${VOL}, bestemming_geldig_tot = '2026-07-31'`],
    ['traject_bestemming_volledig', `bestemming = 'overleden'`],
    ['traject_bestemming_volledig', `bestemming_geldig_tot = '2026-07-31'`],
    ['traject_bestemming_einde', `bestemming = 'tussenjaar', ${VOL}`],
    ['traject_bestemming_grond', `bestemming = 'vrijstelling', ${VOL}, bestemming_geldig_tot = '2026-07-31'`],
    [
      'traject_bestemming_grond',
      `bestemming = 'havo', ${VOL}, bestemming_geldig_tot = '2026-07-31', bestemming_grond = 'x'`,
    ],
    [
      'traject_bestemming_schooljaar',
      `bestemming = 'vrijstelling', ${VOL}, bestemming_geldig_tot = '2026-07-30', bestemming_grond = 'x'`,
    ],
    ['traject_bestemming_einde', `bestemming = 'vervangendeLeerplicht', ${VOL}, bestemming_grond = 'x'`],
    ['traject_bestemming_overgedragen', `bestemming = 'overgedragenAndereRegio', ${VOL}`],
    [
      'traject_bestemming_overgedragen',
      `bestemming = 'buitenland', ${VOL}, bestemming_regio = 12, bestemming_geaccepteerd_op = '2026-04-01'`,
    ],
    ['traject_voorgenomen_vervolg', `voorgenomen_vervolg = 'mbo'`],
    ['traject_voorgenomen_vervolg_tot', `voorgenomen_vervolg_tot = '2026-05-01'`],
    ['traject_aankomst', `aankomst_op = '2026-04-01'`],
    [
      'traject_aankomst',
      `aankomst_brin = '25XX', aankomst_op = '2026-04-02', aankomst_bevestigd_op = '2026-04-01', aankomst_bewijs = 'x', aankomst_door = 'x'`,
    ],
    ['traject_correctie', `correctie_toelichting = 'x'`],
  ])('%s refuses: %s', async (regel, wat) => {
    await expect(zet(wat)).rejects.toMatchObject({ driverError: { constraint: regel } });
  });

  it('takes what is whole, and one open task about it', async () => {
    await zet(`bestemming = 'vrijstelling', ${VOL}, bestemming_geldig_tot = '2026-07-31', bestemming_grond = 'x'`);
    await zet(`bestemming_geldig_tot = null`);
    const taak = `insert into taak (regio_id, soort, traject_id, vervalt_op, gemaakt_op) select regio_id, 'bevestigAankomst', id, '2026-10-15', now() from traject where leerling_id = $1`;
    await o.db.bron.query(taak, [leerling]);
    await expect(o.db.bron.query(taak, [leerling])).rejects.toMatchObject({
      driverError: { constraint: 'taak_traject_open' },
    });
  });
});
