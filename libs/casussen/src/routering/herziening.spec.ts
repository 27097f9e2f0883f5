import { DEN_BOSCH, maakMedewerker, OSS, Routeertoneel } from '../test.js';

const START = '2026-08-24';

describe('routing again after a move or another doelgroep', () => {
  let t: Routeertoneel;
  beforeAll(async () => {
    t = await Routeertoneel.maak();
  }, 60_000);
  afterAll(() => t.sluit());
  beforeEach(async () => {
    await t.begin();
  });

  it('offers a move to another team, and keeps it silent within the team', async () => {
    const wie = await t.teams();
    const verhuist = await t.open(START);
    const blijft = await t.open('2026-08-24', { geboortedatum: '2007-01-01' });
    expect(await t.eigenaren(verhuist, blijft)).toEqual([wie.oss, wie.coach]);
    await t.q(`update leerling set woongemeente = $1`, [DEN_BOSCH]);
    await t.loopNa('2026-09-01');
    expect(await t.eigenaren(verhuist, blijft)).toEqual([wie.oss, wie.coach]);
    expect(await t.aanbod(verhuist)).toEqual([
      {
        ...{ aanleiding: 'verhuizing', van_id: wie.oss, naar_id: wie.bosch, toestand: 'aangeboden' },
        ...{ soort: 'overname', eigenaar_id: wie.bosch, vervalt_op: '2026-09-08', taak: 'open' },
      },
    ]);
    expect(await t.aanbod(blijft)).toEqual([]);
    expect(await t.regels(blijft)).toContain('De leerling is verhuisd. De casus blijft bij Cas Coach.');
    expect(await t.regels(verhuist)).toContain(
      'De casus is aangeboden aan Bob Bosch. Tot die haar aanneemt, blijft Olga Oss verantwoordelijk.',
    );
    const keer = await t.aantalRegels();
    await t.loopNa('2026-09-02');
    expect(await t.aantalRegels()).toBe(keer);
  });

  it('takes an offer back when the youngster moves on, and when the receiver stops', async () => {
    const wie = await t.teams();
    const leerling = await t.open(START);
    await t.q(`update leerling set woongemeente = $1`, [DEN_BOSCH]);
    await t.loopNa('2026-09-01');
    await t.q(`update leerling set woongemeente = $1`, [OSS]);
    await t.loopNa('2026-09-02');
    expect((await t.aanbod(leerling)).map((a) => [a['toestand'], a['taak']])).toEqual([['vervallen', 'vervallen']]);
    await t.q(`update leerling set woongemeente = $1`, [DEN_BOSCH]);
    await t.loopNa('2026-09-03');
    const ander = await maakMedewerker(t.db.bron, {
      naam: 'Bram',
      rol: 'leerplichtambtenaar',
      gemeenten: [DEN_BOSCH],
      team: 'bosch',
    });
    await t.stopt(wie.bosch, '2026-09-04');
    await t.loopNa('2026-09-04');
    expect((await t.aanbod(leerling)).map((a) => [a['toestand'], a['naar_id']])).toEqual([
      ['vervallen', wie.bosch],
      ['vervallen', wie.bosch],
      ['aangeboden', ander],
    ]);
  });

  it('offers on the 18th birthday, and tries again while the other team is full', async () => {
    const wie = await t.teams();
    await t.q(`update team set casussen_per_fte = 1 where code = 'coaches'`);
    await t.open('2026-08-24', { geboortedatum: '2007-01-01' });
    const jarig = await t.open('2026-08-24', { geboortedatum: '2008-09-10' });
    expect(await t.eigenaar(jarig)).toBe(wie.oss);
    await t.loopNa('2026-09-09');
    expect(await t.q(`select doelgroep from casus where leerling_id = $1`, [jarig])).toEqual([
      { doelgroep: 'kwalificatieplicht' },
    ]);
    await t.loopNa('2026-09-10');
    expect(await t.q(`select doelgroep from casus where leerling_id = $1`, [jarig])).toEqual([
      { doelgroep: 'doorstroompunt' },
    ]);
    expect([await t.eigenaar(jarig), await t.aanbod(jarig)]).toEqual([wie.oss, []]);
    await t.q(`update team set casussen_per_fte = 2 where code = 'coaches'`);
    await t.loopNa('2026-09-11');
    expect(await t.aanbod(jarig)).toMatchObject([{ aanleiding: 'doelgroep', van_id: wie.oss, naar_id: wie.coach }]);
  });

  it('gives who lives outside the region to the coach of the exam school, also after the first lesson day', async () => {
    const wie = await t.teams();
    const nieuw = await t.open('2026-09-01', { woongemeente: '0344' });
    expect(await t.eigenaar(nieuw)).toBe(wie.coach);
    expect((await t.toewijzing(nieuw))?.['uitleg']).toContain('woont buiten de regio');
    const verhuist = await t.open('2026-09-01');
    await t.q(`update leerling set woongemeente = '0344' where id = $1`, [verhuist]);
    await t.loopNa('2026-09-02');
    expect(await t.aanbod(verhuist)).toMatchObject([{ aanleiding: 'verhuizing', van_id: wie.oss, naar_id: wie.coach }]);
  });

  it('counts what was offered: who accepts later is not over capacity by it', async () => {
    const wie = await t.teams();
    const [een, twee] = [await t.open(START), await t.open(START)];
    await t.q(`update team set casussen_per_fte = 1 where code = 'bosch'`);
    await t.q(`update leerling set woongemeente = $1 where id = $2`, [DEN_BOSCH, een]);
    await t.loopNa('2026-09-01');
    await t.q(`update leerling set woongemeente = $1 where id = $2`, [DEN_BOSCH, twee]);
    await t.loopNa('2026-09-02');
    expect([(await t.aanbod(een)).length, (await t.aanbod(twee)).length]).toEqual([1, 0]);
    expect(await t.eigenaar(twee)).toBe(wie.oss);
  });

  it('does the same when three go through the region at once', async () => {
    await t.teams();
    const leerlingen = [await t.open(START), await t.open(START), await t.open(START)];
    await t.q(`update leerling set woongemeente = $1`, [DEN_BOSCH]);
    await Promise.all([t.loopNa('2026-09-01'), t.loopNa('2026-09-01'), t.loopNa('2026-09-01')]);
    for (const leerling of leerlingen) expect(await t.aanbod(leerling)).toHaveLength(1);
  });
});
