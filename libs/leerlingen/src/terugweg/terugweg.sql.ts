/** Binds of all but the first ones: $1 regio, $2 the steps that go. */

/** Binds: $1 regio, $2 aanlevering. Own steps only: a line that is read again later is no delivery. */
export const PLAATS = `
select (select s.aanlevering_id::text from verwerkstap s
         where s.regio_id = $1 and s.school = a.school and s.aanlevering_id = s.bron_id order by s.id desc limit 1) as laatste,
       not exists (select from verwerkstap s where s.regio_id = $1 and s.aanlevering_id = a.id and s.bron_id = a.id) as vergeten
  from aanlevering a where a.regio_id = $1 and a.id = $2`;

/** Binds: $1 regio, $2 aanlevering. */
export const STAPPEN = `select id::text as id from verwerkstap where regio_id = $1 and (aanlevering_id = $2 or bron_id = $2) order by id`;

/** Binds: $1 regio, $2 aanlevering. Candidacies move with deliveries of others: also who was one before. */
export const GERAAKTEN = `
with stap as (select id from verwerkstap where regio_id = $1 and (aanlevering_id = $2 or bron_id = $2)),
rij as (
  select leerling_id from inschrijving where regio_id = $1 and gemaakt_in in (select id from stap)
   union
  select leerling_id from examenkandidatuur where regio_id = $1 and gemaakt_in in (select id from stap)
   union
  select leerling_id from rijgeschiedenis where regio_id = $1 and stap in (select id from stap) and leerling_id is not null)
select distinct w.id::text as id from rij cross join lateral (values (rij.leerling_id), (huidige_leerling($1, rij.leerling_id))) w (id) where w.id is not null`;

export const TABELLEN = `
create temp table if not exists geraakt (leerling_id bigint primary key) on commit drop;
drop table if exists pg_temp.terug_inschrijving, pg_temp.terug_leerling, pg_temp.terug_geraakt;
create temp table terug_inschrijving (id bigint primary key, leerling_id bigint) on commit drop;
create temp table terug_leerling (id bigint primary key) on commit drop;
create temp table terug_geraakt (leerling_id bigint) on commit drop`;

// A row of a school that delivered whole since the step made it: that delivery holds it as well, or said that it is gone.
const BEVESTIGD = (
  rij: string,
): string => `exists (select from verwerkstap s where s.regio_id = $1 and s.school = ${rij}.school
  and s.volledig and s.id > ${rij}.gemaakt_in and s.id <> all ($2::bigint[]))`;

export const KIES_INSCHRIJVINGEN = `
insert into terug_inschrijving
select i.id, i.leerling_id from inschrijving i
 where i.regio_id = $1 and i.gemaakt_in = any ($2::bigint[]) and not ${BEVESTIGD('i')}
   and not exists (select from rijgeschiedenis h where h.regio_id = $1 and h.tabel = 'inschrijving' and h.stap <> all ($2::bigint[])
                      and h.sleutel = jsonb_build_object('id', i.id))`;

export const KIES_LEERLINGEN = `insert into terug_leerling select id from leerling where regio_id = $1 and gemaakt_in = any ($2::bigint[])`;

const NOTEER = 'insert into terug_geraakt select leerling_id from weg';

// Whoever stays keeps number and place at the school: delivered again, they must be found and not made twice.
const VAN_BEKENDE = 'not exists (select from terug_leerling l where l.id = t.leerling_id)';

export const BEWEREN: readonly string[] = [
  `with weg as (delete from examenkandidatuur t where t.regio_id = $1 and t.gemaakt_in = any ($2::bigint[]) and not ${BEVESTIGD('t')}
     returning t.leerling_id) ${NOTEER}`,
  `with weg as (delete from diploma where regio_id = $1 and gemaakt_in = any ($2::bigint[]) returning leerling_id) ${NOTEER}`,
  `with weg as (delete from elders_aangemeld where regio_id = $1 and gemaakt_in = any ($2::bigint[]) returning leerling_id) ${NOTEER}`,
  `with weg as (delete from leerling_pgn t where t.regio_id = $1 and t.gemaakt_in = any ($2::bigint[]) and ${VAN_BEKENDE}
     returning t.leerling_id) ${NOTEER}`,
  `with weg as (delete from schoolkoppeling t where t.regio_id = $1 and t.gemaakt_in = any ($2::bigint[]) and ${VAN_BEKENDE}
     and not ${BEVESTIGD('t')} returning t.leerling_id) ${NOTEER}`,
  `with weg as (delete from contact where regio_id = $1 and gemaakt_in = any ($2::bigint[]) returning leerling_id) ${NOTEER}`,
  `delete from school_stand where regio_id = $1 and gemaakt_in = any ($2::bigint[])`,
  // and what a merge took out beside a better one: taking that back may not bring it
  `delete from samenvoeging_rij r using samenvoeging s
    where r.regio_id = $1 and r.weg and (r.was ->> 'gemaakt_in')::bigint = any ($2::bigint[])
      and s.regio_id = $1 and s.id = r.samenvoeging_id and s.ongedaan_op is null`,
];

