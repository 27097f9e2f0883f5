import type { Tx } from '#database';
import type { GemaakteTaak } from '#taken';
import { Injectable } from '@nestjs/common';
import type { NieuweCasus, TeRouteren, UitgewerkteCasus, Wanneer } from './casus.js';
import * as sql from './casussen.sql.js';
import type { Invoer } from './routering/routering.js';
import { leeftijdOp } from './routering/uitleg.regels.js';

type InvoerRij = Omit<Invoer, 'leeftijd'> & { casusId: string | null; geboortedatum: string };

/** Writes casus and casusteller, and the casus of a signaal. */
@Injectable()
export class CasussenRepository {
  /** Who needs a casus: an open signaal, no running casus, in a doelgroep on the date. Longest waiting first. */
  async zonderCasus(tx: Tx, regioId: number, leerlingIds: readonly string[], wanneer: Wanneer): Promise<TeRouteren[]> {
    return this.invoer(tx, sql.ZONDER_CASUS_INVOER, [regioId, leerlingIds], wanneer);
  }

  /** Locks the running casussen that get a signaal or have none left. */
  async vergrendelGeraakt(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<void> {
    await tx.query(sql.VERGRENDEL_GERAAKT, [regioId, leerlingIds]);
  }

  /** New ids, so that tasks can name their casus before it is there. */
  async ids(tx: Tx, aantal: number): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(sql.CASUS_IDS, [aantal]);
    return rijen.map((r) => r.id);
  }

  /** Opens casussen with numbers that follow each other in this order; gives the number of each id. */
  async open(
    tx: Tx,
    regioId: number,
    nieuw: readonly NieuweCasus[],
    wanneer: Wanneer,
  ): Promise<ReadonlyMap<string, string>> {
    const jaar = Number(wanneer.peildatum.slice(0, 4));
    const [teller] = await tx.query<{ eerste: number }[]>(sql.NUMMERS, [regioId, jaar, nieuw.length]);
    const eerste = teller?.eerste ?? 1;
    const rijen = nieuw.map(({ id, keuze: { invoer, medewerker }, taak }, plaats) => ({
      id,
      jaar,
      volgnummer: eerste + plaats,
      leerlingId: invoer.leerlingId,
      school: invoer.school,
      doelgroep: invoer.doelgroep,
      verantwoordelijkeId: medewerker.id,
      taakId: taak.id,
      vervaltOp: taak.vervaltOp,
      wachtOp: taak.soort === 'decaanvraag' ? 'antwoordSchool' : null,
    }));
    const geopend = await tx.query<{ casusId: string; nummer: string }[]>(sql.OPEN, [
      regioId,
      JSON.stringify(rijen),
      wanneer.nu,
    ]);
    return new Map(geopend.map((c) => [c.casusId, c.nummer]));
  }

  /** Puts the woongemeente right of who moved while the casus was opened. */
  async volgVerhuizingen(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<void> {
    await tx.query(sql.VERHUISD, [regioId, leerlingIds]);
  }

  /** Puts every open signaal into the running casus of its youngster; gives what was new, per casus. */
  async koppel(
    tx: Tx,
    regioId: number,
    leerlingIds: readonly string[],
  ): Promise<{ casusId: string; leerlingId: string; soorten: string[] }[]> {
    return tx.query(sql.KOPPEL, [regioId, leerlingIds]);
  }

  async uitgewerkt(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<UitgewerkteCasus[]> {
    return tx.query<UitgewerkteCasus[]>(sql.UITGEWERKT, [regioId, leerlingIds]);
  }

  async sluit(tx: Tx, regioId: number, casusIds: readonly string[], uitkomst: string, nu: Date): Promise<void> {
    await tx.query(sql.SLUIT, [regioId, casusIds, uitkomst, nu]);
  }

  async zetEerdereStap(tx: Tx, regioId: number, taken: readonly GemaakteTaak[]): Promise<void> {
    const kolommen = [taken.map((t) => t.casusId), taken.map((t) => t.id), taken.map((t) => t.vervaltOp)];
    await tx.query(sql.EERDERE_STAP, [regioId, ...kolommen, taken.map((t) => t.soort)]);
  }

  private async invoer(tx: Tx, vraag: string, binds: unknown[], { peildatum }: Wanneer): Promise<TeRouteren[]> {
    const rijen = await tx.query<InvoerRij[]>(vraag, [...binds, peildatum]);
    return rijen.map(({ casusId, geboortedatum, ...rest }) => ({
      casusId,
      invoer: { ...rest, leeftijd: leeftijdOp(geboortedatum, peildatum) },
    }));
  }
}
