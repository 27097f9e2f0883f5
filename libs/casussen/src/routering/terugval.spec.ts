import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import {
  DEN_BOSCH,
  type Diensten,
  maakDiensten,
  maakLeerling,
  maakMedewerker,
  maakRegel,
  maakRegio,
  maakTeam,
  OSS,
} from '../test.js';

const REGIO = 36;
const START = '2026-08-24';
const wie = systeem(REGIO);
const op = { peildatum: alsDatum(START), nu: new Date(`${START}T02:00:00Z`), bron: 'test' };

describe('the list of what fell back on the procesbewaker', () => {
  let db: TestDatabase;
  let d: Diensten;
  let bewaker: string;
  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    bewaker = await maakRegio(db.bron);
  }, 60_000);
  afterAll(async () => {
    await d.sluit();
    await db.sluit();
  });

  const routeer = (leerlingId: string) =>
    db.transactie.voerUit({ wie }, async (tx) => {
      await d.signalen.open(tx, REGIO, [{ leerlingId, trajectId: null, schooljaar: 2025, soort: 'geenPlaatsing' }], op);
      await d.casussen.volgSignalen(tx, REGIO, [leerlingId], op);
    });

  it('keeps on the casus why it fell back, until it gets a regular owner', async () => {
    const terugval = async (leerling: string) => {
      const [rij] = await db.bron.query<[{ terugval: string | null }]>(
        'select terugval from casus where leerling_id = $1',
        [leerling],
      );
      return rij.terugval;
    };
    const maak = (woongemeente: string) => maakLeerling(db.bron, { woongemeente });
    const alle = [await maak(OSS), await maak(OSS), await maak(OSS), await maak(DEN_BOSCH)] as const;
    const [geen, leeg, vol, elders] = alle;
    const redenen = () => Promise.all(alle.map(terugval));
    await routeer(geen);
    expect(await terugval(geen)).toBe('geenRegel');
    await maakTeam(db.bron, 'oost', 1);
    await maakRegel(db.bron, { volgorde: 1, woongemeente: [OSS], team: 'oost' });
    await routeer(leeg);
    // also of what waited already, since a rule came
    expect(await Promise.all([geen, leeg].map(terugval))).toEqual(['teamLeeg', 'teamLeeg']);
    const lid = await maakMedewerker(db.bron, { naam: 'Lid', team: 'oost' });
    await routeer(vol);
    // who waits longest went first
    expect(await Promise.all([geen, leeg, vol].map(terugval))).toEqual([null, 'teamVol', 'teamVol']);
    await maakTeam(db.bron, 'west', 1);
    await maakRegel(db.bron, { volgorde: 2, team: 'west' });
    await db.bron.query(`insert into teamlid (regio_id, team, medewerker_id) values ($1, 'west', $2)`, [REGIO, lid]);
    await routeer(elders);
    expect(await redenen()).toEqual([null, 'teamVol', 'teamVol', 'teamVol']);

    // Room comes: who was procesbewaker stops, and what fits goes to the team; the rest stays in the list.
    await db.bron.query(`update team set casussen_per_fte = 3`);
    await db.bron.query(`update regio set procesbewaker_id = $1`, [
      await maakMedewerker(db.bron, { naam: 'Nieuwe Bewaker', rol: 'generalist', heleRegio: true }),
    ]);
    await db.transactie.voerUit({ wie }, (tx) => d.herverdeling.van(tx, REGIO, bewaker, op));
    const later = await redenen();
    expect([later.filter((t) => t === null).length, later.filter((t) => t === 'teamVol').length]).toEqual([3, 1]);
  });
});
