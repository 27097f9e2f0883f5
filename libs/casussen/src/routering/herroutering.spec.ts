import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import {
  DEN_BOSCH,
  type Diensten,
  maakDiensten,
  maakLeerling,
  maakMedewerker,
  maakRegel,
  maakRegio,
  maakTeam,
  OSS,
  SCHOOL_BOSCH,
} from '../test.js';

const REGIO = 36;
const START = '2026-08-24';
const wie = systeem(REGIO);

describe('routing running casussen again', () => {
  let db: TestDatabase;
  let d: Diensten;
  let bewaker: string;

  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
  }, 60_000);
  afterAll(async () => {
    await d.sluit();
    await db.sluit();
  });
  beforeEach(async () => {
    await db.bron.query(`alter table gebeurtenis disable trigger all; alter table toewijzing disable trigger all;
      truncate regio cascade;
      alter table gebeurtenis enable trigger all; alter table toewijzing enable trigger all`);
    bewaker = await maakRegio(db.bron);
  });

  const op = (datum: string) => ({ peildatum: alsDatum(datum), nu: new Date(`${datum}T02:00:00Z`), bron: 'test' });
  const q = <T = Record<string, unknown>>(sql: string, binds: unknown[] = []) => db.bron.query<T[]>(sql, binds);

  async function open(datum = START, opties: Parameters<typeof maakLeerling>[1] = {}): Promise<string> {
    const leerlingId = await maakLeerling(db.bron, opties);
    await db.transactie.voerUit({ wie }, async (tx) => {
      const signaal = { leerlingId, trajectId: null, schooljaar: 2025, soort: 'geenPlaatsing' as const };
      await d.signalen.open(tx, REGIO, [signaal], op(datum));
      await d.casussen.volgSignalen(tx, REGIO, [leerlingId], op(datum));
    });
    return leerlingId;
  }
  const loopNa = (datum = START) => db.transactie.voerUit({ wie }, (tx) => d.herroutering.loopNa(tx, REGIO, op(datum)));
  const eigenaar = async (leerling: string) => {
    const [rij] = await q<{ id: string }>(
      `select verantwoordelijke_id as id from casus where leerling_id = $1 and loopt`,
      [leerling],
    );
    return rij?.id;
  };
  const laatste = async (leerling: string) => {
    const [rij] = await q(
      `select t.aanleiding, t.van_id, t.medewerker_id, t.uitleg, t.terugval from toewijzing t join casus c on c.id = t.casus_id
        where c.leerling_id = $1 order by t.id desc limit 1`,
      [leerling],
    );
    return rij;
  };
  const aanbod = (leerling: string) =>
    q(
      `select o.aanleiding, o.van_id, o.naar_id, o.toestand, t.soort, t.eigenaar_id, t.vervalt_op, t.toestand as taak
         from overname o join casus c on c.id = o.casus_id left join taak t on t.id = o.taak_id where c.leerling_id = $1 order by o.id`,
      [leerling],
    );
  const regels = async (leerling: string) =>
    (await q<{ tekst: string }>(`select tekst from gebeurtenis where leerling_id = $1 order by id`, [leerling])).map(
      (r) => r.tekst,
    );
  const afwezig = (id: string, van: string, tot: string, vervanger: string | null = null) =>
    q(`insert into afwezigheid (regio_id, medewerker_id, van, tot, vervanger_id) values ($1, $2, $3, $4, $5)`, [
      REGIO,
      id,
      van,
      tot,
      vervanger,
    ]);

  /** Coaches of the Doorstroompunt and leerplichtambtenaren of two gemeenten. */
  async function teams() {
    await maakTeam(db.bron, 'coaches');
    await maakTeam(db.bron, 'oss');
    await maakTeam(db.bron, 'bosch');
    const leerplicht = ['leerplicht', 'kwalificatieplicht'];
    await maakRegel(db.bron, { volgorde: 10, periode: ['voorStart'], school: [SCHOOL_BOSCH], team: 'coaches' });
    await maakRegel(db.bron, { volgorde: 20, doelgroep: leerplicht, woongemeente: [OSS], team: 'oss' });
    await maakRegel(db.bron, { volgorde: 30, doelgroep: leerplicht, woongemeente: [DEN_BOSCH], team: 'bosch' });
    await maakRegel(db.bron, { volgorde: 40, doelgroep: ['doorstroompunt'], team: 'coaches' });
    return {
      coach: await maakMedewerker(db.bron, {
        naam: 'Cas Coach',
        scholen: [SCHOOL_BOSCH],
        gemeenten: [OSS, DEN_BOSCH],
        team: 'coaches',
      }),
      oss: await maakMedewerker(db.bron, {
        naam: 'Olga Oss',
        rol: 'leerplichtambtenaar',
        gemeenten: [OSS],
        team: 'oss',
      }),
      bosch: await maakMedewerker(db.bron, {
        naam: 'Bob Bosch',
        rol: 'leerplichtambtenaar',
        gemeenten: [DEN_BOSCH],
        team: 'bosch',
      }),
    };
  }

  it('gives room that comes to who waits longest, and a newcomer waits behind them', async () => {
    await maakTeam(db.bron, 'oost', 1);
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    const lid = await maakMedewerker(db.bron, { naam: 'Lid', team: 'oost' });
    const eerste = await open('2026-08-24');
    const tweede = await open('2026-08-25');
    const derde = await open('2026-08-26');
    await loopNa('2026-08-26');
    expect(await Promise.all([eerste, tweede, derde].map(eigenaar))).toEqual([lid, bewaker, bewaker]);
    await q(`update team set casussen_per_fte = 2`);
    // the room is taken before the newcomer is routed
    const vierde = await open('2026-08-27');
    expect(await Promise.all([tweede, derde, vierde].map(eigenaar))).toEqual([lid, bewaker, bewaker]);
    expect(await laatste(tweede)).toMatchObject({ aanleiding: 'ruimte', van_id: bewaker, terugval: null });
    expect(await regels(tweede)).toContain('Er is ruimte. De casus ligt bij Lid (team Oost).');
    // a casus that closes makes room at once
    const [dicht] = await q<{ id: string }>(`select id from signaal where leerling_id = $1`, [eerste]);
    await db.transactie.voerUit({ wie }, async (tx) => {
      await d.signalen.sluit(tx, REGIO, [dicht?.id ?? ''], 'opgelost', op('2026-08-28').nu);
      await d.casussen.volgSignalen(tx, REGIO, [eerste], op('2026-08-28'));
    });
    expect(await Promise.all([eerste, derde, vierde].map(eigenaar))).toEqual([undefined, lid, bewaker]);
  });

  it('leaves with the procesbewaker what its owner gave back, and follows who is procesbewaker now', async () => {
    const terug = await open();
    const wacht = await open();
    await q(`update casus set terugval = 'teruggegeven' where leerling_id = $1`, [terug]);
    await maakTeam(db.bron, 'oost', 1);
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    await loopNa();
    expect(await laatste(wacht)).toMatchObject({ terugval: 'teamLeeg' });
    const nieuw = await maakMedewerker(db.bron, { naam: 'Nieuwe Bewaker', rol: 'generalist', heleRegio: true });
    await q(`update regio set procesbewaker_id = $1`, [nieuw]);
    await loopNa();
    expect(await Promise.all([terug, wacht].map(eigenaar))).toEqual([bewaker, nieuw]);
  });

  it.each([
    ['one day short of four weeks', '2026-09-20', false],
    ['four weeks', '2026-09-21', true],
  ])('moves the casussen of who is away for %s, or not', async (_, tot, verhuist) => {
    await maakTeam(db.bron, 'oost');
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    const weg = await maakMedewerker(db.bron, { naam: 'Weg', team: 'oost' });
    const leerling = await open();
    const er = await maakMedewerker(db.bron, { naam: 'Er', team: 'oost' });
    await afwezig(weg, START, tot);
    await loopNa();
    expect(await eigenaar(leerling)).toBe(verhuist ? er : weg);
    expect(await q(`select waarnemer_id from afwezigheid`)).toEqual([{ waarnemer_id: verhuist ? null : er }]);
    expect(await regels(leerling)).toContain(
      verhuist
        ? 'De vorige eigenaar is lang afwezig. De casus ligt bij Er (team Oost).'
        : 'Er neemt waar zolang Weg afwezig is. Weg blijft verantwoordelijk.',
    );
    const keer = await q(`select count(*)::int as n from gebeurtenis`);
    await loopNa();
    expect(await q(`select count(*)::int as n from gebeurtenis`)).toEqual(keer);
  });

  it('takes absences that follow each other for one, and moves nothing before they begin', async () => {
    await maakTeam(db.bron, 'oost');
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    const weg = await maakMedewerker(db.bron, { naam: 'Weg', team: 'oost' });
    const leerling = await open();
    const er = await maakMedewerker(db.bron, { naam: 'Er', team: 'oost' });
    await afwezig(weg, '2026-08-31', '2026-09-14');
    await afwezig(weg, '2026-09-14', '2026-09-28');
    await loopNa('2026-08-30');
    expect(await eigenaar(leerling)).toBe(weg);
    await loopNa('2026-08-31');
    expect(await eigenaar(leerling)).toBe(er);
  });

  it('lets the named replacement observe, another of the team while she is away, the procesbewaker when nobody is there', async () => {
    await maakTeam(db.bron, 'oost');
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    const weg = await maakMedewerker(db.bron, { naam: 'Weg', team: 'oost' });
    await open();
    const vol = await maakMedewerker(db.bron, { naam: 'Vol', team: 'oost', fte: 0.1 });
    const ruim = await maakMedewerker(db.bron, { naam: 'Ruim', team: 'oost' });
    await q(`update casus set verantwoordelijke_id = $1`, [vol]);
    await open();
    await q(`update casus set verantwoordelijke_id = $1 where verantwoordelijke_id <> $2`, [weg, vol]);
    const anders = await maakMedewerker(db.bron, { naam: 'Anders' });
    await afwezig(weg, START, '2026-09-07', anders);
    const waarnemer = async () =>
      (await q<{ w: string }>(`select waarnemer_id as w from afwezigheid where medewerker_id = $1`, [weg]))[0]?.w;
    await loopNa();
    expect(await waarnemer()).toBe(anders);
    await afwezig(anders, '2026-08-25', '2026-08-27');
    await loopNa('2026-08-25');
    expect(await waarnemer()).toBe(ruim);
    await loopNa('2026-08-27');
    expect(await waarnemer()).toBe(anders);
    for (const id of [anders, vol, ruim]) await afwezig(id, '2026-08-28', '2026-08-29');
    await loopNa('2026-08-28');
    expect(await waarnemer()).toBe(bewaker);
  });

  it('offers a move to another team, and keeps it silent within the team', async () => {
    const t = await teams();
    const verhuist = await open();
    const blijft = await open('2026-08-24', { geboortedatum: '2007-01-01' });
    expect(await Promise.all([verhuist, blijft].map(eigenaar))).toEqual([t.oss, t.coach]);
    await q(`update leerling set woongemeente = $1`, [DEN_BOSCH]);
    await loopNa('2026-09-01');
    expect(await Promise.all([verhuist, blijft].map(eigenaar))).toEqual([t.oss, t.coach]);
    expect(await aanbod(verhuist)).toEqual([
      {
        ...{ aanleiding: 'verhuizing', van_id: t.oss, naar_id: t.bosch, toestand: 'aangeboden' },
        ...{ soort: 'overname', eigenaar_id: t.bosch, vervalt_op: '2026-09-08', taak: 'open' },
      },
    ]);
    expect(await aanbod(blijft)).toEqual([]);
    expect(await regels(blijft)).toContain('De leerling is verhuisd. De casus blijft bij Cas Coach.');
    expect(await regels(verhuist)).toContain(
      'De casus is aangeboden aan Bob Bosch. Tot die haar aanneemt, blijft Olga Oss verantwoordelijk.',
    );
    const keer = await q(`select count(*)::int as n from gebeurtenis`);
    await loopNa('2026-09-02');
    expect(await q(`select count(*)::int as n from gebeurtenis`)).toEqual(keer);
  });

  it('takes an offer back when the youngster moves on, and when the receiver stops', async () => {
    const t = await teams();
    const leerling = await open();
    await q(`update leerling set woongemeente = $1`, [DEN_BOSCH]);
    await loopNa('2026-09-01');
    await q(`update leerling set woongemeente = $1`, [OSS]);
    await loopNa('2026-09-02');
    expect((await aanbod(leerling)).map((a) => [a['toestand'], a['taak']])).toEqual([['vervallen', 'vervallen']]);
    await q(`update leerling set woongemeente = $1`, [DEN_BOSCH]);
    await loopNa('2026-09-03');
    const ander = await maakMedewerker(db.bron, {
      naam: 'Bram',
      rol: 'leerplichtambtenaar',
      gemeenten: [DEN_BOSCH],
      team: 'bosch',
    });
    await db.transactie.voerUit({ wie }, async (tx) => {
      await tx.query(`update medewerker set actief = false where id = $1`, [t.bosch]);
      const gestopt = { regioId: REGIO, medewerkerId: t.bosch, vandaag: alsDatum('2026-09-04'), nu: new Date() };
      await d.bijDeactiveren.inhoud.medewerkerGestopt(tx, gestopt);
    });
    await loopNa('2026-09-04');
    expect((await aanbod(leerling)).map((a) => [a['toestand'], a['naar_id']])).toEqual([
      ['vervallen', t.bosch],
      ['vervallen', t.bosch],
      ['aangeboden', ander],
    ]);
  });

  it('offers on the 18th birthday, and tries again while the other team is full', async () => {
    const t = await teams();
    await q(`update team set casussen_per_fte = 1 where code = 'coaches'`);
    await open('2026-08-24', { geboortedatum: '2007-01-01' });
    const jarig = await open('2026-08-24', { geboortedatum: '2008-09-10' });
    expect(await eigenaar(jarig)).toBe(t.oss);
    await loopNa('2026-09-09');
    expect(await q(`select doelgroep from casus where leerling_id = $1`, [jarig])).toEqual([
      { doelgroep: 'kwalificatieplicht' },
    ]);
    await loopNa('2026-09-10');
    expect(await q(`select doelgroep from casus where leerling_id = $1`, [jarig])).toEqual([
      { doelgroep: 'doorstroompunt' },
    ]);
    expect([await eigenaar(jarig), await aanbod(jarig)]).toEqual([t.oss, []]);
    await q(`update team set casussen_per_fte = 2 where code = 'coaches'`);
    await loopNa('2026-09-11');
    expect(await aanbod(jarig)).toMatchObject([{ aanleiding: 'doelgroep', van_id: t.oss, naar_id: t.coach }]);
  });

  it('gives who lives outside the region to the coach of the exam school, also after the first lesson day', async () => {
    const t = await teams();
    const nieuw = await open('2026-09-01', { woongemeente: '0344' });
    expect(await eigenaar(nieuw)).toBe(t.coach);
    expect((await laatste(nieuw))?.['uitleg']).toContain('woont buiten de regio');
    const verhuist = await open('2026-09-01');
    await q(`update leerling set woongemeente = '0344' where id = $1`, [verhuist]);
    await loopNa('2026-09-02');
    expect(await aanbod(verhuist)).toMatchObject([{ aanleiding: 'verhuizing', van_id: t.oss, naar_id: t.coach }]);
  });

  it('counts what was offered: who accepts later is not over capacity by it', async () => {
    const t = await teams();
    const [een, twee] = [await open(), await open()];
    await q(`update team set casussen_per_fte = 1 where code = 'bosch'`);
    await q(`update leerling set woongemeente = $1 where id = $2`, [DEN_BOSCH, een]);
    await loopNa('2026-09-01');
    await q(`update leerling set woongemeente = $1 where id = $2`, [DEN_BOSCH, twee]);
    await loopNa('2026-09-02');
    expect([(await aanbod(een)).length, (await aanbod(twee)).length]).toEqual([1, 0]);
    expect(await eigenaar(twee)).toBe(t.oss);
  });

  it('does the same when three go through the region at once', async () => {
    await teams();
    const leerlingen = [await open(), await open(), await open()];
    await q(`update leerling set woongemeente = $1`, [DEN_BOSCH]);
    await Promise.all([loopNa('2026-09-01'), loopNa('2026-09-01'), loopNa('2026-09-01')]);
    for (const leerling of leerlingen) expect(await aanbod(leerling)).toHaveLength(1);
  });
});
