import { COACH, COORDINATOR, Vaststelling, type Item } from './vaststelling.js';

describe('settling another end', () => {
  let v: Vaststelling;
  beforeAll(async () => {
    v = await Vaststelling.start();
  }, 60_000);
  afterAll(() => v.keten.sluit());

  it('makes it verklaard at once, closes signaal and casus, and leaves a line without the code and a logboek row', async () => {
    const { leerling, id, versie } = await v.jongere();
    const gezet = await v.zet('bestemming', id, {
      ...{ bestemming: 'particulier', bewijs: 'inschrijfbewijs', geldigTot: '2026-05-31', versie },
    });
    expect(gezet).toMatchObject({
      status: 200,
      body: { stand: 'verklaard', bestemming: 'particulier', bestemmingTot: '2026-05-31' },
    });
    expect(gezet.koppen.get('etag')).toBe(`"${gezet.body.versie}"`);
    await v.keten.werkAf();
    expect(await v.lijst(leerling)).toMatchObject({ stand: 'verklaard', signalen: [] });
    expect(await v.sql('select fase, uitkomst from casus where leerling_id = $1', [leerling])).toEqual([
      { fase: 'gesloten', uitkomst: 'alsnogOpKoers' },
    ]);
    const [regel] = await v.sql<{ tekst: string; door: string; bron: string }>(
      `select tekst, door, bron from gebeurtenis where leerling_id = $1 and soort = 'bestemming'`,
      [leerling],
    );
    expect(regel).toMatchObject({ tekst: 'Er is een andere bestemming vastgelegd, geldig tot en met 2026-05-31.' });
    expect(regel?.door).toMatch(/^medewerker:\d+$/);
    expect(
      await v.sql(
        `select handeling, onderwerp, reden from logboek where leerling_id = $1 and route like 'PUT %/bestemming'`,
        [leerling],
      ),
    ).toEqual([{ handeling: 'schrijven', onderwerp: 'traject', reden: 'casusverantwoordelijke' }]);
    // and is judged again when it ran out
    await v.nacht('2026-06-01');
    expect(await v.lijst(leerling)).toMatchObject({ stand: 'inBehandeling', signalen: ['geenAanmelding'] });
  });

  it('refuses what was read too long ago: 409 on versie, 412 on If-Match, both with what is there now', async () => {
    const { id, versie } = await v.jongere();
    const body = { vervolg: 'havo', versie };
    const drie = await Promise.all([1, 2, 3].map(() => v.zet('voorgenomen-vervolg', id, body)));
    expect(drie.map((a) => a.status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
    const fout = drie.find((a) => a.status === 409)?.body;
    expect(fout).toMatchObject({
      code: 'versieVerouderd',
      gelezenVersie: versie,
      huidig: { id, voorgenomenVervolg: 'havo' },
    });
    const kop = await v.zet('voorgenomen-vervolg', id, { vervolg: null }, COACH, { 'if-match': `"${versie}"` });
    expect([kop.status, kop.body.code, kop.body.huidig?.voorgenomenVervolg]).toEqual([412, 'versieVerouderd', 'havo']);
    const nu = fout?.huidig?.versie ?? 0;
    expect((await v.zet('voorgenomen-vervolg', id, { vervolg: null }, COACH, { 'if-match': `"${nu}"` })).status).toBe(
      200,
    );
    expect((await v.zet('voorgenomen-vervolg', id, { vervolg: 'vavo' })).body.code).toBe('versieOntbreekt');
  });

  it.each(['werkZonderStartkwalificatie', 'tussenjaar', 'dagbesteding'])(
    'refuses %s while the data say plicht, not after it',
    async (bestemming) => {
      const body = { bestemming, bewijs: 'verklaringOuders', geldigTot: '2027-07-31' };
      const jong = await v.jongere();
      const nee = await v.zet('bestemming', jong.id, { ...body, versie: jong.versie });
      expect([nee.status, nee.body.code]).toEqual([409, 'nogLeerplichtig']);
      const oud = await v.jongere('2008-03-01');
      expect((await v.zet('bestemming', oud.id, { ...body, versie: oud.versie })).status).toBe(200);
    },
  );

  it('knows work with a startkwalificatie only of who has one', async () => {
    const { id, versie } = await v.jongere('2008-03-01');
    const body = { bestemming: 'werkMetStartkwalificatie', bewijs: 'arbeidscontract', versie };
    expect((await v.zet('bestemming', id, body)).body.code).toBe('geenStartkwalificatie');
    await v.sql(
      `insert into diploma (regio_id, leerling_id, onderwijssoort, datum, datum_afgeleid, startkwalificatie) select regio_id, leerling_id, 'havo', '2026-03-01', false, true from traject where id = $1`,
      [id],
    );
    expect((await v.zet('bestemming', id, body)).status).toBe(200);
  });

  it('leaves an exemption to leerplicht, with an article that is closed in the database, until 31 July unless for good', async () => {
    const { id, versie } = await v.jongere();
    const body = { bestemming: 'vrijstelling', bewijs: 'beschikking', grond: 'art5a', geldigTot: '2026-07-31', versie };
    expect((await v.zet('bestemming', id, body)).body.code).toBe('alleenLeerplichtambtenaar');
    await v.sql(
      `insert into medewerker_rol (regio_id, medewerker_id, rol, gemeenten) select 36, id, 'leerplichtambtenaar', '{0796}' from medewerker where email = $1`,
      [COACH],
    );
    const veld = async (anders: object): Promise<unknown> =>
      (await v.zet('bestemming', id, { ...body, ...anders })).body.fouten?.[0]?.veld;
    expect(await veld({ grond: undefined })).toBe('grond');
    expect(await veld({ geldigTot: '2026-06-30' })).toBe('geldigTot');
    expect(await veld({ geldigTot: undefined })).toBe('geldigTot');
    expect(await veld({ bestemming: 'vervangendeLeerplicht', geldigTot: undefined, permanent: true })).toBe(
      'permanent',
    );
    const goed = await v.zet('bestemming', id, { ...body, geldigTot: undefined, permanent: true });
    expect(goed).toMatchObject({ status: 200, body: { stand: 'verklaard', bestemming: 'vrijstelling' } });
    const [rij] = await v.sql<{ grond: Buffer }>('select bestemming_grond as grond from traject where id = $1', [id]);
    expect(rij?.grond.includes(Buffer.from('art5a'))).toBe(false);
    expect(JSON.stringify(goed.body)).not.toContain('art5a');
    await v.sql(
      `delete from medewerker_rol where rol = 'leerplichtambtenaar' and medewerker_id = (select id from medewerker where email = $1)`,
      [COACH],
    );
  });

  it('hands over to another region only with its acceptance', async () => {
    const { id, versie } = await v.jongere();
    const body = {
      bestemming: 'overgedragenAndereRegio',
      bewijs: 'acceptatieRegio',
      naarRegio: 12,
      acceptatieDatum: '2026-04-01',
      versie,
    };
    const veld = async (anders: object): Promise<unknown> =>
      (await v.zet('bestemming', id, { ...body, ...anders })).body.fouten?.[0]?.veld;
    expect(await veld({ naarRegio: undefined })).toBe('naarRegio');
    expect(await veld({ naarRegio: 36 })).toBe('naarRegio');
    expect(await veld({ acceptatieDatum: undefined })).toBe('acceptatieDatum');
    expect(await veld({ acceptatieDatum: '2026-04-03' })).toBe('acceptatieDatum');
    expect(await veld({ bewijs: 'brief' })).toBe('bewijs');
    expect(await veld({ bestemming: 'particulier', geldigTot: '2026-07-31' })).toBe('naarRegio');
    expect((await v.zet('bestemming', id, body)).body.stand).toBe('verklaard');
    const ids = (await v.keten.alles<Item>('doorstroom/2025-2026/trajecten?waarvan=buitenNoemer', COORDINATOR)).map(
      (t) => t.id,
    );
    expect(ids).toEqual([id]);
  });

  it('refuses a last day that is over, or years away, or not there', async () => {
    const { id, versie } = await v.jongere();
    for (const geldigTot of ['2026-04-01', '2031-01-01', undefined]) {
      const { status, body } = await v.zet('bestemming', id, {
        bestemming: 'havo',
        bewijs: 'brief',
        geldigTot,
        versie,
      });
      expect([status, body.fouten?.[0]?.veld]).toEqual([400, 'geldigTot']);
    }
    expect((await v.zet('bestemming', id, { bestemming: 'havo', geldigTot: '2026-07-31', versie })).status).toBe(400);
  });
});
