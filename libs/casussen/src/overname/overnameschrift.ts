import type { Tx } from '#database';
import type { Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Gebeurtenis } from '../casus.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { Dossiersleutel } from '../werk/dossiersleutel.js';
import type { OvernameRij } from './overname.leesmodel.js';

/** What a decision about an offer leaves behind: its text as ciphertext, its lines, and the row of the logboek. */
@Injectable()
export class Overnameschrift {
  constructor(
    private readonly sleutel: Dossiersleutel,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  sluit({ regioId }: Wie, id: string, antwoord: string | null): Buffer | null {
    return antwoord === null ? null : this.sleutel.versleutel(antwoord, { regioId, kolom: 'overname|antwoord', id });
  }

  async leg(
    tx: Tx,
    wie: Wie,
    rij: OvernameRij,
    regels: readonly Gebeurtenis[],
    route: string,
    nu: Date,
  ): Promise<void> {
    const reden = rij.naarId === wie.id ? 'aangeboden overname' : 'casusverantwoordelijke';
    await this.tijdlijn.legVan(tx, { wie, reden, route }, [rij.leerlingId], regels, nu);
  }
}
