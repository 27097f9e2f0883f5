import type { Tx } from '#database';
import type { Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';
import type { BeeindigdeOpschaling, NieuweOpschaling } from './opschaling.js';
import { BEEINDIG, GEZIEN, SCHAAL_OP, VERGRENDEL, WIJS_OM } from './opschalen.sql.js';
import { MAAK } from './weekoverzicht.sql.js';

/** Writes opschaling and weekoverzicht, thousands in one statement. The caller holds the slot of the region. */
@Injectable()
export class BewakingRepository {
  async vergrendel(tx: Tx, regioId: number, { peildatum }: Wanneer): Promise<void> {
    await tx.query(VERGRENDEL, [regioId, peildatum]);
  }

  /** Gives the casussen that move again. */
  async beeindig(tx: Tx, regioId: number, { nu }: Wanneer): Promise<BeeindigdeOpschaling[]> {
    return tx.query<BeeindigdeOpschaling[]>(BEEINDIG, [regioId, nu]);
  }

  async wijsOm(tx: Tx, regioId: number, { peildatum }: Wanneer): Promise<void> {
    await tx.query(WIJS_OM, [regioId, peildatum]);
  }

  /** Gives who was told of what. */
  async schaalOp(tx: Tx, regioId: number, { peildatum, nu }: Wanneer): Promise<NieuweOpschaling[]> {
    return tx.query<NieuweOpschaling[]>(SCHAAL_OP, [regioId, peildatum, nu]);
  }

  /** @returns false when it was looked at before */
  async meldGezien(tx: Tx, { regioId, id: medewerkerId }: Wie, id: string, nu: Date): Promise<boolean> {
    // update … returning gives [rows, count]
    const [rijen] = await tx.query<[unknown[], number]>(GEZIEN, [regioId, id, medewerkerId, nu]);
    return rijen.length > 0;
  }

  /** Gives how many overviews were made: none when this week has them. */
  async maakOverzicht(tx: Tx, regioId: number, { peildatum, nu }: Wanneer): Promise<number> {
    const [rij] = await tx.query<{ aantal: number }[]>(MAAK, [regioId, peildatum, nu]);
    return rij?.aantal ?? 0;
  }
}
