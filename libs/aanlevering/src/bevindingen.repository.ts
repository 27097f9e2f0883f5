import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Ernst } from './controle/meldingen.sql.js';
import type { Genummerd } from './controle/typering.sql.js';
import { KOLOMMEN } from './kolommen.js';

/** A finding on the whole file. */
export interface Bestandsbevinding {
  kolom: string | null;
  code: string;
  tekst: string;
  ernst: Ernst;
}

/** What matching says of several lines. */
export interface Koppelbevinding extends Bestandsbevinding {
  regels: number[];
}

const DATUMKOLOMMEN = KOLOMMEN.filter((kolom) => kolom.soort === 'datum').map((kolom) => `'${kolom.naam}'`);

/**
 * A number of nine digits may be somebody's PGN, in whatever column it landed; its end is enough to find it in the file.
 * Also eight digits, a PGN that lost its zero; but for a date without dashes, where it stands in a column for dates.
 */
function gemaskeerd(waarde: string, kolom: string): string {
  const negen = String.raw`regexp_replace(left(${waarde}, 80), '([0-9][ .-]?){6}([0-9]{3})', '*****\2', 'g')`;
  const acht = String.raw`regexp_replace(${negen}, '[0-9]{5,}([0-9]{3})', '*****\1', 'g')`;
  return `case when ${kolom} in (${DATUMKOLOMMEN.join(', ')}) then ${negen} else ${acht} end`;
}

/** What matching says of several lines. */
export interface Koppelbevinding extends Bestandsbevinding {
  regels: number[];
}

/** Findings of a delivery. Repeating the work replaces them. */
@Injectable()
export class BevindingenRepository {
  async wis(tx: Tx, regioId: number, aanleveringId: string): Promise<void> {
    await tx.query(`delete from bevinding where regio_id = $1 and aanlevering_id = $2`, [regioId, aanleveringId]);
  }

  /** What the checks found on lines: the numbers in `meldingen` of the work table, with the value as delivered. */
  async vanRegels(
    tx: Tx,
    { regioId, aanleveringId }: { regioId: number; aanleveringId: string },
    { ruw, rij, meldingen }: { ruw: string; rij: string; meldingen: readonly Genummerd[] },
  ): Promise<void> {
    await tx.query(
      `insert into bevinding (regio_id, aanlevering_id, regel, kolom, waarde, code, tekst, ernst)
       select $1, $2, m.regel, s.kolom, case when s.positie > 0 then ${gemaskeerd(`(string_to_array(r.tekst, chr(31), ''))[s.positie]`, 's.kolom')} end,
              s.code, s.tekst, s.ernst
         from (select regel, unnest(meldingen) as nr from ${rij} where meldingen is not null) m
         join unnest($3::smallint[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[]) as s(nr, positie, kolom, code, tekst, ernst)
           on s.nr = m.nr
         join ${ruw} r on r.regel = m.regel
        order by m.regel, m.nr`,
      [
        regioId,
        aanleveringId,
        ...(['nr', 'positie', 'kolom', 'code', 'tekst', 'ernst'] as const).map((veld) => meldingen.map((m) => m[veld])),
      ],
    );
  }

  /** What matching found; it left its findings in a temporary table. */
  async vanKoppelen(tx: Tx, regioId: number, aanleveringId: string): Promise<void> {
    await tx.query(
      `insert into bevinding (regio_id, aanlevering_id, regel, kolom, waarde, code, tekst, ernst)
       select $1, $2, regel, kolom, ${gemaskeerd('waarde', 'kolom')}, code, tekst, ernst from pg_temp.matchbevinding order by regel, code`,
      [regioId, aanleveringId],
    );
  }

  /** What matching found, by what it says: small enough to keep while matching itself is undone. */
  async bewaarKoppelen(tx: Tx): Promise<Koppelbevinding[]> {
    return tx.query<Koppelbevinding[]>(
      `select kolom, code, tekst, ernst, array_agg(regel order by regel) as regels from pg_temp.matchbevinding
        group by kolom, code, tekst, ernst order by code`,
    );
  }

  /** The same findings, of a matching that was undone. */
  async vanOngedaan(
    tx: Tx,
    regioId: number,
    aanleveringId: string,
    bevindingen: readonly Koppelbevinding[],
  ): Promise<void> {
    for (const { kolom, code, tekst, ernst, regels } of bevindingen)
      await tx.query(
        `insert into bevinding (regio_id, aanlevering_id, regel, kolom, code, tekst, ernst)
         select $1, $2, regel, $3, $4, $5, $6 from unnest($7::int[]) as regel`,
        [regioId, aanleveringId, kolom, code, tekst, ernst, regels],
      );
  }

  /**
   * The same for lines that were read again; gives how many rows are kept out now and were not before. Reading a line
   * once more adds nothing.
   */
  async vanHerlezing(tx: Tx, regioId: number, aanleveringId: string, rij: string): Promise<number> {
    const [telling] = await tx.query<{ aantal: number }[]>(
      `with nieuw as (
         insert into bevinding (regio_id, aanlevering_id, regel, kolom, waarde, code, tekst, ernst)
         select $1, $2, m.regel, m.kolom, ${gemaskeerd('m.waarde', 'm.kolom')}, m.code, m.tekst, m.ernst from pg_temp.matchbevinding m
          where not exists (select from bevinding b where b.regio_id = $1 and b.aanlevering_id = $2 and b.regel = m.regel and b.code = m.code)
          order by m.regel, m.code
         returning regel)
       select count(distinct regel)::int as aantal from nieuw join ${rij} r using (regel) where not r.goed`,
      [regioId, aanleveringId],
    );
    return telling?.aantal ?? 0;
  }

  async vanBestand(
    tx: Tx,
    regioId: number,
    aanleveringId: string,
    bevindingen: readonly Bestandsbevinding[],
  ): Promise<void> {
    if (bevindingen.length === 0) return;
    await tx.query(
      `insert into bevinding (regio_id, aanlevering_id, regel, kolom, waarde, code, tekst, ernst)
       select $1, $2, null, ${gemaskeerd('b.kolom', `''`)}, null, b.code, b.tekst, b.ernst
         from unnest($3::text[], $4::text[], $5::text[], $6::text[]) with ordinality as b(kolom, code, tekst, ernst, plaats) order by plaats`,
      [
        regioId,
        aanleveringId,
        ...(['kolom', 'code', 'tekst', 'ernst'] as const).map((veld) => bevindingen.map((b) => b[veld])),
      ],
    );
  }
}
