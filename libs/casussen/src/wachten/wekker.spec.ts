import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import { type Diensten, maakDiensten, maakLeerling, maakRegio } from '../test.js';

const REGIO = 36;
const wie = systeem(REGIO);
const op = (dag: string) => ({
  peildatum: alsDatum(dag),
  nu: new Date(`${dag}T02:00:00Z`),
  bron: 'doorstroomcontrole:1',
});

describe('what follows for a casus from outside', () => {
  let db: TestDatabase;
  let d: Diensten;
  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    await maakRegio(db.bron);
  }, 60_000);
  afterAll(async () => {
    await d.sluit();
    await db.sluit();
  });

  const signaal = (leerlingId: string, soort: 'geenPlaatsing' | 'ingetrokken', dag: string) =>
    db.transactie.voerUit({ wie }, async (tx) => {
      await d.signalen.open(tx, REGIO, [{ leerlingId, trajectId: null, schooljaar: 2025, soort }], op(dag));
      await d.casussen.volgSignalen(tx, REGIO, [leerlingId], op(dag));
    });
  /** A youngster whose casus waits until 21 September. */
  const wachtend = async (wachtOp: string): Promise<string> => {
    const leerling = await maakLeerling(db.bron);
    await signaal(leerling, 'geenPlaatsing', '2026-09-01');
    await db.bron.query(
      `update taak t set vervalt_op = '2026-09-21' from casus c where c.leerling_id = $1 and t.id = c.volgende_taak_id`,
      [leerling],
    );
    await db.bron.query(`update casus set wacht_op = $2, wakker_op = '2026-09-21' where leerling_id = $1`, [
      leerling,
      wachtOp,
    ]);
    return leerling;
  };
  const stand = async (leerling: string) => {
    const [rij] = await db.bron.query<[{ wacht: string | null; stap: string; taak: string }]>(
      `select c.wacht_op as wacht, c.vervalt_op as stap, t.vervalt_op as taak from casus c join taak t on t.id = c.volgende_taak_id
        where c.leerling_id = $1`,
      [leerling],
    );
    return rij;
  };
  const wek = (leerlingen: string[], reden: 'inschrijving' | 'antwoordSchool', dag = '2026-09-08') =>
    db.transactie.voerUit({ wie }, (tx) => d.wekker.wek(tx, REGIO, leerlingen, reden, op(dag)));
  const WAKKER = { wacht: null, stap: '2026-09-08', taak: '2026-09-08' };

  it('wakes by a new signaal, whatever it waited for, and its next step is due today', async () => {
    const leerling = await wachtend('datum');
    await signaal(leerling, 'ingetrokken', '2026-09-08');
    expect(await stand(leerling)).toEqual(WAKKER);
    const regels = await db.bron.query(`select tekst from gebeurtenis where leerling_id = $1 and soort = 'gewekt'`, [
      leerling,
    ]);
    expect(regels).toEqual([{ tekst: 'De casus wacht niet meer: er is een nieuw signaal.' }]);
  });

  it('wakes by what it waits for and by nothing else, once', async () => {
    const [een, twee] = [await wachtend('inschrijving'), await wachtend('antwoordSchool')];
    expect(await Promise.all([1, 2, 3].map(() => wek([een, twee], 'inschrijving')))).toEqual(
      expect.arrayContaining([1, 0, 0]),
    );
    expect([await stand(een), (await stand(twee)).wacht]).toEqual([WAKKER, 'antwoordSchool']);
    // on the day itself it is awake already
    expect(await wek([twee], 'antwoordSchool', '2026-09-21')).toBe(0);
  });

  it('asks once more after arrival, of a closed casus only, once for each', async () => {
    const [dicht, open] = [await wachtend('datum'), await wachtend('datum')];
    const zonder = await maakLeerling(db.bron);
    await db.bron.query(
      `update casus set fase = 'gesloten', gesloten_op = now(), volgende_taak_id = null, vervalt_op = null, wacht_op = null, wakker_op = null
        where leerling_id = $1`,
      [dicht],
    );
    await db.bron.query(
      `update taak t set toestand = 'vervallen', afgerond_op = now() from casus c where c.leerling_id = $1 and t.casus_id = c.id`,
      [dicht],
    );
    const plan = () =>
      db.transactie.voerUit({ wie }, (tx) => d.nazorg.plan(tx, REGIO, [dicht, open, zonder], op('2026-09-08')));
    expect([await plan(), await plan()]).toEqual([1, 0]);
    // thirty schoolwerkdagen in Zuid: herfst is 17 to 25 October
    expect(
      await db.bron.query(
        `select c.leerling_id as leerling, t.vervalt_op as op from taak t join casus c on c.id = t.casus_id where t.soort = 'nazorg'`,
      ),
    ).toEqual([{ leerling: dicht, op: '2026-10-27' }]);
  });
});
