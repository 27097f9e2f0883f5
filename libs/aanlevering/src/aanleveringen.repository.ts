import type { Tx } from '#database';
import type { Datum, Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Aanlevering, AanleveringStatus, Modus, Tellingen } from './aanlevering.js';
import { HAALT_IN } from './aanleveringen.vragen.js';
import type { Formaat } from './formaten/formaat.js';
import type { Tekenset } from './lezer/regels.js';

/** What is known of a delivery when its last byte is in. */
export interface NieuweAanlevering {
  id: string;
  school: string;
  schooljaar: number;
  peildatum: Datum;
  modus: Modus;
  tekenset: Tekenset;
  formaat: Formaat | null;
  idempotentieSleutel: string | null;
  sha256: Buffer;
  bytes: number;
  ontvangenOp: Date;
  /** Of the same bytes again: what came in between. */
  naId: string;
  herstelVan: string | null;
}

/** What the processing writes on the row. */
export interface Afloop {
  status: AanleveringStatus;
  verwerktOp: Date | null;
  regels: number;
  tellingen: Tellingen;
  redenWachten: string | null;
  /** Candidates whom nobody knows yet, because their row was kept out. */
  kandidatenInQuarantaine: number;
}

const RIJ = `regio_id as "regioId", id, school, schooljaar, peildatum, modus, status, coalesce(tekenset, 'open') as tekenset, formaat,
  bytes::float8 as bytes, ontvangen_op as "ontvangenOp", (status = 'gecontroleerd' and besluit_op is not null) as bevestigd,
  ongedaan_op is not null as ongedaan, herstel_van as "herstelVan", versie`;

// Findings of a delivery by their weight.
const ERNST = `(select count(*) filter (where ernst = 'fout') as fouten, count(*) filter (where ernst = 'waarschuwing') as waarschuwingen
                  from bevinding where regio_id = $1 and aanlevering_id = $2 and hersteld_in is null)`;

/** Writes of `aanlevering`. */
@Injectable()
export class AanleveringenRepository {
  async voegToe(tx: Tx, wie: Wie, nieuw: NieuweAanlevering): Promise<void> {
    await tx.query(
      `insert into aanlevering (regio_id, id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort,
         client_id, idempotentie_sleutel, sha256, bytes, tekenset, na_id, formaat, herstel_van)
       values ($1, $2, $3, $4, $5, $6, 'ontvangen', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        wie.regioId,
        nieuw.id,
        nieuw.school,
        nieuw.schooljaar,
        nieuw.peildatum,
        nieuw.modus,
        nieuw.ontvangenOp,
        wie.soort,
        wie.id,
        nieuw.idempotentieSleutel,
        nieuw.sha256,
        nieuw.bytes,
        nieuw.tekenset === 'open' ? null : nieuw.tekenset,
        nieuw.naId,
        nieuw.formaat,
        nieuw.herstelVan,
      ],
    );
  }

  /** Locks a delivery; null when it does not exist. */
  async vergrendel(tx: Tx, regioId: number, id: string): Promise<Aanlevering | null> {
    const [rij] = await tx.query<Aanlevering[]>(
      `select ${RIJ} from aanlevering where regio_id = $1 and id = $2 for update`,
      [regioId, id],
    );
    return rij ?? null;
  }

  /** The same without a lock. */
  async zoek(tx: Tx, regioId: number, id: string): Promise<Aanlevering> {
    const [rij] = await tx.query<Aanlevering[]>(`select ${RIJ} from aanlevering where regio_id = $1 and id = $2`, [
      regioId,
      id,
    ]);
    if (rij === undefined) throw new Error('There is no such delivery.');
    return rij;
  }

  async rondAf(
    tx: Tx,
    { regioId, id }: Aanlevering,
    { status, verwerktOp, regels, tellingen: t, redenWachten, kandidatenInQuarantaine }: Afloop,
  ): Promise<void> {
    await tx.query(
      `update aanlevering a set status = $3, verwerkt_op = $4, regels = $5, nieuw = $6, gewijzigd = $7, ongewijzigd = $8,
              verdwenen = $9, buiten_cohort = $10, quarantaine = $11, koppelvoorstellen = $12, reden_wachten = $13,
              kandidaten_in_quarantaine = $14, fouten = b.fouten, waarschuwingen = b.waarschuwingen
         from ${ERNST} b
        where a.regio_id = $1 and a.id = $2`,
      [
        regioId,
        id,
        status,
        verwerktOp,
        regels,
        t.nieuw,
        t.gewijzigd,
        t.ongewijzigd,
        t.verdwenen,
        t.buitenCohort,
        t.quarantaine,
        t.koppelvoorstellen,
        redenWachten,
        kandidatenInQuarantaine,
      ],
    );
  }

  async zetStatus(tx: Tx, regioId: number, id: string, status: AanleveringStatus): Promise<void> {
    await tx.query(`update aanlevering set status = $3 where regio_id = $1 and id = $2`, [regioId, id, status]);
  }

  /** Writes what a person decided on a delivery that waits. */
  async besluit(
    tx: Tx,
    wie: Wie,
    id: string,
    status: 'gecontroleerd' | 'verworpen',
    reden: string,
    op: Date,
  ): Promise<void> {
    await tx.query(
      `update aanlevering set status = $3, besluit_door = $4, besluit_reden = $5, besluit_op = $6 where regio_id = $1 and id = $2`,
      [wie.regioId, id, status, `${wie.soort}:${wie.id}`, reden, op],
    );
  }

  /** Deliveries that wait for a person and are overtaken by this one. */
  async laatVervallen(tx: Tx, { regioId, id }: Aanlevering): Promise<void> {
    await tx.query(
      `update aanlevering o set status = 'vervallen' from aanlevering n
        where n.regio_id = $1 and n.id = $2 and o.regio_id = $1 and o.school = n.school and o.status = 'wachtOpBevestiging'
          and ${HAALT_IN}`,
      [regioId, id],
    );
  }

  /** Lines of a delivery that were read again: they leave `buitenCohort`, so that its counts keep adding up. */
  async verplaatsTelling(tx: Tx, regioId: number, id: string, nieuw: number, quarantaine: number): Promise<void> {
    await tx.query(
      `update aanlevering a set nieuw = a.nieuw + $3, quarantaine = a.quarantaine + $4, buiten_cohort = a.buiten_cohort - $3 - $4,
              fouten = b.fouten, waarschuwingen = b.waarschuwingen
         from ${ERNST} b where a.regio_id = $1 and a.id = $2 and ($3 <> 0 or $4 <> 0)`,
      [regioId, id, nieuw, quarantaine],
    );
  }
}
