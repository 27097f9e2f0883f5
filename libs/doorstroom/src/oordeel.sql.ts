import type { Bereik } from './bereik.js';

// Order of the calendar; 0 is an event signaal.
const STAP = `case s.soort when 'geenAanmelding' then 1 when 'geenPlaatsing' then 2 when 'nietIngeschreven' then 3 when 'nietAangekomen' then 4 else 0 end`;

const OORDEEL = (bereik: Bereik['soort']): string => `oordeel as materialized (
  select v.*, (v.beoordeelde_vraag, v.beoordeeld_onderdrukt, v.beoordeeld_op_koers, v.beoordeeld_rang, v.beoordeeld_rood,
               v.beoordeeld_verouderd)
              is distinct from (v.vraag, v.onderdrukt, v.op_koers, v.rang, v.rood, v.verouderd) as anders
    from doorstroom_vraag($1, $2, $4::date, ${bereik === 'school' ? 'array[$3]' : 'null, $3::bigint[]'}) v)`;

// Written where it differs, and beside it what is open now.
const STAND = `geschreven as (
  update traject t set vraag = o.vraag, onderdrukt = o.onderdrukt, op_koers = o.op_koers, beoordeeld_rang = o.rang, beoordeeld_rood = o.rood,
         verouderd = o.verouderd
    from (select * from oordeel where anders) o where t.regio_id = $1 and t.id = o.traject_id),
-- whoever was on course when last judged, in a doelgroep and not because of a silent school, has no open signaal: that check
-- closed it
lopend as materialized (
  select s.id, o.traject_id, s.soort, s.stap, s.casusloos
    from oordeel o
   cross join lateral (
     select s.id, s.soort, ${STAP} as stap,
            not exists (select from casus c where c.regio_id = $1 and c.leerling_id = s.leerling_id and c.fase <> 'gesloten') as casusloos
       from signaal s where s.regio_id = $1 and s.traject_id = o.traject_id and s.gesloten_op is null offset 0) s
   where o.tekort or o.uitgevallen or not o.beoordeeld_op_koers or o.beoordeeld_onderdrukt in ('geenDoelgroep','verouderd')),
stand as (
  select o.*, l.casusloos,
         case o.signaal when 'geenAanmelding' then 1 when 'geenPlaatsing' then 2 when 'nietIngeschreven' then 3 when 'nietAangekomen' then 4 end as stap,
         coalesce(l.hoogste, 0) as hoogste, coalesce(l.uitval, false) as uitval_open,
         -- what still holds of the open event signalen
         o.tekort and coalesce(l.gebeurtenis, false) or o.uitgevallen and coalesce(l.uitval, false) as gebeurtenis_open
    from oordeel o
    left join (select traject_id, max(stap) as hoogste, bool_or(soort = 'uitgevallen') as uitval,
                      bool_or(stap = 0 and soort <> 'uitgevallen') as gebeurtenis, bool_or(casusloos) as casusloos
                 from lopend group by traject_id) l on l.traject_id = o.traject_id
   where o.tekort or o.uitgevallen or l.traject_id is not null)`;

// What must open and close.
const GEVOLG = `gebeurtenis as (
  select s.*, case
           when s.uitgevallen and not s.uitval_open then 'uitgevallen'
           when not s.tekort or s.gebeurtenis_open then null
           -- red that we see for the first time; on a first judgement only when it dates from after the first ask
           when s.rood and case when s.beoordeeld_rang is null then s.status_datum >= s.eerste_vanaf else not s.beoordeeld_rood end then s.status
           when not s.rood and s.beoordeeld_rang >= doorstroom_rang(s.vraag) then 'statusGedaald' end as gebeurd
    from stand s),
openen as (
  select traject_id, leerling_id, gebeurd as soort from gebeurtenis where gebeurd is not null
  union all
  select traject_id, leerling_id, signaal from gebeurtenis
   where tekort and stap > hoogste and not gebeurtenis_open and gebeurd is null),
sluiten as (
  select l.id, g.traject_id, g.leerling_id,
         case when g.tekort and l.stap > 0 then 'opgevolgd' when g.aangekomen then 'aangekomen' when g.bestemd then 'bestemd'
              else coalesce(g.onderdrukt, 'opgelost') end as reden
    from gebeurtenis g join lopend l on l.traject_id = g.traject_id
   -- that a school is silent is no reason to close
   where g.onderdrukt is distinct from 'verouderd'
     and case when l.soort = 'uitgevallen' then not g.uitgevallen
              when not g.tekort then true
              -- followed by a later step, or by the event that says more
              else l.stap > 0 and (l.stap < g.stap or g.gebeurtenis_open or g.gebeurd is not null) end),
gevolg as (
  select leerling_id as "leerlingId", traject_id as "trajectId", soort as openen, null::bigint as sluiten, null::text as reden from openen
  union all
  select leerling_id, traject_id, null, id, reden from sluiten
  union all
  select leerling_id, traject_id, null, null, null from stand where casusloos and onderdrukt is distinct from 'geenDoelgroep')
select (select count(*)::int from oordeel) as kandidaten,
       coalesce((select jsonb_agg(jsonb_build_object('leerlingId', "leerlingId"::text, 'trajectId', "trajectId"::text, 'openen', openen,
                                    'sluiten', sluiten::text, 'reden', reden) order by "leerlingId", openen, sluiten) from gevolg), '[]') as gevolgen`;

/**
 * Judges trajecten on a date: writes what was asked and whether it was met, and gives the signalen that must be opened and
 * closed for it (domain.md 3, «Signaleringskalender» and what follows it).
 *
 * One cause is one signaal: an event (a status that became red, a drop below the ask, leaving school) is a signaal at the
 * check that first sees it, compared with the rank of the check before (`beoordeeld_*`). While it holds the calendar raises
 * no signaal of its own, and one that was open gives way to it; a later step of the calendar replaces an earlier one (both
 * `opgevolgd`). When an event ends and the traject still falls short, the calendar raises its own again.
 * What was red before the first ask, or while the ask was suppressed, is no event: the calendar raises it when it asks.
 *
 * Binds: $1 regio, $2 schooljaar, $3 see Bereik, $4 date. One row: how many were judged, and what follows: `openen` a
 * soort, `sluiten` an id with its reason, or both null for a leerling whose signaal waits without a running casus.
 */
export function oordeelSql(bereik: Bereik['soort']): string {
  return `with ${OORDEEL(bereik)},\n${STAND},\n${GEVOLG}`;
}
