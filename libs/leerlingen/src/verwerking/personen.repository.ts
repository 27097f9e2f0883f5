import type { Tx } from '#database';
import { doe } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';

/**
 * Writes what the delivery says about known leerlingen. A school that writes an identity anew (other than it did before)
 * is the newest source; one that repeats itself changes nothing, and an older source only fills what is empty. So the
 * order in which files of one night come in makes no difference.
 */
export async function werkPersonenBij(tx: Tx, staat: Verwerkstaat): Promise<void> {
  await doe(tx, staat, NIEUWE_OPGAVEN);
  await doe(tx, staat, BIJWERKEN);
}

// behoud: rung 1 doubted this row, so another school's date of birth and surname stand; the exam school's own row decides.
const NIEUWE_OPGAVEN = `insert into leer_wijziging (nr, leerling_id, trede, behoud, nieuwste)
  select distinct on (k.leerling_id) p.nr, k.leerling_id, k.trede,
         coalesce(k.datum_anders or k.naam_anders, false) and not p.kandidaat and l.bron_school is distinct from :school as behoud,
         l.bron_op is null or (:peildatum::date, :school::text, p.leerlingnummer) >= (l.bron_op, l.bron_school, l.bron_leerlingnummer) as nieuwste
    from leer_koppel k
    join leer_persoon p on p.nr = k.nr
    join leerling l on l.regio_id = :regio and l.id = k.leerling_id
    left join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer
   where k.trede in (1, 2, 3) and (s.leerling_id is distinct from k.leerling_id or s.identiteit <> p.identiteit)
   order by k.leerling_id, p.leerlingnummer desc`;

const WAARDEN = [
  'achternaam',
  'voorvoegsel',
  'roepnaam',
  'geboortedatum',
  'geslacht',
  'postcode',
  'woongemeente',
  'woongemeente_afgeleid',
  'adres_geheim',
  'adres_geheim_bij',
  'achternaam_norm',
  'roepnaam_norm',
  'afgeleid',
  'bron_school',
  'bron_leerlingnummer',
  'bron_op',
];

// A secret address is safety: whoever says J counts whatever its age, says nothing changes nothing, and N takes back only
// the school's own J.
const GEHEIM_BIJ = `case when p.adres_geheim then array(select distinct u from unnest(l.adres_geheim_bij || :school::text) u order by u)
  when p.adres_geheim = false then array_remove(l.adres_geheim_bij, :school::text) else l.adres_geheim_bij end`;

const BIJWERKEN = `with doel as (
    select l.id, naam.*, post.*, bij.*, geheim.*, woon.*, w.trede = 3 or l.afgeleid as afgeleid,
           case when w.nieuwste then p.roepnaam else l.roepnaam end as roepnaam,
           case when w.nieuwste then p.roepnaam_norm else l.roepnaam_norm end as roepnaam_norm,
           case when w.nieuwste then :school else l.bron_school end as bron_school,
           case when w.nieuwste then p.leerlingnummer else l.bron_leerlingnummer end as bron_leerlingnummer,
           case when w.nieuwste then :peildatum::date else l.bron_op end as bron_op
      from leer_wijziging w
      join leer_persoon p on p.nr = w.nr
      join leerling l on l.regio_id = :regio and l.id = w.leerling_id
     cross join lateral (select
           case when w.nieuwste and not w.behoud then p.achternaam else l.achternaam end as achternaam,
           case when w.nieuwste and not w.behoud then p.voorvoegsel else l.voorvoegsel end as voorvoegsel,
           case when w.nieuwste and not w.behoud then p.achternaam_norm else l.achternaam_norm end as achternaam_norm,
           case when w.nieuwste and not w.behoud then p.geboortedatum else l.geboortedatum end as geboortedatum) naam
     cross join lateral (select
           case when w.nieuwste then coalesce(p.geslacht, l.geslacht) else coalesce(l.geslacht, p.geslacht) end as geslacht,
           case when w.nieuwste then coalesce(p.postcode, l.postcode) else coalesce(l.postcode, p.postcode) end as postcode) post
     cross join lateral (select ${GEHEIM_BIJ} as adres_geheim_bij) bij
     cross join lateral (select
           -- a J whose school was not kept is of whoever wrote the identity
           case when cardinality(bij.adres_geheim_bij) > 0 then true
                when p.adres_geheim = false and :school = coalesce(l.adres_geheim_bij[1], l.bron_school) then false
                else l.adres_geheim end as adres_geheim) geheim
     cross join lateral (select
           case when p.gemeentecode is not null and (w.nieuwste or l.woongemeente_afgeleid) then p.gemeentecode
                when l.woongemeente is null or (p.gemeentecode is null and l.woongemeente_afgeleid and p.kandidaat and w.nieuwste) then :gemeente
                else l.woongemeente end as woongemeente,
           case when p.gemeentecode is not null and (w.nieuwste or l.woongemeente_afgeleid) then false
                when l.woongemeente is null then true else l.woongemeente_afgeleid end as woongemeente_afgeleid) woon),
  geschreven as (
    update leerling l set ${WAARDEN.map((k) => `${k} = d.${k}`).join(', ')}
      from doel d
     where l.regio_id = :regio and l.id = d.id
       and (${WAARDEN.map((k) => `l.${k}`).join(', ')}) is distinct from (${WAARDEN.map((k) => `d.${k}`).join(', ')})
    returning l.id)
  insert into leer_gewijzigd select id from geschreven`;

/** Remembers under which number, and how, this school writes each leerling. A number that moved to somebody else moves. */
export async function bewaarKoppelingen(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const bestaand = `on conflict (regio_id, school, leerlingnummer) do update
       set leerling_id = excluded.leerling_id, identiteit = excluded.identiteit, sinds = excluded.sinds
     where s.leerling_id <> excluded.leerling_id or s.identiteit <> excluded.identiteit`;
  return doe(
    tx,
    staat,
    `insert into schoolkoppeling as s (regio_id, school, leerlingnummer, leerling_id, identiteit, sinds)
     select :regio, :school, p.leerlingnummer, k.leerling_id, p.identiteit, :peildatum
       from leer_koppel k join leer_persoon p on p.nr = k.nr where k.trede > 0
     ${staat.eerste ? '' : bestaand}`,
  );
}
