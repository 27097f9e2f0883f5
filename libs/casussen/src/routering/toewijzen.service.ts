import type { Tx } from '#database';
import { Taken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Aanleiding, Gebeurtenis } from '../casus.js';
import { regelsToegewezen } from '../casussen.regels.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { LopendeCasussen } from './lopend.repository.js';
import type { Herkomst, Keuze, LopendeCasus } from './routering.js';
import { Routering } from './routering.service.js';
import { Stapherstel } from './stapherstel.service.js';

/** A running casus with who gets it, and why it moves. */
export interface Verplaatsing {
  casus: LopendeCasus;
  keuze: Keuze;
  herkomst: Omit<Herkomst, 'van'>;
  /** The explanation, where it was written before; made of the choice otherwise. */
  uitleg?: string;
  /** The hand-out by a person that it belongs to. */
  verdelingId?: string;
}

/** The one way in which a running casus changes hands: owner, tasks, explanation and timeline together. */
@Injectable()
export class Toewijzen {
  constructor(
    private readonly lopend: LopendeCasussen,
    private readonly stappen: Stapherstel,
    private readonly routering: Routering,
    private readonly taken: Taken,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** Gives each casus away by itself: see `geef`, with its lines in the timeline. */
  async verplaats(tx: Tx, regioId: number, verplaatsingen: readonly Verplaatsing[], door: Aanleiding): Promise<void> {
    await this.tijdlijn.leg(tx, regioId, await this.geef(tx, regioId, verplaatsingen, door), door.nu);
  }

  /**
   * Gives each casus away; the caller holds the region's lock and the casussen, and writes the lines that this gives. An offer
   * that is open falls with it.
   */
  async geef(
    tx: Tx,
    regioId: number,
    verplaatsingen: readonly Verplaatsing[],
    door: Aanleiding,
  ): Promise<Gebeurtenis[]> {
    if (verplaatsingen.length === 0) return [];
    const { nu, bron } = door;
    const opvolgingen = verplaatsingen.map(({ casus, keuze }) => ({
      casusId: casus.casusId,
      van: casus.verantwoordelijke.id,
      naar: keuze.medewerker.id,
    }));
    const casusIds = opvolgingen.map((o) => o.casusId);
    await this.lopend.zetVerantwoordelijken(
      tx,
      regioId,
      opvolgingen.map(({ casusId, naar }) => ({ casusId, medewerkerId: naar })),
    );
    await this.taken.laatAanbodVervallen(tx, regioId, casusIds, nu);
    await this.taken.draagOver(tx, regioId, opvolgingen);
    await this.stappen.herstel(tx, regioId, casusIds, door);
    const toegewezen = verplaatsingen.map(({ casus, keuze, herkomst, uitleg, verdelingId }) => ({
      ...{ casusId: casus.casusId, keuze, herkomst: { ...herkomst, van: casus.verantwoordelijke } },
      ...(uitleg === undefined ? {} : { uitleg }),
      ...(verdelingId === undefined ? {} : { verdelingId }),
    }));
    await this.routering.legVast(tx, regioId, toegewezen, nu);
    return toegewezen.flatMap(({ casusId, keuze, herkomst }) => regelsToegewezen(keuze, casusId, bron, herkomst));
  }
}
