import { Inname, maakZip } from '#aanlevering/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Third-party data: read where it lies, nothing of it is kept here. */
const MAP = join(import.meta.dirname, '../../../shared/voorbeelden');
const AANWEZIG = existsSync(MAP);
const NODIG = AANWEZIG || process.env['CI'] === 'true';

const SOM = ['nieuw', 'gewijzigd', 'ongewijzigd', 'buitenCohort', 'quarantaine'] as const;
const lees = (...pad: string[]): Buffer => readFileSync(join(MAP, ...pad));
const tel = (tekst: Buffer, wat: RegExp): number => (tekst.toString('utf8').match(wat) ?? []).length;

if (!NODIG) process.stdout.write(`The conformance run is skipped: ${MAP} is not here.\n`);

(NODIG ? describe : describe.skip)('samples of others', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  afterAll(() => inname.sluit());

  it('are here', () => {
    expect(AANWEZIG).toBe(true);
  });

  /** Every row is accounted for; nobody of them is known here, so nothing is made of them. */
  async function loopt(bestand: Buffer, rijen: number): Promise<void> {
    const { status, regels, tellingen, gevonden } = await inname.lever(bestand, {
      school: '99ZZ00',
      modus: 'mutaties',
    });
    expect({ status, regels }).toEqual({ status: 'verwerkt', regels: rijen });
    expect(SOM.reduce((som, naam) => som + tellingen[naam], 0)).toBe(rijen);
    expect(tellingen).toMatchObject({ nieuw: 0, gewijzigd: 0, quarantaine: 0, buitenCohort: rijen });
    expect(gevonden[0]).toMatchObject({ regel: null, code: 'indelingZonder' });
    for (const { tekst, waarde } of gevonden) {
      expect(tekst).toMatch(/^[A-ZÉ][^]*\.$/);
      expect(waarde ?? '').not.toMatch(/\d{8}/);
    }
    expect(await inname.tel('leerling')).toBe(0);
  }

  const duo = AANWEZIG ? readdirSync(join(MAP, 'duo')).filter((naam) => !naam.startsWith('VSV_')) : [];
  it.each(duo)('DUO: %s', async (naam) => {
    const bestand = lees('duo', naam);
    await loopt(bestand, tel(bestand, /[^\r\n]+/g) - 1);
  });

  it('DUO: a table of norms is no delivery', async () => {
    const { status, gevonden } = await inname.lever(lees('duo', 'VSV_normen.csv'), { modus: 'mutaties' });
    expect([status, gevonden.map((b) => b.code)]).toEqual(['afgekeurd', ['geenKopregel']]);
  });

  it('ROD', async () => {
    for (const naam of readdirSync(join(MAP, 'rod'))) {
      const vreemd = lees('rod', naam);
      const { status, gevonden } = await inname.lever(vreemd, { school: '99ZZ00', modus: 'mutaties' });
      expect([status, gevonden.map((b) => b.code)]).toEqual(['afgekeurd', ['schoolAnders']]);
      // as it would be of this school
      const bestand = Buffer.from(vreemd.toString('latin1').replaceAll(/^VLP;[^;]*/gm, 'VLP;99ZZ'), 'latin1');
      await loopt(bestand, tel(bestand, /^ISG;/gm));
    }
  });

  it('EDEXML', async () => {
    for (const naam of readdirSync(join(MAP, 'edexml'))) {
      const bestand = lees('edexml', naam);
      await loopt(bestand, tel(bestand, /<leerling /g));
    }
  });

  it('OneRoster', async () => {
    const namen = readdirSync(join(MAP, 'oneroster'));
    const bundel = maakZip(Object.fromEntries(namen.map((naam) => [naam, lees('oneroster', naam)])));
    await loopt(bundel, tel(lees('oneroster', 'users.csv'), /,student,/g));
  });
});
