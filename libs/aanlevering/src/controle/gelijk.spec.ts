import { Inname, type Verslag } from '../test/inname.js';
import { aanmeldrij, alsCsv, kandidaatrij, type Exportrij } from '../test/rijen.js';

/**
 * A line that is as it was is not read. Each of these nights is delivered twice: as it is, and to a twin school whose
 * lines all differ by a space from those of the night before, so that each is read. Both must come to the same.
 */
const [SNEL, TRAAG] = ['99AA00', '99BB00'];
let inname: Inname;

beforeAll(async () => {
  inname = await Inname.start('2026-06-30');
});
afterAll(() => inname.sluit());
beforeEach(() => inname.leeg());

const velden = (v: Verslag) => ({
  ...{ status: v.status, regels: v.regels, tellingen: v.tellingen, bevindingen: v.bevindingen },
  gevonden: v.gevonden.map(({ regel, kolom, code }) => `${regel} ${kolom} ${code}`),
});

async function stand(school: string): Promise<unknown[]> {
  return inname.db.bron.query(
    `select i.leerlingnummer, replace(i.rijsleutel, '~', '') as rijsleutel, i.status, i.status_datum, i.groep, i.verdwenen_op, i.niet_bevestigd, i.geschreven_op, case when i.school = '99BB00' then reverse(l.roepnaam) else l.roepnaam end as roepnaam
       from inschrijving i join leerling l on l.regio_id = i.regio_id and l.id = i.leerling_id where i.school = $1 order by 1, 2`,
    [school],
  );
}

// every column that a test changes is there from the start: another header means that every line is read
const omgekeerd = (naam = ''): string => [...naam].toReversed().join('');
const vijftig = Array.from({ length: 50 }, (_, n) => kandidaatrij(n, { groep: '4A', aanmeldingId: '' }));
const zonder = (rijen: readonly Exportrij[], ...weg: number[]) => rijen.filter((_, n) => !weg.includes(n));
const met = (rijen: readonly Exportrij[], n: number, anders: Exportrij) =>
  rijen.map((rij, i) => (i === n ? { ...rij, ...anders } : rij));

/** Delivers these nights to both schools and compares them after each. Gives what the fast one said of the last. */
async function vergelijk(...nachten: (readonly Exportrij[])[]): Promise<Verslag> {
  let laatste: Verslag | undefined;
  for (const [n, rijen] of nachten.entries()) {
    const peildatum = `2026-03-${String(n + 2).padStart(2, '0')}`;
    laatste = await inname.lever(rijen, { school: SNEL, peildatum });
    // other people: without a PGN, born on another day, with names that nobody takes for the same
    const ander = rijen.map((rij) => ({
      ...rij,
      ...{ pgn: '', geboortedatum: (rij['geboortedatum'] ?? '').replace('2009-03', '2010-11') },
      ...{ achternaam: omgekeerd(rij['achternaam']), roepnaam: omgekeerd(rij['roepnaam']) },
      postcode: (rij['postcode'] ?? '').replace('5211AB', '9711XY'),
    }));
    const regels = alsCsv(ander)
      .split('\n')
      .map((regel, i) => (i === 0 || regel === '' ? regel : `${regel}${' '.repeat(n)}`));
    const traag = await inname.lever(regels.join('\n'), { school: TRAAG, peildatum });
    expect(velden(laatste)).toEqual(velden(traag));
    expect(await stand(SNEL)).toEqual(await stand(TRAAG));
  }
  return laatste as Verslag;
}

const nummers = async (): Promise<string[]> => {
  const rijen = await inname.db.bron.query<{ leerlingnummer: string }[]>(
    `select leerlingnummer from inschrijving where school = $1 and afdruk is null order by 1`,
    [SNEL],
  );
  return rijen.map((rij) => rij.leerlingnummer);
};

