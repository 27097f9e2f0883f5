import { Casusapi } from './routeertoneel.js';

interface Verdeling {
  id: string;
  verdeeld: number;
  nietVerdeeld: number;
  rijen: { casusId: string; uitkomst: string; naar?: { id: string } }[];
  ongedaanSleutel: string;
  teruggezet?: number;
  code?: string;
}

describe('giving casussen to colleagues, over HTTP', () => {
  let t: Casusapi;
  beforeAll(async () => {
    t = await Casusapi.start();
  }, 60_000);
  afterAll(() => t.sluit());
  beforeEach(async () => {
    await t.q(
      `set session_replication_role = replica; delete from afwezigheid; delete from signaal; delete from casus; set session_replication_role = origin`,
    );
  });

  const wijsToe = async (id: string, body: object, wie = 'tim') =>
    t.vraag<{ code?: string; casusverantwoordelijke?: { id: string } }>('POST', `casussen/${id}/toewijzing`, wie, {
      body: { versie: await t.versie(id), reden: 'Anna is ziek.', ...body },
    });
  const verdeel = (body: object, wie = 'tim', koppen: Record<string, string> = {}) =>
    t.vraag<Verdeling>('POST', 'casussen/_verdeel', wie, { body: { reden: 'Anna is ziek.', ...body }, koppen });
  const draaiTerug = (ongedaanSleutel: string, wie = 'tim') =>
    t.vraag<Verdeling>('POST', 'casussen/_draaiterug', wie, { body: { ongedaanSleutel } });

  it('lets a teamleider give a casus to a colleague, with who did it and why', async () => {
    const id = await t.casus(t.id.anna);
    const { status, body } = await wijsToe(id, { medewerker: t.id.bram });
    expect([status, body.casusverantwoordelijke?.id]).toEqual([200, t.id.bram]);
    expect(
      await t.q(`select distinct eigenaar_id as e from taak where casus_id = $1 and toestand = 'open'`, [id]),
    ).toEqual([{ e: t.id.bram }]);
    const waarom = await t.vraag<{ uitleg: string; door: string }>('GET', `casussen/${id}/toewijzing`, 'bram');
    expect(waarom.body).toMatchObject({
      uitleg: 'Tim gaf de casus aan u. Klopt dit niet? Geef de casus terug.',
      door: `medewerker:${t.id.tim}`,
    });
    const [sporen] = await t.q<{ alles: string }>(
      `select (select string_agg(g::text, ' ') from gebeurtenis g) || (select string_agg(v::text, ' ') from verdeling v) as alles`,
    );
    expect(sporen?.alles).not.toContain('ziek');
    expect(await t.q(`select wie, reden from logboek where route = 'POST /api/v1/casussen/:id/toewijzing'`)).toEqual([
      { wie: `medewerker:${t.id.tim}`, reden: 'teamleider' },
    ]);
  });

  it('lets the owner give it back to the procesbewaker, who gives it to anybody; it does not drain back', async () => {
    const id = await t.casus(t.id.anna);
    expect((await wijsToe(id, {}, 'anna')).status).toBe(200);
    expect(await t.eigenaren([id])).toEqual([t.id.bewaker]);
    expect(await t.q(`select terugval from casus where id = $1`, [id])).toEqual([{ terugval: 'teruggegeven' }]);
    expect((await wijsToe(id, { medewerker: t.id.bob }, 'bewaker')).status).toBe(200);
    expect(await t.q(`select terugval, verantwoordelijke_id as v from casus where id = $1`, [id])).toEqual([
      { terugval: null, v: t.id.bob },
    ]);
  });

  it.each([
    ['an owner to a colleague', 'anna', 'bram', 403, 'alleenTeruggeven'],
    ['a teamleider to who already has it', 'tim', 'anna', 409, 'alBijCollega'],
    ['a teamleider outside the team', 'tim', 'bob', 400, 'ontvangerOngeschikt'],
    ['a colleague of the team', 'bram', 'bram', 403, 'casusVanCollega'],
    ['an outsider', 'bob', 'bob', 404, 'nietGevonden'],
  ] as const)('does not let %s', async (_, wie, naar, status, code) => {
    const id = await t.casus(t.id.anna);
    const antwoord = await wijsToe(id, { medewerker: t.id[naar] }, wie);
    expect([antwoord.status, antwoord.body.code]).toEqual([status, code]);
    expect(await t.eigenaren([id])).toEqual([t.id.anna]);
  });

  it('gives nothing to who is away for long', async () => {
    const id = await t.casus(t.id.anna);
    await t.q(
      `insert into afwezigheid (regio_id, medewerker_id, van, tot) values (36, $1, '2026-08-30', '2026-10-30')`,
      [t.id.bram],
    );
    expect((await wijsToe(id, { medewerker: t.id.bram })).body.code).toBe('ontvangerOngeschikt');
  });

  it('divides over who has most room, and says of each row what came of it', async () => {
    const ids = await t.casussen(4, t.id.anna);
    const [dicht] = await t.casussen(1, t.id.anna);
    const [vreemd] = await t.casussen(1, t.id.bob);
    await t.q(
      `update casus set fase = 'gesloten', uitkomst = 'x', gesloten_op = now(), volgende_taak_id = null, vervalt_op = null where id = $1`,
      [dicht],
    );
    await t.q(`update casus set verantwoordelijke_id = $1 where id = $2`, [t.id.bram, ids[3]]);
    const { status, body } = await verdeel({
      casusIds: [...ids, dicht, vreemd, '999999'],
      naar: [t.id.bram, t.id.tim],
    });
    expect(status).toBe(200);
    expect(body.rijen.map((r) => [r.uitkomst, r.naar?.id])).toEqual([
      ['toegewezen', t.id.tim],
      ['toegewezen', t.id.bram],
      ['toegewezen', t.id.tim],
      ['alBijCollega', undefined],
      ['gesloten', undefined],
      ['nietGevonden', undefined],
      ['nietGevonden', undefined],
    ]);
    expect([body.verdeeld, body.nietVerdeeld]).toEqual([3, 4]);
    expect(await t.eigenaren(ids)).toEqual([t.id.tim, t.id.bram, t.id.tim, t.id.bram]);
    expect(await t.eigenaren([vreemd ?? ''])).toEqual([t.id.bob]);
  });

  it('divides all of an ill colleague by a filter', async () => {
    const ids = await t.casussen(3, t.id.anna);
    const { body } = await verdeel({ filter: { verantwoordelijke: t.id.anna, school: '99AA00' }, naar: [t.id.bram] });
    expect(body.verdeeld).toBe(3);
    expect(await t.eigenaren(ids)).toEqual([t.id.bram, t.id.bram, t.id.bram]);
  });

  it('is undone for what nobody touched, once, by who did it, within ten minutes', async () => {
    const ids = await t.casussen(3, t.id.anna);
    const { body } = await verdeel({ casusIds: ids, naar: [t.id.bram] });
    expect((await draaiTerug(body.ongedaanSleutel, 'bewaker')).status).toBe(404);
    expect((await draaiTerug(`${body.id}.${'A'.repeat(43)}`)).status).toBe(404);
    const versie = await t.versie(ids[1] ?? '');
    await t.vraag('PATCH', `casussen/${ids[1]}`, 'bram', { body: { woordvoerder: t.id.tim, versie } });
    const terug = await draaiTerug(body.ongedaanSleutel);
    expect(terug.body).toMatchObject({ teruggezet: 2, nietTeruggezet: 1 });
    expect(terug.body.rijen.map((r) => r.uitkomst)).toEqual(['teruggezet', 'gewijzigd', 'teruggezet']);
    expect(await t.eigenaren(ids)).toEqual([t.id.anna, t.id.bram, t.id.anna]);
    expect((await draaiTerug(body.ongedaanSleutel)).body.code).toBe('alTeruggedraaid');
    const later = await verdeel({ casusIds: [ids[0]], naar: [t.id.bram] });
    await t.q(`update verdeling set terug_tot = now() - interval '1 second' where id = $1`, [later.body.id]);
    expect((await draaiTerug(later.body.ongedaanSleutel)).body.code).toBe('teLaat');
  });

  it('puts back that it had fallen back, and not to who stopped', async () => {
    const [terugval, gestopt] = await t.casussen(2, t.id.bewaker);
    await t.q(`update casus set terugval = 'teamVol' where id = $1`, [terugval]);
    await t.q(`update casus set verantwoordelijke_id = $2 where id = $1`, [gestopt, t.id.bram]);
    const { body } = await verdeel({ casusIds: [terugval, gestopt], naar: [t.id.anna] }, 'bewaker');
    // Bram's is not for the procesbewaker to give
    expect(body.rijen.map((r) => r.uitkomst)).toEqual(['toegewezen', 'nietGevonden']);
    expect((await draaiTerug(body.ongedaanSleutel, 'bewaker')).body.teruggezet).toBe(1);
    expect(await t.q(`select terugval from casus where id = $1`, [terugval])).toEqual([{ terugval: 'teamVol' }]);
    const tweede = await verdeel({ casusIds: [gestopt], naar: [t.id.anna] });
    await t.q(`update medewerker set actief = false where id = $1`, [t.id.bram]);
    expect((await draaiTerug(tweede.body.ongedaanSleutel)).body.rijen).toEqual([
      { casusId: gestopt, uitkomst: 'vorigeKanNiet' },
    ]);
    await t.q(`update medewerker set actief = true where id = $1`, [t.id.bram]);
  });

  it('gives the same answer for the same key, and refuses the key for something else', async () => {
    const ids = await t.casussen(2, t.id.anna);
    const koppen = { 'idempotency-key': 'verdeel-1' };
    const vraag = { casusIds: ids, naar: [t.id.bram] };
    const [een, twee] = await Promise.all([verdeel(vraag, 'tim', koppen), verdeel(vraag, 'tim', koppen)]);
    expect(twee.body).toEqual(een.body);
    expect((await verdeel({ ...vraag, naar: [t.id.tim] }, 'tim', koppen)).body.code).toBe('idempotentieSleutelAnders');
    expect(
      await t.q(
        `select count(*)::int as n from toewijzing where casus_id = any ($1::bigint[]) and aanleiding = 'handmatig'`,
        [ids],
      ),
    ).toEqual([{ n: 2 }]);
  });

  it.each([
    ['neither casussen nor filter', {}, 400],
    ['an empty list', { casusIds: [] }, 400],
    ['too many', { casusIds: Array.from({ length: 2001 }, (_, n) => String(n + 1)) }, 400],
    ['the same twice', { casusIds: ['1', '1'] }, 400],
    ['both', { casusIds: ['1'], filter: { verantwoordelijke: '1' } }, 400],
  ])('refuses %s', async (_, body, status) => {
    expect((await verdeel({ naar: [t.id.bram], ...body })).status).toBe(status);
  });
});
