import { Binds, type Tx } from '#database';
import type { Datum, Wie } from '#kern';
import { zichtbaar } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { Aanlevering, Modus } from './aanlevering.js';

/**
 * Whether delivery `n` overtakes `o` of the same school: processing `o` after it would put back older data. Of one
 * peildatum only a full delivery replaces another: mutaties are about other rows.
 */
export const HAALT_IN = `(n.peildatum > o.peildatum or (n.peildatum = o.peildatum and n.id > o.id and n.modus = 'volledig'))`;

/** Deliveries that were not turned away, put aside or overtaken. */
const TELT = (a: string): string => `${a}.status not in ('afgekeurd', 'verworpen', 'vervallen')`;

/**
 * Since when delivery `a` keeps its school waiting, with all that was held or overtaken since its last one that was
 * processed or rejected: a new file every night must not start the time anew.
 */
export const WACHT_SINDS = `(
  select min(w.ontvangen_op) from aanlevering w
   where w.regio_id = a.regio_id and w.school = a.school and w.id <= a.id and w.status in ('wachtOpBevestiging', 'vervallen')
     and w.ongedaan_op is null and w.id > coalesce((
       select max(v.id) from aanlevering v
        where v.regio_id = a.regio_id and v.school = a.school and v.id < a.id and v.status in ('verwerkt', 'verworpen')), 0))`;

/** What a sender used an Idempotency-Key for. */
export interface Eerder {
  id: string;
  school: string;
  peildatum: Datum;
  modus: Modus;
  herstelVan: string | null;
}

