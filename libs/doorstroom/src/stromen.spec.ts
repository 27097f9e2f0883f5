import fc from 'fast-check';
import { werkAf } from '#wachtrij/test';
import { Doorstroomcontroles } from './controles.service.js';
import { keurLijsten } from './test/boekcontrole.js';
import { maakOpstelling, REGIO, ROC, ROC_TWEE, Toneel, type Opstelling } from './test.js';

const STATUSSEN = [
  'aangemeld',
  'intakeGepland',
  'overeenkomstAangeboden',
  'ingeschreven',
  'afgewezen',
  'ingetrokken',
  'nietVerschenen',
  'uitgeschreven',
];
const UITSLAGEN = ['onbekend', 'geslaagd', 'afgewezen', 'herexamen', 'gespreid'];
/** Evenings through a year, the turning days among them. */
const AVONDEN = [
  '2025-10-01',
  '2026-02-10',
  '2026-04-01',
  '2026-04-02',
  '2026-06-15',
  '2026-07-01',
  '2026-07-08',
  '2026-08-31',
  '2026-09-04',
  '2026-09-07',
  '2026-10-01',
  '2026-11-10',
  '2027-10-01',
];
const LEERLINGEN = 6;

/** One thing that a delivery may say on an evening. */
const gebeurtenis = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      wat: fc.constant('rij' as const),
      wie: fc.nat(LEERLINGEN - 1),
      school: fc.constantFrom(ROC, ROC_TWEE),
      status: fc.constantFrom(...STATUSSEN),
      gekapt: fc.boolean(),
      begin: fc.constantFrom('2026-08-24', '2026-09-21', '2026-02-02', '2025-09-01'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      wat: fc.constant('weg' as const),
      wie: fc.nat(LEERLINGEN - 1),
      school: fc.constantFrom(ROC, ROC_TWEE),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      wat: fc.constant('uitslag' as const),
      wie: fc.nat(LEERLINGEN - 1),
      uitslag: fc.constantFrom(...UITSLAGEN),
      keuze: fc.constantFrom(null, 'havo', 'werk', 'mbo'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ wat: fc.constant('vertrek' as const), wie: fc.nat(LEERLINGEN - 1) }) },
  // a school stops delivering, or begins again
  { weight: 1, arbitrary: fc.record({ wat: fc.constant('stil' as const), roc: fc.boolean(), stil: fc.boolean() }) },
  // somebody settles another end, for a while
  {
    weight: 1,
    arbitrary: fc.record({
      wat: fc.constant('bestem' as const),
      wie: fc.nat(LEERLINGEN - 1),
      tot: fc.constantFrom('2026-04-01', '2026-07-31', '2026-12-01'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      wat: fc.constant('elders' as const),
      wie: fc.nat(LEERLINGEN - 1),
      status: fc.constantFrom(...STATUSSEN),
    }),
  },
);
type Gebeurtenis = typeof gebeurtenis extends fc.Arbitrary<infer T> ? T : never;

const verhaal = fc.array(fc.tuple(fc.array(gebeurtenis, { maxLength: 6 }), fc.boolean()), {
  minLength: AVONDEN.length,
  maxLength: AVONDEN.length,
});

describe('random years', () => {
  let o: Opstelling;
  let t: Toneel;
  beforeAll(async () => {
    o = await maakOpstelling('2025-10-01', 12);
    t = new Toneel(o.db.bron);
    await t.bouw();
  }, 60_000);
  afterAll(() => o.sluit());

  const nacht = async (werkers: number): Promise<void> => {
    await o.db.transactie.voerUit({ wie: o.wie }, (tx) => o.app.get(Doorstroomcontroles).nacht(tx, REGIO));
    await werkAf(o.app, { werkers });
  };

  it('lose nobody: after every night the ledger adds up, nobody is unexplained, and doing it again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(verhaal, async (avonden) => {
        await leeg(o);
        const school = await t.school();
        const leerlingen: string[] = [];
        for (let nr = 0; nr < LEERLINGEN; nr += 1) {
          // 15, 17 and 28 years old: leerplichtig, kwalificatieplichtig, in no doelgroep
          const leerling = await t.leerling(['2010-09-01', '2008-10-15', '1998-01-01'][nr % 3]);
          await t.kandidaat(leerling, school, { soort: ['vmbo', 'pro', 'isk'][nr % 3] ?? 'vmbo' });
          leerlingen.push(leerling);
        }
        for (const [nr, [gebeurtenissen, drieTegelijk]] of avonden.entries()) {
          const op = AVONDEN[nr] ?? '';
          o.klok.zet(op);
          for (const g of gebeurtenissen) await speel(t, g, op, school, leerlingen);
          await t.allesGeleverd(op, school);
          await nacht(drieTegelijk ? 3 : 1);
          await keur(o, op, LEERLINGEN);
          const voor = await foto(o);
          await nacht(1);
          expect(await foto(o)).toEqual(voor);
          // every number is as long as its list: now, and of each stored night
          if (drieTegelijk) await keurLijsten(o, 2025, null);
        }
        for (const op of AVONDEN) await keurLijsten(o, 2025, op);
      }),
      { numRuns: 4 },
    );
  }, 240_000);
});

