/**
 * Rung 4 of the matching ladder (domain.md 2, ADR 10): who may be whom. Three statements over everyone on whom rungs 1 to 3
 * could not decide: find candidates in narrow blocks, weigh them, keep the best.
 */

/** From this many points a person is asked. */
export const DREMPEL = 600;

// First sounds: two keep a typing error in a long name inside its block, and split a day's births by about thirty.
const SLEUTEL = 2;

const sleutel = (kolom: string): string => `naam_sleutel(${kolom}, ${SLEUTEL})`;

const KENMERKEN = `p.nr, p.leerlingnummer, p.achternaam_norm, p.achternaam, p.roepnaam_norm, p.roepnaam, p.geboortedatum, p.postcode,
  p.geslacht, p.pgn_hash, p.onderwijsnummer`;

/** Everyone whom no rung decided on, with the keys that blocks join on, and whose number theirs was before. */
export const OPEN = `create temp table leer_open on commit drop as
  select ${KENMERKEN}, p.pgn_hash is not null and not p.onderwijsnummer as heeft_bsn,
         ${sleutel('p.achternaam_norm')} as a, ${sleutel('p.roepnaam_norm')} as r, s.leerling_id as eerder_id
    from leer_persoon p
    left join schoolkoppeling s on s.regio_id = :regio and s.school = :school and s.leerlingnummer = p.leerlingnummer
   where not exists (select from leer_koppel k where k.nr = p.nr)`;

// Of each leerling the keys are made once, not once for each person of the same day.
const MET_SLEUTELS = `select l.regio_id, l.id, l.achternaam_norm, l.roepnaam_norm, l.geboortedatum, l.postcode,
           ${sleutel('l.achternaam_norm')} as a, ${sleutel('l.roepnaam_norm')} as r
    from leerling l`;

/** Who leerling `l` is today. */
export const OVERLEVENDE = `case when l.samengevoegd_in is null then l.id else huidige_leerling(:regio, l.id) end`;

/**
 * Whether leerling `l` is somebody of whom rows are known, who waits for an answer, or whom this step made. Of who was made by a delivery that was
 * undone, and stays since people or a check did something with it, nothing is: only its number finds it again, no likeness.
 */
export const IS_BEKEND = `(l.voorlopig or l.gemaakt_in = huidige_stap() or exists (
  select from inschrijving i where i.regio_id = :regio and i.leerling_id = ${OVERLEVENDE}))`;

// A record that was merged has the numbers of who is left.
const GEEN_BSN = `not exists (
  select from leerling_pgn g where g.regio_id = :regio and g.leerling_id = ${OVERLEVENDE} and g.huidig and not g.onderwijsnummer)`;

/** The leerlingen that somebody with a BSN may still be: those without one. */
export const ZONDER_BSN = `create temp table leer_zonder on commit drop as
  ${MET_SLEUTELS}
   where l.regio_id = :regio and ${GEEN_BSN}`;

/**
 * Whom the sieve over a file of many strangers must let through for rung 4 (`werk` is its list of rows): who has no BSN,
 * and who has one and a birthday or an address in common with a leerling that has none.
 */
export const KANS_OP_SCORE = `
  select leerlingnummer from werk where zonder_bsn
  union all
  select w.leerlingnummer from werk w where not w.zonder_bsn and w.geboortedatum in (select geboortedatum from zonder)
  union all
  select w.leerlingnummer from werk w where not w.zonder_bsn and w.postcode in (select postcode from zonder)`;

/** The leerlingen that KANS_OP_SCORE reads as `zonder`. */
export const KANS_ZONDER = `select distinct l.geboortedatum, l.postcode from leerling l where l.regio_id = :regio and ${GEEN_BSN}`;

const DAGEN =
  'select o.geboortedatum from leer_open o where not o.heeft_bsn union select v.variant from leer_variant v';

/** The leerlingen that share a day of birth, or one that is a typing error away, or an address with somebody in leer_open. */
export const SLEUTELS = `create temp table leer_sleutel on commit drop as
  ${MET_SLEUTELS}
   where l.regio_id = :regio and l.geboortedatum in (${DAGEN})
   union all
  ${MET_SLEUTELS}
   where l.regio_id = :regio and l.postcode in (select o.postcode from leer_open o where not o.heeft_bsn and o.postcode is not null)
     and (l.geboortedatum in (${DAGEN})) is not true`;

/** Dates of birth with one typing error, once for each date that occurs. */
export const VARIANTEN = `create temp table leer_variant on commit drop as
  select d.geboortedatum as datum, v as variant
    from (select distinct geboortedatum from leer_open) d cross join lateral datum_varianten(d.geboortedatum) v`;

