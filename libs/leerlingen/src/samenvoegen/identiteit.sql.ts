import type { Hangtabel } from './hangtabel.js';

/** The two leerlingen themselves: nothing moves, but what the merge writes in them is remembered. Kept whole (`afgeleid`). */
export const LEERLING: Hangtabel = {
  ...{ tabel: 'leerling', sleutel: ['id'], kolom: null, waar: 't.id in (:blijft, :vervalt)', afgeleid: [] },
};

const NAAM = ['achternaam', 'voorvoegsel', 'achternaam_norm', 'geboortedatum'];
const ROEPNAAM = ['roepnaam', 'roepnaam_norm', 'bron_school', 'bron_leerlingnummer', 'bron_op'];
const WONEN = [
  'geslacht',
  'postcode',
  'woongemeente',
  'woongemeente_afgeleid',
  'adres_geheim',
  'adres_geheim_bij',
  'overleden_op',
];
const IDENTITEIT = [...NAAM, ...ROEPNAAM, ...WONEN];

const als = (voorwaarde: string, kolommen: readonly string[]): string =>
  kolommen.map((k) => `${k} = case when ${voorwaarde} then v.${k} else s.${k} end`).join(', ');

const KANDIDAAT = (wie: string): string =>
  `exists (select from examenkandidatuur e where e.regio_id = :regio and e.leerling_id = ${wie})`;

/**
 * Who goes on takes over the newest identity, as a delivery would have written it (verwerking/personen.repository): a name and
 * date of birth of who is no candidate never replace a candidate's; a secret address stays secret.
 */
export const NEEM_IDENTITEIT_OVER = `
update leerling s
   set ${als('n.nieuwer and not n.behoud', NAAM)}, ${als('n.nieuwer', ROEPNAAM)},
       geslacht = case when n.nieuwer then coalesce(v.geslacht, s.geslacht) else coalesce(s.geslacht, v.geslacht) end,
       postcode = case when n.nieuwer then coalesce(v.postcode, s.postcode) else coalesce(s.postcode, v.postcode) end,
       ${als('n.woont', ['woongemeente', 'woongemeente_afgeleid'])},
       adres_geheim = s.adres_geheim or v.adres_geheim,
       adres_geheim_bij = array(select distinct u from unnest(s.adres_geheim_bij || v.adres_geheim_bij) u order by u),
       overleden_op = coalesce(s.overleden_op, v.overleden_op), afgeleid = s.afgeleid or v.afgeleid, voorlopig = false
  from leerling v
 cross join lateral (
   select x.*, not v.woongemeente_afgeleid and (x.nieuwer or o.woongemeente_afgeleid) as woont
     from leerling o
    cross join lateral (select
      v.bron_op is not null and (o.bron_op is null or (v.bron_op, v.bron_school, v.bron_leerlingnummer) > (o.bron_op, o.bron_school, o.bron_leerlingnummer)) as nieuwer,
      ${KANDIDAAT(':blijft')} and not ${KANDIDAAT(':vervalt')} as behoud) x
    where o.regio_id = :regio and o.id = :blijft) n
 where s.regio_id = :regio and s.id = :blijft and v.regio_id = :regio and v.id = :vervalt`;

export const VERWIJS = `update leerling set samengevoegd_in = :blijft, voorlopig = false where regio_id = :regio and id = :vervalt`;

/**
 * Before undoing: an identity that a school wrote since, about the one that was merged, goes along with that one; who went on
 * gets its own back, and keeps a secret address that its own school asked for.
 */
export const GEEF_IDENTITEIT_TERUG = `
with bron as (
  select s.*, q.was from leerling s
    join samenvoeging_rij q on q.regio_id = :regio and q.samenvoeging_id = :samenvoeging and q.tabel = 'leerling' and q.sleutel = jsonb_build_object('id', s.id)
   cross join lateral jsonb_populate_record(null::leerling, q.werd) w
   where s.regio_id = :regio and s.id = :blijft
     and (${IDENTITEIT.map((k) => `s.${k}`).join(', ')}) is distinct from (${IDENTITEIT.map((k) => `w.${k}`).join(', ')})
     and exists (select from schoolkoppeling k where k.regio_id = :regio and k.leerling_id = :vervalt
                    and k.school = s.bron_school and k.leerlingnummer = s.bron_leerlingnummer)),
naar as (
  update leerling v set ${IDENTITEIT.map((k) => `${k} = b.${k}`).join(', ')} from bron b where v.regio_id = :regio and v.id = :vervalt)
update leerling s
   set ${IDENTITEIT.filter((k) => !k.startsWith('adres'))
     .map((k) => `${k} = w.${k}`)
     .join(', ')},
       adres_geheim = w.adres_geheim or cardinality(e.bij) > 0, adres_geheim_bij = e.bij
  from bron b
 cross join lateral jsonb_populate_record(null::leerling, b.was) w
 cross join lateral (
   select array(select distinct u from unnest(b.adres_geheim_bij) u
                 where u = any (w.adres_geheim_bij) or exists (select from schoolkoppeling k where k.regio_id = :regio and k.leerling_id = :blijft and k.school = u)
                 order by u) as bij) e
 where s.regio_id = :regio and s.id = :blijft`;
