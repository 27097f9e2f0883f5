import type { Wie } from '#kern';
import { Inname } from '../test/inname.js';
import { aanmeldrij, kandidaatrij, kandidaten } from '../test/rijen.js';

const MENS = { soort: 'medewerker', id: '1', regioId: 36, naam: 'Zorg' } as const;
const ZORG: Wie = {
  ...MENS,
  rollen: [{ rol: 'zorgcoordinator', scholen: ['99AA00'], gemeenten: [], heleRegio: false }],
};
const COORDINATOR: Wie = {
  ...MENS,
  rollen: [{ rol: 'regiocoordinator', scholen: [], gemeenten: [], heleRegio: true }],
};

describe('the gate', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  beforeEach(async () => {
    inname.klok.zet('2026-03-16');
    await inname.leeg();
  });
  afterAll(() => inname.sluit());

  it('holds a file that would lose 20 % until a person of the school confirms', async () => {
    await inname.lever(kandidaten(100));
    inname.klok.zet('2026-03-17');
    const verslag = await inname.lever(kandidaten(80));
    expect(verslag).toMatchObject({
      status: 'wachtOpBevestiging',
      regels: 80,
      redenWachten: expect.stringContaining('20 van de 100'),
    });
    expect(verslag.gevonden).toEqual([expect.objectContaining({ regel: null, code: 'verliesTeGroot' })]);
    expect(inname.aangehouden).toEqual(['99AA00']);
    expect(await inname.tel('inschrijving where verdwenen_op is not null')).toBe(0);
    await inname.besluiten.bevestig(ZORG, verslag.id, 'Twintig leerlingen zijn naar een andere school.');
    await inname.werk();
    expect(await inname.verslag(verslag.id)).toMatchObject({
      status: 'verwerkt',
      tellingen: { verdwenen: 20, ongewijzigd: 80 },
    });
    await expect(inname.besluiten.verwerp(ZORG, verslag.id, 'Toch niet.')).rejects.toMatchObject({
      code: 'wachtNietMeer',
    });
  });

  it('puts a rejected file aside, lets another person decide only when it may, and takes the same bytes again', async () => {
    await inname.lever(kandidaten(100));
    inname.klok.zet('2026-03-17');
    const { id } = await inname.lever(kandidaten(80));
    const vreemd: Wie = { ...ZORG, rollen: ZORG.rollen.map((rol) => ({ ...rol, scholen: ['99BB00'] })) };
    await expect(inname.besluiten.verwerp(vreemd, id, 'x')).rejects.toMatchObject({ code: 'nietGevonden' });
    await expect(inname.besluiten.verwerp(COORDINATOR, id, 'x')).rejects.toMatchObject({ code: 'besluitNietAanU' });
    inname.klok.zet('2026-03-19');
    await inname.besluiten.verwerp(COORDINATOR, id, 'Verkeerde selectie.');
    expect(await inname.verslag(id)).toMatchObject({ status: 'verworpen' });
    expect(await inname.upload(kandidaten(80), { peildatum: '2026-03-17' })).toMatchObject({ nieuw: true });
  });

  it('lets a newer file replace the one that waits', async () => {
    await inname.lever(kandidaten(100));
    inname.klok.zet('2026-03-17');
    const { id } = await inname.lever(kandidaten(80));
    const nieuw = await inname.lever(kandidaten(99));
    expect(await inname.verslag(id)).toMatchObject({ status: 'vervallen' });
    expect(nieuw).toMatchObject({ status: 'verwerkt', tellingen: { verdwenen: 1 } });
    await expect(inname.besluiten.bevestig(ZORG, id, 'x')).rejects.toMatchObject({ code: 'wachtNietMeer' });
  });

  it('lets a confirmed file through when mutations of its day came meanwhile, but no full file', async () => {
    await inname.lever(kandidaten(100));
    inname.klok.zet('2026-03-17');
    const { id } = await inname.lever(kandidaten(80));
    expect(await inname.lever([kandidaatrij(200)], { modus: 'mutaties' })).toMatchObject({ status: 'verwerkt' });
    await inname.besluiten.bevestig(ZORG, id, 'Twintig leerlingen zijn weg.');
    await inname.werk();
    expect(await inname.verslag(id)).toMatchObject({ status: 'verwerkt' });
  });

  it('only warns from July to October, up to half', async () => {
    inname.klok.zet('2026-07-02');
    await inname.lever(kandidaten(100));
    inname.klok.zet('2026-07-03');
    const helft = await inname.lever(kandidaten(60));
    expect(helft).toMatchObject({
      status: 'verwerkt',
      tellingen: { verdwenen: 40 },
      gevonden: [{ code: 'verliesTeGroot', ernst: 'waarschuwing' }],
    });
    inname.klok.zet('2026-07-04');
    expect(await inname.lever(kandidaten(29))).toMatchObject({ status: 'wachtOpBevestiging' });
  });

  it('does not ask about last year’s candidates in the first file after 1 August', async () => {
    await inname.lever(kandidaten(60));
    inname.klok.zet('2026-08-20');
    expect(await inname.lever(kandidaten(20, 500), { peildatum: '2026-08-20' })).toMatchObject({
      status: 'verwerkt',
    });
  });

  it('holds a file of which more than a tenth is quarantined', async () => {
    const rijen = kandidaten(20).map((rij, n) => (n < 3 ? { ...rij, status: 'x' } : rij));
    expect(await inname.lever(rijen)).toMatchObject({
      status: 'wachtOpBevestiging',
      tellingen: { nieuw: 0, quarantaine: 3 },
    });
    expect(await inname.tel('leerling')).toBe(0);
  });

  it('holds a file of which matching itself keeps out more than a tenth, and leaves nothing of it but the findings', async () => {
    await inname.lever(kandidaten(20));
    inname.klok.zet('2026-03-17');
    inname.verwerkt.length = 0;
    const vanAnder = { achternaam: 'Iemand', roepnaam: 'Anders', geboortedatum: '2008-01-01' };
    const rijen = [...kandidaten(20).map((rij, n) => (n < 3 ? { ...rij, ...vanAnder } : rij)), kandidaatrij(50)];
    const verslag = await inname.lever(rijen);
    expect(verslag).toMatchObject({
      status: 'wachtOpBevestiging',
      regels: 21,
      redenWachten: expect.stringContaining('3 van de 21'),
      tellingen: { nieuw: 0, ongewijzigd: 0, quarantaine: 3 },
    });
    expect(
      verslag.gevonden.map(({ regel, code }) => [regel, code]).toSorted(([a], [b]) => Number(a) - Number(b)),
    ).toEqual([
      [null, 'quarantaineTeGroot'],
      [2, 'pgnVanAnder'],
      [3, 'pgnVanAnder'],
      [4, 'pgnVanAnder'],
    ]);
    expect(await inname.tel('leerling')).toBe(20);
    expect(await inname.tel('inschrijving where niet_bevestigd')).toBe(0);
    expect(inname.verwerkt).toEqual([]);
    expect(inname.aangehouden).toEqual(['99AA00']);
    await inname.besluiten.bevestig(ZORG, verslag.id, 'De PGN zijn verwisseld, wij herstellen ze morgen.');
    await inname.werk();
    expect(await inname.verslag(verslag.id)).toMatchObject({
      status: 'verwerkt',
      tellingen: { nieuw: 1, ongewijzigd: 17, quarantaine: 3 },
    });
    expect(await inname.tel('inschrijving where niet_bevestigd')).toBe(3);
  });

  it('holds another school’s file, but not applications of another school’s pupils', async () => {
    await inname.lever(kandidaten(20));
    expect(await inname.lever(kandidaten(20), { school: '99BB00' })).toMatchObject({
      status: 'wachtOpBevestiging',
      gevonden: [{ code: 'andereSchool' }],
    });
    const aanmeldingen = kandidaten(20).map((rij, n) => aanmeldrij(n, { leerlingnummer: rij['leerlingnummer'] ?? '' }));
    expect(await inname.lever(aanmeldingen, { school: '99ZZ00' })).toMatchObject({
      status: 'verwerkt',
      tellingen: { nieuw: 20 },
    });
  });
});
