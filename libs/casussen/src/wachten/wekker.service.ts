import type { Tx } from '#database';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import type { Aanleiding } from '../casus.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { WekkerRepository } from './wekker.repository.js';

/** What wakes a casus before its date: an answer of the school, news of an enrolment, or a new signaal whatever it waited for. */
export type Wekreden = 'antwoordSchool' | 'inschrijving' | 'signaal';

const TEKST: Readonly<Record<Wekreden, string>> = {
  antwoordSchool: 'De casus wacht niet meer: de school heeft geantwoord.',
  inschrijving: 'De casus wacht niet meer: er is nieuws over de inschrijving.',
  signaal: 'De casus wacht niet meer: er is een nieuw signaal.',
};

/** Wakes casussen that wait («Wacht op»), thousands in one statement. On its date a casus wakes by itself. */
@Injectable()
export class Wekker {
  constructor(
    private readonly wekker: WekkerRepository,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** The next step of each casus that waited is due today. @returns how many woke */
  async wek(
    tx: Tx,
    regioId: number,
    leerlingIds: readonly string[],
    reden: Wekreden,
    door: Aanleiding,
  ): Promise<number> {
    if (leerlingIds.length === 0) return 0;
    const wachtOp = reden === 'signaal' ? null : reden;
    const wie = await this.wekker.wachtend(tx, regioId, leerlingIds, wachtOp, door.peildatum);
    if (wie.length === 0) return 0;
    await neemToewijzingsslot(tx, regioId);
    const wachtend = await this.wekker.vergrendel(tx, regioId, wie, wachtOp, door.peildatum);
    await this.wekker.wek(tx, regioId, wachtend, door.peildatum);
    const regels = wachtend.map(({ casusId, leerlingId }) => ({
      ...{ leerlingId, casusId, soort: 'gewekt', tekst: TEKST[reden], gegevens: { reden }, bron: door.bron },
      door: 'systeem',
    }));
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
    return wachtend.length;
  }
}
