import type { Tx } from '#database';
import type { Datum, Wie } from '#kern';
import { Taken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Doelgroep, Gebeurtenis } from '../casus.js';
import { CasussenRepository } from '../casussen.repository.js';
import { LopendeCasussen } from '../routering/lopend.repository.js';
import type { Keuze, LopendeCasus } from '../routering/routering.js';
import { Toewijzen } from '../routering/toewijzen.service.js';
import type { OvernameRij } from './overname.leesmodel.js';
import type { Besluit } from './overname.js';

interface Moment {
  vandaag: Datum;
  nu: Date;
  route: string;
}

/** What a decision about an offer means for the casus, its owner and its tasks. */
@Injectable()
export class Overnamegevolgen {
  constructor(
    private readonly lopend: LopendeCasussen,
    private readonly toewijzen: Toewijzen,
    private readonly casussen: CasussenRepository,
    private readonly taken: Taken,
  ) {}

  /** Gives the lines for the timeline. The decision itself is written already, so the offer is open no more. */
  async voerDoor(tx: Tx, wie: Wie, rij: OvernameRij, besluit: Besluit, moment: Moment): Promise<Gebeurtenis[]> {
    const { regioId } = wie;
    const { vandaag, nu, route } = moment;
    const afloop = { toestand: 'afgerond' as const, resultaat: besluit, door: wie.id, nu };
    await this.taken.rondAf(tx, regioId, rij.taakId === null ? [] : [rij.taakId], afloop);
    const [casus] = await this.lopend.deze(tx, regioId, [rij.casusId], { peildatum: vandaag, nu });
    if (casus === undefined) return [];
    if (besluit === 'geaccepteerd' && rij.naarId !== null) {
      const herkomst = { aanleiding: 'overname' as const, overname: rij.aanleiding };
      const keuze = keuzeVan(rij, casus, wie);
      // Who chose by the rules wrote why at that moment; of a person's choice the line is made now.
      const uitleg = rij.regelId === null ? {} : { uitleg: rij.uitleg };
      return this.toewijzen.geef(tx, regioId, [{ casus, keuze, herkomst, ...uitleg }], {
        peildatum: vandaag,
        nu,
        bron: route,
      });
    }
    await this.maakStap(tx, regioId, rij, besluit, casus, moment);
    return [];
  }

  /** The owner is to do something again: find somebody else, or see what is left now that another region has it. */
  private async maakStap(
    tx: Tx,
    regioId: number,
    rij: OvernameRij,
    besluit: Besluit,
    { invoer, verantwoordelijke, casusId }: LopendeCasus,
    { vandaag, nu }: Moment,
  ): Promise<void> {
    if (besluit !== 'ingetrokken') {
      const soort = besluit === 'geweigerd' ? ('overnameGeweigerd' as const) : ('nogNodig' as const);
      const doelgroep: Doelgroep = invoer.doelgroep;
      const nieuw = [{ soort, casusId, eigenaarId: verantwoordelijke.id, doelgroep }];
      const gemaakt = await this.taken.maak(tx, regioId, nieuw, { peildatum: vandaag, nu });
      await this.lopend.herstelStap(tx, regioId, [rij.casusId]);
      await this.casussen.zetEerdereStap(tx, regioId, gemaakt);
    }
    await this.lopend.herstelStap(tx, regioId, [rij.casusId]);
  }
}

function keuzeVan(rij: OvernameRij, { invoer }: LopendeCasus, wie: Wie): Keuze {
  const regel =
    rij.regelId === null
      ? null
      : {
          ...{ id: rij.regelId, omschrijving: rij.regelOmschrijving ?? '', team: '' },
          ...{ periode: null, school: null, woongemeente: null, doelgroep: null, onderwijssoort: null, signaal: null },
        };
  const { kandidaten } = rij;
  return { invoer, medewerker: { id: wie.id, naam: wie.naam }, regel, team: null, kandidaten, terugval: null };
}
