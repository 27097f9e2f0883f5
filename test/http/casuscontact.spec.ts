import { Casustoneel, COACH, TEAMLEIDER, WAARNEMER, type CasusBody } from './casustoneel.js';

const CONTACT = '/contactmomenten';
const GEHEIM = 'Moeder is ziek, vader werkt in de nacht.';

interface Tijdlijn {
  resultaten: { soort: string; tekst: string; notitie?: string }[];
}

describe('contact over HTTP', () => {
  let t: Casustoneel;
  beforeAll(async () => {
    t = await Casustoneel.maak();
  }, 60_000);
  afterAll(() => t.sluit());

  const tijdlijn = async (als: string, pad = t.pad('Anna', '/tijdlijn')) =>
    (await t.api.vraag<Tijdlijn>('GET', pad, { als })).body.resultaten;

  it('tells before what the next step would be', async () => {
    const { voorstel } = await t.lees();
    expect(voorstel).toEqual({
      gesproken: { soort: 'besluit', vervaltOp: '2026-03-23' },
      nietBereikt: { soort: 'opvolging', vervaltOp: '2026-03-18' },
      anders: { soort: 'opvolging', vervaltOp: '2026-03-18' },
    });
  });

  it('«niet bereikt» is one call: the step is done, the next one is there with its date', async () => {
    const [{ id: eerste }] = await t.vraag<{ id: string }>(`select volgende_taak_id as id from casus where id = $1`, [
      t.casussen['Anna'],
    ]);
    const { status, body } = await t.doe('POST', CONTACT, { uitkomst: 'nietBereikt', met: 'leerling' });
    expect([status, body.volgendeTaak?.soort, body.volgendeTaak?.vervaltOp, body.taken.length]).toEqual([
      200,
      'opvolging',
      '2026-03-18',
      1,
    ]);
    expect(await t.vraag(`select toestand, resultaat, afgerond_door from taak where id = $1`, [eerste])).toEqual([
      { toestand: 'afgerond', resultaat: 'contact', afgerond_door: t.mensen[COACH] },
    ]);
    const regels = await tijdlijn(COACH);
    expect(regels.slice(0, 2).map((r) => r.tekst)).toEqual([
      'Probeer opnieuw contact te krijgen, uiterlijk 2026-03-18.',
      'Niet bereikt: de leerling.',
    ]);
  });

  it('proposes another way after three times', async () => {
    await t.doe('POST', CONTACT, { uitkomst: 'nietBereikt', met: 'ouders' });
    expect((await t.lees()).voorstel?.['nietBereikt']?.soort).toBe('andereWeg');
    const { body } = await t.doe('POST', CONTACT, { uitkomst: 'nietBereikt', met: 'ouders' });
    expect(body.volgendeTaak?.soort).toBe('andereWeg');
  });

  it('counts as contact in the ledger only when somebody was spoken to, and only once', async () => {
    const gesproken = async () =>
      (
        await t.vraag<{ op: Date | null }>(`select eerste_gesprek_op as op from casus where id = $1`, [
          t.casussen['Anna'],
        ])
      )[0].op;
    expect(await gesproken()).toBeNull();
    const { body } = await t.doe('POST', CONTACT, { uitkomst: 'gesproken', met: 'ouders', notitie: GEHEIM });
    expect(body.volgendeTaak?.soort).toBe('besluit');
    const op = await gesproken();
    expect(op).toEqual(t.api.klok.nu());
    t.api.klok.zet('2026-03-17');
    await t.doe('POST', CONTACT, { uitkomst: 'gesproken', met: 'leerling' });
    t.api.klok.zet('2026-03-16');
    expect(await gesproken()).toEqual(op);
    expect((await t.lees()).voorstel?.['nietBereikt']?.soort).toBe('opvolging');
  });

  it('keeps the note closed, and shows it to who sees the content and who wrote it', async () => {
    const notities = async (als: string) => (await tijdlijn(als)).flatMap((r) => r.notitie ?? []);
    expect([await notities(COACH), await notities(WAARNEMER), await notities(TEAMLEIDER)]).toEqual([
      [GEHEIM],
      [GEHEIM],
      [],
    ]);
    await t.doe('POST', CONTACT, { uitkomst: 'anders', met: 'mentor', notitie: 'Mail.' }, { als: TEAMLEIDER });
    expect([await notities(COACH), await notities(TEAMLEIDER)]).toEqual([['Mail.', GEHEIM], ['Mail.']]);
    const [{ leerling }] = await t.vraag<{ leerling: string }>(
      `select leerling_id as leerling from casus where id = $1`,
      [t.casussen['Anna']],
    );
    const pad = `leerlingen/${leerling}/tijdlijn`;
    expect((await tijdlijn(COACH, pad)).flatMap((r) => r.notitie ?? [])).toEqual(['Mail.', GEHEIM]);
    expect((await tijdlijn(TEAMLEIDER, pad)).flatMap((r) => r.notitie ?? [])).toEqual(['Mail.']);
    const [{ alles }] = await t.vraag<{ alles: string }>(`
      select concat((select string_agg(g::text, ' ') from gebeurtenis g), (select string_agg(l::text, ' ') from logboek l),
                    (select string_agg(encode(notitie, 'escape'), ' ') from contactmoment)) as alles`);
    expect(alles).not.toContain('Moeder');
  });

  it('takes the step that somebody chose', async () => {
    const volgendeStap = { soort: 'begeleiding', vervaltOp: '2026-04-10' };
    const { body } = await t.doe('POST', CONTACT, { uitkomst: 'gesproken', met: 'decaan', volgendeStap });
    expect(body.volgendeTaak).toMatchObject(volgendeStap);
    expect(body.wachtOp).toBeUndefined();
  });

  it.each([
    ['before today', { soort: 'begeleiding', vervaltOp: '2026-03-15' }],
    ['more than a year ahead', { soort: 'begeleiding', vervaltOp: '2027-03-18' }],
    ['to wait for no day', { soort: 'overig', wacht: true }],
  ])('refuses a step %s, and notes nothing', async (_, volgendeStap) => {
    const voor = await t.lees();
    const { status, body } = await t.doe('POST', CONTACT, { uitkomst: 'anders', met: 'anders', volgendeStap });
    expect([status, body.code]).toEqual([400, 'datumOngeldig']);
    expect(await t.lees()).toEqual(voor);
  });

  it('waits for the answer of a school, with a date on which it wakes', async () => {
    const volgendeStap = { soort: 'antwoordSchool' };
    const { body } = await t.doe('POST', CONTACT, { uitkomst: 'gesproken', met: 'decaan', volgendeStap });
    expect([body.wachtOp, body.volgendeTaak?.vervaltOp]).toEqual([
      { soort: 'antwoordSchool', tot: '2026-03-23' },
      '2026-03-23',
    ]);
    const inRij = async (filter: string) =>
      (
        await t.api.vraag<{ resultaten: { casusId: string; wachtOp?: object }[] }>('GET', `werkvoorraad?${filter}`, {
          als: COACH,
        })
      ).body.resultaten.find((r) => r.casusId === t.casussen['Anna']);
    expect((await inRij('wachtOp=true'))?.wachtOp).toEqual({ soort: 'antwoordSchool', tot: '2026-03-23' });
    expect((await inRij('aantal=50'))?.wachtOp).toEqual({ soort: 'antwoordSchool', tot: '2026-03-23' });
    expect(await inRij('wachtOp=false')).toBeUndefined();
    t.api.klok.zet('2026-03-23');
    expect(await inRij('wachtOp=true')).toBeUndefined();
    expect((await inRij('wachtOp=false'))?.wachtOp).toBeUndefined();
    expect((await t.lees('Anna', WAARNEMER)).wachtOp).toBeUndefined();
    t.api.klok.zet('2026-03-16');
    const nu = await t.doe('PATCH', '', { volgendeStap: { soort: 'overig', vervaltOp: '2026-05-04', wacht: true } });
    expect(nu.body.wachtOp).toEqual({ soort: 'datum', tot: '2026-05-04' });
    expect(nu.body.taken.map((x) => x.soort)).toEqual(['overig']);
    const wakker = await t.doe('PATCH', '', { volgendeStap: { soort: 'begeleiding' } });
    expect([wakker.body.wachtOp, wakker.body.volgendeTaak?.soort]).toEqual([undefined, 'begeleiding']);
  });

  it('is noted once under one key, also at once and on the old versie', async () => {
    const { versie } = await t.lees();
    const body = { versie, uitkomst: 'anders', met: 'anders', notitie: 'Eén keer.' };
    const stuur = (inhoud: object = body) =>
      t.api.vraag<CasusBody>('POST', t.pad('Anna', CONTACT), {
        als: COACH,
        body: inhoud,
        koppen: { 'idempotency-key': 'k1' },
      });
    const drie = await Promise.all([stuur(), stuur(), stuur()]);
    expect(drie.map((a) => a.status)).toEqual([200, 200, 200]);
    expect(new Set(drie.map((a) => a.body.versie)).size).toBe(1);
    expect((await stuur()).status).toBe(200);
    const telling = await t.vraag(
      `select count(*)::int as n from contactmoment where casus_id = $1 and uitkomst = 'anders' and met = 'anders'`,
      [t.casussen['Anna']],
    );
    expect(telling).toEqual([{ n: 1 }]);
    const anders = await stuur({ ...body, notitie: 'Twee keer.' });
    expect([anders.status, anders.body.code]).toEqual([409, 'idempotentieSleutelAnders']);
    const [{ tekst }] = await t.vraag<{ tekst: string }>(
      `select string_agg(v::text, ' ') as tekst from eenmalig_verzoek v`,
    );
    expect(tekst).not.toContain('keer');
  });

  it('of three at once without a key notes one', async () => {
    const { versie } = await t.lees();
    const body = { uitkomst: 'nietBereikt', met: 'leerling', versie };
    const drie = await Promise.all([1, 2, 3].map(() => t.doe('POST', CONTACT, body)));
    expect(drie.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect((await t.lees()).taken.filter((x) => x.soort === 'opvolging')).toHaveLength(1);
  });

  it('goes through its fasen, each with the step that belongs to it', async () => {
    const begeleid = await t.doe('PATCH', '', { fase: 'begeleiding' });
    expect([begeleid.body.fase, begeleid.body.volgendeTaak?.soort]).toEqual(['begeleiding', 'begeleiding']);
    expect(begeleid.body.voorstel?.['gesproken']?.soort).toBe('begeleiding');
    const af = await t.doe('PATCH', '', { fase: 'afronding' });
    expect([af.body.fase, af.body.volgendeTaak]).toEqual([
      'afronding',
      expect.objectContaining({ soort: 'terugkoppeling', vervaltOp: '2026-03-30' }),
    ]);
    const terug = await t.doe('PATCH', '', { fase: 'begeleiding' });
    expect([terug.body.fase, terug.body.taken.map((x) => x.soort)]).toEqual(['begeleiding', ['begeleiding']]);
  });

  it('says until when the law holds', async () => {
    // Anna is born on 1 May 2009, so she turns 16 in schooljaar 2024-2025.
    expect((await t.lees()).wet).toEqual({
      leerplichtigTot: '2025-08-01',
      kwalificatieplichtigTot: '2027-05-01',
      doorstroompuntTot: '2036-05-01',
    });
    await t.vraag(
      `insert into diploma (regio_id, leerling_id, onderwijssoort, niveau, startkwalificatie, datum)
       select regio_id, leerling_id, 'mbo', 2, true, '2026-03-01' from casus where id = $1`,
      [t.casussen['Anna']],
    );
    expect((await t.lees()).wet).toEqual({ leerplichtigTot: '2025-08-01' });
  });
});
