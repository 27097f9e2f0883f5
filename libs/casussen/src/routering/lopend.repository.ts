import type { Tx } from '#database';
import type { NieuweTaak } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Doelgroep, Wanneer } from '../casus.js';
import * as sql from './lopend.sql.js';
import type { Invoer, LopendeCasus, Terugval } from './routering.js';
import { leeftijdOp } from './uitleg.regels.js';

interface Vergrendeld {
  casusId: string;
  verantwoordelijkeId: string;
  verantwoordelijkeNaam: string;
  terugval: Terugval | null;
}

type InvoerRij = Omit<Invoer, 'leeftijd'> & { casusId: string; geboortedatum: string };

/** Fallbacks that end by themselves when there is room. */
const VANZELF: readonly Terugval[] = ['geenRegel', 'teamLeeg', 'teamVol'];

/** Running casussen as routing sees them: locked, the oldest first. The caller holds the region's lock. */
@Injectable()
export class LopendeCasussen {
  van(tx: Tx, regioId: number, medewerkerIds: readonly string[], wanneer: Wanneer): Promise<LopendeCasus[]> {
    return this.lees(tx, regioId, sql.VERGRENDEL_VAN, medewerkerIds, wanneer);
  }

  /** Those of them that run. */
  deze(tx: Tx, regioId: number, casusIds: readonly string[], wanneer: Wanneer): Promise<LopendeCasus[]> {
    return this.lees(tx, regioId, sql.VERGRENDEL_DEZE, casusIds, wanneer);
  }

  /** With the procesbewaker until there is room. */
  wachtend(tx: Tx, regioId: number, wanneer: Wanneer): Promise<LopendeCasus[]> {
    return this.lees(tx, regioId, sql.VERGRENDEL_WACHTEND, VANZELF, wanneer);
  }

  /** Who is away today for too long to be observed for. */
  async langAfwezigen(tx: Tx, regioId: number, { peildatum }: Wanneer): Promise<string[]> {
    const weg = await tx.query<{ id: string }[]>(sql.LANG_AFWEZIG, [regioId, peildatum]);
    return weg.map((m) => m.id);
  }

  /** Those of these people that are theirs by a rule or a person, not by falling back on them. */
  vanAfwezigen(tx: Tx, regioId: number, weg: readonly string[], wanneer: Wanneer): Promise<LopendeCasus[]> {
    return this.lees(tx, regioId, sql.VERGRENDEL_AFWEZIG, weg, wanneer);
  }

  /** Of which the youngster moved or came into another doelgroep since it was decided whose they are. */
  teHerzien(tx: Tx, regioId: number, wanneer: Wanneer): Promise<LopendeCasus[]> {
    return this.lees(tx, regioId, sql.VERGRENDEL_TE_HERZIEN, [], wanneer);
  }

  /** Which of these moved. */
  async verhuisd(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rijen = await tx.query<{ id: string }[]>(sql.VERHUISD, [regioId, casusIds]);
    return new Set(rijen.map((r) => r.id));
  }

  async meldHerzien(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<void> {
    if (casusIds.length > 0) await tx.query(sql.HERZIEN, [regioId, casusIds]);
  }

  /** Puts the doelgroep of every running casus right for the date; gives those that changed. */
  async volgDoelgroep(
    tx: Tx,
    regioId: number,
    { peildatum }: Wanneer,
  ): Promise<{ casusId: string; leerlingId: string; doelgroep: Doelgroep }[]> {
    type Rij = { casusId: string; leerlingId: string; doelgroep: Doelgroep };
    const [rijen] = await tx.query<[Rij[], number]>(sql.VOLG_DOELGROEP, [regioId, peildatum]);
    return rijen;
  }

  async herstelStap(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<void> {
    await tx.query(sql.HERSTEL_STAP, [regioId, casusIds]);
  }

  /** Those of these that have nothing to do next, with the step with which they go on and whose that is. */
  zonderStap(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<NieuweTaak[]> {
    return tx.query(sql.ZONDER_STAP, [regioId, casusIds]);
  }

  async zetVerantwoordelijken(
    tx: Tx,
    regioId: number,
    nieuw: readonly { casusId: string; medewerkerId: string }[],
  ): Promise<void> {
    const kolommen = [nieuw.map((n) => n.casusId), nieuw.map((n) => n.medewerkerId)];
    await tx.query(sql.ZET_VERANTWOORDELIJKE, [regioId, ...kolommen]);
  }

  private async lees(
    tx: Tx,
    regioId: number,
    vergrendel: string,
    wat: readonly string[],
    { peildatum }: Wanneer,
  ): Promise<LopendeCasus[]> {
    const vast = await tx.query<Vergrendeld[]>(vergrendel, [regioId, wat]);
    if (vast.length === 0) return [];
    const perCasus = new Map(vast.map((v) => [v.casusId, v]));
    const rijen = await tx.query<InvoerRij[]>(sql.LOPEND_INVOER, [regioId, [...perCasus.keys()], peildatum]);
    return rijen.flatMap(({ casusId, geboortedatum, ...rest }) => {
      const casus = perCasus.get(casusId);
      if (casus === undefined) return [];
      const verantwoordelijke = { id: casus.verantwoordelijkeId, naam: casus.verantwoordelijkeNaam };
      const invoer = { ...rest, leeftijd: leeftijdOp(geboortedatum, peildatum) };
      return [{ casusId, verantwoordelijke, terugval: casus.terugval, invoer }];
    });
  }
}
