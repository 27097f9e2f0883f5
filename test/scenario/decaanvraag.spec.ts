import { Vraagproef, DECAAN } from './vraagproef.js';
import { DECAAN_RIVIER, DECANEN } from './vraagregio.js';

// Zone Zuid. 2 April 2026 is a Thursday, Good Friday 3 April, Easter Monday 6 April, mei from 25 April to 3 May; the last day
// of school is Friday 10 July. From 2 April 10 schoolwerkdagen is Monday 20 April, halfway is 13 April.
const COACH = 'coach-a@regio.example';
const BEWAKER = 'bewaker@regio.example';
const COORDINATOR = 'coordinator@regio.example';

describe('a wave of flags is one question to the school', () => {
  let p: Vraagproef;
  let eerste = '';

  beforeAll(async () => {
    p = await Vraagproef.start();
  }, 120_000);
  afterAll(() => p.keten.sluit());

  it('on 2 April twelve flags are one question, due in 10 schoolwerkdagen, and the first task of each casus', async () => {
    await p.nacht('2026-04-02');
    const vragen = await p.lijst();
    expect(vragen).toHaveLength(1);
    expect(vragen[0]).toMatchObject({
      school: '99AA00',
      status: 'open',
      vervaltOp: '2026-04-20',
      leerlingen: 12,
      beantwoord: 0,
    });
    eerste = vragen[0]?.id ?? '';
    for (const nr of p.bekend) expect(await p.stand(nr)).toBe('nagaan antwoordSchool decaanvraag 2026-04-20');
    expect(await p.schooltaken()).toEqual([{ soort: 'decaanvraag', toestand: 'open', vervalt: '2026-04-20' }]);
    await p.nacht('2026-04-02');
    expect(await p.lijst()).toHaveLength(1);
  });

  it('shows the school its own pupils and their step, and nothing of the casus', async () => {
    const vraag = await p.lees(eerste);
    expect(vraag.rijen).toHaveLength(12);
    expect(p.rijVan(vraag, 'd01')).toEqual({
      trajectId: p.trajectVan('d01'),
      leerling: {
        id: expect.any(String),
        naam: expect.stringMatching(/^Roep.* Vraag/),
        roepnaam: expect.any(String),
        groep: '4t1',
      },
      ...{
        status: 'nietAangemeld',
        casusverantwoordelijke: 'Coach A',
        vanzelf: false,
        tekst: 'Wat weet u van deze leerling?',
      },
    });
    for (const als of DECANEN) expect(await p.lees(eerste, als)).toEqual(vraag);
  });

  it('shows officers whom they follow, the regiocoördinator numbers, and others nothing', async () => {
    expect((await p.lees(eerste, COACH)).rijen).toHaveLength(12);
    expect(p.rijVan(await p.lees(eerste, COACH), 'd01')?.casusId).toEqual(expect.any(String));
    const cijfers = await p.lees(eerste, COORDINATOR);
    expect(cijfers).toMatchObject({ leerlingen: 12, beantwoord: 0 });
    expect(cijfers.rijen).toBeUndefined();
    for (const als of [DECAAN_RIVIER, 'coach-b@regio.example']) {
      expect(await p.lijst(als)).toEqual([]);
      expect((await p.keten.api.vraag('GET', `decaanvragen/${eerste}`, { als })).status).toBe(404);
    }
    const vreemd = await p.antwoord(eerste, [p.over('d01', 'hulpNodig')], DECAAN_RIVIER);
    expect(vreemd.status).toBe(404);
    expect((await p.antwoord(eerste, [p.over('d01', 'hulpNodig')], COACH)).status).toBe(403);
  });

  it('saves what can be saved and says per row what was wrong', async () => {
    p.keten.api.klok.zet('2026-04-08');
    const { status, body } = await p.antwoord(eerste, [
      p.over('d01', 'aangemeldBij', { brin: '25LX', toelichting: 'Brief gezien.' }),
      p.over('d02', 'isBezig'),
      p.over('d03', 'voorgenomenVervolg', { vervolgkeuze: 'havo' }),
      p.over('d04', 'hulpNodig'),
      p.over('d05', 'geenContact'),
      p.over('d06', 'onjuist'),
      p.over('d07', 'aangemeldBij'),
      p.over('d08', 'voorgenomenVervolg', { vervolgkeuze: 'mbo' }),
      p.over('d01', 'hulpNodig'),
      { trajectId: '999999', antwoord: 'hulpNodig' },
      { trajectId: p.trajectVan('d09'), antwoord: 'misschien' },
      'd10',
    ]);
    expect(status).toBe(200);
    expect(body.resultaten.map((r) => r.code ?? r.uitkomst)).toEqual([
      ...['opgeslagen', 'opgeslagen', 'opgeslagen', 'opgeslagen', 'opgeslagen', 'opgeslagen'],
      ...['brinOntbreekt', 'vervolgkeuzeOntbreekt', 'dubbel', 'nietInDezeVraag', 'antwoordOnbekend', 'rijOngeldig'],
    ]);
    expect(body.resultaten[0]?.tekst).toBe('We wachten tot en met 22 april 2026 op de levering van die school.');
    expect(body.resultaten[1]?.tekst).toBe('We vragen het u opnieuw op 22 april 2026.');
    expect(body.decaanvraag).toMatchObject({ status: 'open', leerlingen: 12, beantwoord: 6 });
    // leerplichtig: 2 werkdagen for the owner, and as long for who looks into it
    expect(await p.stand('d02')).toBe('nagaan antwoordSchool decaanvraagNogmaals 2026-04-22');
    expect(await p.stand('d04')).toBe('nagaan eersteContact 2026-04-10');
    expect(await p.stand('d05')).toBe('nagaan eersteContact 2026-04-10');
    expect(await p.stand('d06')).toBe('nagaan eersteContact 2026-04-10, meldingNagaan 2026-04-10');
    await p.keten.werkAf();
    // judged again, only who was answered about
    expect(await p.stand('d01')).toBe('gesloten');
    expect(await p.stand('d03')).toBe('gesloten');
    expect(await p.stand('d04')).toBe('nagaan eersteContact 2026-04-10');
    const [d01] = await p.sql(
      `select status, rang, aangemeld_bij, aangemeld_bij_tot::text as tot from traject where leerlingnummer = 'd01'`,
    );
    expect(d01).toEqual({ status: 'aangemeld', rang: 1, aangemeld_bij: '25LX', tot: '2026-04-22' });
    const regels = await p.sql(
      `select g.tekst, g.door like 'medewerker:%' as mens from gebeurtenis g join traject j on j.leerling_id = g.leerling_id where j.leerlingnummer = 'd04' and g.soort = 'decaanAntwoord'`,
    );
    expect(regels).toEqual([
      {
        tekst:
          'De school antwoordde: hulp is nodig, bel de school. Volgende stap: Neem voor het eerst contact op, uiterlijk 2026-04-10.',
        mens: true,
      },
    ]);
  });

  it('refuses what is no list of answers', async () => {
    for (const fout of [[], {}, { antwoorden: [] }]) {
      const vraag = { als: DECAAN, body: fout };
      const { status, body } = await p.keten.api.vraag<{ code: string }>(
        ...(['POST', `decaanvragen/${eerste}/antwoorden`, vraag] as const),
      );
      expect([status, body.code]).toEqual([400, 'invoerOngeldig']);
    }
  });

  it('keeps what somebody wrote for who wrote it and who holds the casus, as ciphertext', async () => {
    // the casus is closed, its last owner reads on
    expect(p.rijVan(await p.lees(eerste, COACH), 'd01')?.toelichting).toBe('Brief gezien.');
    expect(p.rijVan(await p.lees(eerste, DECANEN[0]), 'd01')?.toelichting).toBe('Brief gezien.');
    expect(p.rijVan(await p.lees(eerste, DECANEN[1]), 'd01')).toMatchObject({ antwoord: 'aangemeldBij' });
    expect(p.rijVan(await p.lees(eerste, DECANEN[1]), 'd01')?.toelichting).toBeUndefined();
    const [rij] = await p.sql<{ klaar: boolean }>(
      `select position(convert_to('Brief', 'UTF8') in toelichting) > 0 as klaar from decaanvraag_leerling where toelichting is not null`,
    );
    expect(rij?.klaar).toBe(false);
    // who looks into «onjuist» sees that row, and no other
    const nagaan = await p.lees(eerste, BEWAKER);
    expect(nagaan.rijen?.map((r) => r.antwoord)).toEqual(['onjuist']);
  });

  it('takes the same answer twice as one', async () => {
    const telling = async () => (await p.sql<{ n: number }>(`select count(*)::int as n from gebeurtenis`))[0]?.n;
    const voor = await telling();
    const weer = await p.antwoord(eerste, [
      p.over('d01', 'aangemeldBij', { brin: '25LX', toelichting: 'Brief gezien.' }),
      p.over('d04', 'hulpNodig'),
    ]);
    expect(weer.body.resultaten.map((r) => r.uitkomst)).toEqual(['ongewijzigd', 'ongewijzigd']);
    expect(await telling()).toBe(voor);
    const tegelijk = await Promise.all([1, 2, 3].map(() => p.antwoord(eerste, [p.over('d07', 'geenContact')])));
    expect(tegelijk.map((a) => a.status)).toEqual([200, 200, 200]);
    expect(
      tegelijk.map((a) => a.body.resultaten[0]?.uitkomst).sort((x, y) => String(x).localeCompare(String(y))),
    ).toEqual(['ongewijzigd', 'ongewijzigd', 'opgeslagen']);
    expect(await p.stand('d07')).toBe('nagaan eersteContact 2026-04-10');
  });

  it('takes three decanen at once, each of the pupils has one answer and one next step', async () => {
    const antwoorden = await Promise.all(
      DECANEN.map((als, n) =>
        p.antwoord(
          eerste,
          ['d08', 'd09'].map((nr) => p.over(nr, ['hulpNodig', 'geenContact', 'isBezig'][n] ?? '')),
          als,
        ),
      ),
    );
    expect(antwoorden.map((a) => a.status)).toEqual([200, 200, 200]);
    const [rijen] = await p.sql<{ n: number }>(
      `select count(*)::int as n from taak t join casus c on c.id = t.casus_id join traject j on j.leerling_id = c.leerling_id
        where j.leerlingnummer in ('d08', 'd09') and t.toestand = 'open'`,
    );
    expect(rijen?.n).toBe(2);
    await p.keten.werkAf();
  });
});
