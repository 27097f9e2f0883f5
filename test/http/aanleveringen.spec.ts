import { aanmeldrij, alsCsv, kandidaatrij } from '#aanlevering/test';
import { testRegio } from '#inrichting/test';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { Keten } from '../scenario/keten.js';

const PAD = 'aanleveringen?school=99AA00&peildatum=2026-03-16';
const CLIENT = 'school-99AA';
const CSV = { 'content-type': 'text/csv' };

interface Aanlevering {
  id: string;
  status: string;
}

interface Probleem {
  code: string;
  detail: string;
  fouten?: { veld: string }[];
}

interface Pagina<T> {
  resultaten: T[];
  volgende: string | null;
}

const rijen = (aantal: number, vanaf = 0): ReturnType<typeof kandidaatrij>[] =>
  Array.from({ length: aantal }, (_, n) => kandidaatrij(vanaf + n));

describe('aanleveringen over HTTP', () => {
  let keten: Keten;
  beforeAll(async () => {
    const regio = testRegio();
    regio.clients = [
      { id: CLIENT, rol: 'aanleveraar', scholen: ['99AA00'] },
      { id: 'school-99ZZ', rol: 'aanleveraar', scholen: ['99ZZ00'] },
    ];
    keten = await Keten.start('2026-03-16', regio);
  });
  afterAll(() => keten.sluit());

  const lever = (body: unknown, koppen: Record<string, string> = {}, als = CLIENT, pad = PAD) =>
    keten.api.vraag<Aanlevering & Probleem>('POST', pad, { als, body, koppen: { ...CSV, ...koppen } });

  const aantal = async (tabel: string): Promise<number> => {
    const [rij] = await keten.api.db.bron.query<{ n: number }[]>(`select count(*)::int as n from ${tabel}`);
    return rij?.n ?? 0;
  };

  it('takes a file, says where it is, processes it, and knows it when it comes again', async () => {
    const bestand = alsCsv(rijen(12));
    const { status, koppen, body } = await lever(bestand);
    expect([status, koppen.get('location'), koppen.get('api-version')]).toEqual([
      202,
      `/api/v1/aanleveringen/${body.id}`,
      '1.0.0',
    ]);
    expect(body).toEqual({
      ...{
        id: body.id,
        school: '99AA00',
        schooljaar: '2025-2026',
        peildatum: '2026-03-16',
        modus: 'volledig',
        status: 'ontvangen',
      },
      ...{ ontvangenOp: expect.stringMatching(/^2026-03-16T.*Z$/), verwerktOp: null, regels: null },
      versie: 1,
      tellingen: {
        nieuw: 0,
        gewijzigd: 0,
        ongewijzigd: 0,
        verdwenen: 0,
        buitenCohort: 0,
        quarantaine: 0,
        koppelvoorstellen: 0,
      },
      bevindingen: { fouten: 0, waarschuwingen: 0 },
    });
    await keten.werkAf();
    expect(await keten.vraag('GET', `aanleveringen/${body.id}`, CLIENT)).toMatchObject({
      status: 'verwerkt',
      regels: 12,
      tellingen: { nieuw: 12 },
    });
    const weer = await lever(gzipSync(bestand), { 'content-encoding': 'gzip' });
    expect([weer.status, weer.body.id]).toEqual([200, body.id]);
  });

  it('gives findings as a paged list and as a file for a spreadsheet', async () => {
    const fout = [
      kandidaatrij(1, { geboortedatum: '2009-02-30' }),
      kandidaatrij(2, { geslacht: '=1+1' }),
      kandidaatrij(3, { status: 'weg' }),
    ];
    const { body } = await lever(alsCsv([...fout, ...rijen(30, 10)]), {}, CLIENT, `${PAD}&modus=mutaties`);
    await keten.werkAf();
    const alles = await keten.alles<{ regel: number; code: string }>(
      `aanleveringen/${body.id}/bevindingen?aantal=2`,
      CLIENT,
    );
    expect(alles.map((b) => [b.regel, b.code])).toEqual([
      [2, 'datumOngeldig'],
      [3, 'codeOnbekend'],
      [4, 'codeOnbekend'],
    ]);
    const csv = await keten.api.vraag<string>('GET', `aanleveringen/${body.id}/bevindingen`, {
      als: CLIENT,
      koppen: { accept: 'text/csv' },
    });
    expect(csv.koppen.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.body.split('\r\n')).toHaveLength(5);
    expect(csv.body).toContain("3;geslacht;'=1+1;codeOnbekend;waarschuwing;");
  });

  it('says of findings that are kept no longer that they are, and not that there were none', async () => {
    const fout = kandidaatrij(4, { geboortedatum: '2009-02-30' });
    const { body } = await lever(alsCsv([fout, ...rijen(30, 40)]), {}, CLIENT, `${PAD}&modus=mutaties`);
    const schoon = await lever(alsCsv(rijen(30, 80)), {}, CLIENT, `${PAD}&modus=mutaties`);
    await keten.werkAf();
    const lijst = (id: string) => keten.vraag<unknown>('GET', `aanleveringen/${id}/bevindingen`, CLIENT);
    const csv = async (id: string): Promise<string[]> => {
      const koppen = { accept: 'text/csv' };
      const { body: tekst } = await keten.api.vraag<string>('GET', `aanleveringen/${id}/bevindingen`, {
        ...{ als: CLIENT, koppen },
      });
      return tekst.split('\r\n').slice(1, -1);
    };
    expect(await lijst(body.id)).toMatchObject({ bewaard: true, resultaten: [{ regel: 2 }] });
    // as 90 days later
    await keten.api.db.bron.query('delete from bevinding where aanlevering_id = $1', [body.id]);
    expect(await lijst(body.id)).toEqual({ bewaard: false, resultaten: [], volgende: null });
    expect(await csv(body.id)).toEqual([expect.stringContaining(';;;nietMeerBewaard;waarschuwing;De bevindingen')]);
    expect(await lijst(schoon.body.id)).toEqual({ bewaard: true, resultaten: [], volgende: null });
    expect(await csv(schoon.body.id)).toEqual([]);
  });

  it.each([
    ['no school', 'aanleveringen?peildatum=2026-03-16', 400, 'invoerOngeldig'],
    ['a date that does not exist', 'aanleveringen?school=99AA00&peildatum=2026-02-30', 400, 'invoerOngeldig'],
    ['an unknown parameter', `${PAD}&soort=x`, 400, 'invoerOngeldig'],
    ['a peildatum in the future', PAD.replace('03-16', '03-17'), 400, 'peildatumToekomst'],
    ['another school', PAD.replace('99AA', '99ZZ'), 403, 'schoolNietVanU'],
    ['a school that nobody knows', PAD.replace('99AA', '98XX'), 403, 'schoolNietVanU'],
    ['a peildatum before the newest', PAD.replace('03-16', '03-15'), 409, 'peildatumOuder'],
  ])('refuses %s before reading the file', async (_naam, pad, status, code) => {
    const voor = await aantal('aanlevering');
    const antwoord = await lever(alsCsv(rijen(3, 900)), {}, CLIENT, pad);
    expect([antwoord.status, antwoord.body.code]).toEqual([status, code]);
    expect(antwoord.koppen.get('content-type')).toContain('application/problem+json');
    expect(await aantal('aanlevering')).toBe(voor);
  });

  it.each([
    ['a broken gzip', 'geen gzip', { 'content-encoding': 'gzip' }, 400, 'gzipKapot'],
    ['a zip bomb', gzipSync(Buffer.alloc(300 * 1024 * 1024)), { 'content-encoding': 'gzip' }, 413, 'bestandTeGroot'],
    ['an unknown encoding', 'x', { 'content-encoding': 'br' }, 400, 'coderingOnbekend'],
    ['an unknown charset', 'x', { 'content-type': 'text/csv; charset=ebcdic' }, 400, 'tekensetOnbekend'],
  ])('refuses %s and keeps nothing of it', async (_naam, body, koppen, status, code) => {
    const voor = [await aantal('aanlevering'), await aantal('aanlevering_blok')];
    const antwoord = await lever(body, koppen);
    expect([antwoord.status, antwoord.body.code]).toEqual([status, code]);
    expect([await aantal('aanlevering'), await aantal('aanlevering_blok')]).toEqual(voor);
  });

  it('asks who you are, and lets only a client deliver', async () => {
    const zonder = await keten.api.vraag('POST', PAD, { body: 'x', koppen: CSV });
    const mens = await lever('x', {}, 'zorg@school.example');
    expect([zonder.status, mens.status]).toEqual([401, 403]);
  });

  it('keeps nothing of a connection that is cut half-way', async () => {
    const voor = [await aantal('aanlevering'), await aantal('aanlevering_blok')];
    const token = await keten.api.token(CLIENT);
    await new Promise<void>((klaar) => {
      const verzoek = request(new URL(`/api/v1/${PAD}`, keten.api.adres), {
        method: 'POST',
        headers: { ...CSV, authorization: `Bearer ${token}`, 'content-length': String(50 * 1024 * 1024) },
      });
      verzoek.on('error', () => klaar());
      verzoek.on('close', () => klaar());
      verzoek.write(Buffer.alloc(3 * 1024 * 1024, 'x'), () => verzoek.destroy());
    });
    while ((await aantal('upload where not klaar')) > 0) await new Promise((klaar) => setImmediate(klaar));
    await lever(alsCsv(rijen(1, 950)), {}, CLIENT, `${PAD}&modus=mutaties`);
    await keten.werkAf();
    expect([await aantal('aanlevering'), await aantal('aanlevering_blok')]).toEqual(voor.map((n) => n + 1));
  });

  it('shows a school its own deliveries only, newest first', async () => {
    await lever(alsCsv([aanmeldrij(1)]), {}, 'school-99ZZ', PAD.replace('99AA', '99ZZ'));
    await keten.werkAf();
    const eigen = await keten.vraag<Pagina<Aanlevering & { school: string }>>('GET', 'aanleveringen', 'school-99ZZ');
    expect(eigen.resultaten.map((a) => a.school)).toEqual(['99ZZ00']);
    const [ander] = eigen.resultaten;
    const { status } = await keten.api.vraag('GET', `aanleveringen/${ander?.id ?? ''}`, { als: CLIENT });
    expect(status).toBe(404);
    const alle = await keten.alles<Aanlevering>('aanleveringen?aantal=1&status=verwerkt&school=99AA00', CLIENT);
    expect(alle.map((a) => Number(a.id))).toEqual(alle.map((a) => Number(a.id)).sort((a, b) => b - a));
  });

  it('lets a person of the school decide on a file that would lose pupils', async () => {
    await lever(alsCsv(rijen(100)));
    await keten.werkAf();
    const { body } = await lever(alsCsv(rijen(80)));
    await keten.werkAf();
    const zorg = 'zorg@school.example';
    expect(await keten.vraag('GET', `aanleveringen/${body.id}`, zorg)).toMatchObject({
      status: 'wachtOpBevestiging',
      redenWachten: expect.any(String),
    });
    await keten.vraag('POST', `aanleveringen/${body.id}/bevestiging`, zorg, { body: {}, status: 400 });
    await keten.vraag('POST', `aanleveringen/${body.id}/bevestiging`, CLIENT, { body: { reden: 'x' }, status: 403 });
    await keten.vraag('POST', `aanleveringen/${body.id}/bevestiging`, zorg, {
      body: { reden: 'Klopt, zij zijn verhuisd.' },
    });
    await keten.werkAf();
    expect(await keten.vraag('GET', `aanleveringen/${body.id}`, zorg)).toMatchObject({
      status: 'verwerkt',
      tellingen: { verdwenen: 20 },
    });
    await keten.vraag('POST', `aanleveringen/${body.id}/verwerping`, zorg, { body: { reden: 'x' }, status: 409 });
  });

  it('takes repaired rows of a processed delivery, and nothing else there', async () => {
    const bestand = alsCsv([...rijen(79), kandidaatrij(79, { geboortedatum: 'x' })]);
    const { body: origineel } = await lever(bestand);
    await keten.werkAf();
    const pad = `aanleveringen/${origineel.id}/herstel`;
    const eerste = await lever(alsCsv([kandidaatrij(79)]), {}, CLIENT, pad);
    expect([eerste.status, eerste.koppen.get('location')]).toEqual([202, `/api/v1/aanleveringen/${eerste.body.id}`]);
    expect(eerste.body).toMatchObject({ herstelVan: origineel.id, modus: 'mutaties', status: 'ontvangen' });
    await keten.werkAf();
    expect((await lever(alsCsv([kandidaatrij(79)]), {}, CLIENT, pad)).status).toBe(200);
    expect(await lever(alsCsv([kandidaatrij(78)]), {}, CLIENT, pad)).toMatchObject({
      ...{ status: 409, body: { code: 'nietsTeHerstellen' } },
    });
    expect((await lever(alsCsv([kandidaatrij(79)]), {}, 'school-99ZZ', pad)).status).toBe(404);
    expect((await lever('{}', { 'content-type': 'application/json' }, CLIENT, pad)).status).toBe(415);
    expect((await lever('x', CSV, CLIENT, `aanleveringen/${origineel.id}/bevestiging`)).status).toBe(415);
  });
});
