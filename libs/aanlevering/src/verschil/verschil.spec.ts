import { systeem, type Wie } from '#kern';
import { Terugweg } from '#leerlingen';
import { Logboek } from '#logboek';
import { AanleveringenLeesmodel } from '../aanleveringen.leesmodel.js';
import { Inname } from '../test/inname.js';
import { aanmeldrij, kandidaatrij, kandidaten } from '../test/rijen.js';
import { DroogloopRepository } from './droogloop.repository.js';
import type { VerschilDto, VerschilPagina, VerschilQuery } from './verschil.dto.js';
import { VerschilLeesmodel } from './verschil.leesmodel.js';
import { Verschillen } from './verschil.service.js';

const wie = (rol: 'zorgcoordinator' | 'regiocoordinator', ...scholen: string[]): Wie => ({
  ...{ soort: 'medewerker', id: '1', regioId: 36, naam: 'Proef' },
  rollen: [{ rol, scholen, gemeenten: [], heleRegio: scholen.length === 0 }],
});
const ZORG = wie('zorgcoordinator', '99AA00');
describe('what a delivery changes', () => {
  let inname: Inname;
  let verschillen: Verschillen;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
    const { module, db } = inname;
    verschillen = new Verschillen(
      db.transactie,
      module.get(AanleveringenLeesmodel),
      module.get(DroogloopRepository),
      new VerschilLeesmodel(),
      module.get(Logboek, { strict: false }),
    );
  });
  beforeEach(async () => {
    inname.klok.zet('2026-03-16');
    await inname.leeg();
  });
  afterAll(() => inname.sluit());

  const lijst = (id: string, query: Partial<VerschilQuery> = {}, als = ZORG): Promise<VerschilPagina> =>
    verschillen.lijst(als, id, { aantal: 50, ...query });
  const alles = async (id: string, query: Partial<VerschilQuery> = {}): Promise<VerschilDto[]> => {
    const uit: VerschilDto[] = [];
    for (let na: string | undefined; ;) {
      const pagina = await lijst(id, { aantal: 3, ...query, ...(na === undefined ? {} : { na }) });
      uit.push(...pagina.resultaten);
      if (pagina.volgende === null) return uit;
      na = new URL(pagina.volgende, 'http://x').searchParams.get('na') ?? '';
    }
  };
  const NIEUWE_NACHT = [
    kandidaatrij(0, { groep: '4b', postcode: '5211ZZ' }),
    kandidaatrij(1, { status: 'x' }),
    ...kandidaten(78, 2),
    ...kandidaten(4, 200),
  ];

  it('shows of a waiting delivery who would vanish, change and come, page by page, and keeps no identity in the clear', async () => {
    await inname.lever(kandidaten(100));
    inname.klok.zet('2026-03-17');
    const { id, status } = await inname.lever(NIEUWE_NACHT);
    expect(status).toBe('wachtOpBevestiging');
    expect((await lijst(id)).tellingen).toEqual({ nieuw: 4, gewijzigd: 1, verdwenen: 20, quarantaine: 1 });
    const rijen = await alles(id);
    expect(rijen).toHaveLength(25);
    expect(new Set(rijen.map((r) => r.leerlingnummer)).size).toBe(25);
    expect(rijen.map((r) => r.soort)).toEqual([
      ...Array.from({ length: 20 }, () => 'verdwenen'),
      'gewijzigd',
      ...Array.from({ length: 4 }, () => 'nieuw'),
    ]);
    expect(rijen[0]).toEqual({ leerlingnummer: '1080', soort: 'verdwenen', wijzigingen: [] });
    const wijzigingen = [
      { kolom: 'groep', oud: null, nieuw: '4b' },
      { kolom: 'postcode', oud: '5211AB', nieuw: '5211ZZ' },
    ];
    expect(await alles(id, { soort: 'gewijzigd' })).toEqual([
      { leerlingnummer: '1000', soort: 'gewijzigd', wijzigingen },
    ]);
    const opslag = await inname.db.bron.query<{ inhoud: Buffer }[]>('select inhoud from aanlevering_verschil');
    expect(opslag.every((rij) => !rij.inhoud.includes('5211ZZ') && !rij.inhoud.includes('1080'))).toBe(true);
    // the coordinator: that, not what
    const [zonder] = (await lijst(id, { soort: 'gewijzigd' }, wie('regiocoordinator'))).resultaten;
    expect(zonder?.wijzigingen).toEqual(wijzigingen.map(({ kolom }) => ({ kolom, oud: null, nieuw: null })));
    await expect(lijst(id, {}, wie('zorgcoordinator', '99BB00'))).rejects.toMatchObject({ code: 'nietGevonden' });
  });

  it('shows the same of it once it is processed, and nothing more of what waited', async () => {
    await inname.lever(kandidaten(100));
    inname.klok.zet('2026-03-17');
    const { id } = await inname.lever(NIEUWE_NACHT);
    await inname.besluiten.bevestig(ZORG, id, 'Dit klopt.');
    await inname.werk();
    const { tellingen } = await inname.verslag(id);
    expect(tellingen).toMatchObject({ nieuw: 4, gewijzigd: 1, verdwenen: 20, quarantaine: 1 });
    expect((await lijst(id)).tellingen).toEqual({ nieuw: 4, gewijzigd: 1, verdwenen: 20, quarantaine: 1 });
    const rijen = await alles(id);
    const van = (soort: string): VerschilDto[] => rijen.filter((r) => r.soort === soort);
    expect(['verdwenen', 'nietBevestigd', 'nieuw'].map((soort) => van(soort).length)).toEqual([20, 1, 4]);
    expect(van('nietBevestigd')[0]?.leerlingnummer).toBe('1001');
    // the row, and the youngster
    expect(van('gewijzigd').flatMap((r) => r.wijzigingen)).toEqual([
      { kolom: 'postcode', oud: '5211AB', nieuw: '5211ZZ' },
      { kolom: 'groep', oud: null, nieuw: '4b' },
    ]);
    expect(await inname.tel('aanlevering_verschil')).toBe(0);
    await expect(lijst(id, { na: 'onzin' })).rejects.toMatchObject({ code: 'cursorOngeldig' });
  });

  it('does not call lines gone that stand there as they were', async () => {
    await inname.lever(kandidaten(100));
    inname.klok.zet('2026-03-17');
    const { id } = await inname.lever(kandidaten(80));
    expect((await lijst(id)).tellingen).toEqual({ nieuw: 0, gewijzigd: 0, verdwenen: 20, quarantaine: 0 });
  });

  it('shows no school what another wrote, when its number made two records one', async () => {
    await inname.lever([kandidaatrij(0, { pgn: '' })]);
    inname.klok.zet('2026-03-17');
    await inname.lever([aanmeldrij(0, { postcode: '5211ZZ' })], { school: '99ZZ00' });
    expect(await inname.tel(`koppelvoorstel where status = 'open'`)).toBe(1);
    inname.klok.zet('2026-03-18');
    const { id } = await inname.lever([kandidaatrij(0)], { peildatum: '2026-03-16' });
    expect(
      await inname.tel(`leerling where postcode = '5211ZZ' and samengevoegd_in is null and bron_school = '99ZZ00'`),
    ).toBe(1);
    const rijen = await alles(id);
    expect(JSON.stringify(rijen)).not.toContain('5211ZZ');
    expect(rijen).toEqual([
      {
        ...{ leerlingnummer: '1000', soort: 'gewijzigd' },
        wijzigingen: [{ kolom: 'postcode', oud: '5211AB', nieuw: null }],
      },
    ]);
  });

  it('is empty for a night without news, and that night leaves no history', async () => {
    await inname.lever(kandidaten(10));
    inname.klok.zet('2026-03-17');
    const voor = await inname.tel('rijgeschiedenis');
    const { id } = await inname.lever(kandidaten(10));
    expect((await lijst(id)).resultaten).toEqual([]);
    // but that the school delivered
    expect(await inname.tel('rijgeschiedenis')).toBe(voor + 1);
  });

  it('says when it is kept no longer, beside counts that stay', async () => {
    const { id } = await inname.lever(kandidaten(40));
    const vergeet = async (op: string): Promise<void> => {
      inname.klok.zet(op);
      const moment = { regioId: 36, vandaag: inname.klok.vandaag(), nu: inname.klok.nu() };
      await inname.db.transactie.voerUit({ wie: systeem(36) }, (tx) =>
        inname.module.get(Terugweg, { strict: false }).vergeet(tx, moment),
      );
    };
    await vergeet('2026-03-30');
    expect(await lijst(id)).toMatchObject({ bewaard: true, tellingen: { nieuw: 40 } });
    expect((await lijst(id)).resultaten).toHaveLength(40);
    await vergeet('2026-03-31');
    expect(await lijst(id)).toMatchObject({ bewaard: false, tellingen: { nieuw: 40 }, resultaten: [] });
  });
});

