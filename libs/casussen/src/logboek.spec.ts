import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import { neemToewijzingsslot } from '#organisaties';
import { type Diensten, maakDiensten, maakLeerling, maakMedewerker, maakRegel, maakRegio, maakTeam } from './test.js';

const REGIO = 36;
const wie = systeem(REGIO);

describe('following signalen', () => {
  let db: TestDatabase;
  let d: Diensten;
  let coach: string;

  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    await maakRegio(db.bron);
    await maakTeam(db.bron, 'coaches', 2000);
    coach = await maakMedewerker(db.bron, { naam: 'Cas Coach', team: 'coaches' });
    await maakMedewerker(db.bron, { naam: 'Col Lega', team: 'coaches' });
    await maakRegel(db.bron, { volgorde: 10, team: 'coaches' });
  }, 60_000);
  afterAll(async () => {
    await d.sluit();
    await db.sluit();
  });

  const door = (bron: string) => ({ peildatum: alsDatum('2026-09-01'), nu: new Date('2026-09-01T02:00:00Z'), bron });
  const volg = (leerlingen: string[], bron: string) =>
    db.transactie.voerUit({ wie }, (tx) => d.casussen.volgSignalen(tx, REGIO, leerlingen, door(bron)));
  const open = (leerlingen: string[], soort: 'nietIngeschreven' | 'ingetrokken') =>
    db.transactie.voerUit({ wie }, (tx) =>
      d.signalen.open(
        tx,
        REGIO,
        leerlingen.map((leerlingId) => ({ leerlingId, trajectId: null, schooljaar: 2025, soort })),
        door('proef'),
      ),
    );
  const sluitSignalen = (leerlingen: string[]) =>
    db.bron.query(`update signaal set gesloten_op = now(), sluitreden = 'opgelost' where leerling_id = any ($1)`, [
      leerlingen,
    ]);
  const gelegd = async (reden: string) => {
    const rijen = await db.bron.query<{ leerling_id: string }[]>(
      `select distinct leerling_id from logboek
        where reden = $1 and handeling = 'schrijven' and onderwerp = 'casus' and wie = 'systeem:systeem' and route = $2 order by 1`,
      [reden, `opdracht:${reden.split(':')[0]}`],
    );
    return rijen.map((r) => r.leerling_id);
  };

  it('leaves a logboek row of every casus that is opened, joined, closed or moved', async () => {
    const leerlingen = [await maakLeerling(db.bron), await maakLeerling(db.bron)];
    await open(leerlingen, 'nietIngeschreven');
    await volg(leerlingen, 'doorstroomcontrole:1');
    expect(await gelegd('doorstroomcontrole:1')).toEqual(leerlingen);
    await volg(leerlingen, 'doorstroomcontrole:2');
    expect(await gelegd('doorstroomcontrole:2')).toEqual([]);
    await open(leerlingen.slice(0, 1), 'ingetrokken');
    await volg(leerlingen, 'doorstroomcontrole:3');
    expect(await gelegd('doorstroomcontrole:3')).toEqual(leerlingen.slice(0, 1));
    await db.transactie.voerUit({ wie }, (tx) => d.herverdeling.van(tx, REGIO, coach, door('medewerkerGestopt')));
    expect(await gelegd('medewerkerGestopt')).toHaveLength(1);
    await sluitSignalen(leerlingen);
    await volg(leerlingen, 'doorstroomcontrole:4');
    expect(await gelegd('doorstroomcontrole:4')).toEqual(leerlingen);
  });

  it('has the region’s slot also when nobody seemed to need a casus: that may change while it waits', async () => {
    const leerling = await maakLeerling(db.bron);
    await open([leerling], 'nietIngeschreven');
    await volg([leerling], 'doorstroomcontrole:5');
    let klaar = false;
    let volgt: Promise<unknown> = Promise.resolve();
    await db.transactie.voerUit({ wie }, async (tx) => {
      await neemToewijzingsslot(tx, REGIO);
      volgt = volg([leerling], 'doorstroomcontrole:6').then(() => (klaar = true));
      await new Promise((verder) => setTimeout(verder, 500));
      expect(klaar).toBe(false);
    });
    await volgt;
    expect(klaar).toBe(true);
  });
});
