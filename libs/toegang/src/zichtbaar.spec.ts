import { Binds } from '#database';
import { TestKlok } from '#config/test';
import { testDatabase, type TestDatabase } from '#database/test';
import type { Wie } from '#kern';
import type { Kolommen } from './kolommen.js';
import { legJongeren } from './test/jongeren.js';
import { VERWACHT, type Onderwerp } from './test/verwacht.js';
import { waaromMag } from './waarom-mag.vragen.js';
import { WieVragen } from './wie.vragen.js';
import { namenZichtbaar, zichtbaar } from './zichtbaar.js';

const CASUS: Kolommen = {
  onderwerp: 'casus',
  casus: 'c.id',
  leerling: 'c.leerling_id',
  woongemeente: 'l.woongemeente',
  school: 'c.school',
  verantwoordelijke: 'c.verantwoordelijke_id',
  fase: 'c.fase',
  geslotenOp: 'c.gesloten_op',
};

/** Per subject: the query over all rows of all regions, and its columns. */
const VRAGEN: Record<Onderwerp, { van: string; naam: string; kolommen: Kolommen }> = {
  leerling: {
    van: 'leerling l',
    naam: 'l.roepnaam',
    kolommen: { onderwerp: 'leerling', leerling: 'l.id', woongemeente: 'l.woongemeente' },
  },
  leerlingT1: {
    van: 'leerling l',
    naam: 'l.roepnaam',
    kolommen: { onderwerp: 'leerling', leerling: 'l.id', laag: 'T1' },
  },
  traject: {
    van: 'traject t join leerling l on l.regio_id = t.regio_id and l.id = t.leerling_id',
    naam: 'l.roepnaam',
    kolommen: { onderwerp: 'traject', leerling: 't.leerling_id', school: 't.school' },
  },
  signaal: {
    van: 'signaal s join leerling l on l.regio_id = s.regio_id and l.id = s.leerling_id',
    naam: 'l.roepnaam',
    kolommen: { onderwerp: 'signaal', leerling: 's.leerling_id', school: 's.school' },
  },
  casus: {
    van: 'casus c join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id',
    naam: 'l.roepnaam',
    kolommen: CASUS,
  },
  aanlevering: { van: 'aanlevering a', naam: 'a.school', kolommen: { onderwerp: 'aanlevering', school: 'a.school' } },
};

const ONDERWERPEN = Object.keys(VRAGEN) as Onderwerp[];