async function speel(
  t: Toneel,
  g: Gebeurtenis,
  op: string,
  school: string,
  leerlingen: readonly string[],
): Promise<void> {
  if (g.wat === 'stil') {
    const wie = g.roc ? ROC : school;
    await t.stil(wie, null);
    return g.stil ? t.stil(wie, op) : undefined;
  }
  const leerling = leerlingen[g.wie] ?? '';
  if (g.wat === 'bestem') {
    return g.tot < op ? t.bestem(leerling, null, op, null) : t.bestem(leerling, 'particulier', op, g.tot);
  }
  if (g.wat === 'rij') {
    const { status, begin } = g;
    await t.rij(leerling, op, {
      sleutel: g.school,
      school: g.school,
      status,
      begin,
      bijzonderheid: g.gekapt ? 'wachtlijst' : null,
    });
  } else if (g.wat === 'weg') await t.rij(leerling, op, { sleutel: g.school, school: g.school, weg: true });
  else if (g.wat === 'uitslag') {
    const [k] = await t.bron.query<{ soort: string }[]>(
      'select onderwijssoort as soort from examenkandidatuur where leerling_id = $1',
      [leerling],
    );
    await t.kandidaat(leerling, school, { soort: k?.soort ?? 'vmbo', uitslag: g.uitslag, vervolgkeuze: g.keuze });
  } else if (g.wat === 'vertrek')
    await t.bron.query(`update inschrijving set status = 'uitgeschreven', einddatum = $2 where rijsleutel = $1`, [
      `${leerling}-eigen-${school}`,
      op,
    ]);
  else await t.elders(leerling, school, '88XX', g.status, op);
}

/** What must be true after any night, whatever happened before. */
async function keur(o: Opstelling, op: string, kandidaten: number): Promise<void> {
  const [boek] = await o.db.bron.query(
    `select sum(kandidaten)::int as kandidaten, sum(aangekomen + verklaard + onderweg + in_behandeling)::int as verklaarbaar, sum(onverklaard)::int as onverklaard
       from grootboek where schooljaar = 2025 and peildatum = $1`,
    [op],
  );
  expect({ op, ...boek }).toEqual({ op, kandidaten, verklaarbaar: kandidaten, onverklaard: 0 });
  const [bewijs] = await o.db.bron.query(
    'select klopt, verschillen from grootboekbewijs where schooljaar = 2025 and peildatum = $1',
    [op],
  );
  expect({ op, ...bewijs }).toEqual({ op, klopt: true, verschillen: [] });
  // the snapshot is what the ledger says now
  const verschil = await o.db.bron.query(
    `select g.school from grootboek g
      cross join lateral (
        select (count(*) filter (where s.stand = 'inBehandeling'))::int as b, (count(*) filter (where s.stand = 'onderweg'))::int as o,
               (count(*) filter (where s.stand = 'aangekomen'))::int as a
          from doorstroom_stand($1, 2025, $2, array[g.school]) s) n
      where g.schooljaar = 2025 and g.peildatum = $2 and (g.in_behandeling, g.onderweg, g.aangekomen) is distinct from (n.b, n.o, n.a)`,
    [REGIO, op],
  );
  expect(verschil).toEqual([]);
  const fout = await o.db.bron.query(
    `select t.id, t.status, t.vraag, t.onderdrukt, v.tekort, v.uitgevallen, v.op_koers, s.soorten, c.fase
       from doorstroom_vraag($1, 2025, $2) v join traject t on t.id = v.traject_id
       cross join lateral (select coalesce(array_agg(soort), '{}') as soorten from signaal where traject_id = t.id and gesloten_op is null) s
       left join casus c on c.leerling_id = t.leerling_id and c.fase <> 'gesloten'
      where (v.tekort or v.uitgevallen) <> (cardinality(s.soorten) > 0) and v.onderdrukt is distinct from 'verouderd'
         or v.onderdrukt = 'verouderd' and (v.rood or not v.verouderd)
         or t.verouderd <> v.verouderd
         or t.status = 'aangekomen' and cardinality(s.soorten) > 0
         or v.onderdrukt is not null and not v.op_koers
         or t.rood and t.rang > 0
         or cardinality(s.soorten) > 0 and c.id is null and v.onderdrukt is distinct from 'geenDoelgroep'
         or (select count(*) from unnest(s.soorten) x where x in ('geenAanmelding','geenPlaatsing','nietIngeschreven','nietAangekomen')) > 1`,
    [REGIO, op],
  );
  expect(fout).toEqual([]);
}

async function foto(o: Opstelling): Promise<unknown> {
  return o.db.bron.query(`select
    (select jsonb_agg(to_jsonb(t) order by id) from traject t) as trajecten, (select jsonb_agg(to_jsonb(s) order by id) from signaal s) as signalen,
    (select jsonb_agg(to_jsonb(c) order by id) from casus c) as casussen, (select count(*) from gebeurtenis) as gebeurtenissen`);
}

/** Takes the youngsters of the story before out of the cohort; the timeline stays, as it always does. */
async function leeg(o: Opstelling): Promise<void> {
  await o.db.bron.query(`
    set session_replication_role = replica;
    delete from signaal; delete from casus; delete from taak; delete from standverloop; delete from traject; delete from grootboekbewijs; delete from examenkandidatuur; delete from grootboek;
    delete from inschrijving; delete from elders_aangemeld; delete from school_stand; update school set gevolgd = '{}';
    set session_replication_role = origin`);
}
