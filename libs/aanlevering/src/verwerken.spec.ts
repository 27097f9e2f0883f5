import { Inname } from './test/inname.js';
import { aanmeldrij, alsCsv, kandidaatrij, kandidaten } from './test/rijen.js';

describe('a delivery from upload to processing', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  beforeEach(async () => {
    inname.klok.zet('2026-03-16');
    await inname.leeg();
  });
  afterAll(() => inname.sluit());

  it('processes a file, adds up its counts, tells who follows, and leaves no work table', async () => {
    const verslag = await inname.lever(kandidaten(30));
    expect(verslag).toMatchObject({
      status: 'verwerkt',
      schooljaar: '2025-2026',
      regels: 30,
      tellingen: {
        nieuw: 30,
        gewijzigd: 0,
        ongewijzigd: 0,
        verdwenen: 0,
        buitenCohort: 0,
        quarantaine: 0,
        koppelvoorstellen: 0,
      },
      bevindingen: { fouten: 0, waarschuwingen: 0 },
    });
    expect(inname.verwerkt).toEqual([
      { regioId: 36, aanleveringId: verslag.id, school: '99AA00', schooljaar: 2025, peildatum: '2026-03-16' },
    ]);
    expect(await inname.tel(`pg_class where relnamespace = 'inname'::regnamespace`)).toBe(0);
    inname.klok.zet('2026-03-17');
    const tweede = await inname.lever([...kandidaten(29), kandidaatrij(29, { uitslag: 'geslaagd' })]);
    expect(tweede.tellingen).toMatchObject({ nieuw: 0, gewijzigd: 1, ongewijzigd: 29 });
  });

  it('has the same effect once when its job runs twice and three workers come at once', async () => {
    const { id } = await inname.upload(kandidaten(30));
    await inname.db.bron.query(
      `insert into opdracht (regio_id, soort, data) select 36, 'aanlevering.verwerk', jsonb_build_object('aanleveringId', $1::text) from generate_series(1, 3)`,
      [id],
    );
    await inname.werk({ werkers: 3 });
    expect((await inname.verslag(id)).tellingen.nieuw).toBe(30);
    expect(inname.verwerkt).toHaveLength(1);
    expect(await inname.tel('leerling')).toBe(30);
  });

  it('takes two waiting files of a school in the order of their peildatum, whichever job comes first', async () => {
    const oud = await inname.upload([...kandidaten(20), kandidaatrij(99)], { peildatum: '2026-03-14' });
    const nieuw = await inname.upload(kandidaten(20), { peildatum: '2026-03-15' });
    await inname.db.bron.query(
      `update opdracht set vanaf = vanaf + interval '1 hour' where data->>'aanleveringId' = $1`,
      [oud.id],
    );
    await inname.werk();
    expect(await inname.verslag(oud.id)).toMatchObject({ status: 'verwerkt', regels: 21 });
    expect(await inname.verslag(nieuw.id)).toMatchObject({ status: 'verwerkt', tellingen: { verdwenen: 1 } });
    expect(await inname.tel('examenkandidatuur')).toBe(21);
  });

  it('waits for whoever works on the same school', async () => {
    const { id } = await inname.upload(kandidaten(2));
    const slot = inname.db.bron.createQueryRunner();
    await slot.query(`select pg_advisory_lock(7584902, hashtext('36:99AA00'))`);
    const werk = inname.werk();
    for (let wacht = 0; wacht === 0;) wacht = await inname.tel(`pg_locks where classid = 7584902 and not granted`);
    expect(await inname.verslag(id)).toMatchObject({ status: 'ontvangen' });
    await slot.query('select pg_advisory_unlock_all()');
    await slot.release();
    await werk;
    expect(await inname.verslag(id)).toMatchObject({ status: 'verwerkt' });
  });

  it('leaves the old state when processing breaks, and finishes when it is tried again', async () => {
    await inname.db.bron
      .query(`create function breek() returns trigger language plpgsql as $$ begin raise 'stuk'; end $$;
      create trigger breek before update on aanlevering for each row when (new.status = 'verwerkt') execute function breek()`);
    const { id } = await inname.upload(kandidaten(5));
    await inname.werk({ laatMislukken: true });
    expect(await inname.tel('leerling')).toBe(0);
    expect(await inname.verslag(id)).toMatchObject({ status: 'ontvangen', regels: null });
    await inname.db.bron.query('drop trigger breek on aanlevering');
    await inname.werk({ tot: new Date(Date.now() + 86_400_000) });
    expect(await inname.verslag(id)).toMatchObject({ status: 'verwerkt', tellingen: { nieuw: 5 } });
  });

  it('keeps yesterday’s data of a quarantined row and does not take the leerling for gone', async () => {
    await inname.lever(kandidaten(30));
    inname.klok.zet('2026-03-17');
    const bestand = alsCsv([...kandidaten(28), kandidaatrij(28, { geboortedatum: '2009-02-30' }), kandidaatrij(29)]);
    const kapot = bestand.replace(/\n(1029;[^\n]*)\n$/, '\n$1;teveel\n');
    const verslag = await inname.lever(kapot);
    expect(verslag).toMatchObject({
      status: 'verwerkt',
      tellingen: { ongewijzigd: 28, quarantaine: 2, verdwenen: 0 },
      bevindingen: { fouten: 2 },
    });
    expect(
      await inname.db.bron.query(
        `select leerlingnummer from inschrijving where niet_bevestigd and verdwenen_op is null order by 1`,
      ),
    ).toEqual([{ leerlingnummer: '1028' }, { leerlingnummer: '1029' }]);
  });

  it('gives the same result when the application comes before the candidate', async () => {
    const mbo = await inname.lever([aanmeldrij(1), aanmeldrij(2), aanmeldrij(800)], { school: '99ZZ00' });
    expect(mbo.tellingen).toMatchObject({ nieuw: 0, buitenCohort: 3 });
    await inname.lever([kandidaatrij(1), kandidaatrij(2, { pgn: '' })]);
    const { tellingen, regels } = await inname.verslag(mbo.id);
    expect(tellingen).toMatchObject({ nieuw: 2, buitenCohort: 1 });
    expect(regels).toBe(3);
    expect(
      await inname.db.bron.query(`select school, count(*)::int as aantal from inschrijving group by 1 order by 1`),
    ).toEqual([
      { school: '99AA00', aantal: 2 },
      { school: '99ZZ00', aantal: 2 },
    ]);
  });

  describe('rejected whole', () => {
    it.each([
      ['leegBestand', ''],
      ['leegBestand', alsCsv([kandidaatrij(1)]).split('\n')[0] ?? ''],
      ['geenKopregel', alsCsv([kandidaatrij(1)]).split('\n')[1] ?? ''],
      ['kolomOntbreekt', alsCsv([kandidaatrij(1)]).replace('roepnaam', 'naam')],
      ['tekensetOnleesbaar', Buffer.from(alsCsv([kandidaatrij(1)]), 'utf16le')],
      ['geenKopregel', Buffer.from(Array.from({ length: 5000 }, (_, i) => 128 + ((i * 7919) % 120)))],
      ['geenKopregel', Buffer.alloc(3 * 1024 * 1024, 'x')],
    ])('%s', async (code, bestand) => {
      const verslag = await inname.lever(bestand);
      expect(verslag).toMatchObject({
        status: 'afgekeurd',
        bevindingen: { fouten: 1 },
        gevonden: [{ regel: null, code, ernst: 'fout' }],
      });
      expect(await inname.tel('leerling')).toBe(0);
    });

    it('60 % bad rows, with every finding, and the same bytes may come again', async () => {
      const rijen = kandidaten(20).map((rij, n) => (n < 12 ? { ...rij, onderwijssoort: 'x' } : rij));
      const verslag = await inname.lever(rijen);
      expect(verslag).toMatchObject({ status: 'afgekeurd', regels: 20, bevindingen: { fouten: 13 } });
      expect(verslag.gevonden.at(-1)).toMatchObject({ regel: null, code: 'teVeelFouten' });
      expect(await inname.tel('leerling')).toBe(0);
      expect(await inname.upload(rijen)).toMatchObject({ nieuw: true });
    });
  });
});
