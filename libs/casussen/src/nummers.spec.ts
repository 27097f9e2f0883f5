import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import { type Diensten, maakDiensten, maakLeerling, maakRegio } from './test.js';

const REGIO = 36;
const wie = systeem(REGIO);

describe('casusnummers', () => {
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

  const op = (datum: string) => ({ peildatum: alsDatum(datum), nu: new Date(`${datum}T02:00:00Z`), bron: 'test' });
  const open = (leerlingen: string[], datum: string, daarna: () => void = () => undefined) =>
    db.transactie.voerUit({ wie }, async (tx) => {
      const soort = 'geenPlaatsing' as const;
      const nieuw = leerlingen.map((leerlingId) => ({ leerlingId, trajectId: null, schooljaar: 2025, soort }));
      await d.signalen.open(tx, REGIO, nieuw, op(datum));
      await d.casussen.volgSignalen(tx, REGIO, leerlingen, op(datum));
      daarna();
    });

  it('follow each other without a gap or a duplicate, also when one of several at once is undone', async () => {
    const groepen = [];
    for (let n = 0; n < 6; n++) groepen.push([await maakLeerling(db.bron), await maakLeerling(db.bron)]);
    const pogingen = groepen.map((groep, plaats) =>
      open(groep, '2026-09-01', () => {
        if (plaats % 3 === 1) throw new Error('undo');
      }),
    );
    expect((await Promise.allSettled(pogingen)).map((p) => p.status).sort((a, b) => a.localeCompare(b))).toEqual([
      ...Array<string>(4).fill('fulfilled'),
      ...Array<string>(2).fill('rejected'),
    ]);
    const rijen = await db.bron.query<{ nummer: string }[]>(`select nummer from casus order by volgnummer`);
    expect(rijen.map((r) => r.nummer)).toEqual(Array.from({ length: 8 }, (_, n) => `36-2026-0000${n + 1}`));
  });

  it('begin again with the year', async () => {
    await open([await maakLeerling(db.bron)], '2027-01-02');
    expect(await db.bron.query(`select nummer from casus where jaar = 2027`)).toEqual([{ nummer: '36-2027-00001' }]);
  });
});
