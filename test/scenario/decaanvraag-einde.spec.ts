import { Vraagproef } from './vraagproef.js';
import { aanmeldingen, kandidaten } from './vraagregio.js';

// Zone Zuid. 2 April 2026 is a Thursday, Good Friday 3 April, Easter Monday 6 April, mei from 25 April to 3 May; the last day
// of school is Friday 10 July. From 2 April 10 schoolwerkdagen is Monday 20 April, halfway is 13 April.
const COACH = 'coach-a@regio.example';

describe('a question to a school, until it ends', () => {
  let p: Vraagproef;
  let eerste = '';

  beforeAll(async () => {
    p = await Vraagproef.start();
    await p.nacht('2026-04-02');
    eerste = (await p.lijst())[0]?.id ?? '';
    p.keten.api.klok.zet('2026-04-08');
    const eerder = [
      p.over('d01', 'aangemeldBij', { brin: '25LX' }),
      p.over('d02', 'isBezig'),
      p.over('d03', 'voorgenomenVervolg', { vervolgkeuze: 'havo' }),
    ];
    await p.antwoord(eerste, [
      ...eerder,
      ...['d04', 'd05', 'd06', 'd07', 'd08', 'd09'].map((nr) => p.over(nr, 'hulpNodig')),
    ]);
    await p.keten.werkAf();
  }, 120_000);
  afterAll(() => p.keten.sluit());

  it('lets an answer be changed while the term runs, with what it said before', async () => {
    await p.antwoord(eerste, [p.over('d01', 'hulpNodig'), p.over('d03', 'isBezig')]);
    await p.keten.werkAf();
    const [d01] = await p.sql(`select status, aangemeld_bij from traject where leerlingnummer = 'd01'`);
    expect(d01).toEqual({ status: 'nietAangemeld', aangemeld_bij: null });
    const [d03] = await p.sql(`select voorgenomen_vervolg from traject where leerlingnummer = 'd03'`);
    expect(d03).toEqual({ voorgenomen_vervolg: null });
    // flagged again as what it was, by a casus of which the school is not asked again
    const [signaal] = await p.sql(
      `select soort from signaal s join traject j on j.id = s.traject_id where j.leerlingnummer = 'd01' and s.gesloten_op is null`,
    );
    expect(signaal).toEqual({ soort: 'geenAanmelding' });
    expect(await p.stand('d01')).toBe('nagaan eersteContact 2026-04-10');
    await p.antwoord(eerste, [p.over('d04', 'aangemeldBij', { brin: '99ZZ' })]);
    expect(await p.stand('d04')).toBe('nagaan eersteContact 2026-04-10');
    await p.keten.werkAf();
    expect(await p.stand('d04')).toBe('gesloten');
  });

  it('a delivery meanwhile answers by itself, and the row says so', async () => {
    await p.lever('99ZZ00', '2026-04-09', aanmeldingen(['d10']));
    expect(await p.stand('d10')).toBe('gesloten');
    const vraag = await p.lees(eerste);
    expect(p.rijVan(vraag, 'd10')).toMatchObject({
      status: 'aangemeld',
      vanzelf: true,
      tekst: 'Dit is al opgelost. U hoeft niets te doen.',
    });
    expect(vraag).toMatchObject({ status: 'open', leerlingen: 12, beantwoord: 9, vanzelf: 1 });
  });

  it('who is flagged later joins it while it is open', async () => {
    p.bekend.push('d13');
    await p.lever('99AA00', '2026-04-10', kandidaten(p.bekend));
    expect(await p.lees(eerste)).toMatchObject({ leerlingen: 13 });
    expect(await p.stand('d13')).toBe('nagaan antwoordSchool decaanvraag 2026-04-20');
    expect(await p.lijst()).toHaveLength(1);
  });

  it('reminds once, halfway', async () => {
    await p.nacht('2026-04-10');
    expect((await p.lees(eerste)).herinnerdOp).toBeUndefined();
    await p.nacht('2026-04-13');
    await p.nacht('2026-04-14');
    expect((await p.lees(eerste)).herinnerdOp).toMatch(/^2026-04-13/);
    const regels = await p.sql(`select count(*)::int as n from gebeurtenis where soort = 'decaanHerinnerd'`);
    expect(regels).toEqual([{ n: 3 }]);
  });

  it('expires after its last day: the personal terms start, and the line names whom to call', async () => {
    await p.nacht('2026-04-20');
    expect(await p.lees(eerste)).toMatchObject({ status: 'open' });
    await p.nacht('2026-04-21');
    expect(await p.lees(eerste)).toMatchObject({ status: 'verlopen' });
    for (const nr of ['d11', 'd12', 'd13']) expect(await p.stand(nr)).toBe('nagaan eersteContact 2026-04-23');
    expect((await p.schooltaken()).at(-1)).toEqual({
      soort: 'decaanvraag',
      toestand: 'vervallen',
      vervalt: '2026-04-20',
    });
    const [regel] = await p.sql<{ tekst: string }>(
      `select g.tekst from gebeurtenis g join traject j on j.leerling_id = g.leerling_id where j.leerlingnummer = 'd11' and g.soort = 'decaanvraagVerlopen'`,
    );
    expect(regel?.tekst).toBe(
      'De school gaf geen antwoord. Bel de decaan: Dirk Decaan, Dora Decaan. Volgende stap: Neem voor het eerst contact op, uiterlijk 2026-04-23.',
    );
    const taken = await p.keten.alles<{ casusId?: string; soort: string; decanen?: string[] }>('taken?van=mij', COACH);
    expect(taken.filter((t) => t.soort === 'eersteContact' && t.decanen !== undefined).length).toBeGreaterThan(2);
    expect(taken.find((t) => t.decanen !== undefined)?.decanen).toEqual(['Dirk Decaan', 'Dora Decaan']);
    const laat = await p.antwoord(eerste, [p.over('d11', 'hulpNodig')]);
    expect([laat.status, laat.body.code]).toEqual([409, 'decaanvraagVerlopen']);
    expect(laat.body.huidig).toMatchObject({ id: eerste, status: 'verlopen' });
  });

  it('asks again on its date about who was busy; the word that no delivery bore out goes to the owner', async () => {
    expect(await p.stand('d02')).toBe('nagaan antwoordSchool decaanvraagNogmaals 2026-04-22');
    await p.nacht('2026-04-22');
    const [tweede] = await p.lijst('decaan-1@school.example', '?status=open');
    // 23 and 24 April, then after mei without 5 May and Ascension Day (14 May)
    expect(tweede).toMatchObject({ vervaltOp: '2026-05-15' });
    expect(p.rijVan(await p.lees(tweede?.id ?? ''), 'd02')).toMatchObject({ tekst: 'Wat weet u van deze leerling?' });
    expect(await p.stand('d02')).toBe('nagaan antwoordSchool decaanvraag 2026-05-15');
    // d04 was said to be applied at 99ZZ on 8 April, up to 22 April
    await p.nacht('2026-04-23');
    expect(await p.stand('d04')).toBe('nagaan eersteContact 2026-04-28');
    // busy a second time is long enough
    await p.antwoord(tweede?.id ?? '', [p.over('d02', 'isBezig')]);
    expect(await p.stand('d02')).toBe('nagaan eersteContact 2026-04-28');
  });

  it('is asked by hand about casussen of one school, once per key; what the owner was to do waits', async () => {
    const casussen = (await p.lees(eerste, COACH)).rijen ?? [];
    const van = (nr: string) => casussen.find((r) => r.trajectId === p.trajectVan(nr))?.casusId ?? '';
    const vraag = (casusIds: string[], sleutel: string, als = COACH) =>
      p.keten.api.vraag<{ id: string; code?: string }>('POST', 'decaanvragen', {
        ...{ als, body: { casusIds }, koppen: { 'idempotency-key': sleutel } },
      });
    const ids = [van('d11'), van('d12')];
    const [een, weer] = [await vraag(ids, 'k1'), await vraag(ids, 'k1')];
    expect([een.status, weer.status, weer.body.id]).toEqual([201, 200, een.body.id]);
    expect(await p.lees(een.body.id)).toMatchObject({ status: 'open', leerlingen: 2, vervaltOp: '2026-05-18' });
    for (const nr of ['d11', 'd12']) expect(await p.stand(nr)).toBe('nagaan antwoordSchool decaanvraag 2026-05-18');
    const [anders, nog] = [await vraag([van('d11')], 'k1'), await vraag(ids, 'k2')];
    expect([anders.status, anders.body.code, nog.status]).toEqual([409, 'idempotentieSleutelAnders', 201]);
    expect((await vraag([van('d13')], 'k3', 'coach-b@regio.example')).status).toBe(404);
    expect((await vraag([van('d13')], 'k3', 'coordinator@regio.example')).status).toBe(403);
    // answered in a question that still runs
    const klaar = await vraag([van('d02')], 'k4');
    expect([klaar.status, klaar.body.code]).toEqual([409, 'schoolNietTeVragen']);
  });

  it('ends on the last day of school; from the holiday on nobody asks the school', async () => {
    p.bekend.push('d14');
    await p.nacht('2026-07-07');
    const [laatste] = await p.lijst('decaan-1@school.example', '?status=open');
    expect(laatste).toMatchObject({ vervaltOp: '2026-07-10' });
    expect(await p.stand('d14')).toBe('nagaan antwoordSchool decaanvraag 2026-07-10');
    await p.antwoord(laatste?.id ?? '', [p.over('d14', 'isBezig')]);
    // no later than the last day either, and then the owner begins
    expect(await p.stand('d14')).toBe('nagaan antwoordSchool decaanvraagNogmaals 2026-07-10');
    await p.nacht('2026-07-10');
    expect(await p.stand('d14')).toBe('nagaan eersteContact 2026-07-14');
    p.bekend.push('d15');
    await p.nacht('2026-07-15');
    expect(await p.stand('d15')).toBe('nagaan eersteContact 2026-07-17');
    expect(await p.lijst('decaan-1@school.example', '?status=open')).toEqual([]);
  });
});
