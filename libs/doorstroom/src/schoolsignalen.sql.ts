import { levert, openUitslag } from './open-uitslag.sql.js';

const LEVERT = levert('s', '$2');

/**
 * Keeps since when each school is expected to deliver: known earlier by what it delivered, from this night otherwise. One
 * that stopped and begins again counts from then.
 */
export const VERWACHT = `
insert into leververwachting as v (regio_id, school, vanaf)
select $1, s.code, case when not (${LEVERT}) then 'infinity' else
         coalesce((select min(a.ontvangen_op at time zone 'Europe/Amsterdam')::date from aanlevering a where a.regio_id = $1 and a.school = s.code), $2::date) end
  from school s where s.regio_id = $1
on conflict (regio_id, school) do update set vanaf = case when excluded.vanaf = 'infinity' then 'infinity'::date else $2::date end
 where (v.vanaf = 'infinity') <> (excluded.vanaf = 'infinity')`;

// Per school since when it is silent: a file that was rejected is no delivery. In its own holidays a vo school is never
// asked, and an mbo school after five working days (domain.md 3); elsewhere after two days on which there is school.
const STILTE = `stilte as materialized (
  select s.code as school, d.vakantie, d.schooldagen >= 2 or d.mbo and d.werkdagen >= 5 as te_lang,
         case when d.vakantie then d.mbo and d.werkdagen >= 5 else true end as mag_openen
    from school s
    join regio r on r.id = s.regio_id
    join leververwachting v on v.regio_id = s.regio_id and v.school = s.code
    left join lateral (
      select (a.ontvangen_op at time zone 'Europe/Amsterdam')::date as dag from aanlevering a
       where a.regio_id = s.regio_id and a.school = s.code and a.status not in ('afgekeurd','verworpen','vervallen')
         -- repaired rows are of an export that was there
         and a.herstel_van is null
       order by a.id desc limit 1) l on true
   cross join lateral (
      select 'mbo' = any (s.onderwijssoorten) as mbo, werkdagen(greatest(l.dag, v.vanaf), $2::date) as werkdagen,
             schoolwerkdagen(r.vakantiezone, greatest(l.dag, v.vanaf), $2::date) as schooldagen,
             exists (select from schoolvakantie h where h.zone = r.vakantiezone and $2::date between h.eerste_dag and h.laatste_dag) as vakantie) d
   where s.regio_id = $1 and ${LEVERT} and v.vanaf < 'infinity' and ($3::text[] is null or s.code = any ($3)))`;

const OPEN_UITSLAG = `uitslag as materialized (
  select k.school, k.schooljaar, count(*)::int as aantal from ${openUitslag('$2')}
     and k.regio_id = $1 and k.schooljaar = any ($6::int[]) and ($3::text[] is null or k.school = any ($3))
   group by k.school, k.schooljaar)`;

/**
 * Opens and closes what there is to say to schools. One cause is one signaal, also when the schooljaar turns meanwhile.
 * Binds: $1 regio, $2 date, $3 the schools or null for all, $4 now, $5 whether signalen may be opened, $6 the cohorts that
 * are followed. Gives how many were opened.
 */
export const WERK_BIJ = `
with ${STILTE},
${OPEN_UITSLAG},
grond as (
  select school, 'geenAanlevering' as soort, null::int as schooljaar, mag_openen from stilte where te_lang
   union all
  select school, 'uitslagOntbreekt', schooljaar, true from uitslag),
dicht as (
  update signaal x set gesloten_op = $4, sluitreden = case when ${LEVERT} then 'opgelost' else 'levertNiet' end
    from school s
   where x.regio_id = $1 and x.gesloten_op is null and x.school is not null and x.soort in ('geenAanlevering','uitslagOntbreekt')
     and s.regio_id = x.regio_id and s.code = x.school and ($3::text[] is null or x.school = any ($3))
     and not exists (select from grond g where g.school = x.school and g.soort = x.soort and coalesce(g.schooljaar, x.schooljaar) = x.schooljaar)),
nieuw as (
  insert into signaal (regio_id, school, schooljaar, soort, peildatum, geopend_op)
  select $1, g.school, coalesce(g.schooljaar, schooljaar_van($2::date)), g.soort, $2::date, $4 from grond g
   where $5 and g.mag_openen
     and not exists (select from signaal o where o.regio_id = $1 and o.school = g.school and o.soort = g.soort and o.gesloten_op is null
                        and coalesce(g.schooljaar, o.schooljaar) = o.schooljaar)
   order by g.school, g.soort
  on conflict (regio_id, school, schooljaar, soort) where gesloten_op is null and school is not null do nothing
  returning 1)
select count(*)::int as aantal from nieuw`;