// A check took it as a fact that these rows were gone: they are not any more.
export const TERUGGEKEERD = `
update inschrijving i set afgeleide_status = null
  from rijgeschiedenis h
 where h.regio_id = $1 and h.stap = any ($2::bigint[]) and h.tabel = 'inschrijving' and h.oud -> 'verdwenen_op' = 'null'
   and i.regio_id = $1 and h.sleutel = jsonb_build_object('id', i.id) and i.afgeleide_status is not null
   and to_jsonb(i.verdwenen_op) = h.nieuw -> 'verdwenen_op'`;

/** Binds: $1 regio, $2 steps, $3 table. */
export const ZET_TERUG = `insert into terug_geraakt select zet_terug($1, $2::bigint[], $3)`;

// The candidate was merged by a person since: asked about who that is now, unless that pair was asked already. With who was
// asked about merged, the question is answered.
const OVER_WIE_NU_IS = `with nu as (
  select k.id, huidige_leerling($1, k.kandidaat_id) as kandidaat_id, v.samengevoegd_in is not null as beantwoord
    from koppelvoorstel k
    join leerling v on v.regio_id = $1 and v.id = k.leerling_id
    join leerling l on l.regio_id = $1 and l.id = k.kandidaat_id
   where k.regio_id = $1 and k.status = 'open' and (v.samengevoegd_in is not null or l.samengevoegd_in is not null) and $2::bigint[] is not null),
los as (
  select distinct on (k.leerling_id, n.kandidaat_id) k.id from nu n join koppelvoorstel k on k.regio_id = $1 and k.id = n.id
   where not n.beantwoord and n.kandidaat_id <> k.leerling_id and not exists (
     select from koppelvoorstel u where u.regio_id = $1
        and least(u.leerling_id, u.kandidaat_id) = least(k.leerling_id, n.kandidaat_id) and greatest(u.leerling_id, u.kandidaat_id) = greatest(k.leerling_id, n.kandidaat_id))
   order by k.leerling_id, n.kandidaat_id, k.id)
update koppelvoorstel k
   set kandidaat_id = case when l.id is null then k.kandidaat_id else n.kandidaat_id end, status = case when l.id is null then 'vervallen' else k.status end
  from nu n left join los l on l.id = n.id
 where k.regio_id = $1 and k.id = n.id`;

export const VRAGEN: readonly string[] = [OVER_WIE_NU_IS];

export const RIJEN: readonly string[] = [
  `update examenkandidatuur e set inschrijving_id = null from terug_inschrijving t
    where e.regio_id = $1 and e.inschrijving_id = t.id and $2::bigint[] is not null`,
  `insert into terug_geraakt select leerling_id from terug_inschrijving where $1::int is not null and $2::bigint[] is not null`,
  `delete from inschrijving i using terug_inschrijving t where i.regio_id = $1 and i.id = t.id and $2::bigint[] is not null`,
];

// A question that nobody answered keeps nobody here: it goes with one of the two.
const BLIJFT = `select from koppelvoorstel k where k.regio_id = $1 and k.status <> 'open' and t.id in (k.leerling_id, k.kandidaat_id)`;

