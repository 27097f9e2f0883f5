import { kolomVan, VERSIE, type Hangtabel } from './hangtabel.js';

/** Every statement of the book of a merge, made from a Hangtabel. See `binden` for the binds. */
const BEIDE = '(:blijft, :vervalt)';

const RIJEN = (h: Hangtabel): string =>
  `r.regio_id = :regio and r.samenvoeging_id = :samenvoeging and r.tabel = '${h.tabel}'`;

function hangt(h: Hangtabel): string {
  const kolom = kolomVan(h);
  const waar = h.waar ?? (kolom === null ? 'false' : `t.${kolom} in ${BEIDE}`);
  return `t.regio_id = :regio and (${waar})`;
}

const sleutelVan = (h: Hangtabel, t: string): string => {
  const kolommen = h.perLeerling === true ? ['leerling_id', ...h.sleutel] : h.sleutel;
  return `jsonb_build_object(${kolommen.map((k) => `'${k}', ${t}.${k}`).join(', ')})`;
};

const inhoud = (h: Hangtabel): string =>
  [VERSIE, ...(h.geheim ?? [])].reduce((json, k) => `${json} - '${k}'`, 'to_jsonb(t)');

/** The row t that a remembered row (as record p) is now; of a table per leerling that is the one of who goes on. */
function nu(h: Hangtabel, p: string): string {
  const eigen = h.sleutel.map((k) => `t.${k} = ${p}.${k}`);
  return ['t.regio_id = :regio', ...(h.perLeerling === true ? ['t.leerling_id = :blijft'] : []), ...eigen].join(
    ' and ',
  );
}

const alsRij = (h: Hangtabel, json: string, naam: string): string =>
  `cross join lateral jsonb_populate_record(null::${h.tabel}, ${json}) ${naam}`;

export const onthoudSql = (h: Hangtabel): string => `
insert into samenvoeging_rij (regio_id, samenvoeging_id, tabel, sleutel, was)
select :regio, :samenvoeging, '${h.tabel}', ${sleutelVan(h, 't')}, ${inhoud(h)} from ${h.tabel} t where ${hangt(h)}`;

/** The pairs of which only the better one can stay. */
export function parenSql(h: Hangtabel, { op, beter }: { op: readonly string[]; beter: string }): string {
  return `with rij as (
    select t.*, row_number() over (partition by ${op.map((k) => `t.${k}`).join(', ')} order by ${beter}, t.leerling_id = :blijft desc) as plaats
      from ${h.tabel} t where ${hangt(h)})
  select ${sleutelVan(h, 'a')} as weg, ${sleutelVan(h, 'b')} as houd
    from rij a join rij b on ${op.map((k) => `a.${k} is not distinct from b.${k}`).join(' and ')} and b.plaats = 1
   where a.plaats > 1`;
}

const gelijk = (h: Hangtabel, t: string, kant: 'weg' | 'houd'): string =>
  `${t}.regio_id = :regio and ${sleutelVan(h, t)} = :extra -> '${kant}' and ${t}.${kolomVan(h) ?? 'id'} in ${BEIDE}`;

/** What the better one of a pair takes from the other; null when it takes nothing. */
export function vulSql(h: Hangtabel, vult: readonly (readonly [string, ...string[]])[]): string {
  const zet = vult.flatMap((groep) =>
    groep.map((k) => `${k} = case when t.${groep[0]} is null then a.${k} else t.${k} end`),
  );
  return `update ${h.tabel} t set ${zet.join(', ')}
    from ${h.tabel} a where ${gelijk(h, 't', 'houd')} and ${gelijk(h, 'a', 'weg')}`;
}

export const wijsOmSql = (verwijzer: { tabel: string; kolom: string }): string =>
  `update ${verwijzer.tabel} t set ${verwijzer.kolom} = (:extra -> 'houd' ->> 'id')::bigint
    where t.regio_id = :regio and t.${verwijzer.kolom} = (:extra -> 'weg' ->> 'id')::bigint`;

export const neemWegSql = (h: Hangtabel): string => `
with weg as (delete from ${h.tabel} t where ${gelijk(h, 't', 'weg')})
update samenvoeging_rij r set weg = true where ${RIJEN(h)} and r.sleutel = :extra -> 'weg'`;

export const verplaatsSql = (h: Hangtabel, kolom: string): string =>
  `update ${h.tabel} t set ${kolom} = :blijft where t.regio_id = :regio and t.${kolom} = :vervalt`;

