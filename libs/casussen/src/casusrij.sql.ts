import type { Binds } from '#database';
import type { Datum } from '#kern';

/**
 * One casus as its page shows it (`CasusRij`).
 * @param zicht the columns reden and metNaam, for this asker
 * @param waar which casus, and that the asker may see it
 */
export function casusVraag(
  b: Binds,
  { regioId, vandaag, zicht, waar }: { regioId: number; vandaag: Datum; zicht: string; waar: string },
): string {
  const regio = `${b.bind(regioId)}::int`;
  const dag = `${b.bind(vandaag)}::date`;
  return `
select c.id, c.nummer, c.leerling_id as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam,
       l.geboortedatum, l.adres_geheim as "adresGeheim", c.school, sch.naam as "schoolNaam", c.doelgroep, c.fase,
       c.verantwoordelijke_id as "verantwoordelijkeId", m.naam as "verantwoordelijkeNaam", c.volgende_taak_id as "volgendeTaakId",
       c.geopend_op as "geopendOp", c.gesloten_op as "geslotenOp", c.uitkomst, c.versie,
       case when c.wakker_op > ${dag} and c.vervalt_op >= c.wakker_op then c.wacht_op end as "wachtOp", c.wakker_op as "wakkerOp",
       o.id as "opschortingId", o.van as "opschortingVan", o.tot as "opschortingTot", o.reden as "opschortingReden",
       make_date(schooljaar_van((l.geboortedatum + make_interval(years => wet.leerplicht_tot))::date) + 1, 8, 1) as "leerplichtigTot",
       case when not d.startkwalificatie and not d.vrijgesteld
            then (l.geboortedatum + make_interval(years => wet.kwalificatieplicht_tot))::date end as "kwalificatieplichtigTot",
       case when not d.startkwalificatie
            then (l.geboortedatum + make_interval(years => wet.doorstroompunt_tot))::date end as "doorstroompuntTot",
       c.woordvoerder_id as "woordvoerderId", w.naam as "woordvoerderNaam",
       coalesce(c.opgeschort_tot > ${dag}, false) as opgeschort,
       coalesce((select jsonb_agg(jsonb_build_object('soort', s.soort, 'schooljaar', s.schooljaar, 'geopendOp', s.geopend_op,
                 'geslotenOp', s.gesloten_op) order by s.id) from signaal s where s.regio_id = c.regio_id and s.casus_id = c.id), '[]') as signalen,
       coalesce((select jsonb_agg(jsonb_build_object('id', t.id::text, 'soort', t.soort, 'vervaltOp', t.vervalt_op,
                 'eigenaarId', t.eigenaar_id::text, 'eigenaarNaam', e.naam) order by t.vervalt_op, t.id)
                   from taak t left join medewerker e on e.regio_id = t.regio_id and e.id = t.eigenaar_id
                  where t.regio_id = c.regio_id and t.casus_id = c.id and t.toestand = 'open'), '[]') as taken,
       ${zicht}
  from casus c
  join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id
  join school sch on sch.regio_id = c.regio_id and sch.code = c.school
  left join medewerker m on m.regio_id = c.regio_id and m.id = c.verantwoordelijke_id
  left join medewerker w on w.regio_id = c.regio_id and w.id = c.woordvoerder_id
  join doelgroepen_op(${regio}, ${dag}) d on d.leerling_id = c.leerling_id
 cross join wet_op(${dag}) wet
  left join lateral (
    select o.id, o.van, o.tot, o.reden from opschorting o
     where o.regio_id = c.regio_id and o.taak_id = c.volgende_taak_id and o.tot > ${dag} order by o.tot desc limit 1) o on true
 where ${waar}`;
}
