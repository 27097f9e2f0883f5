import type { Tx } from '#database';
import type { Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { Dossiersleutel, type Dossierplaats } from './dossiersleutel.js';
import { leesReden, vulUit, type CasusReden } from './reden.regels.js';
import { RedenenRepository } from './redenen.repository.js';

/** The reden of a casus, closed for its own row. The caller judged who reads or writes it. */
@Injectable()
export class Redenen {
  constructor(
    private readonly redenen: RedenenRepository,
    private readonly sleutel: Dossiersleutel,
  ) {}

  /** Null when none was given. */
  async lees(tx: Tx, regioId: number, casusId: string): Promise<CasusReden | null> {
    const rij = await this.redenen.lees(tx, regioId, casusId);
    return rij === null ? null : leesReden(this.sleutel.ontsleutel(rij.waarde, plaats(regioId, rij.id)));
  }

  /** Null takes it away. */
  async zet(tx: Tx, wie: Wie, casusId: string, reden: CasusReden | null, nu: Date): Promise<void> {
    const { regioId, id: medewerkerId } = wie;
    if (reden === null) return this.redenen.wis(tx, regioId, casusId);
    const dicht = (id: string): Buffer => this.sleutel.versleutel(vulUit(reden), plaats(regioId, id));
    await this.redenen.zet(tx, regioId, casusId, dicht, { medewerkerId, nu });
  }
}

function plaats(regioId: number, id: string): Dossierplaats {
  return { regioId, kolom: 'casus_reden|waarde', id };
}
