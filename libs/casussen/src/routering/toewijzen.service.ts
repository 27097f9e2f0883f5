import type { Tx } from '#database';
import { Taken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Aanleiding } from '../casus.js';
import { regelsToegewezen } from '../casussen.regels.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { LopendeCasussen } from './lopend.repository.js';
import type { Herkomst, Keuze, LopendeCasus } from './routering.js';
import { Routering } from './routering.service.js';

/** A running casus with who gets it, and why it moves. */
export interface Verplaatsing {
  casus: LopendeCasus;
  keuze: Keuze;
  herkomst: Omit<Herkomst, 'van'>;
}

/** The one way in which a running casus changes hands: owner, tasks, explanation and timeline together. */
@Injectable()
export class Toewijzen {
  constructor(
    private readonly lopend: LopendeCasussen,
    private readonly routering: Routering,
    private readonly taken: Taken,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** Gives each casus away. The caller holds the region's lock and the casussen. An offer that is open falls with it. */
  async verplaats(
    tx: Tx,
    regioId: number,
    verplaatsingen: readonly Verplaatsing[],
    { nu, bron }: Pick<Aanleiding, 'nu' | 'bron'>,
  ): Promise<void> {
    if (verplaatsingen.length === 0) return;
    const opvolgingen = verplaatsingen.map(({ casus, keuze }) => ({
      casusId: casus.casusId,
      van: casus.verantwoordelijke.id,
      naar: keuze.medewerker.id,
    }));
    const casusIds = opvolgingen.map((o) => o.casusId);
    await this.taken.laatAanbodVervallen(tx, regioId, casusIds, nu);
    await this.lopend.zetVerantwoordelijken(
      tx,
      regioId,
      opvolgingen.map(({ casusId, naar }) => ({ casusId, medewerkerId: naar })),
    );
    await this.taken.draagOver(tx, regioId, opvolgingen);
    const toegewezen = verplaatsingen.map(({ casus, keuze, herkomst }) => ({
      casusId: casus.casusId,
      keuze,
      herkomst: { ...herkomst, van: casus.verantwoordelijke },
    }));
    await this.routering.legVast(tx, regioId, toegewezen, nu);
    await this.lopend.meldHerzien(tx, regioId, casusIds);
    await this.tijdlijn.leg(
      tx,
      regioId,
      toegewezen.flatMap(({ casusId, keuze, herkomst }) => regelsToegewezen(keuze, casusId, bron, herkomst)),
      nu,
    );
  }
}
