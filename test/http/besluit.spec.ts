import { COACH, COORDINATOR, LEERPLICHT, Vaststelling, type Item, type Probleem } from './vaststelling.js';

interface Casus {
  id: string;
  fase: string;
  versie: number;
  volgendeTaak?: { soort: string; vervaltOp: string };
}

describe('deciding about a casus', () => {
  let v: Vaststelling;
  beforeAll(async () => {
    v = await Vaststelling.start();
  }, 60_000);
  afterAll(() => v.keten.sluit());

  const casus = async (geboortedatum?: string): Promise<{ leerling: string; casusId: string; versie: number }> => {
    const { leerling } = await v.jongere(geboortedatum);
    const casusId = (await v.lijst(leerling))?.casusId ?? '';
    const { versie } = await v.keten.vraag<Casus>('GET', `casussen/${casusId}`, COACH);
    return { leerling, casusId, versie };
  };
  const besluit = (casusId: string, body: object, als = COACH, koppen = {}) =>
    v.keten.api.vraag<Casus & Probleem>('POST', `casussen/${casusId}/besluit`, { als, body, koppen });

  it.each([
    ['alsnogInschrijven', 'begeleiding', '2026-04-17'],
    ['anderTraject', 'begeleiding', '2026-04-17'],
  ])('%s: begeleiding, with its next step', async (weg, soort, vervaltOp) => {
    const { casusId, versie } = await casus();
    const { status, body } = await besluit(casusId, { besluit: weg, versie });
    expect([status, body.fase]).toEqual([200, 'begeleiding']);
    const taken = await v.sql(`select soort, toestand, resultaat from taak where casus_id = $1 order by id`, [casusId]);
    expect(taken).toEqual([
      { soort: 'decaanvraag', toestand: 'afgerond', resultaat: 'besloten' },
      { soort, toestand: 'open', resultaat: null },
    ]);
    expect(
      await v.sql('select vervalt_op > $2::date - 5 as later from casus where id = $1', [casusId, vervaltOp]),
    ).toEqual([{ later: true }]);
    expect(
      await v.sql(`select count(*)::int as n from gebeurtenis where casus_id = $1 and soort = 'besluit'`, [casusId]),
    ).toEqual([{ n: 1 }]);
  });

  it('geenActieNodig needs another end or an intention until a date; nothing is done when that may not be', async () => {
    const { casusId, versie } = await casus();
    const geen = { besluit: 'geenActieNodig', versie };
    expect((await besluit(casusId, geen)).body.code).toBe('keuzeNodig');
    const werk = { bestemming: 'werkZonderStartkwalificatie', bewijs: 'arbeidscontract', geldigTot: '2026-07-31' };
    expect((await besluit(casusId, { ...geen, bestemming: werk })).body.code).toBe('nogLeerplichtig');
    expect((await besluit(casusId, { ...geen, bestemming: { ...werk, bestemming: 'niets' } })).status).toBe(400);
    expect(
      (await besluit(casusId, { ...geen, voorgenomenVervolg: { vervolg: 'werk', geldigTot: '2026-07-31' } })).body.code,
    ).toBe('keuzeHoudtNiet');
    expect((await besluit(casusId, { besluit: 'anderTraject', versie, bestemming: werk })).body.code).toBe(
      'keuzeNodig',
    );
    expect(await v.sql('select fase from casus where id = $1', [casusId])).toEqual([{ fase: 'nagaan' }]);
    expect(
      await v.sql(
        `select voorgenomen_vervolg as v from traject t join casus c using (regio_id, leerling_id) where c.id = $1`,
        [casusId],
      ),
    ).toEqual([{ v: null }]);
  });

  it('geenActieNodig with one: settled in the same transaction, the signaal closes, feedback is due', async () => {
    const { leerling, casusId, versie } = await casus();
    const keuze = { voorgenomenVervolg: { vervolg: 'havo', geldigTot: '2026-07-31' } };
    const sleutel = { 'idempotency-key': 'een' };
    const body = { besluit: 'geenActieNodig', versie, ...keuze };
    const gedaan = await besluit(casusId, body, COACH, sleutel);
    expect([gedaan.status, gedaan.body.fase]).toEqual([200, 'afronding']);
    expect((await besluit(casusId, body, COACH, sleutel)).status).toBe(200);
    await v.keten.werkAf();
    const item: Item | undefined = await v.lijst(leerling, COACH);
    expect(item).toMatchObject({ signalen: [], voorgenomenVervolg: 'havo' });
    expect(await v.sql(`select soort from taak where casus_id = $1 and toestand = 'open'`, [casusId])).toEqual([
      { soort: 'terugkoppeling' },
    ]);
  });

  it('leerplichtInschakelen asks the team of leerplicht; the owner stays until it accepts', async () => {
    const { casusId, versie } = await casus();
    const { status, body } = await besluit(casusId, { besluit: 'leerplichtInschakelen', versie });
    expect([status, body.fase]).toEqual([200, 'nagaan']);
    const [bod] = await v.sql(
      `select o.toestand, m.email from overname o join medewerker m on m.regio_id = o.regio_id and m.id = o.naar_id where o.casus_id = $1`,
      [casusId],
    );
    expect(bod).toEqual({ toestand: 'aangeboden', email: LEERPLICHT });
  });

  it('is for who works on the casus, on the state that was read', async () => {
    const { casusId, versie } = await casus();
    const body = { besluit: 'anderTraject', versie };
    expect((await besluit(casusId, body, COORDINATOR)).status).toBe(403);
    expect((await besluit(casusId, body, LEERPLICHT)).status).toBe(404);
    expect((await besluit(casusId, { ...body, versie: versie + 3 })).body.code).toBe('versieVerouderd');
    const drie = await Promise.all([1, 2, 3].map(() => besluit(casusId, body)));
    expect(drie.map((a) => a.status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
  });
});
