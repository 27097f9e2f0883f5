import fc from 'fast-check';
import { DEN_BOSCH, maakMedewerker, maakRegel, maakTeam, OSS, Routeertoneel } from '../test.js';

/** First moment of a story; each step is a day later. */
const BEGIN = Date.parse('2026-09-01T00:00:00Z');
const GEMEENTEN = [OSS, DEN_BOSCH] as const;
const RUNS = Number(process.env['REEKSEN'] ?? 4);

const stap = fc.oneof(
  { weight: 6, arbitrary: fc.record({ wat: fc.constant('open' as const), gemeente: fc.nat(1), jong: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ wat: fc.constant('sluit' as const), wie: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ wat: fc.constant('weg' as const), wie: fc.nat(3), dagen: fc.constantFrom(3, 40) }),
  },
  { weight: 1, arbitrary: fc.record({ wat: fc.constant('terug' as const), wie: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ wat: fc.constant('stopt' as const), wie: fc.nat(3) }) },
  {
    weight: 2,
    arbitrary: fc.record({ wat: fc.constant('ruimte' as const), team: fc.nat(1), per: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ wat: fc.constant('verhuist' as const), wie: fc.nat(9), gemeente: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ wat: fc.constant('jarig' as const), wie: fc.nat(9) }) },
);
type Stap = typeof stap extends fc.Arbitrary<infer T> ? T : never;

describe('random streams of openings, absences, moves, birthdays and room', () => {
  let t: Routeertoneel;
  let mensen: string[];
  let leerlingen: string[];
  beforeAll(async () => {
    t = await Routeertoneel.maak();
  }, 60_000);
  afterAll(() => t.sluit());

  async function begin(): Promise<void> {
    await t.begin();
    [mensen, leerlingen] = [[], []];
    for (const [nr, gemeente] of GEMEENTEN.entries()) {
      await maakTeam(t.db.bron, `t${nr}`, 1);
      await maakRegel(t.db.bron, { volgorde: nr, woongemeente: [gemeente], team: `t${nr}` });
      for (const wie of ['een', 'twee']) {
        mensen.push(
          await maakMedewerker(t.db.bron, { naam: `${wie} ${nr}`, gemeenten: [...GEMEENTEN], team: `t${nr}` }),
        );
      }
    }
  }

  async function speel(s: Stap, dag: string): Promise<void> {
    const leerling = 'wie' in s ? leerlingen[s.wie % Math.max(1, leerlingen.length)] : undefined;
    const mens = 'wie' in s ? (mensen[s.wie] ?? '') : '';
    switch (s.wat) {
      case 'open': {
        const geboortedatum = s.jong ? '2010-03-01' : '2008-09-20';
        leerlingen.push(await t.open(dag, { woongemeente: GEMEENTEN[s.gemeente] ?? OSS, geboortedatum }));
        break;
      }
      case 'sluit':
        if (leerling !== undefined) await t.sluitSignaal(leerling, dag);
        break;
      case 'weg':
        await t.q(
          `insert into afwezigheid (regio_id, medewerker_id, van, tot) values (36, $1, $2, $2::date + $3::int) on conflict do nothing`,
          [mens, dag, s.dagen],
        );
        break;
      case 'terug':
        await t.q(`delete from afwezigheid where medewerker_id = $1`, [mens]);
        break;
      case 'stopt':
        await t.stopt(mens, dag);
        break;
      case 'ruimte':
        await t.q(`update team set casussen_per_fte = $2 where code = $1`, [`t${s.team}`, s.per]);
        break;
      case 'verhuist':
        await t.q(`update leerling set woongemeente = $2 where id = $1`, [leerling ?? '0', GEMEENTEN[s.gemeente]]);
        break;
      case 'jarig':
        await t.q(`update leerling set geboortedatum = $2::date - interval '18 years' where id = $1`, [
          leerling ?? '0',
          dag,
        ]);
        break;
    }
  }

  it('leave each open casus with one active owner and a dated step, the oldest first, and nobody waiting while there is room', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 12, maxLength: 25 }), async (stappen) => {
        await begin();
        for (const [nr, s] of stappen.entries()) {
          const dag = new Date(BEGIN + nr * 86_400_000).toISOString().slice(0, 10);
          const [voor] = await t.q<{ id: string }>(`select coalesce(max(id), 0) as id from toewijzing`);
          await speel(s, dag);
          await t.loopNa(dag);
          await keur(t, dag, voor?.id ?? '0');
        }
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});

