import type { Tx } from '#database';
import type { PgnSleutels } from '../pgn-sleutels.js';
import { doe, vraag } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';

/**
 * Questions that answer themselves. A provisional leerling whose identity has become that of its candidate (rung 3), or
 * whose rows a PGN has given to somebody (rung 1), goes into that one, with all its rows; two who turn out to have
 * different numbers are two. So the order in which files come in makes no difference. Whoever is a candidate itself has
 * trajecten and casussen: those wait for a person.
 */
export async function neemEenduidigeWeg(tx: Tx, staat: Verwerkstaat, sleutels: PgnSleutels): Promise<void> {
  const [open] = await vraag(
    tx,
    staat,
    `select from koppelvoorstel where regio_id = :regio and status = 'open' limit 1`,
  );
  if (open === undefined) return;
  await doe(tx, staat, VERSCHILLENDE_NUMMERS, { nu: staat.nu });
  for (;;) {
    await doe(tx, staat, 'drop table if exists pg_temp.leer_een, pg_temp.leer_voorlopig');
    if ((await doe(tx, staat, VOORLOPIG)) === 0) return;
    await tx.query('analyze leer_voorlopig');
    if ((await doe(tx, staat, EENDUIDIG)) === 0) return;
    // Into somebody who goes into another in the same breath: then first that one.
    await doe(tx, staat, 'delete from leer_een e using leer_een f where f.id = e.blijft');
    if ((await vraag(tx, staat, 'select from leer_een limit 1')).length === 0) return;
    await verhuisPgn(tx, staat, sleutels);
    for (const stap of [...VERHUIS, ...VOLG]) await doe(tx, staat, stap, { nu: staat.nu });
  }
}

// Only what the question did not say yet: of two with different numbers and all else equal a person was asked knowingly.
const VERSCHILLENDE_NUMMERS = `with twee as (
    update koppelvoorstel k set status = 'vervallen', besloten_op = :nu
     where k.regio_id = :regio and k.status = 'open' and k.aanleiding = 'score'
       and k.bewijs @> '[{"veld": "pgn", "oordeel": "ontbreekt"}]'
       and exists (
         select from leerling_pgn a join leerling_pgn b on b.regio_id = a.regio_id and b.onderwijsnummer = a.onderwijsnummer
          where a.regio_id = :regio and a.leerling_id = k.leerling_id and a.huidig and b.leerling_id = k.kandidaat_id and b.huidig)
    returning k.id, k.leerling_id)
  update leerling l set voorlopig = false
   where l.regio_id = :regio and l.voorlopig and l.id in (select leerling_id from twee)
     and not exists (select from koppelvoorstel k where k.regio_id = :regio and k.leerling_id = l.id and k.status = 'open'
                        and k.id not in (select id from twee))`;

const ZONDER = (tabel: string): string =>
  `not exists (select from ${tabel} x where x.regio_id = :regio and x.leerling_id = v.id)`;

const ZELFDE = (l: string): string =>
  `${l}.geboortedatum = v.geboortedatum and ${l}.roepnaam_norm = v.roepnaam_norm and ${l}.postcode = v.postcode
   and naam_gelijk(v.achternaam_norm, v.achternaam, ${l}.achternaam_norm, ${l}.achternaam)`;

const ANDER_NUMMER = `exists (
  select from leerling_pgn a join leerling_pgn b on b.regio_id = a.regio_id and b.onderwijsnummer = a.onderwijsnummer
   where a.regio_id = :regio and a.leerling_id = v.id and a.huidig and b.leerling_id = l.id and b.huidig)`;

// Apart and with statistics: after a first delivery there are thousands, and the planner would expect a handful. For the
// same reason `is true`: it keeps the list of questions a list, where a join would go through it again for each leerling.
const VOORLOPIG = `create temp table leer_voorlopig on commit drop as
    select v.id, v.geboortedatum, v.roepnaam_norm, v.postcode, v.achternaam_norm, v.achternaam, v.bron_school, v.bron_leerlingnummer
      from leerling v
     where v.regio_id = :regio and v.voorlopig and v.samengevoegd_in is null and ${ZONDER('examenkandidatuur')}
       and (v.id in (select k.leerling_id from koppelvoorstel k where k.regio_id = :regio and k.status = 'open')) is true`;