// The blocks. Each joins on two things at once, so that the pairs grow with the number of persons, not with its square.
const opDag = (bron: string, links: string, rechts: string): string =>
  `select p.nr, l.id from leer_open p join ${bron} l
     on l.regio_id = :regio and l.geboortedatum = p.geboortedatum and l.${links} = p.${rechts}`;
const opAdres = (bron: string): string =>
  `select p.nr, l.id from leer_open p join ${bron} l on l.regio_id = :regio and l.postcode = p.postcode
      and (l.geboortedatum = p.geboortedatum or l.r = p.r or l.a = p.a)`;
const opVariant = (bron: string): string =>
  `select p.nr, l.id from leer_open p join leer_variant v on v.datum = p.geboortedatum
     join ${bron} l on l.regio_id = :regio and l.geboortedatum = v.variant and l.roepnaam_norm = p.roepnaam_norm
      and l.a = p.a`;

const blokken = (bron: string, wie: string): string =>
  [
    opDag(bron, 'r', 'r'),
    opDag(bron, 'a', 'a'),
    // surname and roepnaam changed places
    opDag(bron, 'a', 'r'),
    opAdres(bron),
    opVariant(bron),
  ]
    .map((blok) => `${blok} where ${wie}`)
    .join(' union all ');

// Another BSN is another person, unless all else is the same: then one of the numbers is wrong.
const ZELFDE_MET_ANDER_BSN = `select p.nr, l.id from leer_open p join leerling l on l.regio_id = :regio and l.geboortedatum = p.geboortedatum
   and l.roepnaam_norm = p.roepnaam_norm and l.achternaam_norm = p.achternaam_norm and l.postcode = p.postcode where p.heeft_bsn`;

/** All pairs worth weighing. `zonder`: whether there are leerlingen without a BSN at all, and leer_zonder holds them. */
export const paren = (zonder: boolean): string => `create temp table leer_paar on commit drop as
  select distinct nr, id as leerling_id from (${blokken('leer_sleutel', 'not p.heeft_bsn')}
    ${zonder ? `union all ${blokken('leer_zonder', 'p.heeft_bsn')}` : ''} union all ${ZELFDE_MET_ANDER_BSN}) x`;

/** The columns that a score looks at, of a table or alias. */
export const kenmerk = (t: string): string =>
  `row(${t}.achternaam_norm, ${t}.achternaam, ${t}.roepnaam_norm, ${t}.roepnaam, ${t}.geboortedatum, ${t}.postcode, ${t}.geslacht)::koppelkenmerk`;

/** Whether a row and a leerling, as it is today, have different numbers of one kind. */
export const ANDER_PGN = `(p.pgn_hash is not null and exists (select from leerling_pgn g where g.regio_id = :regio and g.leerling_id = ${OVERLEVENDE}
  and g.huidig and g.onderwijsnummer = p.onderwijsnummer and g.hash <> p.pgn_hash))`;

// Two numbers of one school that both stand in this file: the school says that they are two, and twins are alike. Of a
// file of changes the other number need not be there.
const NAAST_ELKAAR = `exists (
  select from schoolkoppeling s where s.regio_id = :regio and s.leerling_id = w.kandidaat_id and s.school = :school
     and s.leerlingnummer <> w.leerlingnummer
     and (:alles::boolean or s.leerlingnummer in (
       select r.leerlingnummer from {{rij}} r where r.leerlingnummer is not null union all select g.leerlingnummer from {{gelijk}} g)))`;

/** The best three of each, none far below the best. */
export const WEEG = `with gewogen as materialized (
    select q.nr, p.leerlingnummer, u.punten,
           ${OVERLEVENDE} as kandidaat_id
      from leer_paar q
      join leer_open p on p.nr = q.nr
      join leerling l on l.regio_id = :regio and l.id = q.leerling_id
     cross join lateral koppel_punten(${kenmerk('p')}, ${kenmerk('l')}, case when p.eerder_id = l.id then true end, ${ANDER_PGN}, :drempel) u (punten)
     where u.punten is not null and ${IS_BEKEND}),
  per_kandidaat as (
    select distinct on (nr, kandidaat_id) nr, kandidaat_id, punten, koppel_score(punten) as score
      from gewogen w where not ${NAAST_ELKAAR}
     order by nr, kandidaat_id, koppel_score(punten) desc)
  insert into leer_voorstel (nr, kandidaat_id, score, aanleiding, bewijs)
  select nr, kandidaat_id, score, 'score', koppel_bewijs(punten)
    from (select *, row_number() over (partition by nr order by score desc, kandidaat_id) as rang, max(score) over (partition by nr) as beste
            from per_kandidaat) x
   where rang <= 3 and score >= beste - 150`;
