import { maakLeerling } from '#casussen/test';
import { Keten } from '../scenario/keten.js';
import { SCENARIOREGIO } from '../scenario/regio.js';

const COACH = 'coach-a@regio.example';
const ANDERE_COACH = 'coach-b@regio.example';
const LEERPLICHT = 'leerplicht@regio.example';
const COORDINATOR = 'coordinator@regio.example';
const DECAAN = 'decaan@regio.example';
const BEWAKER = 'bewaker@regio.example';

interface Item {
  id: string;
  leerling: { id: string };
  stand: string;
  signalen?: string[];
  versie: number;
  bestemming?: string;
  bestemmingTot?: string;
  voorgenomenVervolg?: string;
  aankomstBevestigdDatum?: string;
  casusId?: string;
}
interface Probleem {
  code: string;
  huidig?: Item;
  gelezenVersie?: number;
  fouten?: { veld: string }[];
}

/** Born 1 March 2010: kwalificatieplichtig; the other is 18 on 1 March 2026. */
describe('settling another end', () => {
  let keten: Keten;
  beforeAll(async () => {
    const decaan = { email: DECAAN, naam: 'Dea Decaan', rollen: [{ rol: 'decaan', scholen: ['99AA00'] }] };
    keten = await Keten.start('2026-04-02', {
      ...SCENARIOREGIO,
      medewerkers: [...(SCENARIOREGIO.medewerkers ?? []), decaan],
    } as typeof SCENARIOREGIO);
  }, 60_000);
  afterAll(() => keten.sluit());

  const sql = <R = unknown>(tekst: string, binds: unknown[] = []): Promise<R[]> =>
    keten.api.db.bron.query<R[]>(tekst, binds);
  const zet = (wat: string, id: string, body: object, als = COACH, koppen = {}) =>
    keten.api.vraag<Item & Probleem>(
      wat === 'correctie' ? 'POST' : 'PUT',
      `doorstroom/2025-2026/trajecten/${id}/${wat}`,
      {
        als,
        body,
        koppen,
      },
    );
  const lijst = async (leerling: string, als = COORDINATOR): Promise<Item | undefined> =>
    (await keten.alles<Item>('doorstroom/2025-2026/trajecten', als)).find((t) => t.leerling.id === leerling);
  const nacht = async (op: string): Promise<void> => {
    keten.api.klok.zet(op);
    await sql(
      `insert into school_stand (regio_id, school, laatste_op, volledig_op) select regio_id, code, $1, $1 from school
       on conflict (regio_id, school) do update set laatste_op = excluded.laatste_op, volledig_op = excluded.volledig_op`,
      [op],
    );
    await keten.vraag('POST', 'doorstroomcontroles', COORDINATOR, { status: 202, body: { schooljaar: '2025-2026' } });
    await keten.werkAf();
  };
  /** A youngster with an open casus of coach A since 2 April. */
  const jongere = async (geboortedatum = '2010-03-01'): Promise<{ leerling: string; id: string; versie: number }> => {
    const leerling = await maakLeerling(keten.api.db.bron, { geboortedatum, school: '99AA00', woongemeente: '0796' });
    await nacht('2026-04-02');
    const traject = await lijst(leerling);
    expect(traject).toMatchObject({ stand: 'inBehandeling', signalen: ['geenAanmelding'] });
    return { leerling, id: traject?.id ?? '', versie: traject?.versie ?? 0 };
  };

  it('makes it verklaard at once, closes signaal and casus, and leaves a line without the code and a logboek row', async () => {
    const { leerling, id, versie } = await jongere();
    const gezet = await zet('bestemming', id, {
      ...{ bestemming: 'particulier', bewijs: 'inschrijfbewijs', geldigTot: '2026-05-31', versie },
    });
    expect(gezet).toMatchObject({
      status: 200,
      body: { stand: 'verklaard', bestemming: 'particulier', bestemmingTot: '2026-05-31' },
    });
    expect(gezet.koppen.get('etag')).toBe(`"${gezet.body.versie}"`);
    await keten.werkAf();
    expect(await lijst(leerling)).toMatchObject({ stand: 'verklaard', signalen: [] });
    expect(await sql('select fase, uitkomst from casus where leerling_id = $1', [leerling])).toEqual([
      { fase: 'gesloten', uitkomst: 'alsnogOpKoers' },
    ]);
    const [regel] = await sql<{ tekst: string; door: string; bron: string }>(
      `select tekst, door, bron from gebeurtenis where leerling_id = $1 and soort = 'bestemming'`,
      [leerling],
    );
    expect(regel).toMatchObject({ tekst: 'Er is een andere bestemming vastgelegd, geldig tot en met 2026-05-31.' });
    expect(regel?.door).toMatch(/^medewerker:\d+$/);
    expect(
      await sql(
        `select handeling, onderwerp, reden from logboek where leerling_id = $1 and route like 'PUT %/bestemming'`,
        [leerling],
      ),
    ).toEqual([{ handeling: 'schrijven', onderwerp: 'traject', reden: 'casusverantwoordelijke' }]);
    // and is judged again when it ran out
    await nacht('2026-06-01');
    expect(await lijst(leerling)).toMatchObject({ stand: 'inBehandeling', signalen: ['geenAanmelding'] });
  });

  it('refuses what was read too long ago: 409 on versie, 412 on If-Match, both with what is there now', async () => {
    const { id, versie } = await jongere();
    const body = { vervolg: 'havo', versie };
    const drie = await Promise.all([1, 2, 3].map(() => zet('voorgenomen-vervolg', id, body)));
    expect(drie.map((a) => a.status).sort()).toEqual([200, 409, 409]);
    const fout = drie.find((a) => a.status === 409)?.body;
    expect(fout).toMatchObject({
      code: 'versieVerouderd',
      gelezenVersie: versie,
      huidig: { id, voorgenomenVervolg: 'havo' },
    });
    const kop = await zet('voorgenomen-vervolg', id, { vervolg: null }, COACH, { 'if-match': `"${versie}"` });
    expect([kop.status, kop.body.code, kop.body.huidig?.voorgenomenVervolg]).toEqual([412, 'versieVerouderd', 'havo']);
    const nu = fout?.huidig?.versie ?? 0;
    expect((await zet('voorgenomen-vervolg', id, { vervolg: null }, COACH, { 'if-match': `"${nu}"` })).status).toBe(
      200,
    );
    expect((await zet('voorgenomen-vervolg', id, { vervolg: 'vavo' })).body.code).toBe('versieOntbreekt');
  });

  it.each(['werkZonderStartkwalificatie', 'tussenjaar', 'dagbesteding'])(
    'refuses %s while the data say plicht, not after it',
    async (bestemming) => {
      const body = { bestemming, bewijs: 'verklaringOuders', geldigTot: '2027-07-31' };
      const jong = await jongere();
      const nee = await zet('bestemming', jong.id, { ...body, versie: jong.versie });
      expect([nee.status, nee.body.code]).toEqual([409, 'nogLeerplichtig']);
      const oud = await jongere('2008-03-01');
      expect((await zet('bestemming', oud.id, { ...body, versie: oud.versie })).status).toBe(200);
    },
  );

  it('knows work with a startkwalificatie only of who has one', async () => {
    const { id, versie } = await jongere('2008-03-01');
    const body = { bestemming: 'werkMetStartkwalificatie', bewijs: 'arbeidscontract', versie };
    expect((await zet('bestemming', id, body)).body.code).toBe('geenStartkwalificatie');
    await sql(
      `insert into diploma (regio_id, leerling_id, onderwijssoort, datum, datum_afgeleid, startkwalificatie) select regio_id, leerling_id, 'havo', '2026-03-01', false, true from traject where id = $1`,
      [id],
    );
    expect((await zet('bestemming', id, body)).status).toBe(200);
  });

  it('leaves an exemption to leerplicht, with an article that is closed in the database, until 31 July unless for good', async () => {
    const { id, versie } = await jongere();
    const body = { bestemming: 'vrijstelling', bewijs: 'beschikking', grond: 'art5a', geldigTot: '2026-07-31', versie };
    expect((await zet('bestemming', id, body)).body.code).toBe('alleenLeerplichtambtenaar');
    await sql(
      `insert into medewerker_rol (regio_id, medewerker_id, rol, gemeenten) select 36, id, 'leerplichtambtenaar', '{0796}' from medewerker where email = $1`,
      [COACH],
    );
    const veld = async (anders: object): Promise<unknown> =>
      (await zet('bestemming', id, { ...body, ...anders })).body.fouten?.[0]?.veld;
    expect(await veld({ grond: undefined })).toBe('grond');
    expect(await veld({ geldigTot: '2026-06-30' })).toBe('geldigTot');
    expect(await veld({ geldigTot: undefined })).toBe('geldigTot');
    expect(await veld({ bestemming: 'vervangendeLeerplicht', geldigTot: undefined, permanent: true })).toBe(
      'permanent',
    );
    const goed = await zet('bestemming', id, { ...body, geldigTot: undefined, permanent: true });
    expect(goed).toMatchObject({ status: 200, body: { stand: 'verklaard', bestemming: 'vrijstelling' } });
    const [rij] = await sql<{ grond: Buffer }>('select bestemming_grond as grond from traject where id = $1', [id]);
    expect(rij?.grond.includes(Buffer.from('art5a'))).toBe(false);
    expect(JSON.stringify(goed.body)).not.toContain('art5a');
    await sql(
      `delete from medewerker_rol where rol = 'leerplichtambtenaar' and medewerker_id = (select id from medewerker where email = $1)`,
      [COACH],
    );
  });

  it('hands over to another region only with its acceptance', async () => {
    const { id, versie } = await jongere();
    const body = {
      bestemming: 'overgedragenAndereRegio',
      bewijs: 'acceptatieRegio',
      naarRegio: 12,
      acceptatieDatum: '2026-04-01',
      versie,
    };
    const veld = async (anders: object): Promise<unknown> =>
      (await zet('bestemming', id, { ...body, ...anders })).body.fouten?.[0]?.veld;
    expect(await veld({ naarRegio: undefined })).toBe('naarRegio');
    expect(await veld({ naarRegio: 36 })).toBe('naarRegio');
    expect(await veld({ acceptatieDatum: undefined })).toBe('acceptatieDatum');
    expect(await veld({ acceptatieDatum: '2026-04-03' })).toBe('acceptatieDatum');
    expect(await veld({ bewijs: 'brief' })).toBe('bewijs');
    expect(await veld({ bestemming: 'particulier', geldigTot: '2026-07-31' })).toBe('naarRegio');
    expect((await zet('bestemming', id, body)).body.stand).toBe('verklaard');
    const ids = (await keten.alles<Item>('doorstroom/2025-2026/trajecten?waarvan=buitenNoemer', COORDINATOR)).map(
      (t) => t.id,
    );
    expect(ids).toEqual([id]);
  });

  it('refuses a last day that is over, or years away, or not there', async () => {
    const { id, versie } = await jongere();
    for (const geldigTot of ['2026-04-01', '2031-01-01', undefined]) {
      const { status, body } = await zet('bestemming', id, { bestemming: 'havo', bewijs: 'brief', geldigTot, versie });
      expect([status, body.fouten?.[0]?.veld]).toEqual([400, 'geldigTot']);
    }
    expect((await zet('bestemming', id, { bestemming: 'havo', geldigTot: '2026-07-31', versie })).status).toBe(400);
  });

  it('lets the decaan note an intention of an own pupil, and nothing else; the school never sees what is not learning', async () => {
    const { leerling, id, versie } = await jongere('2008-03-01');
    const gezet = await zet('voorgenomen-vervolg', id, { vervolg: 'vavo', versie }, DECAAN);
    expect(gezet).toMatchObject({ status: 200, body: { voorgenomenVervolg: 'vavo' } });
    expect(gezet.body).not.toHaveProperty('signalen');
    expect((await zet('bestemming', id, { bestemming: null, versie: gezet.body.versie }, DECAAN)).status).toBe(403);
    await keten.werkAf();
    const nu = await lijst(leerling, DECAAN);
    const naar = { bewijs: 'verklaringInstelling', geldigTot: '2026-07-31', bestemming: 'zorgBehandeling' };
    expect((await zet('bestemming', id, { ...naar, versie: nu?.versie })).status).toBe(200);
    expect(await lijst(leerling, DECAAN)).toMatchObject({ stand: 'verklaard' });
    expect(await lijst(leerling, DECAAN)).not.toHaveProperty('bestemming');
  });

  it('knows nothing of a pupil of whom one has no casus', async () => {
    const { id, versie } = await jongere();
    for (const als of [ANDERE_COACH, LEERPLICHT]) {
      const { status, body } = await zet('bestemming', id, { bestemming: null, versie }, als);
      expect([als, status, body.code, body.huidig]).toEqual([als, 404, 'nietGevonden', undefined]);
    }
    expect((await zet('bestemming', '999999999', { bestemming: null, versie })).body.code).toBe('nietGevonden');
    expect(
      (
        await keten.api.vraag<Probleem>('PUT', `doorstroom/2024-2025/trajecten/${id}/bestemming`, {
          als: COACH,
          body: { bestemming: null, versie },
        })
      ).body.code,
    ).toBe('nietGevonden');
  });

  it('takes a traject out of the cohort with a reason, by the coordinator: signalen and casus close, the ledger leaves it out', async () => {
    const { leerling, id, versie } = await jongere();
    expect((await zet('correctie', id, { reden: 'geenKandidaat', versie })).status).toBe(403);
    expect((await zet('correctie', id, { reden: 'anders', versie }, COORDINATOR)).body.fouten?.[0]?.veld).toBe(
      'toelichting',
    );
    expect((await zet('correctie', id, { reden: 'dubbel', versie: versie + 7 }, COORDINATOR)).status).toBe(409);
    const uit = await zet('correctie', id, { reden: 'anders', toelichting: 'staat dubbel', versie }, COORDINATOR);
    expect(uit.status).toBe(204);
    await keten.werkAf();
    expect(await lijst(leerling)).toBeUndefined();
    expect(await sql('select sluitreden from signaal where leerling_id = $1', [leerling])).toEqual([
      { sluitreden: 'gecorrigeerd' },
    ]);
    expect(await sql('select fase from casus where leerling_id = $1', [leerling])).toEqual([{ fase: 'gesloten' }]);
    const [rij] = await sql<{ reden: string; tekst: Buffer }>(
      'select correctie_reden as reden, correctie_toelichting as tekst from traject where id = $1',
      [id],
    );
    expect([rij?.reden, rij?.tekst.includes('dubbel')]).toEqual(['anders', false]);
    // the next delivery does not bring it back
    await nacht('2026-04-03');
    expect(await lijst(leerling)).toBeUndefined();
    expect((await zet('correctie', id, { reden: 'dubbel', versie }, COORDINATOR)).status).toBe(404);
  });

  it('confirms an arrival elsewhere, asks it again on 1 October by a task, and lets it lapse', async () => {
    const { leerling, id, versie } = await jongere();
    const body = { brin: '25XX', aankomstDatum: '2026-04-01', bewijs: 'verklaringSchool', versie };
    expect((await zet('aankomstbevestiging', id, { ...body, brin: '99ZZ' }, DECAAN)).body.code).toBe(
      'schoolLevertZelf',
    );
    expect(
      (await zet('aankomstbevestiging', id, { ...body, aankomstDatum: '2026-04-03' })).body.fouten?.[0]?.veld,
    ).toBe('aankomstDatum');
    expect((await zet('aankomstbevestiging', id, { ...body, bewijs: 'brief' })).status).toBe(400);
    expect((await zet('aankomstbevestiging', id, body)).status).toBe(200);
    await keten.werkAf();
    expect(await lijst(leerling)).toMatchObject({ stand: 'aangekomen', signalen: [] });
    const taken = () =>
      sql('select toestand, resultaat, vervalt_op, soort from taak where traject_id = $1 order by id', [id]);
    await nacht('2026-09-30');
    expect(await taken()).toEqual([]);
    await nacht('2026-10-01');
    await nacht('2026-10-02');
    expect(await taken()).toEqual([
      { toestand: 'open', resultaat: null, vervalt_op: '2026-10-15', soort: 'bevestigAankomst' },
    ]);
    // whoever is asked sees whom it is about, and may answer, also without a casus
    const eigen = await keten.alles<{ trajectId?: string; leerling?: Item['leerling'] }>(
      'taken?soort=bevestigAankomst',
      COACH,
    );
    expect(eigen).toMatchObject([{ trajectId: id, leerling: { id: leerling } }]);
    const nu = (await lijst(leerling))?.versie ?? 0;
    const weer = await zet('aankomstbevestiging', id, { ...body, aankomstDatum: '2026-10-01', versie: nu });
    expect([weer.status, weer.body.aankomstBevestigdDatum]).toEqual([200, '2026-10-02']);
    expect(await taken()).toMatchObject([{ toestand: 'afgerond', resultaat: 'bevestigd' }]);
    await nacht('2026-10-16');
    expect(await lijst(leerling)).toMatchObject({ stand: 'aangekomen' });
    // taken back: it asks again
    const terug = await zet('aankomstbevestiging', id, { brin: null, versie: (await lijst(leerling))?.versie }, DECAAN);
    expect(terug.status).toBe(200);
    await keten.werkAf();
    expect(await lijst(leerling)).toMatchObject({ stand: 'inBehandeling' });
    expect((await zet('bestemming', id, { bestemming: null, versie: 1 }, BEWAKER)).status).toBe(404);
  });
});
