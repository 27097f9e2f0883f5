import fc from 'fast-check';
import { Keten } from '../scenario/keten.js';
import { eindstand, maakLeeg, type Eindstand } from './eindstand.js';
import { nacht, NACHTEN, stuurBestand, vraagControle } from './nacht.js';
import { ROBUUSTREGIO } from './regio.js';
import { alleTabellen, verschil } from './vingerafdruk.js';

/** What every whole check leaves of itself. */
const RUN = ['doorstroomcontrole', 'doorstroomcontrole_school', 'opdracht'];

describe('three nights of five schools', () => {
  let keten: Keten;
  let verwacht: Eindstand;

  beforeAll(async () => {
    keten = await Keten.start(NACHTEN[0]?.op ?? '', ROBUUSTREGIO);
    for (const n of NACHTEN) await nacht(keten, n);
    verwacht = await eindstand(keten.api.db);
  });
  afterAll(() => keten.sluit());

  it('are worth comparing: casussen of every owner, some who arrived, and a ledger that adds up', () => {
    const eigenaren = verwacht['openCasussen']?.map((regel) => regel.split(' van ')[1] ?? '');
    expect([...new Set(eigenaren)].sort()).toEqual(
      ['coach-a', 'coach-b', 'leerplicht', 'rmc'].map((naam) => `${naam}@regio.example`),
    );
    // One next step each, and two casussen that were offered to leerplicht when the doelgroep changed.
    const aanbod = verwacht['openTaken']?.filter((taak) => taak.includes(' overname '));
    expect(aanbod).toHaveLength(2);
    expect(verwacht['openTaken']).toHaveLength((eigenaren?.length ?? 0) + 2);
    const grootboek = verwacht['grootboek']?.map((regel) => JSON.parse(regel) as Record<string, unknown>);
    expect(grootboek).toHaveLength(3 * NACHTEN.length);
    expect(grootboek?.map((g) => g['onverklaard'])).toEqual(Array.from({ length: 9 }, () => 0));
    expect(grootboek?.filter((g) => g['peildatum'] === '2026-09-08').map((g) => g['aangekomen'])).toEqual([7, 2, 1]);
  });

  describe('the last night again', () => {
    it('with the same files: nothing at all changes but that there was another run', async () => {
      const voor = await alleTabellen(keten.api.db);
      const stand = await eindstand(keten.api.db, 'alles');
      for (const bestand of NACHTEN.at(-1)?.bestanden ?? []) expect(await stuurBestand(keten, bestand)).toBe(200);
      await keten.werkAf();
      expect(verschil(voor, await alleTabellen(keten.api.db))).toEqual([]);
      await vraagControle(keten);
      await keten.werkAf();
      expect(verschil(voor, await alleTabellen(keten.api.db))).toEqual(RUN);
      expect(await eindstand(keten.api.db, 'alles')).toEqual(stand);
    });

    it('with the same rows in other bytes: they are read, and nothing is written of anybody', async () => {
      const voor = await alleTabellen(keten.api.db);
      for (const bestand of NACHTEN.at(-1)?.bestanden ?? []) {
        expect(await stuurBestand(keten, { ...bestand, csv: `${bestand.csv}\r\n\r\n` })).toBe(202);
      }
      await keten.werkAf();
      await vraagControle(keten);
      await keten.werkAf();
      expect(verschil(voor, await alleTabellen(keten.api.db)).filter((t) => !RUN.includes(t))).toEqual([
        'aanlevering',
        'aanlevering_blok',
        'upload',
        'verwerkstap',
      ]);
    });

    it('each job of all nights once more: its effect was there already', async () => {
      const voor = await alleTabellen(keten.api.db);
      await keten.api.db.bron.query('update opdracht set klaar_op = null');
      await keten.werkAf({ werkers: 3 });
      expect(verschil(voor, await alleTabellen(keten.api.db))).toEqual(['opdracht']);
    });
  });

  it('with the files in any order, a worker coming by at any time', async () => {
    const nachten = fc.tuple(
      ...NACHTEN.map(({ op, bestanden }) =>
        fc.record({
          op: fc.constant(op),
          scholen: fc.shuffledSubarray(
            bestanden.map((b) => b.school),
            { minLength: bestanden.length },
          ),
          tussendoor: fc.boolean(),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(nachten, async (volgorde) => {
        await maakLeeg(keten.api.db);
        for (const [nr, { op, scholen, tussendoor }] of volgorde.entries()) {
          const bestanden = scholen.flatMap(
            (school) => NACHTEN[nr]?.bestanden.filter((b) => b.school === school) ?? [],
          );
          await nacht(keten, { op, bestanden }, tussendoor);
        }
        expect(await eindstand(keten.api.db)).toEqual(verwacht);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('with three workers at once, and each job there three times', async () => {
    await maakLeeg(keten.api.db);
    const metDrie = async (): Promise<void> => {
      await keten.api.db.bron.query(
        'insert into opdracht (regio_id, soort, data) select regio_id, soort, data from opdracht, generate_series(1, 2) where klaar_op is null',
      );
      await keten.werkAf({ werkers: 3 });
    };
    for (const { op, bestanden } of NACHTEN) {
      keten.api.klok.zet(op);
      await Promise.all(bestanden.map((bestand) => stuurBestand(keten, bestand)));
      await metDrie();
      await vraagControle(keten);
      await metDrie();
    }
    expect(await eindstand(keten.api.db)).toEqual(verwacht);
  });
});
