import { Bewaaktoneel, maakMedewerker, maakTeam, OPEN, PLUS_5 } from '../test.js';

describe('bewaking: who is told', () => {
  let toneel: Bewaaktoneel;
  let t: Bewaaktoneel['t'];
  beforeAll(async () => {
    toneel = await Bewaaktoneel.maak();
    t = toneel.t;
  }, 60_000);
  afterAll(() => t.sluit());
  beforeEach(() => toneel.begin());

  it('is who leads the team that got it, before who leads another team of its owner', async () => {
    await maakTeam(t.db.bron, 'alle');
    await t.q(`insert into teamlid (regio_id, team, medewerker_id) values (36, 'alle', $1)`, [toneel.coach]);
    await toneel.leider('Al Leider', 'alle');
    await toneel.leider('Tea Leider', 'oost');
    const leerling = await t.open(OPEN);
    await t.bewaak(PLUS_5);
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Tea Leider']);
  });

  it('is never who leads another team; then who leads without a team', async () => {
    await maakTeam(t.db.bron, 'west');
    await toneel.leider('West Leider', 'west');
    await toneel.leider('Vrije Leider');
    const leerling = await t.open(OPEN);
    await t.bewaak(PLUS_5);
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Vrije Leider']);
  });

  it('is somebody who is there, and the next one when that one stops', async () => {
    const weg = await toneel.leider('Weg Leider', 'oost');
    const er = await toneel.leider('Er Leider', 'oost');
    await t.afwezig(weg, '2026-09-07', '2026-09-14');
    const leerling = await t.open(OPEN);
    await t.bewaak(PLUS_5);
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Er Leider']);
    await t.bewaak('2026-09-15');
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Er Leider']);
    await t.q(`update taak set eigenaar_id = $1 where eigenaar_id = $2`, [toneel.bewaker, er]);
    await t.q(`update medewerker set actief = false where id = $1`, [er]);
    await t.bewaak('2026-09-16');
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Weg Leider']);
    expect(await t.q(`select eigenaar_id from taak where soort = 'opschaling' and toestand = 'open'`)).toEqual([
      { eigenaar_id: weg },
    ]);
  });

  it('is not the owner, who leads as well', async () => {
    await t.q(
      `insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio) values (36, $1, 'teamleider', true)`,
      [toneel.coach],
    );
    const leerling = await t.open(OPEN);
    await t.bewaak(PLUS_5);
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Bea Bewaker']);
  });

  it('tells who leads the receiver of an offer that nobody answered', async () => {
    await maakTeam(t.db.bron, 'west');
    await toneel.leider('Tea Leider', 'oost');
    await toneel.leider('West Leider', 'west');
    const ander = await maakMedewerker(t.db.bron, { naam: 'Wes West', team: 'west' });
    const leerling = await t.open(OPEN);
    await t.q(
      `with taak as (
         insert into taak (regio_id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op)
         select 36, 'overname', id, $2, '2026-09-08', $3 from casus where leerling_id = $1 returning id, casus_id)
       insert into overname (regio_id, casus_id, aanleiding, van_id, naar_id, aangeboden_op, aangeboden_door, taak_id, invoer, uitleg)
       select 36, casus_id, 'handmatig', $4, $2, $3, 'systeem', id, '{}', '' from taak`,
      [leerling, ander, '2026-09-01', toneel.coach],
    );
    await t.bewaak('2026-09-08');
    expect(await toneel.verteld(leerling)).toEqual([]);
    await t.bewaak('2026-09-09');
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: West Leider']);
    await t.q(`update overname set toestand = 'vervallen'`);
    await t.bewaak('2026-09-09');
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: West Leider (voorbij)']);
  });
});
