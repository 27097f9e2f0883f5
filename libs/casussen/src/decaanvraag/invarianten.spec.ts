import { testDatabase, type TestDatabase } from '#database/test';
import { maakLeerling, maakMedewerker, maakRegio, SCHOOL_BOSCH } from '../test.js';

const REGIO = 36;

describe('what plain SQL cannot do to a question to a school', () => {
  let db: TestDatabase;
  let vraag: string;
  let leerling: string;
  let decaan: string;

  beforeAll(async () => {
    db = await testDatabase();
    await maakRegio(db.bron);
    leerling = await maakLeerling(db.bron);
    decaan = await maakMedewerker(db.bron, { naam: 'Dora Decaan', rol: 'decaan', scholen: [SCHOOL_BOSCH] });
    const [{ id }] = await db.bron.query<[{ id: string }]>(
      `insert into decaanvraag (regio_id, school, schooljaar, gesteld_op, vervalt_op) values ($1, $2, 2025, now(), '2026-04-20') returning id`,
      [REGIO, SCHOOL_BOSCH],
    );
    vraag = id;
    await db.bron.query(
      `insert into decaanvraag_leerling (regio_id, decaanvraag_id, leerling_id, gesteld_op) values ($1, $2, $3, now())`,
      [REGIO, vraag, leerling],
    );
  }, 60_000);
  afterAll(() => db.sluit());

  const breuk = async (sql: string, waarden: unknown[], constraint: string): Promise<void> => {
    await expect(db.bron.query(sql, waarden)).rejects.toMatchObject({ constraint });
  };
  const zet = (wat: string): [string, unknown[]] => [
    `update decaanvraag_leerling set beantwoord_op = now(), beantwoord_door = $3, ${wat} where regio_id = $1 and decaanvraag_id = $2`,
    [REGIO, vraag, decaan],
  ];

  it('ask a school twice at the same time about one cohort', async () => {
    const nog = `insert into decaanvraag (regio_id, school, schooljaar, gesteld_op, vervalt_op) values ($1, $2, 2025, now(), '2026-05-20')`;
    await breuk(nog, [REGIO, SCHOOL_BOSCH], 'decaanvraag_een_open');
  });

  it('ask twice about one pupil in it', async () => {
    const nog = `insert into decaanvraag_leerling (regio_id, decaanvraag_id, leerling_id, gesteld_op) values ($1, $2, $3, now())`;
    await breuk(nog, [REGIO, vraag, leerling], 'decaanvraag_leerling_een');
  });

  it('end it without saying when', async () => {
    await breuk(`update decaanvraag set status = 'verlopen' where id = $1`, [vraag], 'decaanvraag_gesloten');
  });

  it.each([
    [`antwoord = null`, 'decaanvraag_antwoord_door'],
    [`antwoord = 'aangemeldBij'`, 'decaanvraag_antwoord_brin'],
    [`antwoord = 'hulpNodig', brin = '25LX'`, 'decaanvraag_antwoord_brin'],
    [`antwoord = 'voorgenomenVervolg'`, 'decaanvraag_antwoord_vervolg'],
    [`antwoord = 'hulpNodig', vervolgkeuze = 'havo'`, 'decaanvraag_antwoord_vervolg'],
    [`antwoord = 'hulpNodig', nogmaals_op = '2026-05-01'`, 'decaanvraag_antwoord_nogmaals'],
  ])('answer with %s', async (wat, constraint) => {
    await breuk(...zet(wat), constraint);
  });

  it('let a task wait for a school without saying for which question', async () => {
    const taak = `insert into taak (regio_id, soort, school, vervalt_op, gemaakt_op) values ($1, 'decaanvraag', $2, '2026-04-20', now())`;
    await breuk(taak, [REGIO, SCHOOL_BOSCH], 'taak_decaanvraag_genoemd');
  });

  it('give the school two tasks for one question', async () => {
    const taak = `insert into taak (regio_id, soort, school, decaanvraag_id, vervalt_op, gemaakt_op) values ($1, 'decaanvraag', $2, $3, '2026-04-20', now())`;
    await db.bron.query(taak, [REGIO, SCHOOL_BOSCH, vraag]);
    await breuk(taak, [REGIO, SCHOOL_BOSCH, vraag], 'taak_decaanvraag_school');
  });
});