export const naSql = (h: Hangtabel): string => `
update samenvoeging_rij r set werd = ${inhoud(h)}
  from ${h.tabel} t, samenvoeging_rij x ${alsRij(h, 'x.sleutel', 'p')}
 where ${RIJEN(h)} and not r.weg and x.regio_id = r.regio_id and x.samenvoeging_id = r.samenvoeging_id and x.tabel = r.tabel
   and x.sleutel = r.sleutel and ${nu(h, 'p')}`;

export const gingMeeSql = (h: Hangtabel): string =>
  `update samenvoeging_rij r set weg = true
    where ${RIJEN(h)} and r.was is not null
      and not exists (select from ${h.tabel} t, jsonb_populate_record(null::${h.tabel}, r.sleutel) p where ${nu(h, 'p')})`;

export const vergeetGelijkeSql = (h: Hangtabel): string =>
  `update samenvoeging_rij r set was = null, werd = null where ${RIJEN(h)} and not r.weg and r.was = r.werd`;

/** What column k of a row was; null when it names a row that is gone since. */
function toen(h: Hangtabel, k: string): string {
  const tabel = h.verwijst?.[k];
  return tabel === undefined ? `p.${k}` : `(select x.id from ${tabel} x where x.regio_id = :regio and x.id = p.${k})`;
}

/**
 * Brings back what the merge changed, in the columns that nobody changed since. First the rows that go back to the other
 * leerling, then the rest: one unique key never meets the other half.
 */
export function zetTerugSql(h: Hangtabel, kolommen: readonly string[], verhuist: boolean): string {
  const afgeleid = new Set(h.afgeleid);
  const zet = kolommen
    .filter((k) => !h.sleutel.includes(k))
    .map((k) =>
      afgeleid.has(k)
        ? `${k} = ${toen(h, k)}`
        : `${k} = case when p.${k} is distinct from q.${k} and t.${k} is not distinct from q.${k} then ${toen(h, k)} else t.${k} end`,
    );
  const kolom = kolomVan(h);
  const weg = kolom === null ? 'false' : `p.${kolom} is distinct from q.${kolom}`;
  const bezet = verhuist || h.bezet === undefined ? '' : ` and not (${h.bezet})`;
  const tenzij = (h.tenzij ?? []).map((k) => ` and t.${k} is not distinct from q.${k}`).join('');
  return `update ${h.tabel} t set ${zet.join(', ')}
    from samenvoeging_rij r ${alsRij(h, 'r.was', 'p')} ${alsRij(h, 'r.werd', 'q')}
   where ${RIJEN(h)} and r.was is not null and not r.weg and ${nu(h, 'q')} and (${weg}) = ${verhuist}${tenzij}${bezet}`;
}

/** Brings back the rows that the merge took out; what went with another row only when that one is back. */
export const herstelWegSql = (h: Hangtabel, kolommen: readonly string[]): string => `
insert into ${h.tabel} (${kolommen.join(', ')})
select ${kolommen.map((k) => toen(h, k)).join(', ')} from samenvoeging_rij r ${alsRij(h, 'r.was', 'p')} where ${RIJEN(h)} and r.weg
${h.gaatMee === undefined ? '' : `and exists (select from ${h.gaatMee.tabel} x where x.regio_id = :regio and x.id = p.${h.gaatMee.kolom})`}
on conflict do nothing`;

/** Rows that came since the merge and are of the one that was merged. */
export function verdeelLatereSql(h: Hangtabel, kolom: string, later: string): string {
  const bezet = (h.uniek?.op ?? []).map((k) => ` and u.${k} is not distinct from t.${k}`).join('');
  return `update ${h.tabel} t set ${kolom} = :vervalt
   where t.regio_id = :regio and t.${kolom} = :blijft and (${later}) and ${nieuwSql(h)}
   ${bezet === '' ? '' : `and not exists (select from ${h.tabel} u where u.regio_id = :regio and u.${kolom} = :vervalt${bezet})`}`;
}

/** That a row t came since the merge. */
export function nieuwSql(h: Hangtabel): string {
  const [hier, daar] =
    h.perLeerling === true
      ? [`${sleutelVan(h, 't')} - 'leerling_id'`, `r.sleutel - 'leerling_id'`]
      : [sleutelVan(h, 't'), 'r.sleutel'];
  return `not exists (select from samenvoeging_rij r where ${RIJEN(h)} and ${daar} = ${hier})`;
}

/** The columns that can be written. */
export const KOLOMMEN = `
select attname as naam from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
