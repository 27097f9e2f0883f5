import { maakMedewerker, maakRegel, maakTeam, Routeertoneel } from '../test.js';

const START = '2026-08-24';

describe('routing again what waits, and what is of who is away', () => {
  let t: Routeertoneel;
  let bewaker: string;
  beforeAll(async () => {
    t = await Routeertoneel.maak();
  }, 60_000);
  afterAll(() => t.sluit());
  beforeEach(async () => {
    bewaker = await t.begin();
  });

  it('gives room that comes to who waits longest, and a newcomer waits behind them', async () => {
    await maakTeam(t.db.bron, 'oost', 1);
    await maakRegel(t.db.bron, { volgorde: 1, team: 'oost' });
    const lid = await maakMedewerker(t.db.bron, { naam: 'Lid', team: 'oost' });
    const eerste = await t.open('2026-08-24');
    const tweede = await t.open('2026-08-25');
    const derde = await t.open('2026-08-26');
    await t.loopNa('2026-08-26');
    expect(await t.eigenaren(eerste, tweede, derde)).toEqual([lid, bewaker, bewaker]);
    await t.q(`update team set casussen_per_fte = 2`);
    // the room is taken before the newcomer is routed
    const vierde = await t.open('2026-08-27');
    expect(await t.eigenaren(tweede, derde, vierde)).toEqual([lid, bewaker, bewaker]);
    expect(await t.toewijzing(tweede)).toMatchObject({ aanleiding: 'ruimte', van_id: bewaker, terugval: null });
    expect(await t.regels(tweede)).toContain('Er is ruimte. De casus ligt bij Lid (team Oost).');
    // a casus that closes makes room at once
    await t.sluitSignaal(eerste, '2026-08-28');
    expect(await t.eigenaren(eerste, derde, vierde)).toEqual([undefined, lid, bewaker]);
  });

  it('leaves with the procesbewaker what its owner gave back, and follows who is procesbewaker now', async () => {
    const terug = await t.open(START);
    const wacht = await t.open(START);
    await t.q(`update casus set terugval = 'teruggegeven' where leerling_id = $1`, [terug]);
    await maakTeam(t.db.bron, 'oost', 1);
    await maakRegel(t.db.bron, { volgorde: 1, team: 'oost' });
    await t.loopNa(START);
    expect(await t.toewijzing(wacht)).toMatchObject({ terugval: 'teamLeeg' });
    const nieuw = await maakMedewerker(t.db.bron, { naam: 'Nieuwe Bewaker', rol: 'generalist', heleRegio: true });
    await t.q(`update regio set procesbewaker_id = $1`, [nieuw]);
    await t.loopNa(START);
    expect(await t.eigenaren(terug, wacht)).toEqual([bewaker, nieuw]);
  });

  it.each([
    ['one day short of four weeks', '2026-09-20', false],
    ['four weeks', '2026-09-21', true],
  ])('moves the casussen of who is away for %s, or not', async (_, tot, verhuist) => {
    await maakTeam(t.db.bron, 'oost');
    await maakRegel(t.db.bron, { volgorde: 1, team: 'oost' });
    const weg = await maakMedewerker(t.db.bron, { naam: 'Weg', team: 'oost' });
    const leerling = await t.open(START);
    const er = await maakMedewerker(t.db.bron, { naam: 'Er', team: 'oost' });
    await t.afwezig(weg, START, tot);
    await t.loopNa(START);
    expect(await t.eigenaar(leerling)).toBe(verhuist ? er : weg);
    expect(await t.q(`select waarnemer_id from afwezigheid`)).toEqual([{ waarnemer_id: verhuist ? null : er }]);
    expect(await t.regels(leerling)).toContain(
      verhuist
        ? 'De vorige eigenaar is lang afwezig. De casus ligt bij Er (team Oost).'
        : 'Er neemt waar zolang Weg afwezig is. Weg blijft verantwoordelijk.',
    );
    const keer = await t.aantalRegels();
    await t.loopNa(START);
    expect(await t.aantalRegels()).toBe(keer);
  });

  it('takes absences that follow each other for one, and moves nothing before they begin', async () => {
    await maakTeam(t.db.bron, 'oost');
    await maakRegel(t.db.bron, { volgorde: 1, team: 'oost' });
    const weg = await maakMedewerker(t.db.bron, { naam: 'Weg', team: 'oost' });
    const leerling = await t.open(START);
    const er = await maakMedewerker(t.db.bron, { naam: 'Er', team: 'oost' });
    await t.afwezig(weg, '2026-08-31', '2026-09-14');
    await t.afwezig(weg, '2026-09-14', '2026-09-28');
    await t.loopNa('2026-08-30');
    expect(await t.eigenaar(leerling)).toBe(weg);
    await t.loopNa('2026-08-31');
    expect(await t.eigenaar(leerling)).toBe(er);
  });

  it('lets the named replacement observe, another of the team while she is away, the procesbewaker when nobody is there', async () => {
    await maakTeam(t.db.bron, 'oost');
    await maakRegel(t.db.bron, { volgorde: 1, team: 'oost' });
    const weg = await maakMedewerker(t.db.bron, { naam: 'Weg', team: 'oost' });
    await t.open(START);
    const vol = await maakMedewerker(t.db.bron, { naam: 'Vol', team: 'oost', fte: 0.1 });
    const ruim = await maakMedewerker(t.db.bron, { naam: 'Ruim', team: 'oost' });
    await t.q(`update casus set verantwoordelijke_id = $1`, [vol]);
    await t.open(START);
    await t.q(`update casus set verantwoordelijke_id = $1 where verantwoordelijke_id <> $2`, [weg, vol]);
    const anders = await maakMedewerker(t.db.bron, { naam: 'Anders' });
    await t.afwezig(weg, START, '2026-09-07', anders);
    const waarnemer = async () =>
      (await t.q<{ w: string }>(`select waarnemer_id as w from afwezigheid where medewerker_id = $1`, [weg]))[0]?.w;
    await t.loopNa(START);
    expect(await waarnemer()).toBe(anders);
    await t.afwezig(anders, '2026-08-25', '2026-08-27');
    await t.loopNa('2026-08-25');
    expect(await waarnemer()).toBe(ruim);
    await t.loopNa('2026-08-27');
    expect(await waarnemer()).toBe(anders);
    for (const id of [anders, vol, ruim]) await t.afwezig(id, '2026-08-28', '2026-08-29');
    await t.loopNa('2026-08-28');
    expect(await waarnemer()).toBe(bewaker);
  });
});
