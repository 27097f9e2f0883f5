import type { Datum } from '#kern';
import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { GemeenteInrichting, RegioInrichting, SchoolInrichting } from './inrichting.js';

/** Writes regio, gemeente, school and eerste_lesdag. What is unchanged is not written again. */
@Injectable()
export class PlaatsenRepository {
  /** The procesbewaker follows in `zetProcesbewaker`, once the employees are there. */
  async legRegio(tx: Tx, regio: RegioInrichting): Promise<void> {
    await tx.query(
      `insert into regio (id, naam, vakantiezone) values ($1, $2, $3)
       on conflict (id) do update set naam = excluded.naam, vakantiezone = excluded.vakantiezone
         where (regio.naam, regio.vakantiezone) is distinct from (excluded.naam, excluded.vakantiezone)`,
      [regio.nummer, regio.naam, regio.vakantiezone],
    );
  }

  async zetProcesbewaker(tx: Tx, regio: RegioInrichting): Promise<void> {
    await tx.query(
      `update regio set procesbewaker_id = m.id from medewerker m
        where regio.id = $1 and m.regio_id = $1 and m.email = lower($2) and regio.procesbewaker_id is distinct from m.id`,
      [regio.nummer, regio.procesbewaker],
    );
  }

  /** Gemeenten that are no longer named end today; a gemeente that comes back lives on. */
  async legGemeenten(tx: Tx, regioId: number, gemeenten: GemeenteInrichting[], vandaag: Datum): Promise<void> {
    await tx.query(
      `insert into gemeente (regio_id, code, naam)
       select $1, code, naam from jsonb_to_recordset($2::jsonb) as g (code text, naam text)
       on conflict (regio_id, code) do update set naam = excluded.naam, geldig_tot = null
         where gemeente.naam <> excluded.naam or gemeente.geldig_tot is not null`,
      [regioId, JSON.stringify(gemeenten)],
    );
    await tx.query(
      `update gemeente set geldig_tot = $3 where regio_id = $1 and geldig_tot is null and code <> all ($2::text[])`,
      [regioId, gemeenten.map((g) => g.code), vandaag],
    );
  }

  async legScholen(tx: Tx, regioId: number, scholen: SchoolInrichting[], vandaag: Datum): Promise<void> {
    const codes = scholen.map((s) => s.brin + s.vestigingsnummer);
    await tx.query(SCHOLEN, [regioId, JSON.stringify(scholen)]);
    await tx.query(
      `update school set geldig_tot = $3 where regio_id = $1 and geldig_tot is null and code <> all ($2::text[])`,
      [regioId, codes, vandaag],
    );
    const dagen = scholen.flatMap((s) =>
      s.eersteLesdag.map((dag) => ({ school: s.brin + s.vestigingsnummer, ...dag })),
    );
    await tx.query(
      `delete from eerste_lesdag e where regio_id = $1 and school = any ($2::text[]) and not exists (
         select from jsonb_to_recordset($3::jsonb) as d (school text, schooljaar int)
          where d.school = e.school and d.schooljaar = e.schooljaar)`,
      [regioId, codes, JSON.stringify(dagen)],
    );
    await tx.query(
      `insert into eerste_lesdag (regio_id, school, schooljaar, datum)
       select $1, school, schooljaar, datum from jsonb_to_recordset($2::jsonb) as d (school text, schooljaar int, datum date)
       on conflict (regio_id, school, schooljaar) do update set datum = excluded.datum where eerste_lesdag.datum <> excluded.datum`,
      [regioId, JSON.stringify(dagen)],
    );
  }
}

const SCHOLEN = `
insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd, levert)
select $1, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd, levert
  from jsonb_to_recordset($2::jsonb)
    as s (brin text, vestigingsnummer text, naam text, onderwijssoorten text[], gemeente text, gevolgd text[], levert boolean)
on conflict (regio_id, code) do update
   set naam = excluded.naam, onderwijssoorten = excluded.onderwijssoorten, gemeente = excluded.gemeente,
       gevolgd = excluded.gevolgd, levert = excluded.levert, geldig_tot = null
 where (school.naam, school.onderwijssoorten, school.gemeente, school.gevolgd, school.levert, school.geldig_tot)
       is distinct from (excluded.naam, excluded.onderwijssoorten, excluded.gemeente, excluded.gevolgd, excluded.levert, null::date)`;
