import { systeem } from '#kern';
import { maakMedewerker, maakRegel, maakTeam, Routeertoneel } from '../test.js';

// A Tuesday after the first lesson day. Who is kwalificatieplichtig is to be contacted by Thursday 3 September.
const OPEN = '2026-09-01';
const PLUS_5 = '2026-09-10';
const PLUS_10 = '2026-09-17';

describe('bewaking: nothing stalls', () => {
  let t: Routeertoneel;
  let bewaker: string;
  let coach: string;
  beforeAll(async () => {
    t = await Routeertoneel.maak();
  }, 60_000);
  afterAll(() => t.sluit());
  beforeEach(async () => {
    bewaker = await t.begin();
    await maakTeam(t.db.bron, 'oost');
    await maakRegel(t.db.bron, { volgorde: 1, team: 'oost' });
    coach = await maakMedewerker(t.db.bron, { naam: 'Cas Coach', team: 'oost' });
  });

  const leider = (naam: string, team?: string) =>
    maakMedewerker(t.db.bron, { naam, rol: 'teamleider', heleRegio: true, ...(team === undefined ? {} : { team }) });
  const coordinator = () => maakMedewerker(t.db.bron, { naam: 'Co Regio', rol: 'regiocoordinator', heleRegio: true });
  /** Who was told at which level, and whether it runs. */
  const verteld = async (leerling: string) => {
    const rijen = await t.q<{ niveau: string; naar: string; loopt: boolean }>(
      `select o.niveau, m.naam as naar, o.beeindigd_op is null as loopt from opschaling o join casus c on c.id = o.casus_id
         join medewerker m on m.id = o.naar_id where c.leerling_id = $1 order by o.id`,
      [leerling],
    );
    return rijen.map((r) => `${r.niveau}: ${r.naar}${r.loopt ? '' : ' (voorbij)'}`);
  };
  const doe = (leerling: string, sql: string) =>
    t.q(`update taak set ${sql} where id = (select volgende_taak_id from casus where leerling_id = $1 and loopt)`, [
      leerling,
    ]);

  it('tells the teamleider after five werkdagen and the regiocoördinator after ten, each once', async () => {
    await leider('Tea Leider', 'oost');
    await coordinator();
    const leerling = await t.open(OPEN);
    expect(await t.bewaak('2026-09-09')).toMatchObject({ opgeschaald: 0 });
    expect(await t.bewaak(PLUS_5)).toMatchObject({ opgeschaald: 1 });
    expect(await t.bewaak(PLUS_5)).toEqual({ opgeschaald: 0, beeindigd: 0, overzichten: 0 });
    expect(await t.bewaak('2026-09-16')).toMatchObject({ opgeschaald: 0 });
    expect(await verteld(leerling)).toEqual(['teamleider: Tea Leider']);
    expect(await t.bewaak(PLUS_10)).toMatchObject({ opgeschaald: 1 });
    expect(await t.bewaak('2026-10-20')).toMatchObject({ opgeschaald: 0 });
    expect(await verteld(leerling)).toEqual(['teamleider: Tea Leider', 'regiocoordinator: Co Regio']);
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
    await leider('Tea Leider', 'oost');
    const leerlingen = [await t.open(OPEN), await t.open(OPEN), await t.open(OPEN)];
    const uitkomsten = await Promise.all([t.bewaak(PLUS_5), t.bewaak(PLUS_5), t.bewaak(PLUS_5)]);
    expect(uitkomsten.map((u) => u.opgeschaald).sort()).toEqual([0, 0, 3]);
    for (const l of leerlingen) expect(await verteld(l)).toHaveLength(1);
    expect(await t.q(`select from taak where soort = 'opschaling'`)).toHaveLength(3);
  });

  it('leaves the regiocoördinator out of what is of the Doorstroompunt, and out of all before the first lesson day', async () => {
    await coordinator();
    const groot = await t.open(OPEN, { geboortedatum: '2007-01-01' });
    const voorjaar = await t.open('2026-04-07');
    await t.bewaak('2026-08-23');
    expect(await verteld(voorjaar)).toEqual(['teamleider: Bea Bewaker']);
    await t.bewaak('2026-08-24');
    expect(await verteld(voorjaar)).toEqual(['teamleider: Bea Bewaker', 'regiocoordinator: Co Regio']);
    await t.bewaak('2026-12-01');
    expect(await verteld(groot)).toEqual(['teamleider: Bea Bewaker']);
  });

  it('ends when the casus moves, and tells again when the new date is missed as well', async () => {
    await leider('Tea Leider', 'oost');
    const leerling = await t.open(OPEN);
    await t.bewaak(PLUS_5);
    await doe(leerling, `vervalt_op = '2026-09-11'`);
    expect(await t.bewaak('2026-09-11')).toMatchObject({ beeindigd: 1 });
    expect(await t.q(`select toestand, resultaat from taak where soort = 'opschaling'`)).toEqual([
      { toestand: 'vervallen', resultaat: 'inBeweging' },
    ]);
    expect(await t.regels(leerling)).toContain('De casus is weer in beweging. De opschaling is voorbij.');
    await t.bewaak('2026-09-18');
    expect(await verteld(leerling)).toEqual(['teamleider: Tea Leider (voorbij)', 'teamleider: Tea Leider']);
  });

  it('closes with the casus', async () => {
    await leider('Tea Leider', 'oost');
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
    expect(await verteld(leerling)).toEqual([]);
    await t.bewaak('2026-09-28');
    expect(await verteld(leerling)).toEqual(['teamleider: Bea Bewaker']);
  });

  it('counts no school holiday for a step that waits for a school', async () => {
    const leerling = await t.open(OPEN);
    // the autumn holiday of Zuid is the week of 19 October 2026
    await doe(leerling, `soort = 'antwoordSchool', vervalt_op = '2026-10-16'`);
    await t.bewaak('2026-10-29');
    expect(await verteld(leerling)).toEqual([]);
    await t.bewaak('2026-10-30');
    expect(await verteld(leerling)).toEqual(['teamleider: Bea Bewaker']);
  });

  describe('who is told', () => {
    it('is who leads the team that got it, before who leads another team of its owner', async () => {
      await maakTeam(t.db.bron, 'alle');
      await t.q(`insert into teamlid (regio_id, team, medewerker_id) values (36, 'alle', $1)`, [coach]);
      await leider('Al Leider', 'alle');
      await leider('Tea Leider', 'oost');
      const leerling = await t.open(OPEN);
      await t.bewaak(PLUS_5);
      expect(await verteld(leerling)).toEqual(['teamleider: Tea Leider']);
    });

    it('is never who leads another team; then who leads without a team', async () => {
      await maakTeam(t.db.bron, 'west');
      await leider('West Leider', 'west');
      await leider('Vrije Leider');
      const leerling = await t.open(OPEN);
      await t.bewaak(PLUS_5);
      expect(await verteld(leerling)).toEqual(['teamleider: Vrije Leider']);
    });

    it('is somebody who is there, and the next one when that one stops', async () => {
      const weg = await leider('Weg Leider', 'oost');
      const er = await leider('Er Leider', 'oost');
      await t.afwezig(weg, '2026-09-07', '2026-09-14');
      const leerling = await t.open(OPEN);
      await t.bewaak(PLUS_5);
      expect(await verteld(leerling)).toEqual(['teamleider: Er Leider']);
      await t.bewaak('2026-09-15');
      expect(await verteld(leerling)).toEqual(['teamleider: Er Leider']);
      await t.q(`update taak set eigenaar_id = $1 where eigenaar_id = $2`, [bewaker, er]);
      await t.q(`update medewerker set actief = false where id = $1`, [er]);
      await t.bewaak('2026-09-16');
      expect(await verteld(leerling)).toEqual(['teamleider: Weg Leider']);
      expect(await t.q(`select eigenaar_id from taak where soort = 'opschaling' and toestand = 'open'`)).toEqual([
        { eigenaar_id: weg },
      ]);
    });

    it('is not the owner, who leads as well', async () => {
      await t.q(
        `insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio) values (36, $1, 'teamleider', true)`,
        [coach],
      );
      const leerling = await t.open(OPEN);
      await t.bewaak(PLUS_5);
      expect(await verteld(leerling)).toEqual(['teamleider: Bea Bewaker']);
    });
  });

  it('tells who leads the receiver of an offer that nobody answered', async () => {
    await maakTeam(t.db.bron, 'west');
    await leider('Tea Leider', 'oost');
    await leider('West Leider', 'west');
    const ander = await maakMedewerker(t.db.bron, { naam: 'Wes West', team: 'west' });
    const leerling = await t.open(OPEN);
    await t.q(
      `with taak as (
         insert into taak (regio_id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op)
         select 36, 'overname', id, $2, '2026-09-08', $3 from casus where leerling_id = $1 returning id, casus_id)
       insert into overname (regio_id, casus_id, aanleiding, van_id, naar_id, aangeboden_op, aangeboden_door, taak_id, invoer, uitleg)
       select 36, casus_id, 'handmatig', $4, $2, $3, 'systeem', id, '{}', '' from taak`,
      [leerling, ander, '2026-09-01', coach],
    );
    await t.bewaak('2026-09-08');
    expect(await verteld(leerling)).toEqual([]);
    await t.bewaak('2026-09-09');
    expect(await verteld(leerling)).toEqual(['teamleider: West Leider']);
    await t.q(`update overname set toestand = 'vervallen'`);
    await t.bewaak('2026-09-09');
    expect(await verteld(leerling)).toEqual(['teamleider: West Leider (voorbij)']);
  });

  it('writes the week on its first day, or the first night after it, of each team and of the region', async () => {
    await leider('Tea Leider', 'oost');
    const laat = await t.open(OPEN);
    const nieuw = await t.open('2026-09-14', { geboortedatum: '2007-01-01' });
    await t.q(
      `insert into taak (regio_id, soort, eigenaar_id, vervalt_op, gemaakt_op) values (36, 'koppelvoorstel', $1, '2026-09-04', now())`,
      [bewaker],
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
