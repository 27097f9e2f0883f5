/**
 * What routing needs to know of each youngster.
 * @param basis query that gives leerling_id, casus_id, school, schooljaar, doelgroep, sinds, signalen; binds: $1 region,
 *   $3 peildatum
 */
export function invoerSql(basis: string): string {
  return `
with basis as materialized (${basis}),
starts as materialized (
  select school, schooljaar, eerste_lesdag_van($1, school, schooljaar + 1) as datum
    from (select distinct school, schooljaar from basis) x)
select b.leerling_id as "leerlingId", b.casus_id as "casusId", b.school, sch.naam as "schoolNaam",
       sch.gemeente as "schoolGemeente", w.code as woongemeente, coalesce(g.naam, 'gemeente ' || w.code) as "woongemeenteNaam",
       g.code is not null as "inRegio", b.doelgroep, k.onderwijssoort, b.signalen, b.schooljaar,
       case when $3::date < st.datum then 'voorStart' else 'naStart' end as periode, l.geboortedatum
  from basis b
  join leerling l on l.regio_id = $1 and l.id = b.leerling_id
  join school sch on sch.regio_id = $1 and sch.code = b.school
  join starts st on st.school = b.school and st.schooljaar = b.schooljaar
 cross join lateral (select coalesce(l.woongemeente, sch.gemeente) as code) w
  left join gemeente g on g.regio_id = $1 and g.code = w.code and g.geldig_van <= $3::date
        and (g.geldig_tot is null or g.geldig_tot > $3::date)
  left join lateral (
    select e.onderwijssoort from examenkandidatuur e
     where e.regio_id = $1 and e.leerling_id = b.leerling_id and e.schooljaar = b.schooljaar and e.school = b.school) k on true
 order by b.sinds, b.leerling_id`;
}

export const REGELS = `
select id, omschrijving, team, periode, school, woongemeente, doelgroep, onderwijssoort, signaal
  from routeringsregel
 where regio_id = $1 and geldig_van <= $2 and (geldig_tot is null or geldig_tot > $2)
 order by volgorde, geldig_van desc, id desc`;

// $3: who is about to stop, and so is nobody's colleague any more
export const TEAMS = `
select t.code, t.naam, coalesce(leden.lijst, '[]') as leden
  from team t
  left join lateral (
    select jsonb_agg(jsonb_build_object(
             'medewerkerId', m.id::text, 'naam', m.naam, 'capaciteit', m.fte * t.casussen_per_fte,
             'aanwezig', not exists (select from afwezigheid a where a.regio_id = m.regio_id and a.medewerker_id = m.id
                                        and a.van <= $2 and a.tot > $2),
             'heleRegio', bereik.hele_regio, 'gemeenten', bereik.gemeenten, 'scholen', bereik.scholen) order by m.id) as lijst
      from teamlid tl
      join medewerker m on m.regio_id = tl.regio_id and m.id = tl.medewerker_id and m.actief and m.id is distinct from $3::bigint
     cross join lateral (
       select coalesce(bool_or(r.hele_regio), false) as hele_regio,
              coalesce(jsonb_agg(distinct ge) filter (where ge is not null), '[]') as gemeenten,
              coalesce(jsonb_agg(distinct sc) filter (where sc is not null), '[]') as scholen
         from medewerker_rol r left join unnest(r.gemeenten) ge on true left join unnest(r.scholen) sc on true
        where r.regio_id = m.regio_id and r.medewerker_id = m.id
          and r.rol in ('doorstroomcoach', 'leerplichtambtenaar', 'generalist')) bereik
     where tl.regio_id = t.regio_id and tl.team = t.code) leden on true
 where t.regio_id = $1 and (t.geldig_tot is null or t.geldig_tot > $2)`;

// What was offered counts as well: who accepts it later may not be over capacity by it.
export const LASTEN = `
select m.id as "medewerkerId", (coalesce(c.aantal, 0) + coalesce(o.aantal, 0))::int as "openCasussen",
       coalesce(extract(epoch from m.laatst_toegewezen_op) * 1000000, 0)::float8 as "laatstToegewezen"
  from medewerker m
  left join (select verantwoordelijke_id, count(*) as aantal from casus where regio_id = $1 and loopt group by 1) c
         on c.verantwoordelijke_id = m.id
  left join (select naar_id, count(*) as aantal from overname where regio_id = $1 and open group by 1) o on o.naar_id = m.id
 where m.regio_id = $1 and m.actief`;

export const PROCESBEWAKER = `
select m.id, m.naam from regio r join medewerker m on m.regio_id = r.id and m.id = r.procesbewaker_id and m.actief
 where r.id = $1 and m.id is distinct from $2::bigint`;

// adding microseconds to a timestamp is exact, to_timestamp(float) is not
export const LAATST_TOEGEWEZEN = `
update medewerker m set laatst_toegewezen_op = timestamptz 'epoch' + n.us * interval '1 microsecond'
  from unnest($2::bigint[], $3::float8[]) as n (id, us) where m.regio_id = $1 and m.id = n.id`;

export const TOEWIJZINGEN = `
insert into toewijzing (regio_id, casus_id, medewerker_id, regel_id, regel_omschrijving, terugval, invoer, kandidaten, uitleg,
                        toegewezen_op, door, aanleiding, van_id, verdeling_id)
select $1, "casusId", "medewerkerId", "regelId", "regelOmschrijving", terugval, invoer, kandidaten, uitleg, $3, door, aanleiding, "vanId", "verdelingId"
  from jsonb_to_recordset($2::jsonb) as t ("casusId" bigint, "medewerkerId" bigint, "regelId" bigint, "regelOmschrijving" text,
       terugval text, invoer jsonb, kandidaten jsonb, uitleg text, door text, aanleiding text, "vanId" bigint, "verdelingId" bigint)
 order by "casusId"`;