/** What must be true after any round. @param na the newest toewijzing before it */
async function keur(t: Routeertoneel, dag: string, na: string): Promise<void> {
  const zonder = await t.q(
    `select c.id from casus c left join medewerker m on m.id = c.verantwoordelijke_id and m.actief
       left join taak t on t.id = c.volgende_taak_id and t.toestand = 'open' and t.casus_id = c.id and t.vervalt_op = c.vervalt_op
      where c.loopt and (m.id is null or t.id is null)`,
  );
  expect([dag, zonder]).toEqual([dag, []]);
  // waits, while somebody of the team that the rules point at is there and has room
  const gemist = await t.q(
    `select c.id, m.naam from casus c join leerling l on l.id = c.leerling_id
       join routeringsregel r on l.woongemeente = any (r.woongemeente) join team tm on tm.code = r.team
       join teamlid tl on tl.team = tm.code join medewerker m on m.id = tl.medewerker_id and m.actief
      where c.loopt and c.terugval in ('teamVol', 'teamLeeg', 'geenRegel')
        and not exists (select from afwezigheid a where a.medewerker_id = m.id and a.van <= $1::date and a.tot > $1::date)
        and (select count(*) from casus x where x.loopt and x.verantwoordelijke_id = m.id)
            + (select count(*) from overname o where o.open and o.naar_id = m.id) < m.fte * tm.casussen_per_fte`,
    [dag],
  );
  expect([dag, gemist]).toEqual([dag, []]);
  // nobody got something beyond capacity, and who got it had the lowest load of those who could, by the stored explanation
  const scheef = await t.q(
    `select w.id from toewijzing w
      cross join lateral (select k from jsonb_array_elements(w.kandidaten) k where k -> 'medewerker' ->> 'id' = w.medewerker_id::text) eigen
      where w.id > $1 and w.terugval is null and (
        (eigen.k ->> 'openCasussen')::numeric >= (eigen.k ->> 'capaciteit')::numeric or not (eigen.k ->> 'aanwezig')::boolean
        or exists (select from jsonb_array_elements(w.kandidaten) a where (a ->> 'aanwezig')::boolean and (a ->> 'binnenBereik')::boolean
                      and (a ->> 'openCasussen')::numeric < (a ->> 'capaciteit')::numeric
                      and (a ->> 'openCasussen')::numeric / (a ->> 'capaciteit')::numeric
                          < (eigen.k ->> 'openCasussen')::numeric / (eigen.k ->> 'capaciteit')::numeric))`,
    [na],
  );
  expect([dag, scheef]).toEqual([dag, []]);
  // room went to who waited longest: of what still waits for the same team nothing is older
  const voorgedrongen = await t.q(
    `select w.casus_id, c.id from toewijzing w join casus g on g.id = w.casus_id join leerling lg on lg.id = g.leerling_id
       join casus c on c.loopt and c.terugval = 'teamVol' join leerling l on l.id = c.leerling_id and l.woongemeente = lg.woongemeente
      where w.id > $1 and w.aanleiding in ('ruimte', 'opening') and w.terugval is null and (c.geopend_op, c.leerling_id) < (g.geopend_op, g.leerling_id)`,
    [na],
  );
  expect([dag, voorgedrongen]).toEqual([dag, []]);
}