describe('a night like the one before', () => {
  it('changes nothing and counts all', async () => {
    const { tellingen } = await vergelijk(vijftig, vijftig, vijftig);
    expect(tellingen).toMatchObject({ nieuw: 0, gewijzigd: 0, ongewijzigd: 50, verdwenen: 0 });
  });

  it('reads only the lines that differ', async () => {
    await inname.lever(vijftig, { peildatum: '2026-03-02' });
    // Whatever was not read cannot be mended: a wrong row behind an equal line stays as it is.
    await inname.db.bron.query(`update inschrijving set groep = 'met de hand', rij_hash = rij_hash + 1`);
    await inname.lever(met(vijftig, 7, { groep: '4B' }), { peildatum: '2026-03-03' });
    const groepen = await inname.db.bron.query(
      `select groep, count(*)::int as aantal from inschrijving group by 1 order by 2`,
    );
    expect(groepen).toEqual([
      { groep: '4B', aantal: 1 },
      { groep: 'met de hand', aantal: 49 },
    ]);
  });

  it('reads a row again that must be looked at again', async () => {
    await inname.lever(vijftig, { peildatum: '2026-03-02' });
    await inname.db.bron.query(
      `update inschrijving set groep = 'met de hand', rij_hash = null where leerlingnummer in ('1001', '1002')`,
    );
    expect((await inname.lever(vijftig, { peildatum: '2026-03-03' })).tellingen).toMatchObject({
      ...{ gewijzigd: 2, ongewijzigd: 48 },
    });
  });

  it.each([
    ['something changed', met(vijftig, 3, { groep: '4C' })],
    ['a line moved', [...vijftig.slice(10), ...vijftig.slice(0, 10)]],
    ['somebody new came', [...vijftig, kandidaatrij(60)]],
    ['somebody vanished', zonder(vijftig, 12)],
    ['a line stands there twice', [...vijftig, kandidaatrij(4)]],
    ['a row is refused', met(vijftig, 5, { begindatum: '2026-02-31' })],
    ['a row gets a warning', met(vijftig, 5, { postcode: '12' })],
    [
      'a leerlingnummer gets a second row',
      [...vijftig, { ...kandidaatrij(9), onderwijssoort: 'havo', leerweg: '', examenkandidaat: 'N' }],
    ],
    [
      'a second row contradicts the first',
      [
        ...vijftig,
        { ...kandidaatrij(9), onderwijssoort: 'havo', leerweg: '', examenkandidaat: 'N', roepnaam: 'Anders' },
      ],
    ],
  ])('but that %s, and the night after, and back', async (_, ander) => {
    await vergelijk(vijftig, ander, ander, vijftig, vijftig);
  });

  it('knows an aanmeldingId that moved to another leerlingnummer', async () => {
    const rijen = vijftig.map((rij, n) => ({ ...rij, aanmeldingId: `A${n}` }));
    const { gevonden } = await vergelijk(rijen, [...rijen, { ...kandidaatrij(70), aanmeldingId: 'A8' }]);
    expect(gevonden.map(({ code }) => code)).toEqual(['aanmeldingGedeeld', 'aanmeldingGedeeld']);
  });

  it('keeps a finding as long as its line is wrong', async () => {
    const { gevonden } = await vergelijk(met(vijftig, 5, { postcode: '12' }), met(vijftig, 5, { postcode: '12' }));
    expect(gevonden).toHaveLength(1);
    expect(await nummers()).toEqual(['1005']);
  });

  it('opens the candidacies of a new schooljaar', async () => {
    await inname.lever(vijftig, { peildatum: '2025-06-30' });
    await inname.lever(vijftig, { peildatum: '2025-09-10' });
    await inname.lever(vijftig, { peildatum: '2025-10-01' });
    const jaren = await inname.db.bron.query(
      `select schooljaar, count(*)::int as aantal from examenkandidatuur group by 1 order by 1`,
    );
    expect(jaren).toEqual([
      { schooljaar: 2024, aantal: 50 },
      { schooljaar: 2025, aantal: 50 },
    ]);
  });

  it('asks the gate whether who is missing is really gone', async () => {
    await vergelijk(vijftig, vijftig, zonder(vijftig, ...Array.from({ length: 20 }, (_, n) => n)));
    expect((await inname.lever(vijftig, { peildatum: '2026-03-10' })).tellingen).toMatchObject({ ongewijzigd: 50 });
  });

  it('reads everything when most of it changed', async () => {
    const anders = vijftig.map((rij, n) => (n < 30 ? { ...rij, groep: '4D' } : rij));
    expect((await vergelijk(vijftig, anders, anders)).tellingen).toMatchObject({ ongewijzigd: 50 });
    expect(await nummers()).toEqual([]);
  });

  it('is the same for applications, several of one person', async () => {
    const rijen = vijftig.flatMap((_, n) => [
      aanmeldrij(n, { aanmeldingId: `${n}a` }),
      aanmeldrij(n, { aanmeldingId: `${n}b`, opleidingscode: '25181' }),
    ]);
    await inname.lever(vijftig, { school: SNEL, peildatum: '2026-03-01' });
    await inname.lever(rijen, { school: '99ZZ00', peildatum: '2026-03-01' });
    const { tellingen } = await inname.lever(met(rijen, 3, { status: 'ingetrokken' }), {
      school: '99ZZ00',
      peildatum: '2026-03-02',
    });
    expect(tellingen).toMatchObject({ gewijzigd: 1, ongewijzigd: 99, verdwenen: 0 });
  });
});