// pgn_telt: the number belongs to who is left. A school that takes another number back did not mean it: kept as an alias it
// would link whose it really is.
const EENDUIDIG = `create temp table leer_een on commit drop as
  with gelijk as (
    select v.id, l.id as blijft, true as pgn_telt
      from leer_voorlopig v
      join koppelvoorstel k on k.regio_id = :regio and k.leerling_id = v.id and k.status = 'open' and k.aanleiding = 'score'
      join leerling l on l.regio_id = :regio and l.id = k.kandidaat_id and l.samengevoegd_in is null and ${ZELFDE('l')}
     where not ${ANDER_NUMMER}
       and not exists (select from leerling a where a.regio_id = :regio and ${ZELFDE('a')} and a.samengevoegd_in is null and a.id not in (v.id, l.id))),
  genummerd as (
    select v.id, k.leerling_id, true
      from leer_voorlopig v
      join leerling_pgn g on g.regio_id = :regio and g.leerling_id = v.id
      join leer_persoon p on p.pgn_hash = g.hash
      join leer_koppel k on k.nr = p.nr and k.trede > 0
      join koppelvoorstel o on o.regio_id = :regio and o.leerling_id = v.id and o.kandidaat_id = k.leerling_id and o.status = 'open'),
  verhuisd (id, blijft, pgn_telt) as (
    select v.id, l.id, not ${ANDER_NUMMER}
      from leer_voorlopig v join leer_doel d on d.oud_leerling_id = v.id and d.leerling_id <> v.id
      join leerling l on l.regio_id = :regio and l.id = d.leerling_id
     where ${ZONDER('inschrijving')} and ${ZONDER('schoolkoppeling')}),
  ingetrokken as (
    select v.id, k.leerling_id, coalesce(p.pgn_hash in (select g.hash from leerling_pgn g where g.regio_id = :regio and g.leerling_id = v.id), false)
      from leer_voorlopig v
      join leer_persoon p on v.bron_school = :school and p.leerlingnummer = v.bron_leerlingnummer
      join leer_koppel k on k.nr = p.nr and k.trede > 0
      join koppelvoorstel o on o.regio_id = :regio and o.leerling_id = v.id and o.kandidaat_id = k.leerling_id and o.status = 'open'
     where ${ZONDER('inschrijving')} and ${ZONDER('schoolkoppeling')} and v.id not in (select id from verhuisd))
  select distinct on (id) id, blijft, pgn_telt
    from (select * from gelijk union all select * from genummerd union all select * from verhuisd union all select * from ingetrokken) x order by id, blijft`;

// One source is newer than another by its date, its school, its number: as when each row had come by itself.
const NIEUWER = '(v.bron_op, v.bron_school, v.bron_leerlingnummer) > (l.bron_op, l.bron_school, l.bron_leerlingnummer)';
const nieuwste = (kolommen: readonly string[]): string =>
  kolommen.map((k) => `${k} = case when ${NIEUWER} then v.${k} else l.${k} end`).join(', ');
const gevuld = (kolom: string): string =>
  `${kolom} = case when ${NIEUWER} then coalesce(v.${kolom}, l.${kolom}) else coalesce(l.${kolom}, v.${kolom}) end`;

const NAMEN = ['achternaam', 'voorvoegsel', 'roepnaam', 'geboortedatum', 'achternaam_norm', 'roepnaam_norm'];
const BRON = ['bron_school', 'bron_leerlingnummer', 'bron_op'];

const VERHUIS = [
  `update leerling l set ${nieuwste([...NAMEN, ...BRON])}, ${gevuld('geslacht')}, ${gevuld('postcode')}, afgeleid = true,
          woongemeente = case when not v.woongemeente_afgeleid and (${NIEUWER} or l.woongemeente_afgeleid) then v.woongemeente else l.woongemeente end,
          woongemeente_afgeleid = l.woongemeente_afgeleid and v.woongemeente_afgeleid, adres_geheim = l.adres_geheim or v.adres_geheim,
          adres_geheim_bij = array(select distinct u from unnest(l.adres_geheim_bij || v.adres_geheim_bij) u order by u)
     from leer_een e join leerling v on v.regio_id = :regio and v.id = e.id
    where l.regio_id = :regio and l.id = e.blijft and exists (select from schoolkoppeling s where s.regio_id = :regio and s.leerling_id = v.id)`,
  'update schoolkoppeling s set leerling_id = e.blijft from leer_een e where s.regio_id = :regio and s.leerling_id = e.id',
  'update inschrijving i set leerling_id = e.blijft from leer_een e where i.regio_id = :regio and i.leerling_id = e.id',
  `update diploma d set leerling_id = e.blijft from leer_een e where d.regio_id = :regio and d.leerling_id = e.id and not exists (
     select from diploma b where b.regio_id = :regio and b.leerling_id = e.blijft and b.onderwijssoort = d.onderwijssoort
        and b.leerweg is not distinct from d.leerweg and b.niveau is not distinct from d.niveau)`,
  `update elders_aangemeld a set leerling_id = e.blijft from leer_een e where a.regio_id = :regio and a.leerling_id = e.id and not exists (
     select from elders_aangemeld b where b.regio_id = :regio and b.leerling_id = e.blijft and b.brin = a.brin and b.schooljaar = a.schooljaar)`,
  `update koppelvoorstel k set status = 'vervallen', besloten_op = :nu from leer_een e
    where k.regio_id = :regio and k.leerling_id = e.id and k.status = 'open'`,
  'update leerling v set samengevoegd_in = e.blijft from leer_een e where v.regio_id = :regio and v.id = e.id',
  'insert into leer_gewijzigd select blijft from leer_een union all select id from leer_een',
];

