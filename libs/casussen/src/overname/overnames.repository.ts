import type { Tx } from '#database';
import type { Datum, Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Overnameaanleiding } from '../routering/routering.js';
import { schrijfUitleg } from '../routering/uitleg.regels.js';
import { NALEZEN_WERKDAGEN, type Aanbod, type Besluit } from './overname.js';
import * as sql from './overname.sql.js';

/** An offer that nobody decided on yet. */
export interface OpenAanbod {
  casusId: string;
  naarId: string | null;
  aanleiding: Overnameaanleiding;
  taakId: string | null;
}

/** An offer of which the receiver won't answer. */
export interface AanbodZonderOntvanger {
  casusId: string;
  doorMens: boolean;
  leerlingId: string;
  eigenaarId: string;
  doelgroep: string;
}

/** Writes table `overname`, thousands in one statement. */
@Injectable()
export class OvernamesRepository {
  async ids(tx: Tx, aantal: number): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(sql.IDS, [aantal]);
    return rijen.map((r) => r.id);
  }

  async bied(
    tx: Tx,
    regioId: number,
    aanbod: readonly (Aanbod & { id: string; taakId: string | null })[],
    nu: Date,
  ): Promise<void> {
    const rijen = aanbod.map(({ id, taakId, casus, aanleiding, keuze, naarRegio, gever, toelichting }) => ({
      id,
      taakId,
      casusId: casus.casusId,
      aanleiding,
      vanId: casus.verantwoordelijke.id,
      naarId: keuze?.medewerker.id ?? null,
      naarRegio: naarRegio ?? null,
      toelichting: toelichting?.(id).toString('base64') ?? null,
      door: gever === undefined ? 'systeem' : `medewerker:${gever.id}`,
      regelId: keuze?.regel?.id ?? null,
      regelOmschrijving: keuze?.regel?.omschrijving ?? null,
      invoer: casus.invoer,
      kandidaten: keuze?.kandidaten ?? [],
      uitleg:
        keuze === null
          ? ''
          : schrijfUitleg(keuze, { aanleiding: 'overname', overname: aanleiding, van: casus.verantwoordelijke }),
    }));
    await tx.query(sql.BIED, [regioId, JSON.stringify(rijen), nu]);
  }

  async beslis(
    tx: Tx,
    { regioId, id: door }: Wie,
    id: string,
    besluit: Besluit,
    antwoord: Buffer | null,
    { vandaag, nu }: { vandaag: Datum; nu: Date },
  ): Promise<void> {
    await tx.query(sql.BESLIS, [regioId, id, besluit, antwoord, nu, door, vandaag, NALEZEN_WERKDAGEN]);
  }

  async openOver(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<OpenAanbod[]> {
    return casusIds.length === 0 ? [] : tx.query<OpenAanbod[]>(sql.OPEN_OVER, [regioId, casusIds]);
  }

  async laatVervallen(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<void> {
    await tx.query(sql.LAAT_VERVALLEN, [regioId, casusIds]);
  }

  async zonderOntvanger(tx: Tx, regioId: number, weg: readonly string[]): Promise<AanbodZonderOntvanger[]> {
    return tx.query<AanbodZonderOntvanger[]>(sql.ZONDER_ONTVANGER, [regioId, weg]);
  }

  /** Lets the rules be tried on them again. */
  async herzieOpnieuw(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<void> {
    if (casusIds.length > 0) await tx.query(sql.OPNIEUW_TE_HERZIEN, [regioId, casusIds]);
  }
}
