import { Decaanverzoek, Dossiersleutel } from '#casussen';
import { eenmalig, Transactie } from '#database';
import { Klok, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { Decaanvraagbeeld } from './decaanvraagbeeld.service.js';
import type { DecaanvraagAntwoord } from './decaanvragen.dto.js';

/** Asks a school by hand, once per Idempotency-Key. */
@Injectable()
export class Vragen {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly verzoek: Decaanverzoek,
    private readonly beeld: Decaanvraagbeeld,
    private readonly sleutel: Dossiersleutel,
  ) {}

  /** @throws DomeinFout as `Decaanverzoek.vraag`; 409 `idempotentieSleutelAnders` */
  stel(
    wie: Wie,
    casusIds: readonly string[],
    sleutel: string | null,
  ): Promise<{ decaanvraag: DecaanvraagAntwoord; nieuw: boolean }> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const nu = this.klok.nu();
      const verzoek = { wie, route: 'POST /api/v1/decaanvragen', sleutel, nu, afdruk: this.sleutel.afdruk(casusIds) };
      const wanneer = { peildatum: this.klok.vandaag(), nu };
      const { id, nieuw } = await eenmalig(tx, verzoek, 'decaanvraag', () =>
        this.verzoek.vraag(tx, wie, casusIds, wanneer),
      );
      const beeld = await this.beeld.voor(tx, wie, id);
      if (beeld === null) throw new Error('A question that was asked is not there.');
      return { decaanvraag: beeld.antwoord, nieuw };
    });
  }
}