const PAAR = (t: string): string =>
  `least(${t}.leerling_id, ${t}.kandidaat_id), greatest(${t}.leerling_id, ${t}.kandidaat_id)`;

/** What else points at the one that is only a reference now: what this delivery still writes, and what was asked about it. */
const VOLG = [
  'update leer_doel d set leerling_id = e.blijft from leer_een e where d.leerling_id = e.id',
  'update leer_koppel k set leerling_id = e.blijft from leer_een e where k.leerling_id = e.id',
  // Questions and answers are about who is left, once for each pair; what cannot be asked any more lapses.
  `with wijst as (
     select k.id, k.status, coalesce(a.blijft, k.leerling_id) as leerling_id, coalesce(b.blijft, k.kandidaat_id) as kandidaat_id
       from koppelvoorstel k left join leer_een a on a.id = k.leerling_id left join leer_een b on b.id = k.kandidaat_id
      where k.regio_id = :regio and k.status in ('open', 'verschillend') and (a.id is not null or b.id is not null)),
   nieuw as (
     select distinct on (${PAAR('w')}) w.* from wijst w
      where w.leerling_id <> w.kandidaat_id
        and not exists (select from koppelvoorstel u where u.regio_id = :regio and (${PAAR('u')}) = (${PAAR('w')}))
      order by ${PAAR('w')}, w.status = 'open', w.id)
   update koppelvoorstel k set leerling_id = coalesce(n.leerling_id, k.leerling_id), kandidaat_id = coalesce(n.kandidaat_id, k.kandidaat_id),
          status = case when n.id is null then 'vervallen' else k.status end,
          besloten_op = case when n.id is null then :nu else k.besloten_op end
     from wijst w left join nieuw n on n.id = w.id
    where k.regio_id = :regio and k.id = w.id and (n.id is not null or k.status = 'open')`,
  `update leerling l set voorlopig = false from koppelvoorstel k join leer_een e on e.id = k.kandidaat_id
    where k.regio_id = :regio and k.status = 'vervallen' and k.besloten_op = :nu and l.regio_id = :regio and l.id = k.leerling_id
      and l.voorlopig and l.samengevoegd_in is null
      and not exists (select from koppelvoorstel o where o.regio_id = :regio and o.leerling_id = l.id and o.status = 'open')`,
];

interface Nummer {
  hash: string;
  van: string;
  naar: string;
  waarde: Buffer;
  telt: boolean;
  huidig: boolean;
}

/** The ciphertext is bound to its leerling, so a number that moves is encrypted anew. */
async function verhuisPgn(tx: Tx, staat: Verwerkstaat, sleutels: PgnSleutels): Promise<void> {
  const nummers = await vraag<Nummer>(
    tx,
    staat,
    `select encode(g.hash, 'hex') as hash, e.id as van, e.blijft as naar, g.waarde, e.pgn_telt as telt,
            g.huidig and not exists (select from leerling_pgn b where b.regio_id = :regio and b.leerling_id = e.blijft and b.huidig
                                        and (g.onderwijsnummer or not b.onderwijsnummer)) as huidig
       from leer_een e join leerling_pgn g on g.regio_id = :regio and g.leerling_id = e.id`,
  );
  const blijvend = nummers
    .filter((n) => n.telt)
    .map((n) => ({
      ...{ hash: n.hash, naar: n.naar, huidig: n.huidig },
      waarde: sleutels
        .versleutel(sleutels.ontsleutel(n.waarde, n.van, staat.regioId), n.naar, staat.regioId)
        .toString('hex'),
    }));
  await doe(
    tx,
    staat,
    `delete from leerling_pgn g using leer_een e where g.regio_id = :regio and g.leerling_id = e.id and not e.pgn_telt`,
  );
  if (blijvend.length === 0) return;
  const lijst = `json_to_recordset(:nummers) as n (hash text, naar bigint, huidig boolean, waarde text)`;
  const binds = { nummers: JSON.stringify(blijvend) };
  await doe(
    tx,
    staat,
    `update leerling_pgn b set huidig = false from ${lijst} where n.huidig and b.regio_id = :regio and b.leerling_id = n.naar and b.huidig`,
    binds,
  );
  await doe(
    tx,
    staat,
    `update leerling_pgn g set leerling_id = n.naar, waarde = decode(n.waarde, 'hex'), huidig = n.huidig
       from ${lijst} where g.regio_id = :regio and g.hash = decode(n.hash, 'hex')`,
    binds,
  );
}
