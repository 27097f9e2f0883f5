import type { RegiobestandDto } from '#inrichting';
import fc from 'fast-check';
import { Keten } from '../scenario/keten.js';
import { bestand, REEKSSCHOLEN, type Reeksbestand, type Reeksschool, type Uiting } from './reeksen.js';
import { Reeksloper, type Ruis } from './reeksloper.js';
import { reeksstand, scheef, type Reeksstand } from './reeksstand.js';
import { ROBUUSTREGIO } from './regio.js';

/** How many sequences; `REEKSEN=300` for a long night. */
// oxlint-disable-next-line no-process-env -- because a spec has no configuration
const AANTAL = Number(process.env['REEKSEN'] ?? 2);
/** The same ones every time in `npm test`; others in a long night. */
const WELKE = AANTAL < 20 ? { seed: 2026, endOnFailure: true } : {};

const REGIO: RegiobestandDto = {
  ...ROBUUSTREGIO,
  medewerkers: [
    ...(ROBUUSTREGIO.medewerkers ?? []),
    ...REEKSSCHOLEN.map((school) => ({
      email: `zorg-${school.toLowerCase()}@school.example`,
      naam: `Zorg ${school}`,
      rollen: [{ rol: 'zorgcoordinator' as const, scholen: [school] }],
    })),
  ],
};

const vaak = (kans: number): fc.Arbitrary<boolean> =>
  fc.oneof({ weight: 10 - kans, arbitrary: fc.constant(false) }, { weight: kans, arbitrary: fc.constant(true) });
const school = fc.constantFrom(...REEKSSCHOLEN);
const files = fc.array(school.chain(bestand), { minLength: 3, maxLength: 6 });
const rust: fc.Arbitrary<Partial<Ruis>> = fc.record({
  laat: vaak(3),
  weer: vaak(2),
  afgebroken: vaak(2),
  controle: vaak(1),
});
const onrust: fc.Arbitrary<Partial<Ruis>> = fc.oneof(
  fc.record({ controle: vaak(3), vergissing: fc.option(bestand('99AA00'), { freq: 2 }) }),
  fc.record({
    controle: vaak(3),
    vergissing: fc.option(bestand('99AA00'), { freq: 2 }),
    samengevoegd: fc.constantFrom('eerstTerug' as const, 'laatstTerug' as const),
  }),
);

/** The same files in which the schools take turns otherwise; each school's own stay in their order. */
const anders = (reeks: readonly Reeksbestand[]): fc.Arbitrary<Reeksbestand[]> =>
  fc.shuffledSubarray([...reeks], { minLength: reeks.length }).map((door) => {
    const rest = [...reeks];
    return door.map(({ school: s }) => {
      const [volgende] = rest.splice(
        rest.findIndex((b) => b.school === s),
        1,
      );
      if (volgende === undefined) throw new Error('More turns than files.');
      return volgende;
    });
  });
const verwisseld = files.chain((reeks) => fc.tuple(fc.constant(reeks), anders(reeks)));

describe('any sequence of deliveries', () => {
  let keten: Keten;
  let loper: Reeksloper;
  beforeAll(async () => {
    keten = await Keten.start('2026-06-01', REGIO);
    loper = new Reeksloper(keten);
  });
  afterAll(() => keten.sluit());

  const einde = async (): Promise<Reeksstand> => {
    await loper.rondAf();
    expect(await scheef(keten.api.db)).toEqual([]);
    await loper.leesNummers();
    return reeksstand(keten.api.db);
  };
  const speel = async (reeks: readonly Reeksbestand[], ruis: readonly Partial<Ruis>[] = []): Promise<void> => {
    await loper.leeg();
    for (const [n, b] of reeks.entries()) await loper.lever(b, ruis[n]);
  };
  /** The files with this noise between them end where the same files end without. */
  const eindeGelijk = (soort: fc.Arbitrary<Partial<Ruis>>): Promise<void> => {
    const geval = files.chain((reeks) =>
      fc.tuple(fc.constant(reeks), fc.array(soort, { minLength: reeks.length, maxLength: reeks.length })),
    );
    return fc.assert(
      fc.asyncProperty(geval, async ([reeks, ruis]) => {
        await speel(reeks);
        const verwacht = await einde();
        await speel(reeks, ruis);
        expect(await einde()).toEqual(verwacht);
      }),
      { numRuns: AANTAL, ...WELKE },
    );
  };
  it('repeated, late or broken off gives what the same files give in their order', () => eindeGelijk(rust), 3_600_000);
  it(
    'with mistakes that are undone, and merges that are taken back, gives what it gives without',
    () => eindeGelijk(onrust),
    3_600_000,
  );

  // Whom is asked about whom depends on who was first. What is a row of whom does not: nobody decided anything.
  it('loses no row and takes no two for one, whichever school is first and whatever has to be asked', async () => {
    await fc.assert(
      fc.asyncProperty(verwisseld, async ([, andersom]) => {
        await speel(andersom);
        await einde();
      }),
      { numRuns: AANTAL, ...WELKE },
    );
  }, 3_600_000);

  describe('with a merge between a delivery and its undoing', () => {
    const vast: Uiting = { pgn: true, postcode: 0, naam: 0, geboren: 0, stand: 1 };
    const twijfel: Uiting = { pgn: false, postcode: 1, naam: 0, geboren: 1, stand: 0 };
    const van = (s: Reeksschool, ...uitingen: (Uiting | null)[]): Reeksbestand => ({
      ...{ school: s, modus: 'volledig', uitingen },
    });
    const reeks = [van('99AA00', vast, vast), van('99AB00', twijfel, null), van('99ZZ00', vast, twijfel)];
    // the first makes somebody whom it asks about, the second brings a number that answers a question, of the third nobody remains
    const fouten = [
      van('99AA00', null, twijfel),
      van('99AB00', { ...twijfel, pgn: true }, vast),
      van('99ZZ00', null, null),
    ];

    it.each([
      ['before it', 'eerstTerug'],
      ['after it', 'laatstTerug'],
    ] as const)('that is taken back %s', async (_, samengevoegd) => {
      loper.samenvoegingen = 0;
      for (const [n, vergissing] of fouten.entries()) {
        const begin = reeks.slice(0, n + 1);
        await speel(begin);
        const verwacht = await einde();
        const ruis = [...begin.slice(1).map(() => ({})), { vergissing, samengevoegd, controle: true }];
        await speel(begin, ruis);
        expect(await einde()).toEqual(verwacht);
      }
      expect(loper.samenvoegingen).toBe(3);
    });
  });
});
