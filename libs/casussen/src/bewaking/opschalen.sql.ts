// Binds: $1 region, $2 date, $3 now; of `BEEINDIG` $2 is now.

/** That what was told of still stands still, over `o` (opschaling) and `c` (its casus): the same step, still waiting. */
export const STAAT_STIL = `case o.om
  when 'stap' then c.fase <> 'gesloten' and c.volgende_taak_id = o.taak_id and greatest(c.vervalt_op, c.wakker_op, c.opgeschort_tot) = o.uiterlijk
  else exists (select from overname v where v.regio_id = o.regio_id and v.casus_id = o.casus_id and v.taak_id = o.taak_id and v.open) end`;

/** The team in which a casus is worked on: the one that the newest rule routed to while its owner is in it, else one of the owner's. */
export const TEAM = `coalesce(
  (select g.team from (select w.regel_id from toewijzing w where w.regio_id = c.regio_id and w.casus_id = c.id order by w.id desc limit 1) n
     join routeringsregel g on g.regio_id = c.regio_id and g.id = n.regel_id
     join teamlid e on e.regio_id = g.regio_id and e.team = g.team and e.medewerker_id = c.verantwoordelijke_id),
  (select min(e.team) from teamlid e where e.regio_id = c.regio_id and e.medewerker_id = c.verantwoordelijke_id))`;

/** The casussen of which somebody is told or to be told, locked in one order: who works on one of them is done, or waits for us. */
export const VERGRENDEL = `
select c.id from casus c
 where c.regio_id = $1 and (c.id in (select casus_id from casussen_te_laat($1, $2::date) where dagen >= 1)
    or c.id in (select casus_id from opschaling where regio_id = $1 and beeindigd_op is null)
    or c.id in (select casus_id from overname where regio_id = $1 and open))
 order by c.id for no key update`;

/** Ends what moved, and closes what a casus that was closed had opened. */
export const BEEINDIG = `
with over as (
  select o.id, c.leerling_id, c.fase = 'gesloten' or coalesce(c.heropend_op > o.opgeschaald_op, false) as dicht, o.beeindigd_op is null as liep
    from opschaling o join casus c on c.regio_id = o.regio_id and c.id = o.casus_id
   where o.regio_id = $1 and not o.afgesloten
     and (o.beeindigd_op is null and not (${STAAT_STIL}) or c.fase = 'gesloten' or c.heropend_op > o.opgeschaald_op)),
klaar as (
  update opschaling o set beeindigd_op = coalesce(o.beeindigd_op, $2), afgesloten = x.dicht
    from over x where o.regio_id = $1 and o.id = x.id
  returning o.casus_id, x.leerling_id, x.liep)
select distinct casus_id as "casusId", leerling_id as "leerlingId" from klaar where liep order by 1`;

const NIVEAUS = `niveaus as (
  select n.niveau, d.doelgroep, termijn_dagen(n.soort, d.doelgroep, $2::date) as dagen
    from (values ('teamleider', 'naarTeamleider'), ('regiocoordinator', 'naarRegiocoordinator')) n (niveau, soort)
   cross join unnest(array['leerplicht', 'kwalificatieplicht', 'doorstroompunt']) d (doelgroep))`;

// The regiocoördinator hears of nothing before the exam school's first lesson day of the year after the cohort (domain.md 5).
const STAPPEN = `
  select c.id as casus_id, l.taak_id, l.uiterlijk, 'stap' as om, n.niveau, c.verantwoordelijke_id as wie
    from casussen_te_laat($1, $2::date) l
    join casus c on c.regio_id = $1 and c.id = l.casus_id
    join niveaus n on n.doelgroep = c.doelgroep and l.dagen >= n.dagen
    join taak t on t.regio_id = $1 and t.id = l.taak_id and t.soort <> 'overname'
   where n.niveau = 'teamleider' or $2::date >= (
     select eerste_lesdag_van($1, c.school, 1 + coalesce(
       (select max(s.schooljaar) from signaal s where s.regio_id = c.regio_id and s.casus_id = c.id),
       (select max(k.schooljaar) from examenkandidatuur k where k.regio_id = c.regio_id and k.leerling_id = c.leerling_id),
       schooljaar_van(c.geopend_op::date))))`;

const OVERNAMES = `
  select v.casus_id, t.id, t.vervalt_op, 'overname', 'teamleider', v.naar_id
    from overname v
    join taak t on t.regio_id = v.regio_id and t.id = v.taak_id and t.toestand = 'open'
   where v.regio_id = $1 and v.open and v.naar_id is not null and werkdagen(t.vervalt_op, $2::date) >= termijn_dagen('overnameStil', '', $2::date)`;

