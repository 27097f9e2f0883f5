import type { Tx } from '#database';
import { BijDeactiveren, neemToewijzingsslot, type BijDeactiverenVulling, type MedewerkerGestopt } from '#organisaties';
import { Taken } from '#taken';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Aanleiding } from '../casus.js';
import { Overnames } from '../overname/overnames.service.js';
import { LopendeCasussen } from './lopend.repository.js';
import { Routering } from './routering.service.js';
import { Toewijzen } from './toewijzen.service.js';

/** Moves the work of someone who stops. Fills the haak `bijDeactiveren` of organisaties. */
@Injectable()
export class Herverdeling implements BijDeactiverenVulling, OnModuleInit {
  constructor(
    private readonly lopend: LopendeCasussen,
    private readonly routering: Routering,
    private readonly toewijzen: Toewijzen,
    private readonly overnames: Overnames,
    private readonly taken: Taken,
    private readonly haak: BijDeactiveren,
  ) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  async medewerkerGestopt(tx: Tx, { regioId, medewerkerId, vandaag, nu }: MedewerkerGestopt): Promise<void> {
    await this.van(tx, regioId, medewerkerId, { peildatum: vandaag, nu, bron: 'medewerkerGestopt' });
  }

  /**
   * Gives every running casus and open task of someone who stops to someone else, by the same rules as a new casus.
   * @returns how many casussen moved
   * @throws DomeinFout `procesbewakerOntbreekt` when the one who stops is the procesbewaker.
   */
  async van(tx: Tx, regioId: number, medewerkerId: string, door: Aanleiding): Promise<number> {
    await neemToewijzingsslot(tx, regioId);
    const casussen = await this.lopend.van(tx, regioId, [medewerkerId], door);
    if (casussen.length > 0) {
      const verdeler = await this.routering.verdeler(tx, regioId, door, medewerkerId);
      const verplaatsingen = casussen.map((casus) => ({
        casus,
        keuze: verdeler.kies(casus.invoer, medewerkerId),
        herkomst: { aanleiding: 'vertrek' as const },
      }));
      await this.routering.onthoud(tx, regioId, verdeler);
      await this.toewijzen.verplaats(tx, regioId, verplaatsingen, door);
    }
    await this.overnames.ontvangersWeg(tx, regioId, [medewerkerId], door);
    // What belongs to no casus of theirs (a koppelvoorstel, a delivery) has no rule: the procesbewaker sees to it.
    await this.taken.draagRestOverAanProcesbewaker(tx, regioId, medewerkerId);
    return casussen.length;
  }
}
