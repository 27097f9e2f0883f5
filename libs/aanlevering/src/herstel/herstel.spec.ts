import { leesStand, type Stand } from '#leerlingen/test';
import { FOUT, Herstelbank } from '../test/herstel.js';
import { Inname } from '../test/inname.js';
import { aanmeldrij, kandidaatrij, kandidaten } from '../test/rijen.js';

describe('repairing only the rows that were kept out', () => {
  let inname: Inname;
  let bank: Herstelbank;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
    bank = new Herstelbank(inname);
  });
  beforeEach(async () => {
    inname.klok.zet('2026-03-16');
    await inname.leeg();
  });
  afterAll(() => inname.sluit());

  const stand = (): Promise<Stand> => leesStand(inname.db);

  it('takes the repaired rows over, and their lines and findings out of the delivery that they are of', async () => {
    const origineel = await bank.nacht();
    expect(origineel).toMatchObject({
      status: 'verwerkt',
      tellingen: { ongewijzigd: 27, nieuw: 12, quarantaine: 4 },
      bevindingen: { fouten: 4, waarschuwingen: 4 },
    });
    expect(await bank.nietBevestigd()).toBe(3);
    const kandidatenOpen = () => inname.tel(`aanlevering where id = ${origineel.id} and kandidaten_in_quarantaine = 1`);
    expect(await kandidatenOpen()).toBe(1);
    const deel = await bank.herstel(origineel.id, [
      kandidaatrij(27),
      kandidaatrij(28, { groep: '4b' }),
      kandidaatrij(30),
    ]);
    expect(deel).toMatchObject({
      ...{ status: 'verwerkt', school: '99AA00', peildatum: '2026-03-17', modus: 'mutaties' },
      herstelVan: origineel.id,
      tellingen: { nieuw: 1, gewijzigd: 1, ongewijzigd: 1, quarantaine: 0, verdwenen: 0 },
      gevonden: [],
    });
    const na = await inname.verslag(origineel.id);
    expect(na).toMatchObject({
      regels: 43,
      tellingen: { ongewijzigd: 28, nieuw: 13, gewijzigd: 1, quarantaine: 1 },
      bevindingen: { fouten: 1, waarschuwingen: 1 },
    });
    expect(na.gevonden.map(({ regel, code }) => [regel, code])).toEqual(
      origineel.gevonden.filter(({ regel }) => regel === 31).map(({ regel, code }) => [regel, code]),
    );
    expect([await bank.nietBevestigd(), await kandidatenOpen()]).toEqual([1, 0]);
    expect(na.herstelVan).toBeUndefined();
    await bank.herstel(origineel.id, [kandidaatrij(29)]);
    expect(await inname.verslag(origineel.id)).toMatchObject({
      tellingen: { ongewijzigd: 29, quarantaine: 0 },
      gevonden: [],
    });
    expect(await bank.nietBevestigd()).toBe(0);
    await expect(inname.herstel(origineel.id, [kandidaatrij(28)])).rejects.toMatchObject({ code: 'nietsTeHerstellen' });
  });

  it('gives in two files what the right file would have given in one', async () => {
    const { id } = await bank.nacht();
    await bank.herstel(
      id,
      [27, 28, 29, 30].map((n) => kandidaatrij(n)),
    );
    const hersteld = await stand();
    await inname.leeg();
    inname.klok.zet('2026-03-16');
    await inname.lever(kandidaten(30));
    inname.klok.zet('2026-03-17');
    await inname.lever(kandidaten(43));
    const tel = (s: Stand): unknown => Object.entries(s).map(([tabel, rijen]) => [tabel, rijen.length]);
    expect(tel(hersteld)).toEqual(tel(await stand()));
  });

  it('does not process a row that was not kept out, and says so', async () => {
    const { id } = await bank.nacht();
    const verslag = await bank.herstel(id, [
      ...[27, 28, 29].map((n) => kandidaatrij(n)),
      kandidaatrij(0, { groep: '9z' }),
      kandidaatrij(99),
    ]);
    expect(verslag).toMatchObject({ status: 'verwerkt', tellingen: { ongewijzigd: 3, nieuw: 0, quarantaine: 2 } });
    expect(verslag.gevonden.map(({ regel, code, ernst }) => [regel, code, ernst])).toEqual([
      [5, 'nietInQuarantaine', 'fout'],
      [6, 'nietInQuarantaine', 'fout'],
    ]);
    expect(await inname.tel(`inschrijving where groep = '9z' or leerlingnummer = '1099'`)).toBe(0);
    expect(await inname.verslag(id)).toMatchObject({ tellingen: { quarantaine: 1 } });
  });

  it('leaves a row that is still wrong where it was', async () => {
    const { id } = await bank.nacht();
    const verslag = await bank.herstel(id, [kandidaatrij(27), kandidaatrij(28, FOUT)]);
    expect(verslag).toMatchObject({ status: 'verwerkt', tellingen: { ongewijzigd: 1, quarantaine: 1 } });
    expect(await inname.verslag(id)).toMatchObject({ tellingen: { ongewijzigd: 28, quarantaine: 3 } });
    expect(await bank.nietBevestigd()).toBe(2);
  });

  it('repairs what matching kept out, and leaves it while matching still does', async () => {
    await inname.lever(kandidaten(30));
    inname.klok.zet('2026-03-17');
    const ander = kandidaatrij(29, { pgn: kandidaatrij(3)['pgn'] ?? '' });
    const origineel = await inname.lever([...kandidaten(3), ...kandidaten(25, 4), kandidaatrij(3, FOUT), ander]);
    expect(origineel).toMatchObject({ status: 'verwerkt', tellingen: { quarantaine: 2 } });
    const nogFout = await bank.herstel(origineel.id, [ander, kandidaatrij(3)]);
    expect(nogFout.tellingen.quarantaine).toBeGreaterThan(0);
    const open = (await inname.verslag(origineel.id)).tellingen.quarantaine;
    expect(open).toBe(nogFout.tellingen.quarantaine);
    await bank.herstel(origineel.id, [kandidaatrij(29), kandidaatrij(3)]);
    expect(await inname.verslag(origineel.id)).toMatchObject({
      tellingen: { quarantaine: 0 },
      bevindingen: { fouten: 0 },
    });
  });

  it('tells rows of one leerling apart: what was taken over already repairs nothing', async () => {
    await inname.lever(kandidaten(12));
    const mbo = [aanmeldrij(1), aanmeldrij(1, { opleidingscode: '25655', begindatum: 'later' })];
    const overig = Array.from({ length: 10 }, (_, n) => aanmeldrij(n + 2));
    const { id } = await inname.lever([...mbo, ...overig], { school: '99ZZ00' });
    expect(await inname.verslag(id)).toMatchObject({ tellingen: { nieuw: 11, quarantaine: 1 } });
    const goed = aanmeldrij(1, { opleidingscode: '25655' });
    const verslag = await bank.herstel(id, [
      aanmeldrij(1, { status: 'afgewezen' }),
      goed,
      aanmeldrij(1, { opleidingscode: '25604' }),
    ]);
    expect(verslag.status).toBe('afgekeurd');
    const alleen = await bank.herstel(id, [goed, aanmeldrij(1, { status: 'afgewezen' })]);
    expect(alleen).toMatchObject({ status: 'verwerkt', tellingen: { nieuw: 1, quarantaine: 1 } });
    expect(await inname.tel(`inschrijving where school = '99ZZ00' and status = 'afgewezen'`)).toBe(0);
    expect(await inname.verslag(id)).toMatchObject({ tellingen: { nieuw: 12, quarantaine: 0 } });
  });

  describe('the same again', () => {
    it('is the same, also after another repair and two at once', async () => {
      const { id } = await bank.nacht();
      const twee = await Promise.all([1, 2].map(() => inname.herstel(id, [kandidaatrij(27)])));
      expect(new Set(twee.map((uitkomst) => uitkomst.id)).size).toBe(1);
      expect(twee.filter(({ nieuw }) => nieuw)).toHaveLength(1);
      await inname.werk();
      await bank.herstel(id, [kandidaatrij(28)]);
      expect(await inname.herstel(id, [kandidaatrij(27)])).toEqual({ id: twee[0]?.id, nieuw: false });
      await bank.herstel(id, [kandidaatrij(29), kandidaatrij(30)]);
      expect(await inname.herstel(id, [kandidaatrij(27)])).toEqual({ id: twee[0]?.id, nieuw: false });
    });

    it('moves the lines once when its job runs twice and three workers come at once', async () => {
      const { id } = await bank.nacht();
      const upload = await inname.herstel(id, [kandidaatrij(27)]);
      await inname.db.bron.query(
        `insert into opdracht (regio_id, soort, data) select 36, 'aanlevering.verwerk', jsonb_build_object('aanleveringId', $1::text) from generate_series(1, 3)`,
        [upload.id],
      );
      await inname.werk({ werkers: 3 });
      expect(await inname.verslag(id)).toMatchObject({ tellingen: { ongewijzigd: 28, quarantaine: 3 } });
    });

    it('is another delivery than the same bytes as mutaties, and leaves the repaired file what it was', async () => {
      await inname.lever(kandidaten(30));
      const bestand = [...kandidaten(29), kandidaatrij(29, FOUT)];
      const { id } = await inname.lever(bestand, { peildatum: '2026-03-16' });
      const upload = await inname.herstel(id, [kandidaatrij(29)]);
      await inname.werk();
      expect(await inname.upload(bestand)).toEqual({ id, nieuw: false });
      const mutaties = await inname.upload([kandidaatrij(29)], { modus: 'mutaties' });
      expect(mutaties).toMatchObject({ nieuw: true });
      expect(mutaties.id).not.toBe(upload.id);
    });
  });

  it('is over with the next right file: no finding, nobody unconfirmed', async () => {
    await bank.nacht();
    expect(await bank.nietBevestigd()).toBe(3);
    inname.klok.zet('2026-03-18');
    const volgende = await inname.lever(kandidaten(43));
    expect(volgende).toMatchObject({ status: 'verwerkt', tellingen: { quarantaine: 0, nieuw: 1 }, gevonden: [] });
    expect(await bank.nietBevestigd()).toBe(0);
    expect(
      await inname.tel(`aanlevering where peildatum = '2026-03-18' and (fouten > 0 or kandidaten_in_quarantaine > 0)`),
    ).toBe(0);
  });
});
