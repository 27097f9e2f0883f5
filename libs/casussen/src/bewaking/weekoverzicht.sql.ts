import { TEAM } from './opschalen.sql.js';

/** The overview of this week, if it is not there yet. Binds: $1 region, $2 date, $3 now. Gives how many were made. */
export const MAAK = `
with week as (select date_trunc('week', $2::date)::date as dag),
-- nothing is counted when this week has been
open_casus as materialized (
  select c.id, c.nummer, ${TEAM} as team, c.wacht_op is not null and c.wakker_op > $2::date as wacht,
         coalesce(c.opgeschort_tot > $2::date, false) as opgeschort, c.eerste_gesprek_op is null as zonder_contact, c.volgende_taak_id, c.doelgroep
    from casus c
   where c.regio_id = $1 and c.loopt
     and not exists (select from weekoverzicht w, week where w.regio_id = $1 and w.week = week.dag and w.soort = 'regio')),
casussen as materialized (
  select c.*, l.uiterlijk, l.dagen, v.casus_id is not null as vastgelopen, t.soort as stap,
         l.dagen >= termijn_dagen('naarTeamleider', c.doelgroep, $2::date) as lang,
         (select max(o.niveau) filter (where o.niveau = 'teamleider') || coalesce(',' || max(o.niveau) filter (where o.niveau <> 'teamleider'), '')
            from opschaling o where l.dagen is not null and o.regio_id = $1 and o.casus_id = c.id and o.beeindigd_op is null) as niveaus
    from open_casus c
    left join casussen_te_laat($1, $2::date) l on l.casus_id = c.id
    left join casussen_vastgelopen($1, $2::date) v on v.casus_id = c.id
    left join taak t on l.dagen is not null and t.regio_id = $1 and t.id = c.volgende_taak_id),
voor as (
  select 'team' as soort, code as team from team where regio_id = $1 and (geldig_tot is null or geldig_tot > $2::date)
   union all values ('zonderTeam', null::text), ('regio', null)),
geteld as (
  select v.soort, v.team, jsonb_build_object('open', count(c.id), 'wachtOp', count(*) filter (where c.wacht), 'opgeschort', count(*) filter (where c.opgeschort),
           'zonderContact', count(*) filter (where c.zonder_contact), 'teLaat', count(*) filter (where c.dagen >= 1),
           'langTeLaat', count(*) filter (where c.lang), 'vastgelopen', count(*) filter (where c.vastgelopen)) as tellingen,
         coalesce(jsonb_agg(jsonb_build_object('casusId', c.id::text, 'nummer', c.nummer, 'soort', c.stap, 'uiterlijk', c.uiterlijk, 'dagen', c.dagen,
                    'niveaus', string_to_array(c.niveaus, ',')) order by c.uiterlijk, c.id) filter (where c.lang), '[]') as casussen
    from voor v
    left join casussen c on v.soort = 'regio' or v.soort = 'team' and c.team = v.team or v.soort = 'zonderTeam' and c.team is null
   group by v.soort, v.team),
-- late, and not the next step of a casus: offers, deliveries that are held, questions about who is who …
los as materialized (
  select t.soort, t.vervalt_op, t.eigenaar_id from taak t
   where t.regio_id = $1 and t.toestand = 'open' and t.vervalt_op < $2::date
     and not exists (select from casus c where c.regio_id = $1 and c.volgende_taak_id = t.id)),
taken as (
  select soort, team, jsonb_agg(jsonb_build_object('soort', taak, 'aantal', aantal, 'oudste', oudste) order by taak) as taken
    from (select v.soort, v.team, l.soort as taak, count(*) as aantal, min(l.vervalt_op) as oudste
            from voor v
            join los l on v.soort = 'regio'
              or v.soort = 'team' and exists (select from teamlid e where e.regio_id = $1 and e.team = v.team and e.medewerker_id = l.eigenaar_id)
              or v.soort = 'zonderTeam' and not exists (select from teamlid e where e.regio_id = $1 and e.medewerker_id = l.eigenaar_id)
           group by v.soort, v.team, l.soort) x
   group by soort, team),
nieuw as (
  insert into weekoverzicht (regio_id, week, soort, team, tellingen, casussen, taken, gemaakt_op)
  select $1, week.dag, g.soort, g.team, g.tellingen, g.casussen, coalesce(t.taken, '[]'), $3
    from week cross join geteld g left join taken t on t.soort = g.soort and t.team is not distinct from g.team
   where not exists (select from weekoverzicht w where w.regio_id = $1 and w.week = week.dag and w.soort = 'regio')
   order by g.soort, g.team
  on conflict on constraint weekoverzicht_eens do nothing
  returning 1)
select count(*)::int as aantal from nieuw`;
