import type { Tx } from '#database';
import { DomeinFout } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';
import type { Last, Regel, Team, Toegewezen } from './routering.js';
import type { Routekaart } from './routering.regels.js';
import { LAATST_TOEGEWEZEN, LASTEN, PROCESBEWAKER, REGELS, TEAMS, TOEWIJZINGEN } from './routering.sql.js';
import { schrijfUitleg } from './uitleg.regels.js';

/** Reads what routing decides from, writes what it decided. */
@Injectable()
export class RouteringRepository {
  /**
   * Rules, teams and loads of this moment; the caller holds the region's lock.
   * @param zonder an employee who gets nothing any more
   * @throws DomeinFout `procesbewakerOntbreekt` when nobody can be the fallback.
   */
  async kaart(tx: Tx, regioId: number, { peildatum }: Wanneer, zonder: string | null): Promise<Routekaart> {
    const regels = await tx.query<Regel[]>(REGELS, [regioId, peildatum]);
    const teams = await tx.query<Team[]>(TEAMS, [regioId, peildatum, zonder]);
    const lasten = await tx.query<Last[]>(LASTEN, [regioId]);
    const [procesbewaker] = await tx.query<{ id: string; naam: string }[]>(PROCESBEWAKER, [regioId, zonder]);
    if (procesbewaker === undefined) {
      throw new DomeinFout(
        'conflict',
        'procesbewakerOntbreekt',
        'Deze regio heeft geen actieve procesbewaker. Wijs eerst een procesbewaker aan; zonder haar kan een casus zonder verantwoordelijke komen te staan.',
      );
    }
    return { regels, teams, lasten, procesbewaker };
  }

  async legLasten(tx: Tx, regioId: number, lasten: readonly Last[]): Promise<void> {
    await tx.query(LAATST_TOEGEWEZEN, [
      regioId,
      lasten.map((l) => l.medewerkerId),
      lasten.map((l) => l.laatstToegewezen),
    ]);
  }

  async legToewijzingen(tx: Tx, regioId: number, toegewezen: readonly Toegewezen[], nu: Date): Promise<void> {
    const rijen = toegewezen.map(({ casusId, keuze, herkomst, uitleg, verdelingId }) => ({
      casusId,
      medewerkerId: keuze.medewerker.id,
      regelId: keuze.regel?.id ?? null,
      regelOmschrijving: keuze.regel?.omschrijving ?? null,
      terugval: keuze.terugval,
      invoer: keuze.invoer,
      kandidaten: keuze.kandidaten,
      uitleg: uitleg ?? schrijfUitleg(keuze, herkomst),
      verdelingId: verdelingId ?? null,
      door: herkomst.gever === undefined ? 'systeem' : `medewerker:${herkomst.gever.id}`,
      aanleiding: herkomst.aanleiding,
      vanId: herkomst.van?.id ?? null,
    }));
    await tx.query(TOEWIJZINGEN, [regioId, JSON.stringify(rijen), nu]);
  }
}
