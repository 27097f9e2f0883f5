import type { Kopregel } from '../lezer/kopregel.js';
import { ruwe } from './waarden.sql.js';

export function afdrukTabel(naam: string): string {
  return `create unlogged table ${naam} (regel int not null, afdruk bigint)`;
}

export function kopieerAfdruk(naam: string): string {
  return `copy ${naam} (regel, afdruk) from stdin with (format binary, freeze)`;
}

/**
 * Lines that stand in the file exactly as they did when their row was taken over, without a finding. Of a line that stands
 * there twice only the first counts as such; a row that vanished, was refused or must be looked at again is none. Binds: $1 region, $2 school.
 */
export function vindGelijke(afdruk: string, gelijk: string): string {
  return `create unlogged table ${gelijk} as
  select a.regel, i.id as inschrijving_id, i.leerlingnummer, i.rijsleutel, i.onderwijssoort
    from (select afdruk, min(regel) as regel from ${afdruk} where afdruk is not null group by afdruk) a
    join inschrijving i on i.regio_id = $1 and i.school = $2 and i.afdruk = a.afdruk and i.rij_hash is not null and i.verdwenen_op is null and not i.niet_bevestigd`;
}

/** What this school has and does not stand in the file as it was. Binds: $1 region, $2 school. */
export function vindRest(gelijk: string, rest: string): string {
  return `create unlogged table ${rest} as
  select i.id as inschrijving_id from inschrijving i
   where i.regio_id = $1 and i.school = $2 and i.verdwenen_op is null and not exists (select from ${gelijk} g where g.inschrijving_id = i.id)`;
}

/** The lines that are left to read, none at all when there are more than $1. */
export function vindAndere(afdruk: string, gelijk: string): string {
  return `select (select count(*) from ${gelijk})::int as gelijk, case when count(*) <= $1 then coalesce(array_agg(a.regel), '{}') end as anders
  from ${afdruk} a where not exists (select from ${gelijk} g where g.regel = a.regel)`;
}

/**
 * Equal lines of a leerlingnummer or an aanmeldingId that stands in a changed line as well: the checks across rows need
 * them side by side. Moves them from the equal ones to the rest and gives them.
 */
export function neemVerwante(ruw: string, gelijk: string, rest: string, kop: Kopregel): string {
  const kolom = (naam: string): string | null => {
    const plaats = kop.kolommen.findIndex((k) => k.naam === naam);
    const gevonden = kop.kolommen[plaats];
    return gevonden === undefined ? null : ruwe(gevonden, `(string_to_array(tekst, chr(31), ''))[${plaats + 1}]`);
  };
  const nummer = kolom('leerlingnummer');
  const aanmelding = kolom('aanmeldingId');
  return `with weg as (delete from ${gelijk}
   where leerlingnummer in (select left(${nummer}, 64) from ${ruw})
      ${aanmelding === null ? '' : `or rijsleutel in (select 'a|' || ${aanmelding} from ${ruw})`}
  returning regel, inschrijving_id),
erbij as (insert into ${rest} select inschrijving_id from weg)
select coalesce(array_agg(regel), '{}') as regels from weg`;
}
