import { Casusapi, DAG } from './routeertoneel.js';

interface Overname {
  id: string;
  toestand: string;
  casus: { leerling: { naam?: string }; volgendeTaak?: { soort: string }; signalen: string[] };
  van: { naam: string; telefoon?: string };
  naar?: { naam: string };
  vervaltOp?: string;
  toelichting?: string;
  antwoord?: string;
  versie: number;
  code?: string;
  huidig?: Overname;
}

describe('handing a casus over, over HTTP', () => {
  let t: Casusapi;
  beforeAll(async () => {
    t = await Casusapi.start();
  }, 60_000);
  afterAll(() => t.sluit());

  const pad = (id: string, wat = '') => `casussen/${id}/overname${wat}`;
  const bied = async (id: string, body: object, wie = 'anna', koppen: Record<string, string> = {}) =>
    t.vraag<Overname>('POST', pad(id), wie, { body: { versie: await t.versie(id), ...body }, koppen });
  const beslis = async (id: string, wat: string, wie: string, body: object = {}) => {
    const [o] = await t.q<{ versie: number }>(
      `select versie from overname where casus_id = $1 order by id desc limit 1`,
      [id],
    );
    return t.vraag<Overname>('POST', pad(id, `/${wat}`), wie, { body: { versie: o?.versie, ...body } });
  };

  it('leaves it with the sender until the receiver accepts, who then sees it and has its tasks', async () => {
    const id = await t.casus(t.id.anna);
    const aangeboden = await bied(id, { naar: t.id.bob, toelichting: 'Vader belt liever niet.' });
    expect(aangeboden.status).toBe(201);
    expect(aangeboden.body).toMatchObject({ toestand: 'aangeboden', vervaltOp: '2026-09-08', naar: { naam: 'Bob' } });
    expect(await t.eigenaren([id])).toEqual([t.id.anna]);

    // before acceptance: who, why, next step and whom to call; not the casus, nor what the sender says
    const gezien = await t.vraag<Overname>('GET', pad(id), 'bob');
    expect(gezien.body).toMatchObject({
      casus: {
        leerling: { naam: 'Milan Jansen' },
        signalen: ['nietIngeschreven'],
        volgendeTaak: { soort: 'eersteContact' },
      },
      van: { naam: 'Anna', telefoon: '+31731234567' },
    });
    expect(gezien.body.toelichting).toBeUndefined();
    for (const dicht of ['', '/tijdlijn', '/toewijzing']) {
      expect((await t.vraag('GET', `casussen/${id}${dicht}`, 'bob')).status).toBe(404);
    }
    const taken = await t.vraag<{ resultaten: { soort: string; casusId: string }[] }>('GET', 'taken', 'bob');
    expect(taken.body.resultaten).toMatchObject([{ soort: 'overname', casusId: id }]);

    const geaccepteerd = await beslis(id, 'acceptatie', 'bob');
    expect([geaccepteerd.status, geaccepteerd.body.toestand]).toEqual([200, 'geaccepteerd']);
    expect(await t.eigenaren([id])).toEqual([t.id.bob]);
    expect((await t.vraag<Overname>('GET', pad(id), 'bob')).body.toelichting).toBe('Vader belt liever niet.');
    expect(
      await t.q(`select soort, eigenaar_id as e, toestand from taak where casus_id = $1 order by id`, [id]),
    ).toEqual([
      { soort: 'eersteContact', e: t.id.bob, toestand: 'open' },
      { soort: 'overname', e: t.id.bob, toestand: 'afgerond' },
    ]);
    const waarom = await t.vraag<{ uitleg: string; aanleiding: string }>('GET', `casussen/${id}/toewijzing`, 'bob');
    expect(waarom.body).toMatchObject({
      uitleg: 'U nam de casus over van Anna. Klopt dit niet? Geef de casus terug.',
      aanleiding: 'overname',
    });
  });

  it('lets the sender read on for ten werkdagen, and change nothing', async () => {
    const id = await t.casus(t.id.anna);
    await bied(id, { naar: t.id.bob });
    await beslis(id, 'acceptatie', 'bob');
    const lees = async (dag: string) => {
      t.api.klok.zet(dag);
      const { status } = await t.vraag('GET', `casussen/${id}`, 'anna');
      t.api.klok.zet(DAG);
      return status;
    };
    // 1 September + 10 werkdagen
    expect([await lees(DAG), await lees('2026-09-15'), await lees('2026-09-16')]).toEqual([200, 200, 404]);
    const versie = await t.versie(id);
    const poging = await t.vraag<{ code: string }>('PATCH', `casussen/${id}`, 'anna', {
      body: { woordvoerder: null, versie },
    });
    expect([poging.status, poging.body.code]).toEqual([403, 'alleenLezen']);
  });

  it('gives a refusal back to the sender with why, which the timeline does not tell', async () => {
    const id = await t.casus(t.id.anna);
    await bied(id, { naar: t.id.bob });
    const reden = 'Woont toch niet in Den Bosch.';
    const { status, body } = await beslis(id, 'weigering', 'bob', { reden });
    expect([status, body.toestand]).toEqual([200, 'geweigerd']);
    expect((await t.vraag<Overname>('GET', pad(id), 'anna')).body.antwoord).toBe(reden);
    expect((await t.vraag('GET', pad(id), 'bob')).status).toBe(404);
    const open = await t.q(
      `select soort, eigenaar_id as e from taak where casus_id = $1 and toestand = 'open' order by id`,
      [id],
    );
    expect(open).toEqual([
      { soort: 'eersteContact', e: t.id.anna },
      { soort: 'overnameGeweigerd', e: t.id.anna },
    ]);
    const sporen = await t.q<{ alles: string }>(
      `select (select string_agg(g::text, ' ') from gebeurtenis g) || (select string_agg(l::text, ' ') from logboek l)
              || (select string_agg(o::text, ' ') from overname o) as alles`,
    );
    expect(sporen[0]?.alles).not.toContain('Woont toch niet');
    // and offered again
    expect((await bied(id, { naar: t.id.bram })).status).toBe(201);
  });

  it('is taken back by the sender only, and falls when the casus goes elsewhere', async () => {
    const id = await t.casus(t.id.anna);
    expect((await bied(id, { team: 'oss' })).body.naar?.naam).toBe('Bram');
    expect((await beslis(id, 'intrekking', 'bram')).status).toBe(404);
    expect((await beslis(id, 'intrekking', 'anna')).body.toestand).toBe('ingetrokken');
    await bied(id, { naar: t.id.bob });
    const weg = await t.vraag('POST', `casussen/${id}/toewijzing`, 'tim', {
      body: { medewerker: t.id.bram, reden: 'Anna is ziek.', versie: await t.versie(id) },
    });
    expect(weg.status).toBe(200);
    expect((await beslis(id, 'acceptatie', 'bob')).body.code).toBe('alBeslist');
    expect(await t.eigenaren([id])).toEqual([t.id.bram]);
    expect(await t.q(`select toestand from overname where casus_id = $1 order by id`, [id])).toEqual([
      { toestand: 'ingetrokken' },
      { toestand: 'vervallen' },
    ]);
  });

  it('asks another region, of which the owner notes who accepted', async () => {
    const id = await t.casus(t.id.anna);
    expect((await bied(id, { andereRegio: 16 })).body).toMatchObject({ andereRegio: 16, toestand: 'aangeboden' });
    expect((await beslis(id, 'acceptatie', 'anna')).body.code).toBe('ontvangerOntbreekt');
    const { body } = await beslis(id, 'acceptatie', 'anna', { ontvanger: 'J. Smit, 0243210000' });
    expect(body).toMatchObject({ toestand: 'geaccepteerd', antwoord: 'J. Smit, 0243210000' });
    expect(await t.eigenaren([id])).toEqual([t.id.anna]);
  });

  it('is decided once, also when it is asked three times at once', async () => {
    const id = await t.casus(t.id.anna);
    await bied(id, { naar: t.id.bob });
    const uit = await Promise.all([1, 2, 3].map(() => beslis(id, 'acceptatie', 'bob')));
    expect(uit.map((u) => u.status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(
      await t.q(`select count(*)::int as n from toewijzing where casus_id = $1 and aanleiding = 'overname'`, [id]),
    ).toEqual([{ n: 1 }]);
  });

  it('does one offer per Idempotency-Key, and one at a time', async () => {
    const id = await t.casus(t.id.anna);
    const body = { naar: t.id.bob, versie: await t.versie(id) };
    const koppen = { 'idempotency-key': 'overname-1' };
    const [een, twee] = [await bied(id, body, 'anna', koppen), await bied(id, body, 'anna', koppen)];
    expect([een.status, twee.status, twee.body.id]).toEqual([201, 201, een.body.id]);
    expect((await bied(id, { naar: t.id.bram })).body.code).toBe('overnameLoopt');
  });

  it.each([
    ['nobody', {}, 'ontvangerKiezen', 400],
    ['two receivers', { team: 'bosch', andereRegio: 3 }, 'ontvangerKiezen', 400],
    ['who has no role for it', { naar: '999999' }, 'ontvangerOngeschikt', 400],
    ['a team that is not there', { team: 'west' }, 'teamZonderRuimte', 409],
    ['an older versie', { andereRegio: 3, versie: 1 }, 'versieVerouderd', 409],
    ['no versie', { andereRegio: 3, versie: undefined }, 'versieOntbreekt', 400],
  ])('refuses to offer to %s', async (_, body, code, status) => {
    const id = await t.casus(t.id.anna);
    await t.q(`update casus set uitkomst = null where id = $1`, [id]);
    const antwoord = await bied(id, body);
    expect([antwoord.status, antwoord.body.code]).toEqual([status, code]);
  });

  it('is hidden from who has nothing to do with it', async () => {
    const id = await t.casus(t.id.anna);
    await bied(id, { naar: t.id.bram });
    for (const [methode, wat] of [
      ['GET', ''],
      ['POST', ''],
      ['POST', '/acceptatie'],
      ['POST', '/weigering'],
    ] as const) {
      const body =
        methode === 'GET' ? undefined : { versie: 1, ...(wat === '/weigering' ? { reden: 'nee hoor' } : {}) };
      const { status } = await t.vraag(methode, pad(id, wat), 'bob', body === undefined ? {} : { body });
      expect([methode, wat, status]).toEqual([methode, wat, 404]);
    }
  });
});
