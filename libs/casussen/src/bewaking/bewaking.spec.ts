import { systeem } from '#kern';
import { Bewaaktoneel, OPEN, PLUS_10, PLUS_5 } from '../test.js';

describe('bewaking: nothing stalls', () => {
  let toneel: Bewaaktoneel;
  let t: Bewaaktoneel['t'];
  beforeAll(async () => {
    toneel = await Bewaaktoneel.maak();
    t = toneel.t;
  }, 60_000);
  afterAll(() => t.sluit());
  beforeEach(() => toneel.begin());

  it('tells the teamleider after five werkdagen and the regiocoördinator after ten, each once', async () => {
    await toneel.leider('Tea Leider', 'oost');
    await toneel.coordinator();
    const leerling = await t.open(OPEN);
    expect(await t.bewaak('2026-09-09')).toMatchObject({ opgeschaald: 0 });
    expect(await t.bewaak(PLUS_5)).toMatchObject({ opgeschaald: 1 });
    expect(await t.bewaak(PLUS_5)).toEqual({ opgeschaald: 0, beeindigd: 0, overzichten: 0 });
    expect(await t.bewaak('2026-09-16')).toMatchObject({ opgeschaald: 0 });
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Tea Leider']);
    expect(await t.bewaak(PLUS_10)).toMatchObject({ opgeschaald: 1 });
    expect(await t.bewaak('2026-10-20')).toMatchObject({ opgeschaald: 0 });
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Tea Leider', 'regiocoordinator: Co Regio']);
    expect(await t.regels(leerling)).toEqual(
      expect.arrayContaining([
        'De stap «Neem voor het eerst contact op» is te lang blijven liggen. Tea Leider kijkt waarom.',
        'De stap «Neem voor het eerst contact op» is te lang blijven liggen. Co Regio (regiocoördinator) kijkt waarom.',
      ]),
    );
    const taken = await t.q(
      `select m.naam, t.vervalt_op, t.casus_id from taak t join medewerker m on m.id = t.eigenaar_id where t.soort = 'opschaling' order by t.id`,
    );
    expect(taken).toEqual([
      { naam: 'Tea Leider', vervalt_op: '2026-09-14', casus_id: null },
      { naam: 'Co Regio', vervalt_op: '2026-09-21', casus_id: null },
    ]);
  });

  it('tells each once, three rounds at the same time', async () => {
    await toneel.leider('Tea Leider', 'oost');
    const leerlingen = [await t.open(OPEN), await t.open(OPEN), await t.open(OPEN)];
    const uitkomsten = await Promise.all([t.bewaak(PLUS_5), t.bewaak(PLUS_5), t.bewaak(PLUS_5)]);
    expect(uitkomsten.map((u) => u.opgeschaald).toSorted((a, b) => a - b)).toEqual([0, 0, 3]);
    for (const l of leerlingen) expect(await toneel.verteld(l)).toHaveLength(1);
    expect(await t.q(`select from taak where soort = 'opschaling'`)).toHaveLength(3);
  });

  it('leaves the regiocoördinator out of what is of the Doorstroompunt, and out of all before the first lesson day', async () => {
    await toneel.coordinator();
    const groot = await t.open(OPEN, { geboortedatum: '2007-01-01' });
    const voorjaar = await t.open('2026-04-07');
    await t.bewaak('2026-08-23');
    expect(await toneel.verteld(voorjaar)).toEqual(['teamleider: Bea Bewaker']);
    await t.bewaak('2026-08-24');
    expect(await toneel.verteld(voorjaar)).toEqual(['teamleider: Bea Bewaker', 'regiocoordinator: Co Regio']);
    await t.bewaak('2026-12-01');
    expect(await toneel.verteld(groot)).toEqual(['teamleider: Bea Bewaker']);
  });

  it('ends when the casus moves, and tells again when the new date is missed as well', async () => {
    await toneel.leider('Tea Leider', 'oost');
    const leerling = await t.open(OPEN);
    await t.bewaak(PLUS_5);
    await toneel.stap(leerling, `vervalt_op = '2026-09-11'`);
    expect(await t.bewaak('2026-09-11')).toMatchObject({ beeindigd: 1 });
    expect(await t.q(`select toestand, resultaat from taak where soort = 'opschaling'`)).toEqual([
      { toestand: 'vervallen', resultaat: 'inBeweging' },
    ]);
    expect(await t.regels(leerling)).toContain('De casus is weer in beweging. De opschaling is voorbij.');
    await t.bewaak('2026-09-18');
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Tea Leider (voorbij)', 'teamleider: Tea Leider']);
  });

  it('closes with the casus', async () => {
    await toneel.leider('Tea Leider', 'oost');
    const leerling = await t.open(OPEN);
    await t.bewaak(PLUS_5);
    await t.sluitSignaal(leerling, PLUS_5);
    await t.bewaak('2026-09-11');
    expect(await t.q(`select afgesloten, beeindigd_op is not null as voorbij from opschaling`)).toEqual([
      { afgesloten: true, voorbij: true },
    ]);
  });

  it.each([
    ['waits until a date', `wacht_op = 'datum', wakker_op = '2026-09-21'`],
    ['is suspended', `opgeschort_tot = '2026-09-21'`],
  ])('counts from when the casus wakes, while it %s', async (_, sql) => {
    const leerling = await t.open(OPEN);
    await t.q(`update casus set ${sql} where leerling_id = $1`, [leerling]);
    await t.bewaak('2026-09-21');
    await t.bewaak('2026-09-25');
    expect(await toneel.verteld(leerling)).toEqual([]);
    await t.bewaak('2026-09-28');
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Bea Bewaker']);
  });

  it('counts no school holiday for a step that waits for a school', async () => {
    const leerling = await t.open(OPEN);
    // the autumn holiday of Zuid is the week of 19 October 2026
    await toneel.stap(leerling, `soort = 'antwoordSchool', vervalt_op = '2026-10-16'`);
    await t.bewaak('2026-10-29');
    expect(await toneel.verteld(leerling)).toEqual([]);
    await t.bewaak('2026-10-30');
    expect(await toneel.verteld(leerling)).toEqual(['teamleider: Bea Bewaker']);
  });

  it('refuses in plain SQL what is told twice, or closed and still running', async () => {
    await t.open(OPEN);
    await t.bewaak(PLUS_5);
    const dubbel = `insert into opschaling (regio_id, casus_id, taak_id, uiterlijk, om, niveau, naar_id, opgeschaald_op)
      select regio_id, casus_id, taak_id, uiterlijk, om, niveau, naar_id, opgeschaald_op from opschaling`;
    await expect(t.q(dubbel)).rejects.toMatchObject({ constraint: 'opschaling_eens' });
    await expect(t.q(`update opschaling set afgesloten = true`)).rejects.toMatchObject({
      constraint: 'opschaling_afgesloten',
    });
    await expect(
      t.q(`update taak set casus_id = (select id from casus) where soort = 'opschaling'`),
    ).rejects.toMatchObject({
      constraint: 'taak_opschaling_los',
    });
    for (const sql of [`delete from opschaling`, `update weekoverzicht set week = week`, `delete from weekoverzicht`]) {
      const poging = t.db.als('sluitend_api').voerUit({ wie: systeem(36) }, (tx) => tx.query(sql));
      await expect(poging).rejects.toMatchObject({ code: '42501' });
    }
  });
});
