import type { Tx } from '#database';
import type { Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { Dossiersleutel, type Dossierplaats } from '../dossiersleutel.js';
import { ContactmomentenRepository, type NieuwContactmoment } from './contactmomenten.repository.js';

/** Contactmomenten with their notes, closed for their own row (T2). */
@Injectable()
export class Notities {
  constructor(
    private readonly contactmomenten: ContactmomentenRepository,
    private readonly sleutel: Dossiersleutel,
  ) {}

  /** Gives the id of the contactmoment. */
  leg(tx: Tx, regioId: number, moment: NieuwContactmoment, notitie: string | undefined, nu: Date): Promise<string> {
    const dicht = notitie === undefined ? null : (id: string) => this.sleutel.versleutel(notitie, plaats(regioId, id));
    return this.contactmomenten.leg(tx, regioId, moment, dicht, nu);
  }

  /**
   * The notes of these contactmomenten that this reader sees.
   * @param metInhoud they see the content of the casus; otherwise only what they wrote themselves
   */
  async lees(tx: Tx, wie: Wie, ids: readonly string[], metInhoud: boolean): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rijen = await this.contactmomenten.notities(tx, wie.regioId, ids);
    const zichtbaar = rijen.filter((r) => metInhoud || r.door === wie.id);
    return new Map(zichtbaar.map((r) => [r.id, this.sleutel.ontsleutel(r.notitie, plaats(wie.regioId, r.id))]));
  }
}

function plaats(regioId: number, id: string): Dossierplaats {
  return { regioId, kolom: 'contactmoment|notitie', id };
}
