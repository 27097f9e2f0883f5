import type { Tx } from '#database';
import { doe } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';

/**
 * Diplomas: uitslag geslaagd, or a diplomadatum. Startkwalificatie: havo, vwo, or mbo niveau 2 and up (Wet educatie en
 * beroepsonderwijs art. 1.1.1). isk gives none. An uitslag that is taken back takes the diploma back that had no date.
 */
export async function werkDiplomasBij(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(tx, staat, TREK_IN, { vanaf: `${staat.inSeizoen ? staat.schooljaar : staat.schooljaar - 1}-08-01` });
  await doe(tx, staat, REIK_UIT);
}

const TREK_IN = `with weg as (
    delete from diploma g using leer_doel d, {{rij}} r
     where r.regel = d.regel and r.uitslag in ('afgewezen', 'herexamen', 'teruggetrokken') and r.diplomadatum is null
       and g.regio_id = :regio and g.leerling_id = d.leerling_id and g.onderwijssoort = r.onderwijssoort
       and g.leerweg is not distinct from r.leerweg and g.niveau is not distinct from r.niveau and g.datum_afgeleid and g.datum >= :vanaf
    returning g.leerling_id)
  insert into leer_gewijzigd select leerling_id from weg`;

const REIK_UIT = `with geschreven as (
    insert into diploma as g (regio_id, leerling_id, onderwijssoort, leerweg, niveau, datum, datum_afgeleid, startkwalificatie)
    select distinct on (d.leerling_id, r.onderwijssoort, r.leerweg, r.niveau)
           :regio, d.leerling_id, r.onderwijssoort, r.leerweg, r.niveau, coalesce(r.diplomadatum, :peildatum), r.diplomadatum is null,
           r.onderwijssoort in ('havo', 'vwo') or (r.onderwijssoort = 'vavo' and coalesce(r.leerweg in ('havo', 'vwo'), false))
             or (r.onderwijssoort = 'mbo' and coalesce(r.niveau >= 2, false))
      from leer_doel d join {{rij}} r on r.regel = d.regel
     where (r.uitslag = 'geslaagd' or r.diplomadatum is not null) and r.onderwijssoort <> 'isk'
     order by d.leerling_id, r.onderwijssoort, r.leerweg, r.niveau, r.diplomadatum nulls last
    on conflict (regio_id, leerling_id, onderwijssoort, leerweg, niveau) do update
       set datum = excluded.datum, datum_afgeleid = false
     where not excluded.datum_afgeleid and (g.datum <> excluded.datum or g.datum_afgeleid)
    returning g.leerling_id)
  insert into leer_gewijzigd select leerling_id from geschreven`;

/**
 * What a vo school knows of an application elsewhere. Of a school that delivers itself it counts for nothing (the row checks
 * warn about it). Of one source its newest delivery counts, whatever it dates; of two sources the newer status. It is evidence for the cohort of this year, else the last one that the leerling
 * was in.
 */
export async function werkEldersBij(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(tx, staat, ELDERS);
}

const LEVERT = `exists (select from school s where s.regio_id = :regio and s.levert and s.brin = left(r.aanmelding_brin, 4)
  and (s.geldig_tot is null or s.geldig_tot > :peildatum))`;

const ELDERS = `with opgave as (
    select distinct on (d.leerling_id, left(r.aanmelding_brin, 4)) d.leerling_id, left(r.aanmelding_brin, 4) as brin,
           r.aanmelding_opleidingscode as opleidingscode, r.aanmeldstatus as status, r.aanmeldstatus_datum as datum,
           coalesce((select max(e.schooljaar) from examenkandidatuur e where e.regio_id = :regio and e.leerling_id = d.leerling_id
                        and e.schooljaar <= :schooljaar), :schooljaar) as schooljaar
      from leer_doel d join {{rij}} r on r.regel = d.regel
     where r.aanmelding_brin is not null and r.aanmeldstatus is not null and not ${LEVERT}
     order by d.leerling_id, left(r.aanmelding_brin, 4), r.aanmeldstatus_datum desc nulls last, r.regel),
  geschreven as (
    insert into elders_aangemeld as e (regio_id, leerling_id, brin, schooljaar, bron_school, opleidingscode, status, status_datum,
      bron_aanlevering_id)
    select :regio, o.leerling_id, o.brin, o.schooljaar, :school, o.opleidingscode, o.status,
           coalesce(o.datum, case when b.status = o.status then b.status_datum else :peildatum::date end), :aanlevering
      from opgave o
      left join elders_aangemeld b on b.regio_id = :regio and b.leerling_id = o.leerling_id and b.brin = o.brin and b.schooljaar = o.schooljaar
    on conflict (regio_id, leerling_id, brin, schooljaar) do update
       set bron_school = excluded.bron_school, opleidingscode = coalesce(excluded.opleidingscode, e.opleidingscode),
           status = excluded.status, status_datum = excluded.status_datum, bron_aanlevering_id = excluded.bron_aanlevering_id
     where (excluded.bron_school = e.bron_school or excluded.status_datum > e.status_datum)
       and (e.status, e.status_datum, coalesce(excluded.opleidingscode, e.opleidingscode))
           is distinct from (excluded.status, excluded.status_datum, e.opleidingscode)
    returning e.leerling_id)
  insert into leer_gewijzigd select leerling_id from geschreven`;
