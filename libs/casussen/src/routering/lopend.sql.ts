import { STAPSOORT, WORDT_STAP } from '../stap.sql.js';
import { invoerSql } from './routering.sql.js';

// Binds of every statement here: $1 region, $2 what it is about, $3 peildatum.

// A youngster who is in no doelgroep any more keeps the one of the casus.
export const LOPEND_INVOER = invoerSql(`
select c.leerling_id, c.id as casus_id, c.school, c.geopend_op as sinds,
       coalesce(nullif(d.doelgroep, 'geen'), c.doelgroep) as doelgroep,
       coalesce(s.schooljaar, schooljaar_van(c.geopend_op::date)) as schooljaar, coalesce(s.signalen, '[]') as signalen
  from casus c
  join doelgroepen_op($1, $3::date) d on d.leerling_id = c.leerling_id
  left join lateral (
    select max(schooljaar) as schooljaar, jsonb_agg(distinct soort) filter (where gesloten_op is null) as signalen
      from signaal where regio_id = c.regio_id and casus_id = c.id) s on true
 where c.regio_id = $1 and c.id = any ($2::bigint[]) and c.loopt`);

// Locked in one order, so that whoever works on one of them is either done or waits for us. A lock waits for who is before
// it, and sees the row as that one left it.
const VERGRENDEL = (voorwaarde: string): string => `
select c.id as "casusId", c.verantwoordelijke_id as "verantwoordelijkeId", m.naam as "verantwoordelijkeNaam", c.terugval
  from casus c join medewerker m on m.regio_id = c.regio_id and m.id = c.verantwoordelijke_id
 where c.regio_id = $1 and c.loopt and ${voorwaarde}
 order by c.id for no key update of c`;

export const VERGRENDEL_VAN = VERGRENDEL('c.verantwoordelijke_id = any ($2::bigint[])');
export const VERGRENDEL_DEZE = VERGRENDEL('c.id = any ($2::bigint[])');
// What fell back by itself; what its owner gave back waits for a person.
export const VERGRENDEL_WACHTEND = VERGRENDEL(`c.terugval = any ($2::text[])`);
// A fallback of an absent procesbewaker is left where it is: the generalisten share it.
export const VERGRENDEL_AFWEZIG = VERGRENDEL('c.terugval is null and c.verantwoordelijke_id = any ($2::bigint[])');
export const VERGRENDEL_TE_HERZIEN = VERGRENDEL(
  `(c.gerouteerd_woongemeente is distinct from c.woongemeente or c.gerouteerd_doelgroep is distinct from c.doelgroep)
   and c.id <> all ($2::bigint[])`,
);

// In one write: whoever gives it away has judged where the youngster lives and which law counts.
export const ZET_VERANTWOORDELIJKE = `
update casus c set verantwoordelijke_id = n.medewerker_id, gerouteerd_woongemeente = c.woongemeente, gerouteerd_doelgroep = c.doelgroep
  from unnest($2::bigint[], $3::bigint[]) as n (casus_id, medewerker_id)
 where c.regio_id = $1 and c.id = n.casus_id`;

// The first open task is the next step, where the one that it had is open no more. What a colleague is asked is no step.
export const HERSTEL_STAP = `
update casus c set ${WORDT_STAP}
  from (select distinct on (t.casus_id) t.casus_id, t.id, t.vervalt_op, t.soort from taak t
         where t.regio_id = $1 and t.casus_id = any ($2::bigint[]) and t.toestand = 'open' and t.soort <> 'overname'
         order by t.casus_id, t.vervalt_op, t.id) t
 where c.regio_id = $1 and c.id = t.casus_id and c.loopt
   and not exists (select from taak e where e.regio_id = c.regio_id and e.id = c.volgende_taak_id and e.toestand = 'open')`;

// The running casussen among these of which nothing is open but what a colleague is asked.
export const ZONDER_STAP = `
select c.id as "casusId", c.verantwoordelijke_id as "eigenaarId", c.doelgroep, ${STAPSOORT} as soort
  from casus c
 where c.regio_id = $1 and c.id = any ($2::bigint[]) and c.loopt
   and not exists (select from taak t where t.regio_id = $1 and t.casus_id = c.id and t.toestand = 'open' and t.soort <> 'overname')
 order by c.id`;

export const HERZIEN = `
update casus set gerouteerd_woongemeente = woongemeente, gerouteerd_doelgroep = doelgroep where regio_id = $1 and id = any ($2::bigint[])`;

/** What changed since routing was judged: the woongemeente, or only the doelgroep. */
export const VERHUISD = `
select id from casus where regio_id = $1 and id = any ($2::bigint[]) and gerouteerd_woongemeente is distinct from woongemeente`;

// The law's group on the date, of every running casus; who is in none keeps the one he had.
export const VOLG_DOELGROEP = `
update casus c set doelgroep = d.doelgroep
  from doelgroepen_op($1, $2::date) d
 where c.regio_id = $1 and c.loopt and d.leerling_id = c.leerling_id and d.doelgroep <> 'geen' and d.doelgroep <> c.doelgroep
returning c.id as "casusId", c.leerling_id as "leerlingId", c.doelgroep`;

// Absences that follow each other are one. $2: date.
export const LANG_AFWEZIG = `
select medewerker_id as id
  from (select medewerker_id, unnest(range_agg(daterange(van, tot))) as blok from afwezigheid where regio_id = $1 group by medewerker_id) a
 where blok @> $2::date and upper(blok) - lower(blok) >= wetwaarde('waarnemingTotDagen', $2::date)`;