describe('need-to-know', () => {
  let db: TestDatabase;
  let vragen: WieVragen;
  const klok = new TestKlok('2026-03-16');
  beforeAll(async () => {
    db = await testDatabase();
    await legJongeren(db.bron);
    vragen = new WieVragen(db.transactie, klok);
  });
  afterAll(() => db.sluit());

  async function wieIs(sub: string): Promise<Wie> {
    const soort = sub.includes('@') ? 'medewerker' : 'client';
    const wie = await vragen.lees({ alias: 'proef', sub, soort, enige: true });
    if (wie === null) throw new Error(`${sub} is unknown.`);
    return wie;
  }

  async function ziet(wie: Wie, onderwerp: Onderwerp, predikaat: typeof zichtbaar): Promise<string> {
    const vraag = VRAGEN[onderwerp];
    const binds = new Binds();
    const zicht = predikaat(wie, vraag.kolommen, binds);
    const tabel = /\b([a-z])$/.exec(vraag.van.split(' join ')[0] ?? '')?.[1] ?? '';
    const rijen = await db.bron.query<{ naam: string }[]>(
      `select ${vraag.naam} as naam from ${vraag.van} where ${tabel}.regio_id = ${binds.bind(wie.regioId)} and ${zicht} order by 1`,
      binds.waarden,
    );
    return rijen.map((r) => r.naam).join(' ');
  }

  it.each(Object.keys(VERWACHT))('shows %s these rows and no other', async (sub) => {
    const wie = await wieIs(sub);
    const gezien = await Promise.all(ONDERWERPEN.map(async (o) => [o, await ziet(wie, o, zichtbaar)]));
    expect(Object.fromEntries(gezien)).toEqual({
      ...Object.fromEntries(ONDERWERPEN.map((o) => [o, ''])),
      ...VERWACHT[sub],
    });
  });

  it('leaves nobody out of this table', async () => {
    const rijen = await db.bron.query<{ email: string }[]>('select email from medewerker where actief');
    expect(
      Object.keys(VERWACHT)
        .filter((s) => s.includes('@'))
        .sort(),
    ).toEqual(rijen.map((r) => r.email).sort());
  });

  it('shows names to everyone who sees a row, but the regiocoördinator', async () => {
    for (const sub of Object.keys(VERWACHT)) {
      const wie = await wieIs(sub);
      const verwacht = sub.startsWith('coordinator') ? '' : (VERWACHT[sub]?.['traject'] ?? '');
      expect([sub, await ziet(wie, 'traject', namenZichtbaar)]).toEqual([sub, verwacht]);
    }
  });

  it('shows who is coördinator and coach at once the names of the cases that the coach sees', async () => {
    const coach = await wieIs('coach@regio.example');
    const coordinator = await wieIs('coordinator@regio.example');
    const beide: Wie = { ...coach, rollen: [...coach.rollen, ...coordinator.rollen] };
    expect(await ziet(beide, 'casus', zichtbaar)).toBe('Anna Bram Daan Eva');
    expect(await ziet(beide, 'casus', namenZichtbaar)).toBe('Anna Daan Eva');
  });

  describe('as days go by', () => {
    afterAll(() => klok.zet('2026-03-16'));

    // Daan's casus closed on Friday 13 March; the tenth werkdag is Friday 27 March.
    it.each([
      ['2026-03-13', 'Anna Daan Eva'],
      ['2026-03-27', 'Anna Daan Eva'],
      ['2026-03-28', 'Anna Eva'],
      ['2030-01-01', 'Anna Eva'],
    ])('shows on %s to the last owner of a closed casus: %s', async (dag, verwacht) => {
      klok.zet(dag);
      const coach = await wieIs('coach@regio.example');
      for (const o of ['casus', 'leerling', 'leerlingT1', 'traject', 'signaal'] as const) {
        expect([o, await ziet(coach, o, zichtbaar)]).toEqual([o, verwacht]);
      }
    });

    it('leaves a closed casus to the teamleider, who may reopen it', async () => {
      klok.zet('2026-06-01');
      expect(await ziet(await wieIs('teamleider@regio.example'), 'casus', zichtbaar)).toBe('Anna Bram Daan Eva');
    });

    it.each([
      ['2026-03-15', ''],
      ['2026-03-16', 'Anna Eva'],
      ['2026-03-17', 'Anna Eva'],
      ['2026-03-18', ''],
    ])('shows on %s to who observes for the owner: %s', async (dag, verwacht) => {
      klok.zet(dag);
      const waarnemer = await wieIs('coach-oss@regio.example');
      expect(await ziet(waarnemer, 'casus', zichtbaar)).toBe(verwacht);
      expect(await ziet(waarnemer, 'leerlingT1', zichtbaar)).toBe(verwacht);
    });

    it('ends for the generalisten too what the procesbewaker closed', async () => {
      await db.bron.query(`update casus set verantwoordelijke_id = r.procesbewaker_id from regio r, leerling l
        where r.id = 36 and casus.regio_id = 36 and l.regio_id = 36 and l.id = casus.leerling_id and l.roepnaam = 'Daan'`);
      const ziet27 = (): Promise<string[]> =>
        Promise.all(
          ['generalist', 'bewaker'].map(async (naam) => ziet(await wieIs(`${naam}@regio.example`), 'casus', zichtbaar)),
        );
      klok.zet('2026-03-27');
      expect(await ziet27()).toEqual(['Bram Daan', 'Bram Daan']);
      klok.zet('2026-03-28');
      expect(await ziet27()).toEqual(['Bram', 'Bram']);
      await db.bron.query(`update casus set verantwoordelijke_id = m.id from medewerker m, leerling l
        where m.email = 'coach@regio.example' and casus.regio_id = 36 and l.regio_id = 36 and l.id = casus.leerling_id and l.roepnaam = 'Daan'`);
    });

    it('shows nothing that ends on a day to who asks on no day', async () => {
      klok.zet('2026-03-16');
      const { vandaag: _dag, ...coach } = await wieIs('coach@regio.example');
      expect(await ziet(coach, 'casus', zichtbaar)).toBe('Anna Eva');
      const { vandaag: _ook, ...waarnemer } = await wieIs('coach-oss@regio.example');
      expect(await ziet(waarnemer, 'casus', zichtbaar)).toBe('');
    });
  });

  it('takes nothing of another region for a reason, not even under the same number', async () => {
    await db.bron.query(`
      insert into leerling (regio_id, id, achternaam, roepnaam, geboortedatum, woongemeente, achternaam_norm, roepnaam_norm)
        select 37, id, 'Proef', 'Dubbel', geboortedatum, '0772', 'proef', 'dubbel' from leerling where roepnaam = 'Cato';
      insert into medewerker (regio_id, id, email, naam)
        select 37, id, 'dubbel@kempen.example', 'Dubbel' from medewerker where email = 'coach@regio.example';
      insert into casus (regio_id, jaar, volgnummer, leerling_id, school, doelgroep, fase, verantwoordelijke_id, geopend_op, gesloten_op)
        select 37, 2026, 900, l.id, '99AA00', 'kwalificatieplicht', 'gesloten', m.id, '2026-03-10', '2026-03-13'
          from leerling l cross join medewerker m where l.roepnaam = 'Dubbel' and m.naam = 'Dubbel';
      insert into schoolkoppeling (regio_id, school, leerlingnummer, leerling_id)
        select 37, '99AA00', 'd1', id from leerling where roepnaam = 'Dubbel'`);
    const coach = await wieIs('coach@regio.example');
    expect(await ziet(coach, 'leerling', zichtbaar)).toBe('Anna Daan Eva');
    const elders: Wie = {
      ...(await wieIs('zorg-vo@school.example')),
      rollen: [{ rol: 'decaan', scholen: ['99BB00'], gemeenten: [], heleRegio: false }],
    };
    expect(await ziet(elders, 'leerling', zichtbaar)).toBe('Bram Daan Finn');
    await db.bron.query(
      `delete from schoolkoppeling where leerlingnummer = 'd1'; delete from casus where volgnummer = 900; delete from medewerker where naam = 'Dubbel'; delete from leerling where roepnaam = 'Dubbel'`,
    );
  });

  describe('waaromMag', () => {
    async function reden(
      sub: string,
      roepnaam: string,
      casus = false,
      laag: 'T0' | 'T1' = 'T0',
    ): Promise<string | null> {
      const wie = await wieIs(sub);
      const [rij] = await db.bron.query<{ id: string; casus: string | null }[]>(
        `select l.id, (select c.id from casus c where c.regio_id = l.regio_id and c.leerling_id = l.id) as casus
           from leerling l where l.roepnaam = $1`,
        [roepnaam],
      );
      const wat = casus ? { casus: rij?.casus ?? '0' } : { leerling: rij?.id ?? '0', laag };
      return db.transactie.voerUit({ wie }, (tx) => waaromMag(tx, wie, wat));
    }

    it('gives the ground that goes into the logboek', async () => {
      expect(await reden('coach@regio.example', 'Eva')).toBe('casusverantwoordelijke');
      expect(await reden('coach-oss@regio.example', 'Anna', true)).toBe('waarneming');
      expect(await reden('teamleider@regio.example', 'Anna', true)).toBe('teamleider');
      expect(await reden('generalist@regio.example', 'Bram')).toBe('procesbewaker');
      expect(await reden('zorg-vo@school.example', 'Cato')).toBe('eigen school');
      expect(await reden('coordinator@regio.example', 'Cato')).toBe('regiocoördinator');
    });

    it('is null for whom one may not see, who does not exist, and who is of another region', async () => {
      expect(await reden('coach@regio.example', 'Cato')).toBeNull();
      expect(await reden('leerplicht@regio.example', 'Anna', true)).toBeNull(); // lives in their gemeente, held by another
      expect(await reden('coach-oss@regio.example', 'Daan', true)).toBeNull(); // closed: nothing to observe
      expect(await reden('zorg-vo@school.example', 'Anna', true)).toBeNull(); // a casus is not for a school
      expect(await reden('zorg-vo@school.example', 'Anna', false, 'T1')).toBeNull(); // nor the timeline
      expect(await reden('zorg-vo@school.example', 'Kees')).toBeNull(); // the same school code elsewhere
      expect(await reden('coordinator@kempen.example', 'Anna')).toBeNull();
      const wie = await wieIs('coordinator@regio.example');
      for (const id of ['0', '-1', 'x', '1e3', '9223372036854775808', "1' or true"]) {
        expect(await db.transactie.voerUit({ wie }, (tx) => waaromMag(tx, wie, { leerling: id }))).toBeNull();
      }
    });
  });
});
