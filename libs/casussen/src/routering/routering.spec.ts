import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, DomeinFout, systeem } from '#kern';
import {
  DEN_BOSCH,
  type Diensten,
  maakDiensten,
  maakLeeg,
  maakLeerling,
  maakMedewerker,
  maakRegel,
  maakRegio,
  maakTeam,
  OSS,
  SCHOOL_BOSCH,
} from '../test.js';

const REGIO = 36;
const wie = systeem(REGIO);
const VOOR = '2026-08-21';
const START = '2026-08-24';

describe('routing', () => {
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
    await maakLeeg(db.bron);
    bewaker = await maakRegio(db.bron);
  });

  const op = (datum: string) => ({ peildatum: alsDatum(datum), nu: new Date(`${datum}T02:00:00Z`), bron: 'test' });

  /** Gives these youngsters a signaal and follows it; gives the owner of each. */
  async function routeer(leerlingen: string[], datum: string): Promise<string[]> {
    await db.transactie.voerUit({ wie }, async (tx) => {
      const nieuw = leerlingen.map((leerlingId) => ({
        leerlingId,
        trajectId: null,
        schooljaar: 2025,
        soort: 'geenPlaatsing' as const,
      }));
      await d.signalen.open(tx, REGIO, nieuw, op(datum));
      await d.casussen.volgSignalen(tx, REGIO, leerlingen, op(datum));
    });
    return eigenaren(leerlingen);
  }
  async function eigenaren(leerlingen: string[]): Promise<string[]> {
    const rijen = await db.bron.query<{ verantwoordelijke_id: string }[]>(
      `select verantwoordelijke_id from casus join unnest($1::bigint[]) with ordinality u (id, n) on u.id = leerling_id
        where loopt order by n`,
      [leerlingen],
    );
    return rijen.map((r) => r.verantwoordelijke_id);
  }
  const toewijzingVan = async (leerling: string) => {
    const [rij] = await db.bron.query<[Record<string, unknown>]>(
      `select t.* from toewijzing t join casus c on c.id = t.casus_id where c.leerling_id = $1 order by t.id desc limit 1`,
      [leerling],
    );
    return rij;
  };

  it('routes to the school’s coach until the first lesson day and by woongemeente from that day', async () => {
    await maakTeam(db.bron, 'coaches');
    await maakTeam(db.bron, 'leerplicht');
    const coach = await maakMedewerker(db.bron, { naam: 'Cas', gemeenten: [DEN_BOSCH], team: 'coaches' });
    const lpa = await maakMedewerker(db.bron, {
      naam: 'Lia',
      rol: 'leerplichtambtenaar',
      gemeenten: [OSS],
      team: 'leerplicht',
    });
    await maakRegel(db.bron, { volgorde: 10, periode: ['voorStart'], school: [SCHOOL_BOSCH], team: 'coaches' });
    await maakRegel(db.bron, {
      volgorde: 20,
      doelgroep: ['leerplicht', 'kwalificatieplicht'],
      woongemeente: [OSS],
      team: 'leerplicht',
    });
    await maakRegel(db.bron, { volgorde: 90, team: 'coaches' });
    const [voor, na, groot] = await Promise.all([
      maakLeerling(db.bron),
      maakLeerling(db.bron),
      maakLeerling(db.bron, { geboortedatum: '2007-01-01', woongemeente: DEN_BOSCH }),
    ]);
    expect(await routeer([voor], VOOR)).toEqual([coach]);
    expect(await routeer([na], START)).toEqual([lpa]);
    expect(await routeer([groot], START)).toEqual([coach]);
    expect(await toewijzingVan(voor)).toMatchObject({ invoer: { periode: 'voorStart', schoolGemeente: DEN_BOSCH } });
    expect(await toewijzingVan(na)).toMatchObject({
      invoer: { periode: 'naStart', woongemeente: OSS, doelgroep: 'kwalificatieplicht', leeftijd: 16 },
      kandidaten: [{ medewerker: { id: lpa, naam: 'Lia' }, openCasussen: 0, capaciteit: 80, aanwezig: true }],
    });
  });

  it('passes over who is absent on the date or out of scope, and knows them again on the day of return', async () => {
    await maakTeam(db.bron, 'oost');
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    const weg = await maakMedewerker(db.bron, {
      naam: 'Weg',
      gemeenten: [OSS],
      team: 'oost',
      afwezig: ['2026-08-24', '2026-09-01'],
    });
    const er = await maakMedewerker(db.bron, { naam: 'Er', gemeenten: [OSS], team: 'oost', fte: 0.1 });
    const elders = await maakMedewerker(db.bron, { naam: 'Elders', gemeenten: [DEN_BOSCH], team: 'oost' });
    const [een, twee, drie] = await Promise.all([maakLeerling(db.bron), maakLeerling(db.bron), maakLeerling(db.bron)]);
    expect(await routeer([een], '2026-08-31')).toEqual([er]);
    expect(await routeer([twee], '2026-09-01')).toEqual([weg]);
    const { kandidaten } = await toewijzingVan(een);
    expect(kandidaten).toEqual([
      expect.objectContaining({ medewerker: { id: weg, naam: 'Weg' }, aanwezig: false, binnenBereik: true }),
      expect.objectContaining({ medewerker: { id: er, naam: 'Er' }, aanwezig: true, capaciteit: 8 }),
      expect.objectContaining({ medewerker: { id: elders, naam: 'Elders' }, binnenBereik: false }),
    ]);
    await db.bron.query(`update medewerker set actief = false where id = $1`, [elders]);
    await routeer([drie], '2026-09-01');
    expect((await toewijzingVan(drie))['kandidaten']).toHaveLength(2);
  });

  it('fills a team by capacity, gives the rest to the procesbewaker and tells the coordinator', async () => {
    await maakTeam(db.bron, 'oost', 2);
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    const heel = await maakMedewerker(db.bron, { naam: 'Heel', team: 'oost' });
    const half = await maakMedewerker(db.bron, { naam: 'Half', team: 'oost', fte: 0.5 });
    const leerlingen = [];
    for (let n = 0; n < 4; n++) leerlingen.push(await maakLeerling(db.bron));
    const wie = await routeer(leerlingen, START);
    expect([...wie].sort()).toEqual([bewaker, heel, half, heel].sort());
    expect(wie[3]).toBe(bewaker);
    expect(await toewijzingVan(leerlingen[3] as string)).toMatchObject({ terugval: 'teamVol', medewerker_id: bewaker });
    const regels = await db.bron.query(
      `select tekst from gebeurtenis where leerling_id = $1 and soort = 'terugvalProcesbewaker'`,
      [leerlingen[3]],
    );
    expect(regels).toEqual([
      { tekst: 'Voor de regiocoördinator: team Oost zit vol. De procesbewaker heeft de casus.' },
    ]);
  });

  it('takes turns in one run and over runs of the same moment', async () => {
    await maakTeam(db.bron, 'oost');
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    const een = await maakMedewerker(db.bron, { naam: 'Een', team: 'oost' });
    const twee = await maakMedewerker(db.bron, { naam: 'Twee', team: 'oost' });
    const l = [];
    for (let n = 0; n < 4; n++) l.push(await maakLeerling(db.bron));
    expect(await routeer(l.slice(0, 1), START)).toEqual([een]);
    expect(await routeer(l.slice(1, 2), START)).toEqual([twee]);
    expect(await routeer(l.slice(2), START)).toEqual([een, twee]);
  });

  it('judges rules on their dates, ends excluded', async () => {
    await maakTeam(db.bron, 'oud');
    await maakTeam(db.bron, 'nieuw');
    const oud = await maakMedewerker(db.bron, { naam: 'Oud', team: 'oud' });
    const nieuw = await maakMedewerker(db.bron, { naam: 'Nieuw', team: 'nieuw' });
    await maakRegel(db.bron, { volgorde: 1, team: 'oud', geldigTot: START });
    await maakRegel(db.bron, { volgorde: 1, team: 'nieuw', geldigVan: START });
    expect(await routeer([await maakLeerling(db.bron)], VOOR)).toEqual([oud]);
    expect(await routeer([await maakLeerling(db.bron)], START)).toEqual([nieuw]);
  });

  it('gives a youngster from outside the region to the coach of the school', async () => {
    await maakTeam(db.bron, 'coaches');
    await maakRegel(db.bron, { volgorde: 1, team: 'coaches' });
    await maakMedewerker(db.bron, { naam: 'Van Oss', gemeenten: [OSS], team: 'coaches' });
    const bosch = await maakMedewerker(db.bron, { naam: 'Van Bosch', gemeenten: [DEN_BOSCH], team: 'coaches' });
    expect(await routeer([await maakLeerling(db.bron, { woongemeente: '0344' })], START)).toEqual([bosch]);
  });

  it('falls back on the procesbewaker without a rule, and refuses without a procesbewaker', async () => {
    expect(await routeer([await maakLeerling(db.bron)], START)).toEqual([bewaker]);
    await db.bron.query(`update regio set procesbewaker_id = null`);
    await expect(routeer([await maakLeerling(db.bron)], START)).rejects.toThrow(DomeinFout);
  });

  it('never has two routings of a region at once over the same last place', async () => {
    await maakTeam(db.bron, 'oost', 5);
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    const enige = await maakMedewerker(db.bron, { naam: 'Enige', team: 'oost' });
    const groepen = [];
    for (let n = 0; n < 4; n++) groepen.push([await maakLeerling(db.bron), await maakLeerling(db.bron)]);
    const wie = (await Promise.all(groepen.map((g) => routeer(g, START)))).flat();
    expect(wie.filter((id) => id === enige)).toHaveLength(5);
    expect(wie.filter((id) => id === bewaker)).toHaveLength(3);
  });

  it('gives the casussen and tasks of who stops to someone else in the same transaction', async () => {
    await maakTeam(db.bron, 'oost');
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    const stopt = await maakMedewerker(db.bron, { naam: 'Stopt', team: 'oost' });
    const leerlingen = [await maakLeerling(db.bron), await maakLeerling(db.bron)];
    expect(await routeer(leerlingen, START)).toEqual([stopt, stopt]);
    const blijft = await maakMedewerker(db.bron, { naam: 'Blijft', team: 'oost' });
    await db.transactie.voerUit({ wie }, async (tx) => {
      await tx.query(`update medewerker set actief = false where id = $1`, [stopt]);
      const gestopt = { regioId: REGIO, medewerkerId: stopt, vandaag: alsDatum(START), nu: new Date() };
      await d.bijDeactiveren.inhoud.medewerkerGestopt(tx, gestopt);
    });
    expect(await eigenaren(leerlingen)).toEqual([blijft, blijft]);
    expect(await db.bron.query(`select distinct eigenaar_id from taak where toestand = 'open'`)).toEqual([
      { eigenaar_id: blijft },
    ]);
    const [eerste] = leerlingen;
    const soorten = await db.bron.query(
      `select soort from gebeurtenis where leerling_id = $1 order by id desc limit 1`,
      [eerste],
    );
    expect(soorten).toEqual([{ soort: 'toegewezen' }]);
    expect((await toewijzingVan(eerste as string))['medewerker_id']).toBe(blijft);
  });

  it('refuses to stop the procesbewaker while casussen would have nobody', async () => {
    await routeer([await maakLeerling(db.bron)], START);
    const stop = db.transactie.voerUit({ wie }, (tx) => d.herverdeling.van(tx, REGIO, bewaker, op(START)));
    await expect(stop).rejects.toMatchObject({ code: 'procesbewakerOntbreekt' });
  });
});
