import { Bewaaktoneel, OPEN } from '../test.js';

describe('bewaking: the week', () => {
  let toneel: Bewaaktoneel;
  let t: Bewaaktoneel['t'];
  beforeAll(async () => {
    toneel = await Bewaaktoneel.maak();
    t = toneel.t;
  }, 60_000);
  afterAll(() => t.sluit());
  beforeEach(() => toneel.begin());

  it('writes the week on its first day, or the first night after it, of each team and of the region', async () => {
    await toneel.leider('Tea Leider', 'oost');
    const laat = await t.open(OPEN);
    const nieuw = await t.open('2026-09-14', { geboortedatum: '2007-01-01' });
    await t.q(
      `insert into taak (regio_id, soort, eigenaar_id, vervalt_op, gemaakt_op) values (36, 'koppelvoorstel', $1, '2026-09-04', now())`,
      [toneel.bewaker],
    );
    await t.q(`update casus set eerste_gesprek_op = now() where leerling_id = $1`, [nieuw]);
    expect(await t.bewaak('2026-09-14')).toMatchObject({ overzichten: 3 });
    expect(await t.bewaak('2026-09-18')).toMatchObject({ overzichten: 0 });
    const [{ nummer, id }] = (await t.q<{ nummer: string; id: string }>(
      `select nummer, id from casus where leerling_id = $1`,
      [laat],
    )) as [{ nummer: string; id: string }];
    const tellingen = {
      open: 2,
      wachtOp: 0,
      opgeschort: 0,
      zonderContact: 1,
      teLaat: 1,
      langTeLaat: 1,
      vastgelopen: 0,
    };
    const casussen = [
      { casusId: id, nummer, soort: 'eersteContact', uiterlijk: '2026-09-03', dagen: 7, niveaus: ['teamleider'] },
    ];
    const taken = [{ soort: 'koppelvoorstel', aantal: 1, oudste: '2026-09-04' }];
    const nul = Object.fromEntries(Object.keys(tellingen).map((k) => [k, 0]));
    expect(await t.q(`select week, soort, team, tellingen, casussen, taken from weekoverzicht order by soort`)).toEqual(
      [
        { week: '2026-09-14', soort: 'regio', team: null, tellingen, casussen, taken },
        { week: '2026-09-14', soort: 'team', team: 'oost', tellingen, casussen, taken: [] },
        { week: '2026-09-14', soort: 'zonderTeam', team: null, tellingen: nul, casussen: [], taken },
      ],
    );
    expect(await t.bewaak('2026-09-23')).toMatchObject({ overzichten: 3 });
  });
});
