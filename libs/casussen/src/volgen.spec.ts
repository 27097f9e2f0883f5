import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import type { Signaalsoort } from '#signalen';
import { type Diensten, maakDiensten, maakLeerling, maakMedewerker, maakRegel, maakRegio, maakTeam } from './test.js';

const REGIO = 36;
const wie = systeem(REGIO);

describe('volgSignalen', () => {
  let db: TestDatabase;
  let d: Diensten;
  let coach: string;

  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    await maakRegio(db.bron);
    await maakTeam(db.bron, 'coaches', 2000);
    coach = await maakMedewerker(db.bron, { naam: 'Cas Coach', team: 'coaches' });
    await maakRegel(db.bron, { volgorde: 10, team: 'coaches' });
  }, 60_000);
  afterAll(async () => {
    await d.sluit();
    await db.sluit();
  });

  const op = (datum: string) => ({
    peildatum: alsDatum(datum),
    nu: new Date(`${datum}T02:00:00Z`),
    bron: `doorstroomcontrole:${datum}`,
  });
  const openSignaal = (leerlingen: string[], datum: string, soort: Signaalsoort = 'nietIngeschreven') =>
    db.transactie.voerUit({ wie }, (tx) =>
      d.signalen.open(
        tx,
        REGIO,
        leerlingen.map((leerlingId) => ({ leerlingId, trajectId: null, schooljaar: 2025, soort })),
        op(datum),
      ),
    );
  const sluitSignalen = (leerling: string, datum: string) =>
    db.transactie.voerUit({ wie }, async (tx) => {
      const rijen = await tx.query<{ id: string }[]>(`select id from signaal where leerling_id = $1`, [leerling]);
      return d.signalen.sluit(
        tx,
        REGIO,
        rijen.map((r) => r.id),
        'opgelost',
        op(datum).nu,
      );
    });
  const volg = (leerlingen: string[], datum: string) =>
    db.transactie.voerUit({ wie }, (tx) => d.casussen.volgSignalen(tx, REGIO, leerlingen, op(datum)));
  const casussenVan = (leerling: string) =>
    db.bron.query<Record<string, unknown>[]>(
      `select c.id, nummer, fase, uitkomst, doelgroep, school, woongemeente, verantwoordelijke_id, c.vervalt_op, volgende_taak_id, c.versie
         from casus c where leerling_id = $1 order by c.id`,
      [leerling],
    );
  const tijdlijnVan = async (leerling: string) => {
    const rijen = await db.bron.query<{ soort: string }[]>(
      `select soort from gebeurtenis where leerling_id = $1 order by id`,
      [leerling],
    );
    return rijen.map((r) => r.soort);
  };

  it('opens one signaal of a soort however often it is asked', async () => {
    const leerling = await maakLeerling(db.bron);
    expect(await openSignaal([leerling], '2026-09-01')).toBe(1);
    expect(await openSignaal([leerling], '2026-09-02')).toBe(0);
    const tegelijk = await Promise.all([1, 2, 3].map(() => openSignaal([leerling], '2026-09-02', 'ingetrokken')));
    expect(tegelijk.reduce((a, b) => a + b)).toBe(1);
  });

  it('opens a casus with owner, first task, timeline and stored explanation', async () => {
    const leerling = await maakLeerling(db.bron);
    await openSignaal([leerling], '2026-09-01');
    expect(await volg([leerling], '2026-09-01')).toEqual({ geopend: 1, gesloten: 0 });
    const [casus] = await casussenVan(leerling);
    expect(casus).toMatchObject({
      fase: 'nagaan',
      doelgroep: 'kwalificatieplicht',
      school: '99AA00',
      woongemeente: '0828',
      verantwoordelijke_id: coach,
      vervalt_op: '2026-09-03',
    });
    expect(casus?.['nummer']).toMatch(/^36-2026-\d{5}$/);
    const taken = await db.bron.query(
      `select id, soort, eigenaar_id, vervalt_op, toestand from taak where casus_id = $1`,
      [casus?.['id']],
    );
    expect(taken).toEqual([
      {
        id: casus?.['volgende_taak_id'],
        soort: 'eersteContact',
        eigenaar_id: coach,
        vervalt_op: '2026-09-03',
        toestand: 'open',
      },
    ]);
    expect(await tijdlijnVan(leerling)).toEqual(['casusGeopend', 'toegewezen', 'taakGemaakt']);
    const [toewijzing] = await db.bron.query<[Record<string, unknown>]>(
      `select uitleg, regel_omschrijving, terugval, invoer ->> 'periode' as periode, kandidaten from toewijzing where casus_id = $1`,
      [casus?.['id']],
    );
    expect(toewijzing).toMatchObject({ regel_omschrijving: 'regel 10', terugval: null, periode: 'naStart' });
    expect(toewijzing?.['uitleg']).toContain('Leerplicht in Oss hoort bij team Coaches.');
  });

  it.each([
    ['a doorstroompunt youngster', '2007-01-01', '2026-09-08'],
    ['a kwalificatieplichtige', '2010-03-01', '2026-09-03'],
  ])('gives %s a first contact after their own term', async (_, geboortedatum, vervalt) => {
    const leerling = await maakLeerling(db.bron, { geboortedatum });
    await openSignaal([leerling], '2026-09-01');
    await volg([leerling], '2026-09-01');
    expect((await casussenVan(leerling))[0]?.['vervalt_op']).toBe(vervalt);
  });

  it('opens no casus for who is in no doelgroep', async () => {
    const leerling = await maakLeerling(db.bron, { geboortedatum: '1998-01-01' });
    await openSignaal([leerling], '2026-09-01');
    expect(await volg([leerling], '2026-09-01')).toEqual({ geopend: 0, gesloten: 0 });
  });

  it('lets a second signaal join the running casus', async () => {
    const leerling = await maakLeerling(db.bron);
    await openSignaal([leerling], '2026-09-01');
    await volg([leerling], '2026-09-01');
    await openSignaal([leerling], '2026-09-02', 'ingetrokken');
    expect(await volg([leerling], '2026-09-02')).toEqual({ geopend: 0, gesloten: 0 });
    expect(await casussenVan(leerling)).toHaveLength(1);
    expect(await tijdlijnVan(leerling)).toEqual(['casusGeopend', 'toegewezen', 'taakGemaakt', 'signaalErbij']);
  });

  it('changes nothing when it runs again', async () => {
    const leerling = await maakLeerling(db.bron);
    await openSignaal([leerling], '2026-09-01');
    await volg([leerling], '2026-09-01');
    const eerst = await casussenVan(leerling);
    expect(await volg([leerling], '2026-09-01')).toEqual({ geopend: 0, gesloten: 0 });
    expect(await casussenVan(leerling)).toEqual(eerst);
    expect(await tijdlijnVan(leerling)).toHaveLength(3);
  });

  it('gives one casus when three workers follow the same signaal at once', async () => {
    const leerlingen = await Promise.all(Array.from({ length: 20 }, () => maakLeerling(db.bron)));
    await openSignaal(leerlingen, '2026-09-01');
    const uitkomsten = await Promise.all([1, 2, 3].map(() => volg(leerlingen, '2026-09-01')));
    expect(uitkomsten.map((u) => u.geopend).sort((a, b) => a - b)).toEqual([0, 0, 20]);
    for (const leerling of leerlingen) {
      expect(await casussenVan(leerling)).toHaveLength(1);
      expect(await tijdlijnVan(leerling)).toHaveLength(3);
    }
  });

  it('closes a casus in nagaan by itself when its signalen are gone', async () => {
    const leerling = await maakLeerling(db.bron);
    await openSignaal([leerling], '2026-09-01');
    await volg([leerling], '2026-09-01');
    await sluitSignalen(leerling, '2026-09-04');
    expect(await volg([leerling], '2026-09-04')).toEqual({ geopend: 0, gesloten: 1 });
    const [casus] = await casussenVan(leerling);
    expect(casus).toMatchObject({
      fase: 'gesloten',
      uitkomst: 'alsnogOpKoers',
      volgende_taak_id: null,
      vervalt_op: null,
    });
    expect(await db.bron.query(`select toestand, resultaat from taak where casus_id = $1`, [casus?.['id']])).toEqual([
      { toestand: 'vervallen', resultaat: 'alsnogOpKoers' },
    ]);
    expect((await tijdlijnVan(leerling)).at(-1)).toBe('casusGesloten');
    expect(await volg([leerling], '2026-09-05')).toEqual({ geopend: 0, gesloten: 0 });
  });

  it('leaves a casus open while one of its two signalen holds', async () => {
    const leerling = await maakLeerling(db.bron);
    await openSignaal([leerling], '2026-09-01');
    await openSignaal([leerling], '2026-09-01', 'ingetrokken');
    await volg([leerling], '2026-09-01');
    const [eerste] = await db.bron.query<[{ id: string }]>(`select id from signaal where leerling_id = $1`, [leerling]);
    await db.transactie.voerUit({ wie }, (tx) =>
      d.signalen.sluit(tx, REGIO, [eerste.id], 'opgelost', op('2026-09-04').nu),
    );
    expect(await volg([leerling], '2026-09-04')).toEqual({ geopend: 0, gesloten: 0 });
  });

  it('opens a new casus for a new signaal after the first closed', async () => {
    const leerling = await maakLeerling(db.bron);
    await openSignaal([leerling], '2026-09-01');
    await volg([leerling], '2026-09-01');
    await sluitSignalen(leerling, '2026-09-04');
    await volg([leerling], '2026-09-04');
    await openSignaal([leerling], '2026-09-08', 'nietVerschenen');
    expect(await volg([leerling], '2026-09-08')).toEqual({ geopend: 1, gesloten: 0 });
    const casussen = await casussenVan(leerling);
    expect(casussen.map((c) => c['fase'])).toEqual(['gesloten', 'nagaan']);
    expect(casussen[0]).toMatchObject({ uitkomst: 'alsnogOpKoers' });
  });

  it('asks «nog nodig?» once in begeleiding, and again only after a new signaal came and went', async () => {
    const leerling = await maakLeerling(db.bron);
    await openSignaal([leerling], '2026-09-01');
    await volg([leerling], '2026-09-01');
    await db.bron.query(`update casus set fase = 'begeleiding' where leerling_id = $1`, [leerling]);
    await sluitSignalen(leerling, '2026-09-02');
    const vragen = () =>
      db.bron.query(
        `select t.vervalt_op from taak t join casus c on c.id = t.casus_id where leerling_id = $1 and soort = 'nogNodig'`,
        [leerling],
      );
    expect(await volg([leerling], '2026-09-02')).toEqual({ geopend: 0, gesloten: 0 });
    expect(await vragen()).toEqual([{ vervalt_op: '2026-09-09' }]);
    // the first contact is due earlier and stays the next step
    expect((await casussenVan(leerling))[0]).toMatchObject({ fase: 'begeleiding', vervalt_op: '2026-09-03' });
    await db.bron.query(`update taak set toestand = 'afgerond', afgerond_op = now() where soort = 'nogNodig'`);
    await volg([leerling], '2026-09-03');
    expect(await vragen()).toHaveLength(1);
    await openSignaal([leerling], '2026-09-10', 'ingetrokken');
    await volg([leerling], '2026-09-10');
    await sluitSignalen(leerling, '2026-09-11');
    await volg([leerling], '2026-09-11');
    expect(await vragen()).toHaveLength(2);
  });

  it('follows a move while the casus runs', async () => {
    const leerling = await maakLeerling(db.bron);
    await openSignaal([leerling], '2026-09-01');
    await volg([leerling], '2026-09-01');
    await db.bron.query(`update leerling set woongemeente = '0796' where id = $1`, [leerling]);
    expect((await casussenVan(leerling))[0]).toMatchObject({ woongemeente: '0796' });
  });
});
