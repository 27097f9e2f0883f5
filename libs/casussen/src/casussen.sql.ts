import { WORDT_STAP } from './stap.sql.js';
import { invoerSql } from './routering/routering.sql.js';

// Binds of every statement here: $1 region, $2 leerling ids (or casus ids, or JSON), $3 peildatum.

const ZONDER_CASUS = `
  from signaal s
 where s.regio_id = $1 and s.leerling_id = any ($2::bigint[]) and s.gesloten_op is null
   and not exists (select from casus c where c.regio_id = s.regio_id and c.leerling_id = s.leerling_id and c.loopt)`;

// One row per youngster with an open signaal and no running casus, the longest waiting first.
export const ZONDER_CASUS_INVOER = invoerSql(`
select x.*, d.doelgroep from (
  select s.leerling_id, null::bigint as casus_id, max(s.schooljaar) as schooljaar, min(s.geopend_op) as sinds,
         jsonb_agg(distinct s.soort) as signalen,
         (array_agg(s.examenschool order by s.schooljaar desc, s.id desc) filter (where s.examenschool is not null))[1] as school
    ${ZONDER_CASUS}
   group by s.leerling_id) x
  join doelgroepen_op($1, $3::date) d on d.leerling_id = x.leerling_id
 where x.school is not null and d.doelgroep <> 'geen'`);

// Locked in one order, so that whoever closes one of them by hand is either done or waits for us.
export const VERGRENDEL_GERAAKT = `
select c.id from casus c
 where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) and c.loopt
   and (exists (select from signaal s where s.regio_id = c.regio_id and s.leerling_id = c.leerling_id
                   and s.gesloten_op is null and s.casus_id is distinct from c.id)
     or not exists (select from signaal s where s.regio_id = c.regio_id and s.casus_id = c.id and s.gesloten_op is null))
 order by c.id for no key update of c`;

export const CASUS_IDS = `select nextval('casus_id_seq')::text as id from generate_series(1, $1)`;

// The row is locked until commit and a rollback takes the number back: no gap, no duplicate.
export const NUMMERS = `
insert into casusteller as t (regio_id, jaar, laatste) values ($1, $2, $3)
on conflict (regio_id, jaar) do update set laatste = t.laatste + excluded.laatste
returning t.laatste - $3 + 1 as eerste`;

export const OPEN = `
insert into casus (regio_id, id, jaar, volgnummer, leerling_id, school, woongemeente, doelgroep, verantwoordelijke_id, volgende_taak_id,
                   vervalt_op, geopend_op, wacht_op, wakker_op)
select $1, c.id, jaar, volgnummer, "leerlingId", school, l.woongemeente, doelgroep, "verantwoordelijkeId", "taakId", "vervaltOp", $3,
       "wachtOp", case when "wachtOp" is not null then "vervaltOp" end
  from jsonb_to_recordset($2::jsonb) as c (id bigint, jaar int, volgnummer int, "leerlingId" bigint, school text, doelgroep text,
       "verantwoordelijkeId" bigint, "taakId" bigint, "vervaltOp" date, "wachtOp" text)
  join leerling l on l.regio_id = $1 and l.id = c."leerlingId"
returning id as "casusId", nummer`;

// Who moved while the casus was being opened: leerling_verhuist did not see it yet.
export const VERHUISD = `
update casus c set woongemeente = l.woongemeente from leerling l
 where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) and c.loopt and l.regio_id = c.regio_id and l.id = c.leerling_id
   and c.woongemeente is distinct from l.woongemeente`;

export const KOPPEL = `
with gekoppeld as (
  update signaal s set casus_id = c.id from casus c
   where s.regio_id = $1 and s.leerling_id = any ($2::bigint[]) and s.gesloten_op is null
     and c.regio_id = s.regio_id and c.leerling_id = s.leerling_id and c.loopt and s.casus_id is distinct from c.id
  returning s.id, s.leerling_id, s.soort, c.id as casus_id)
select casus_id as "casusId", leerling_id as "leerlingId", array_agg(soort order by id) as soorten
  from gekoppeld group by casus_id, leerling_id order by casus_id`;

// Running casussen whose every signaal is closed. A casus that never had one was opened by hand and stays.
export const UITGEWERKT = `
select c.id as "casusId", c.leerling_id as "leerlingId", c.fase, c.doelgroep, c.verantwoordelijke_id as "verantwoordelijkeId",
       s.laatste_reden as sluitreden,
       exists (select from taak t where t.regio_id = c.regio_id and t.casus_id = c.id and t.soort = 'nogNodig'
                  and (t.toestand = 'open' or t.gemaakt_op >= s.laatste))
       or c.heropend_op >= s.laatste as gevraagd
  from casus c
 cross join lateral (
   select max(gesloten_op) as laatste, (array_agg(sluitreden order by gesloten_op desc nulls last, id desc))[1] as laatste_reden
     from signaal where regio_id = c.regio_id and casus_id = c.id
   having count(*) > 0 and count(*) = count(gesloten_op)) s
 where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) and c.loopt and c.fase in ('nagaan', 'begeleiding')
 order by c.id`;

export const SLUIT = `
update casus set fase = 'gesloten', uitkomst = $3, gesloten_op = $4, volgende_taak_id = null, vervalt_op = null,
       opgeschort_tot = null, wacht_op = null, wakker_op = null
 where regio_id = $1 and id = any ($2::bigint[])`;

// A new task that is due earlier becomes the next step.
export const EERDERE_STAP = `
update casus c set ${WORDT_STAP}
  from unnest($2::bigint[], $3::bigint[], $4::date[], $5::text[]) as t (casus_id, id, vervalt_op, soort)
 where c.regio_id = $1 and c.id = t.casus_id and t.vervalt_op < c.vervalt_op`;