// Who is told of each: of who leads the team, one who is there; else who leads without a team where it is, else the
// procesbewaker. Whoever was told stays so while they could be chosen.
const KEUZE = `mensen as materialized (
  select m.id, r.rol, r.hele_regio, r.gemeenten, r.scholen,
         array(select e.team from teamlid e where e.regio_id = m.regio_id and e.medewerker_id = m.id) as teams,
         exists (select from afwezigheid a where a.regio_id = m.regio_id and a.medewerker_id = m.id and a.van <= $2::date and a.tot > $2::date) as weg
    from medewerker m join medewerker_rol r on r.regio_id = m.regio_id and r.medewerker_id = m.id
   where m.regio_id = $1 and m.actief and r.rol in ('teamleider', 'regiocoordinator')),
keuze as (
  select w.*, coalesce(case when w.nu_bij = r.procesbewaker_id then w.nu_bij end, k.id, r.procesbewaker_id) as naar_id
    from waarover w
    join regio r on r.id = $1
    join casus c on c.regio_id = $1 and c.id = w.casus_id
   cross join lateral (select array(select e.team from teamlid e where e.regio_id = $1 and e.medewerker_id = w.wie) as teams,
                              case when w.om = 'stap' then ${TEAM} end as team) t
    left join lateral (
      select m.id from mensen m
       cross join lateral (select m.hele_regio or c.school = any (m.scholen) or c.woongemeente = any (m.gemeenten) as gebied) g
       where case w.niveau when 'regiocoordinator' then m.rol = 'regiocoordinator' and g.gebied
                           else m.rol = 'teamleider' and m.id <> w.wie and (m.teams && t.teams or m.teams = '{}' and g.gebied) end
         and (not m.weg or m.id = w.nu_bij)
       order by m.id is not distinct from w.nu_bij desc, t.team = any (m.teams) desc nulls last, m.teams && t.teams desc, m.id
       limit 1) k on true)`;

/** Tells of what is late enough and was not told yet. One that ended and stands still again after all is told again. */
export const SCHAAL_OP = `
with ${NIVEAUS},
laat as materialized (${STAPPEN}
   union all ${OVERNAMES}),
waarover as materialized (
  select l.*, null::bigint as nu_bij from laat l
   where not exists (select from opschaling o where o.regio_id = $1 and o.casus_id = l.casus_id and o.taak_id = l.taak_id
                        and o.niveau = l.niveau and o.uiterlijk = l.uiterlijk and o.beeindigd_op is null)),
${KEUZE},
nieuw as (
  insert into opschaling as o (regio_id, casus_id, taak_id, uiterlijk, om, niveau, naar_id, opgeschaald_op)
  select $1, casus_id, taak_id, uiterlijk, om, niveau, naar_id, $3 from keuze where naar_id is not null order by casus_id, niveau desc
  on conflict on constraint opschaling_eens do update
     set naar_id = excluded.naar_id, opgeschaald_op = excluded.opgeschaald_op, gezien_op = null, gezien_door = null, beeindigd_op = null, afgesloten = false
  returning o.*)
select n.id, n.casus_id as "casusId", c.leerling_id as "leerlingId", n.om, n.niveau, n.naar_id as "naarId", m.naam as "naarNaam",
       t.soort as "taakSoort", n.uiterlijk
  from nieuw n
  join casus c on c.regio_id = $1 and c.id = n.casus_id
  join medewerker m on m.regio_id = $1 and m.id = n.naar_id
  join taak t on t.regio_id = $1 and t.id = n.taak_id
 order by n.id`;

/** Turns what is open to somebody else where whoever was told can't be chosen any more: they stopped, or the casus went to another team. */
export const WIJS_OM = `
with waarover as materialized (
  select o.id, o.casus_id, o.om, o.niveau, o.naar_id as nu_bij, coalesce(t.eigenaar_id, c.verantwoordelijke_id) as wie
    from opschaling o
    join casus c on c.regio_id = o.regio_id and c.id = o.casus_id
    left join taak t on o.om = 'overname' and t.regio_id = o.regio_id and t.id = o.taak_id
   where o.regio_id = $1 and o.beeindigd_op is null),
${KEUZE}
update opschaling o set naar_id = k.naar_id, gezien_op = null, gezien_door = null
  from keuze k where o.regio_id = $1 and o.id = k.id and k.naar_id is not null and k.naar_id <> o.naar_id`;

/** Binds: $1 region, $2 id, $3 who was told, $4 now. */
export const GEZIEN = `
update opschaling set gezien_op = $4, gezien_door = $3
 where regio_id = $1 and id = $2 and naar_id = $3 and gezien_op is null and beeindigd_op is null returning id`;
