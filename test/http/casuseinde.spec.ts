import { Casustoneel, COACH, TEAMLEIDER } from './casustoneel.js';

const DAG = '2026-03-16';
/** After the first ask: whoever applied nowhere is not on course. */
const NA_VRAAG = '2026-04-10';

describe('closing, opening again and suspending over HTTP', () => {
  let t: Casustoneel;
  beforeAll(async () => {
    t = await Casustoneel.maak();
    await t.vraag(
      `update afwezigheid set van = '2026-01-01', tot = '2026-12-31' where vervanger_id = $1 and van = '2026-03-16'`,
      [t.mensen['coach-oss@regio.example']],
    );
  }, 60_000);
  afterAll(() => t.sluit());

  const sluit = (uitkomst: string, opties: { naam?: string; als?: string; teruggekoppeld?: boolean } = {}) => {
    const { teruggekoppeld, ...wie } = opties;
    return t.doe('POST', '/afsluiting', { uitkomst, ...(teruggekoppeld === undefined ? {} : { teruggekoppeld }) }, wie);
  };
  const heropen = (opties: { naam?: string; als?: string } = {}, body: object = {}) =>
    t.doe('POST', '/heropening', body, opties);
  const traject = (zet: string, naam = 'Anna') =>
    t.vraag(`update traject t set ${zet} from casus c where c.id = $1 and t.leerling_id = c.leerling_id`, [
      t.casussen[naam],
    ]);

  describe('opschorting', () => {
    const schortOp = (body: object, als = COACH) =>
      t.doe('POST', '/opschorting', { reden: 'Op vakantie.', ...body }, { als });

    it('moves the next step by the werkdagen in it', async () => {
      // Monday 16 March until Monday 30 March: ten werkdagen; from Wednesday 18 March that is 1 April.
      const { status, body } = await schortOp({ tot: '2026-03-30' });
      expect([status, body.volgendeTaak?.vervaltOp, body.opgeschort, body.opschorting]).toEqual([
        200,
        '2026-04-01',
        true,
        { van: DAG, tot: '2026-03-30', reden: 'Op vakantie.' },
      ]);
      expect((await t.lees('Anna', TEAMLEIDER)).opschorting).toEqual({ van: DAG, tot: '2026-03-30' });
      const [{ reden }] = await t.vraag<{ reden: Buffer }>(`select reden from opschorting`);
      expect(reden.includes('vakantie')).toBe(false);
      const regels = await t.vraag<{ tekst: string }>(`select tekst from gebeurtenis where soort = 'opgeschort'`);
      expect(regels.map((r) => r.tekst)).toEqual([
        'De termijn staat stil van 2026-03-16 tot 2026-03-30. De volgende stap is nu uiterlijk 2026-04-01.',
      ]);
    });

    it('ends early: the days that were not used come off again', async () => {
      t.api.klok.zet('2026-03-18');
      const { body } = await t.doe('POST', '/opschorting/beeindiging', {});
      // two werkdagen were used: 18 March + 2
      expect([body.volgendeTaak?.vervaltOp, body.opgeschort, body.opschorting]).toEqual([
        '2026-03-20',
        false,
        undefined,
      ]);
      const nog = await t.doe('POST', '/opschorting/beeindiging', {});
      expect([nog.status, nog.body.code]).toEqual([409, 'nietOpgeschort']);
    });

    it('may come again, and never twice on one day', async () => {
      const weer = await schortOp({ tot: '2026-03-20' });
      expect([weer.status, weer.body.volgendeTaak?.vervaltOp]).toEqual([200, '2026-03-24']);
      const dubbel = await schortOp({ tot: '2026-04-20' });
      expect([dubbel.status, dubbel.body.code]).toEqual([409, 'alOpgeschort']);
      const plat = t.vraag(
        `insert into opschorting (regio_id, taak_id, van, tot, reden, door, gemaakt_op)
         select regio_id, taak_id, '2026-03-19', '2026-03-21', reden, door, gemaakt_op from opschorting limit 1`,
      );
      await expect(plat).rejects.toMatchObject({ constraint: 'opschorting_los' });
      await t.doe('POST', '/opschorting/beeindiging', {});
    });

    it.each([
      ['that is over', { tot: '2026-03-18' }],
      ['that ends before it begins', { van: '2026-03-18', tot: '2026-03-17' }],
      ['that begins later', { van: '2026-03-19', tot: '2026-03-26' }],
    ])('refuses one %s', async (_, body) => {
      const { status, body: fout } = await schortOp(body);
      expect([status, fout.code]).toEqual([400, 'opschortingOngeldig']);
    });

    it('is for who sees the content', async () => {
      const { status, body } = await schortOp({ tot: '2026-03-30' }, TEAMLEIDER);
      expect([status, body.code]).toEqual([403, 'inhoudAfgeschermd']);
    });

    it('is done once under one key', async () => {
      const { versie } = await t.lees();
      const stuur = () =>
        t.doe(
          'POST',
          '/opschorting',
          { versie, tot: '2026-03-25', reden: 'x' },
          { koppen: { 'idempotency-key': 'o1' } },
        );
      expect((await Promise.all([stuur(), stuur(), stuur()])).map((a) => a.status)).toEqual([200, 200, 200]);
      expect(await t.vraag(`select count(*)::int as n from opschorting where tot = '2026-03-25'`)).toEqual([{ n: 1 }]);
      await t.doe('POST', '/opschorting/beeindiging', {});
      t.api.klok.zet(DAG);
    });
  });

  describe('closing', () => {
    it('is refused while the youngster is not on course, and nothing changes', async () => {
      t.api.klok.zet(NA_VRAAG);
      const voor = await t.lees();
      const { status, body } = await sluit('afgehandeld');
      expect([status, body.code]).toEqual([409, 'nogNietOpKoers']);
      expect(await t.lees()).toEqual(voor);
    });

    it('is refused while it only waits for a school that is silent', async () => {
      await t.vraag(
        `insert into signaal (regio_id, soort, school, schooljaar, peildatum, geopend_op)
         values (36, 'geenAanlevering', '99AA00', 2025, $1, now())`,
        [NA_VRAAG],
      );
      const { status, body } = await sluit('afgehandeld');
      expect([status, body.code]).toEqual([409, 'nogNietOpKoers']);
      await t.vraag(`update signaal set gesloten_op = now(), sluitreden = 'opgelost' where soort = 'geenAanlevering'`);
    });

    it('is possible when the ask is suppressed, and with a bestemming that holds', async () => {
      await traject(`voorgenomen_vervolg = 'havo', voorgenomen_vervolg_bron = 'decaan'`);
      const { body } = await sluit('alsnogOpKoers');
      expect([body.fase, body.uitkomst]).toEqual(['gesloten', 'alsnogOpKoers']);
      await heropen();
      await traject(`voorgenomen_vervolg = null, voorgenomen_vervolg_bron = null, bestemming = 'buitenland',
        bestemming_bewijs = 'x', bestemming_door = 'x', bestemming_geldig_van = '2026-04-01'`);
      expect((await sluit('bestemd')).body.uitkomst).toBe('bestemd');
      await heropen();
      await traject(
        `bestemming = null, bestemming_bewijs = null, bestemming_door = null, bestemming_geldig_van = null`,
      );
      expect((await sluit('afgehandeld')).body.code).toBe('nogNietOpKoers');
    });

    it('says an outcome only when that is so', async () => {
      t.api.klok.zet(DAG);
      for (const uitkomst of ['aangekomen', 'bestemd']) {
        const { status, body } = await sluit(uitkomst);
        expect([status, body.code]).toEqual([409, 'uitkomstPastNiet']);
      }
    });

    it('needs the feedback that is due', async () => {
      await t.doe('PATCH', '', { fase: 'afronding' });
      const eerst = await sluit('alsnogOpKoers');
      expect([eerst.status, eerst.body.code]).toEqual([409, 'terugkoppelingOpen']);
      const { status, body } = await sluit('alsnogOpKoers', { teruggekoppeld: true });
      expect([status, body.fase, body.uitkomst, body.volgendeTaak, body.taken, body.voorstel]).toEqual([
        200,
        'gesloten',
        'alsnogOpKoers',
        undefined,
        [],
        undefined,
      ]);
      const taken = await t.vraag(
        `select toestand, resultaat from taak where casus_id = $1 and soort = 'terugkoppeling' order by id`,
        [t.casussen['Anna']],
      );
      expect(taken).toEqual([{ toestand: 'afgerond', resultaat: 'teruggekoppeld' }]);
    });

    it('is not done twice', async () => {
      const { status, body } = await sluit('alsnogOpKoers');
      expect([status, body.code]).toEqual([409, 'casusGesloten']);
    });

    it('plans one question after arrival, for who had a casus', async () => {
      const zet = `status = 'aangekomen', rang = 5, aangekomen_op = '2026-03-10', status_datum = '2026-03-10'`;
      await traject(zet, 'Eva');
      const { status, body } = await sluit('aangekomen', { naam: 'Eva' });
      expect([status, body.uitkomst, body.taken.map((x) => x.soort)]).toEqual([200, 'aangekomen', ['nazorg']]);
      expect(
        await t.vraag(`select count(*)::int as n from taak where soort = 'nazorg' and casus_id = $1`, [
          t.casussen['Eva'],
        ]),
      ).toEqual([{ n: 1 }]);
    });
  });

  describe('opening again', () => {
    it('is refused for what is open', async () => {
      const { status, body } = await heropen({ naam: 'Bram', als: 'bewaker@regio.example' });
      expect([status, body.code]).toEqual([409, 'overgangOngeldig']);
    });

    it('gives a casus in begeleiding with a next step, its owner and a line', async () => {
      const { status, body } = await heropen();
      expect([status, body.fase, body.uitkomst, body.volgendeTaak?.soort, body.casusverantwoordelijke?.id]).toEqual([
        200,
        'begeleiding',
        undefined,
        'begeleiding',
        t.mensen[COACH],
      ]);
    });

    it('of three at once is done once', async () => {
      expect((await sluit('alsnogOpKoers')).status).toBe(200);
      const { versie } = await t.lees();
      const drie = await Promise.all([1, 2, 3].map(() => heropen({}, { versie })));
      expect(drie.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    });

    it('is refused beside another open casus, which is named', async () => {
      await sluit('alsnogOpKoers');
      const nieuw = await t.vraag<{ id: string }>(`
        with k as (select * from casus where id = ${t.casussen['Anna']}),
             n as (select nextval('casus_id_seq') as id),
             x as (insert into taak (regio_id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op)
                   select k.regio_id, 'eersteContact', n.id, k.verantwoordelijke_id, '2026-03-20', k.geopend_op from k, n returning id)
        insert into casus (regio_id, id, jaar, volgnummer, leerling_id, school, doelgroep, verantwoordelijke_id, volgende_taak_id, vervalt_op, geopend_op)
        select k.regio_id, n.id, 2026, 99, k.leerling_id, k.school, k.doelgroep, k.verantwoordelijke_id, x.id, '2026-03-20', k.geopend_op
          from k, n, x returning id`);
      const { status, body } = await heropen();
      expect([status, body.code]).toEqual([409, 'andereCasusOpen']);
      await t.vraag(
        `update casus set fase = 'gesloten', gesloten_op = now(), volgende_taak_id = null, vervalt_op = null where id = $1`,
        [nieuw[0].id],
      );
      await t.vraag(`update taak set toestand = 'vervallen', afgerond_op = now() where casus_id = $1`, [nieuw[0].id]);
    });

    it('gives it to who opens it when the owner stopped', async () => {
      await t.vraag(`update casus set verantwoordelijke_id = $2 where id = $1`, [
        t.casussen['Eva'],
        t.mensen['coach-oss@regio.example'],
      ]);
      await t.vraag(`update taak set eigenaar_id = $1 where soort = 'nazorg'`, [t.mensen[COACH]]);
      await t.vraag(`update medewerker set actief = false where id = $1`, [t.mensen['coach-oss@regio.example']]);
      const { status, body } = await heropen({ naam: 'Eva', als: TEAMLEIDER });
      expect([status, body.casusverantwoordelijke?.id]).toEqual([200, t.mensen[TEAMLEIDER]]);
    });
  });
});