export const MENSEN: readonly string[] = [
  `delete from terug_leerling t
    where t.id in (select in_gebruik($1, 'leerling', 'terug_leerling', array['leerling_pgn', 'schoolkoppeling', 'koppelvoorstel'])) or exists (${BLIJFT})
       or exists (select from schoolkoppeling k where k.regio_id = $1 and k.leerling_id = t.id and k.gemaakt_in <> all ($2::bigint[]))`,
  // Not answered yet, so nobody's decision. What the steps asked goes, but for who stays provisional because of others.
  `delete from koppelvoorstel k
    where k.regio_id = $1 and k.status = 'open'
      and (exists (select from terug_leerling t where t.id in (k.leerling_id, k.kandidaat_id))
        or k.aanlevering_id in (select bron_id from verwerkstap where regio_id = $1 and id = any ($2::bigint[]))
           and not exists (select from leerling l where l.regio_id = $1 and l.id = k.leerling_id and l.voorlopig))`,
  `with klaar as (
     update leerling l set voorlopig = false
      where l.regio_id = $1 and l.voorlopig and l.samengevoegd_in is null and $2::bigint[] is not null
        and l.id not in (select id from terug_leerling)
        and not exists (select from koppelvoorstel k where k.regio_id = $1 and k.leerling_id = l.id and k.status = 'open')
     returning l.id)
   insert into terug_geraakt select id from klaar`,
  `delete from leerling_pgn g using terug_leerling t where g.regio_id = $1 and g.leerling_id = t.id and $2::bigint[] is not null`,
  `delete from schoolkoppeling k using terug_leerling t where k.regio_id = $1 and k.leerling_id = t.id and $2::bigint[] is not null`,
  `delete from leerling l using terug_leerling t where l.regio_id = $1 and l.id = t.id and $2::bigint[] is not null`,
];

// Lines of a school that has delivered whole since are put aside by that delivery instead.
export const BUITEN_COHORT = `
with weg as (delete from buiten_cohort where regio_id = $1 and vervangen_in = any ($2::bigint[]) returning *)
insert into buiten_cohort as b (regio_id, emmer, aanlevering_id, school, vervangen_in, hashes, regels)
select $1, w.emmer, w.aanlevering_id, w.school, d.naar, array_agg(u.hash), array_agg(u.regel)
  from weg w
 cross join lateral (
   select coalesce(min(s.id), 0) as naar from verwerkstap s
    where s.regio_id = $1 and s.school = w.school and s.volledig and s.id > w.vervangen_in and s.id <> all ($2::bigint[])) d
 cross join lateral unnest(w.hashes, w.regels) as u (hash, regel)
 group by w.emmer, w.aanlevering_id, w.school, d.naar
on conflict (regio_id, emmer, aanlevering_id, vervangen_in) do update
   set hashes = b.hashes || excluded.hashes, regels = b.regels || excluded.regels`;

export const BESTAANDEN = `
insert into geraakt
select distinct t.leerling_id from terug_geraakt t
  join leerling l on l.regio_id = $1 and l.id = t.leerling_id
 where $2::bigint[] is not null and not exists (select from geraakt g where g.leerling_id = t.leerling_id)`;

export const KIJK_OPNIEUW = `
update inschrijving i set rij_hash = null
  from geraakt g
 where i.regio_id = $1 and i.leerling_id = g.leerling_id and i.rij_hash is not null
   and exists (select from verwerkstap s where s.regio_id = $1 and s.school = i.school and s.id > any ($2::bigint[]) and s.id <> all ($2::bigint[]))`;

// Fingerprints of lines have no history: what was undone is read in full the next time.
export const AFDRUKKEN = `
update inschrijving i set afdruk = null
 where i.regio_id = $1 and i.afdruk is not null
   and i.school in (select s.school from verwerkstap s where s.regio_id = $1 and s.id = any ($2::bigint[]))`;

/** Binds: $1 regio, $2 steps, $3 aanlevering. */
export const HERLEZEN = `
select bron_id::text as "aanleveringId", sum(nieuw)::int as nieuw, sum(quarantaine)::int as quarantaine from verwerkstap
 where regio_id = $1 and id = any ($2::bigint[]) and bron_id <> $3 group by bron_id`;

/** Binds: $1 regio, $2 today, $3 now. */
export const VERGEET: readonly string[] = [
  `delete from verwerkstap s using aanlevering a
    where s.regio_id = $1 and a.regio_id = $1 and a.id = s.aanlevering_id and a.verwerkt_op < bewaren_vanaf('upload', $2, $3)`,
  `delete from buiten_cohort b
    where b.regio_id = $1 and b.vervangen_in <> 0 and $2::date is not null and $3::timestamptz is not null
      and not exists (select from verwerkstap s where s.regio_id = $1 and s.id = b.vervangen_in)`,
];
