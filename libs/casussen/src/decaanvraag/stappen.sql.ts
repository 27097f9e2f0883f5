import { STAPSOORT, WORDT_STAP } from '../stap.sql.js';

// Steps of casussen that follow a question. Binds: $1 region.

/** What a running casus needs when its own term begins. */
const STAPKOLOMMEN = `c.id::text as "casusId", c.leerling_id::text as "leerlingId", c.verantwoordelijke_id::text as "eigenaarId", c.doelgroep,
       ${STAPSOORT} as soort`;

// Locked, in one order, before their tasks. $2 leerlingen.
export const VERGRENDEL_VAN_LEERLINGEN = `
select c.id from casus c where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) and c.loopt order by c.id for no key update`;

// The running casussen of these youngsters; `volgt`: it still does what the question led to, nobody went on meanwhile.
// $2 leerlingen, $3 question.
export const VAN_LEERLINGEN = `
select ${STAPKOLOMMEN},
       exists (select from taak t where t.regio_id = $1 and t.casus_id = c.id and t.decaanvraag_id = $3 and t.toestand = 'open') as volgt
  from casus c
 where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) and c.loopt
 order by c.id`;

// Running casussen that wait for a question that nobody can answer any more.
export const GESTRAND = `
select ${STAPKOLOMMEN}, t.decaanvraag_id::text as "decaanvraagId"
  from taak t
  join casus c on c.regio_id = $1 and c.id = t.casus_id and c.loopt
  join decaanvraag v on v.regio_id = $1 and v.id = t.decaanvraag_id
 where t.regio_id = $1 and t.soort = 'decaanvraag' and t.casus_id is not null and t.toestand = 'open' and v.status <> 'open'
 order by c.id for no key update of c`;

// Running casussen of which the school is asked once more today ($2 date).
export const NOGMAALS = `
select ${STAPKOLOMMEN}, t.decaanvraag_id::text as "decaanvraagId", v.school
  from taak t
  join casus c on c.regio_id = $1 and c.id = t.casus_id and c.loopt
  join decaanvraag v on v.regio_id = $1 and v.id = t.decaanvraag_id
 where t.regio_id = $1 and t.soort = 'decaanvraagNogmaals' and t.toestand = 'open' and t.vervalt_op <= $2::date
 order by c.id for no key update of c`;

// Ends the tasks of these casussen ($2) that came of a question; $3 toestand, $4 resultaat, $5 instant, $6 who (null: the
// system), $7 only of this question (null: of any), $8 only of this soort (null: of any).
export const SLUIT_TAKEN = `
update taak set toestand = $3, resultaat = $4, afgerond_op = $5, afgerond_door = $6
 where regio_id = $1 and casus_id = any ($2::bigint[]) and toestand = 'open' and decaanvraag_id is not null
   and ($7::bigint is null or decaanvraag_id = $7) and ($8::text is null or soort = $8)`;

// Somebody asks the school instead of beginning himself: that is put off until the answer. $2 casussen, $3 instant.
export const STEL_UIT = `
update taak set toestand = 'vervallen', resultaat = 'decaangevraagd', afgerond_op = $3
 where regio_id = $1 and casus_id = any ($2::bigint[]) and toestand = 'open' and soort = 'eersteContact'`;

// The first open task becomes the next step; who waits for a school is out of «vandaag» until its term ends. What a colleague is asked is no step.
export const ZET_STAP = `
update casus c set ${WORDT_STAP}
  from (select distinct on (t.casus_id) t.casus_id, t.id, t.vervalt_op, t.soort from taak t
         where t.regio_id = $1 and t.casus_id = any ($2::bigint[]) and t.toestand = 'open' and t.soort <> 'overname'
         order by t.casus_id, t.vervalt_op, t.id) t
 where c.regio_id = $1 and c.id = t.casus_id and c.loopt`;

export const PROCESBEWAKER = `select procesbewaker_id::text as id from regio where id = $1`;

// Who can be called at the school of each question. $2 questions.
export const DECANEN = `
select v.id::text as "decaanvraagId", string_agg(m.naam, ', ' order by mr.rol, m.naam) as namen
  from decaanvraag v
  join medewerker_rol mr on mr.regio_id = v.regio_id and mr.rol = 'decaan' and v.school = any (mr.scholen)
  join medewerker m on m.regio_id = mr.regio_id and m.id = mr.medewerker_id and m.actief
 where v.regio_id = $1 and v.id = any ($2::bigint[])
 group by v.id`;

// $2 date. The day on which a school is asked again; null from the last day of school on.
export const NOGMAALS_OP = `
select nullif(d.dag, $2::date) as dag
  from decaanvraag v join regio r on r.id = v.regio_id
 cross join lateral (
   select least(termijn_op($1, 'decaanvraagNogmaals', '', $2::date), laatste_schooldag(r.vakantiezone, v.schooljaar)) as dag) d
 where v.regio_id = $1 and v.id = $3 and d.dag >= $2::date`;