describe('the same bytes again', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  afterAll(() => inname.sluit());

  it('take effect when other bytes of that day came in between, and not otherwise', async () => {
    const a = kandidaten(3);
    const b = [kandidaatrij(0, { groep: 'B' }), ...kandidaten(2, 1)];
    const eerste = await inname.lever(a);
    expect(await inname.upload(a)).toEqual({ id: eerste.id, nieuw: false });
    await inname.lever(b);
    expect(await inname.tel(`inschrijving where groep = 'B'`)).toBe(1);
    const derde = await Promise.all([inname.upload(a), inname.upload(a)]);
    expect(derde.filter((u) => u.nieuw)).toHaveLength(1);
    expect(new Set(derde.map((u) => u.id)).size).toBe(1);
    expect(derde[0]?.id).not.toBe(eerste.id);
    await inname.werk();
    expect(await inname.tel(`inschrijving where groep = 'B'`)).toBe(0);
    expect(await inname.upload(a)).toEqual({ id: derde[0]?.id, nieuw: false });
  });

  it('reads its own lines again as well, when another’s line tells of whom they are', async () => {
    await inname.leeg();
    const wie0 = kandidaatrij(0);
    // P at the mbo, with a PGN; nobody follows P yet
    await inname.lever(
      [
        {
          ...wie0,
          leerlingnummer: 'S0',
          examenkandidaat: 'N',
          onderwijssoort: 'mbo',
          leerweg: 'bol',
          niveau: '3',
          opleidingscode: '25180',
          status: 'aangemeld',
          begindatum: '2026-08-24',
        },
      ],
      { school: '99ZZ00' },
    );
    // P as candidate without PGN, and under another number and postcode as follow-on row that only the PGN tells
    const eigen = [
      { ...wie0, pgn: '' },
      {
        ...wie0,
        leerlingnummer: '2000',
        postcode: '5211ZZ',
        examenkandidaat: 'N',
        achternaam: 'Anders',
        onderwijssoort: 'havo',
        leerweg: '',
      },
    ];
    const { id } = await inname.lever(eigen);
    expect(await inname.tel('leerling')).toBe(1);
    expect(await inname.tel(`inschrijving where leerlingnummer = '2000'`)).toBe(1);
    const { tellingen, regels } = await inname.verslag(id);
    expect(tellingen).toMatchObject({ nieuw: 2, buitenCohort: 0 });
    expect(regels).toBe(2);
  });
});
