import { Keten } from '../scenario/keten.js';
import { stuur, verslag, type Aanlevering } from '../robuust/leveren.js';
import { ROBUUSTREGIO } from '../robuust/regio.js';
import { alleTabellen, verschil } from '../robuust/vingerafdruk.js';
import { beschadigd, leesEens, zaaigoed, type Zaaigoed } from './fuzz.js';
import { Zaad } from './zaad.js';

/** What a delivery leaves that is not processed. */
const EIGEN = ['aanlevering', 'aanlevering_verschil', 'aanlevering_blok', 'bevinding', 'opdracht', 'upload'];
const LEZEN = 2000;
const KETEN = 60;
const CHARSET = { open: '', utf8: '; charset=utf-8', windows1252: '; charset=windows-1252' };

describe('damaged files', () => {
  let goed: Zaaigoed[];
  beforeAll(async () => {
    goed = await zaaigoed(new Zaad(1));
  });

  it(`are read to the end or rejected with a code, ${LEZEN} of them, every row on a line of its own`, async () => {
    const uitslagen = new Map<string, number>();
    for (let nummer = 0; nummer < LEZEN; nummer += 1) {
      const { bytes, tekenset } = beschadigd(goed, nummer);
      const { afkeuring } = await leesEens(bytes, tekenset).catch((fout: unknown) => {
        throw new Error(`File ${nummer} broke the reader.`, { cause: fout });
      });
      uitslagen.set(afkeuring ?? 'gelezen', (uitslagen.get(afkeuring ?? 'gelezen') ?? 0) + 1);
    }
    // A mutation that only makes unreadable files, or only readable ones, would try little.
    expect(uitslagen.get('gelezen')).toBeGreaterThan(LEZEN / 5);
    expect(uitslagen.size).toBeGreaterThan(5);
  });

  it('are accounted for when they come over HTTP: never a 500, all or nothing, counts that add up', async () => {
    const keten = await Keten.start('2026-04-07', ROBUUSTREGIO);
    try {
      const einden = new Set<string>();
      for (let n = 0; n < KETEN; n += 1) einden.add(await probeer(keten, n * 31));
      expect([...einden]).toEqual(expect.arrayContaining(['verwerkt', 'afgekeurd', 'wachtOpBevestiging']));
    } finally {
      await keten.sluit();
    }
  });

  /** Sends one file, has it worked on, and holds what came of it against the rules. */
  async function probeer(keten: Keten, nummer: number): Promise<string> {
    const { bytes, tekenset } = beschadigd(goed, nummer);
    const { db } = keten.api;
    const voor = await alleTabellen(db);
    const koppen = { 'content-type': `text/csv${CHARSET[tekenset]}` };
    const { status, body } = await stuur<Aanlevering>(keten, bytes, {
      modus: nummer % 2 === 0 ? 'mutaties' : 'volledig',
      koppen,
    });
    if (status >= 400) {
      expect([nummer, status]).toEqual([nummer, 400]);
      expect(verschil(voor, await alleTabellen(db))).toEqual([]);
      return 'geweigerd';
    }
    await keten.werkAf();
    const { gevonden, ...af } = await verslag(keten, body);
    const { nieuw = 0, gewijzigd = 0, ongewijzigd = 0, buitenCohort = 0, quarantaine = 0 } = af.tellingen;
    const som = nieuw + gewijzigd + ongewijzigd + buitenCohort + quarantaine;
    if (af.status === 'verwerkt') {
      expect([nummer, som]).toEqual([nummer, af.regels]);
    } else {
      expect([nummer, af.status]).toEqual([nummer, expect.stringMatching(/^(afgekeurd|wachtOpBevestiging)$/)]);
      expect(gevonden.some((b) => b.regel === null)).toBe(true);
      expect(verschil(voor, await alleTabellen(db)).filter((tabel) => !EIGEN.includes(tabel))).toEqual([]);
    }
    for (const b of gevonden) {
      expect(b.tekst).toMatch(/^[A-ZÉ0-9][^]*\.$/);
      if (b.regel !== null) expect(b.regel).toBeGreaterThan(1);
    }
    return af.status;
  }
});
