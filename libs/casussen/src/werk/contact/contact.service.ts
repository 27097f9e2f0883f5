import type { GelezenVersie, Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { CasusAntwoord } from '../../casus.dto.js';
import { Casuswerk } from '../casuswerk.service.js';
import type { Uitkomst } from '../stap/stap.regels.js';
import { Stappen } from '../stap/stappen.service.js';
import type { Contactmoment, Met } from './contact.dto.js';
import { Notities } from './notities.service.js';

const MET_WIE: Readonly<Record<Met, string>> = {
  leerling: 'de leerling',
  ouders: 'de ouders',
  decaan: 'de decaan',
  mentor: 'de mentor',
  anders: 'een ander',
};

const TEKST: Readonly<Record<Uitkomst, (wie: string) => string>> = {
  gesproken: (wie) => `Gesproken met ${wie}.`,
  nietBereikt: (wie) => `Niet bereikt: ${wie}.`,
  anders: (wie) => `Contact met ${wie}, niet gesproken.`,
};

/** Contact about a casus: one call notes it, does the step that was open and makes the next one. */
@Injectable()
export class Contact {
  constructor(
    private readonly casuswerk: Casuswerk,
    private readonly stappen: Stappen,
    private readonly notities: Notities,
  ) {}

  /** @throws DomeinFout as `Casuswerk.bewerk` and `Stappen.zet` */
  leg(
    wie: Wie,
    casusId: string,
    contact: Contactmoment,
    { gelezen, sleutel }: { gelezen: GelezenVersie; sleutel: string | null },
  ): Promise<CasusAntwoord> {
    const { uitkomst, met, notitie, volgendeStap } = contact;
    const route = 'POST /api/v1/casussen/:id/contactmomenten';
    const verzoek = { wie, casusId, route, gelezen, eenmalig: { sleutel, inhoud: contact } };
    return this.casuswerk.bewerk(verzoek, async (werk) => {
      const { tx, casus, nu } = werk;
      const stap = volgendeStap ?? (await this.stappen.voorgesteld(werk, uitkomst));
      const moment = { casusId, uitkomst, met, taakId: casus.stand.volgendeTaakId, medewerkerId: wie.id };
      const contactmomentId = await this.notities.leg(tx, wie.regioId, moment, notitie, nu);
      if (uitkomst === 'gesproken') casus.gesproken(nu);
      casus.noteer('contactmoment', TEKST[uitkomst](MET_WIE[met]), { contactmomentId, uitkomst, met });
      await this.stappen.zet(werk, stap, 'contact');
    });
  }
}
