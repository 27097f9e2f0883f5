import type { Tx } from '#database';
import { BijDeactiveren, neemToewijzingsslot, type BijDeactiverenVulling, type MedewerkerGestopt } from '#organisaties';
import { Taken } from '#taken';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Aanleiding } from '../casus.js';
import { regelsToegewezen } from '../casussen.regels.js';
import { CasussenRepository } from '../casussen.repository.js';
import { Routering } from './routering.service.js';
import { Tijdlijn } from '../tijdlijn.service.js';

/** Moves the work of someone who stops. Fills the haak `bijDeactiveren` of organisaties. */
@Injectable()
export class Herverdeling implements BijDeactiverenVulling, OnModuleInit {
  constructor(
    private readonly casussen: CasussenRepository,
    private readonly routering: Routering,
    private readonly taken: Taken,
    private readonly tijdlijn: Tijdlijn,
    private readonly haak: BijDeactiveren,
  ) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  async medewerkerGestopt(tx: Tx, { regioId, medewerkerId, vandaag, nu }: MedewerkerGestopt): Promise<void> {
    await this.van(tx, regioId, medewerkerId, { peildatum: vandaag, nu, bron: 'medewerkerGestopt' });
  }

  /** See `Casussen.herverdeelVan`. */
  async van(tx: Tx, regioId: number, medewerkerId: string, door: Aanleiding): Promise<number> {
    await neemToewijzingsslot(tx, regioId);
    const lopend = await this.casussen.vanMedewerker(tx, regioId, medewerkerId, door);
    const keuzes = await this.routering.verdeel(
      tx,
      regioId,
      lopend.map((c) => c.invoer),
      door,
      medewerkerId,
    );
    const verdeeld = lopend.flatMap(({ casusId }, plaats) => {
      const keuze = keuzes[plaats];
      return casusId === null || keuze === undefined ? [] : [{ casusId, keuze }];
    });
    const opvolgers = new Map(verdeeld.map(({ casusId, keuze }) => [casusId, keuze.medewerker.id]));
    if (opvolgers.size > 0) {
      await this.casussen.zetVerantwoordelijken(tx, regioId, opvolgers);
      await this.taken.draagOver(tx, regioId, medewerkerId, opvolgers);
      await this.routering.legVast(tx, regioId, verdeeld, door.nu);
      const regels = verdeeld.flatMap(({ casusId, keuze }) => regelsToegewezen(keuze, casusId, door.bron));
      await this.tijdlijn.leg(tx, regioId, regels, door.nu);
    }
    // What belongs to no casus of theirs (a koppelvoorstel, a delivery) has no rule: the procesbewaker sees to it.
    await this.taken.draagRestOverAanProcesbewaker(tx, regioId, medewerkerId);
    return opvolgers.size;
  }
}