/** Questions about deliveries, for the rules of intake. */
@Injectable()
export class AanleveringVragen {
  /** Whether the region knows a school with this code, closed or not. */
  async schoolBestaat(tx: Tx, regioId: number, school: string): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(`select from school where regio_id = $1 and code = $2`, [regioId, school]);
    return rijen.length > 0;
  }

  /** The peildatum of the newest processed delivery of a school, or null. */
  async nieuwstePeildatum(tx: Tx, regioId: number, school: string): Promise<Datum | null> {
    const [rij] = await tx.query<{ peildatum: Datum | null }[]>(
      `select max(peildatum) as peildatum from aanlevering where regio_id = $1 and school = $2 and status = 'verwerkt'`,
      [regioId, school],
    );
    return rij?.peildatum ?? null;
  }

  /**
   * The delivery with these bytes for this school and peildatum that still counts (null: none), and the one with other
   * bytes of that day that came after it (0: none did): then these bytes put back what that one replaced.
   */
  async zelfdeBestand(
    tx: Tx,
    regioId: number,
    bestand: { school: string; peildatum: Datum; modus: Modus; herstelVan: string | null; sha256: Buffer },
  ): Promise<{ id: string | null; naId: string }> {
    const [rij] = await tx.query<{ id: string; naId: string }[]>(
      `select a.id, coalesce((
                select max(n.id) from aanlevering n
                 where n.regio_id = $1 and n.school = $2 and n.peildatum = $3 and n.id > a.id and ${TELT('n')}
                   -- a repair replaces nothing, and nothing puts a repair back
                   and n.herstel_van is null and a.herstel_van is null), 0)::text as "naId"
         from aanlevering a
        where a.regio_id = $1 and a.school = $2 and a.peildatum = $3 and a.modus = $4 and a.sha256 = $5 and a.herstel_van is not distinct from $6::bigint and ${TELT('a')}
        order by a.id desc limit 1`,
      [regioId, bestand.school, bestand.peildatum, bestand.modus, bestand.sha256, bestand.herstelVan],
    );
    if (rij === undefined) return { id: null, naId: '0' };
    return { id: rij.naId === '0' ? rij.id : null, naId: rij.naId };
  }

  /** Whether a file for this school and peildatum that still counts was stored before. */
  async kanHerhalingZijn(
    tx: Tx,
    regioId: number,
    bestand: { school: string; peildatum: Datum; modus: Modus; herstelVan: string | null },
  ): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(
      `select from aanlevering where regio_id = $1 and school = $2 and peildatum = $3 and modus = $4
          and herstel_van is not distinct from $5::bigint and status not in ('afgekeurd', 'verworpen', 'vervallen') limit 1`,
      [regioId, bestand.school, bestand.peildatum, bestand.modus, bestand.herstelVan],
    );
    return rijen.length > 0;
  }

  /** The delivery that this sender made with this Idempotency-Key, or null. */
  async metSleutel(tx: Tx, regioId: number, clientId: string, sleutel: string): Promise<Eerder | null> {
    const [rij] = await tx.query<Eerder[]>(
      `select id, school, peildatum, modus, herstel_van as "herstelVan" from aanlevering
        where regio_id = $1 and client_id = $2 and idempotentie_sleutel = $3 and status not in ('afgekeurd', 'verworpen')`,
      [regioId, clientId, sleutel],
    );
    return rij ?? null;
  }

  /** The school of a delivery, or null when there is no such delivery. */
  async schoolVan(tx: Tx, regioId: number, id: string): Promise<string | null> {
    const [rij] = await tx.query<{ school: string }[]>(
      `select school from aanlevering where regio_id = $1 and id = $2`,
      [regioId, id],
    );
    return rij?.school ?? null;
  }

  /** Deliveries of the same school that are not checked yet and come before this one, oldest first. */
  async wachtendVoor(tx: Tx, regioId: number, id: string): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(
      `select e.id from aanlevering a
         join aanlevering e on e.regio_id = a.regio_id and e.school = a.school and e.status in ('ontvangen', 'gecontroleerd')
          and (e.peildatum, e.id) < (a.peildatum, a.id)
        where a.regio_id = $1 and a.id = $2 and a.status in ('ontvangen', 'gecontroleerd')
        order by e.peildatum, e.id`,
      [regioId, id],
    );
    return rijen.map((rij) => rij.id);
  }

  /** Whether a delivery of the same school that overtakes this one has been processed. */
  async isIngehaald(tx: Tx, { regioId, id }: Aanlevering): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(
      `select from aanlevering o join aanlevering n on n.regio_id = o.regio_id and n.school = o.school and n.status = 'verwerkt'
        where o.regio_id = $1 and o.id = $2 and ${HAALT_IN} limit 1`,
      [regioId, id],
    );
    return rijen.length > 0;
  }

  /** Since when this delivery, or an earlier one that it took the place of, waits for a person. */
  async wachtSinds(tx: Tx, { regioId, id, ontvangenOp }: Aanlevering): Promise<Date> {
    const [rij] = await tx.query<{ sinds: Date | null }[]>(
      `select ${WACHT_SINDS} as sinds from aanlevering a where a.regio_id = $1 and a.id = $2`,
      [regioId, id],
    );
    return rij?.sinds ?? ontvangenOp;
  }

  /** Whether this delivery stands in the asker's list. */
  async ziet(tx: Tx, wie: Wie, id: string): Promise<boolean> {
    const binds = new Binds();
    const waar = `a.regio_id = ${binds.bind(wie.regioId)} and a.id = ${binds.bind(id)}`;
    const mag = zichtbaar(wie, { onderwerp: 'aanlevering', school: 'a.school' }, binds);
    const rijen = await tx.query<unknown[]>(`select from aanlevering a where ${waar} and ${mag}`, binds.waarden);
    return rijen.length > 0;
  }

  /** The date this many working days after a date (domain.md 5). */
  async werkdagenNa(tx: Tx, datum: Datum, aantal: number): Promise<Datum> {
    const [rij] = await tx.query<{ datum: Datum | null }[]>(`select plus_werkdagen($1, $2) as datum`, [datum, aantal]);
    if (rij?.datum === null || rij?.datum === undefined) throw new Error(`The calendar does not reach ${datum}.`);
    return rij.datum;
  }

  /** Deliveries of one school are worked on one at a time. Waits; held until the transaction ends. */
  async neemSchool(tx: Tx, regioId: number, school: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock($1, hashtext($2 || ':' || $3))`, [
      SCHOOLSLOT,
      String(regioId),
      school,
    ]);
  }
}

const SCHOOLSLOT = 7_584_902;
