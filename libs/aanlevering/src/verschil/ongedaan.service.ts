import { metHerkansing, Transactie, type Tx } from '#database';
import { DomeinFout, Klok, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { aanleveringNietGevonden, type Aanlevering } from '../aanlevering.js';
import { AanleveringenRepository } from '../aanleveringen.repository.js';
import { AanleveringVragen } from '../aanleveringen.vragen.js';
import { Beslisser } from '../poort/beslisser.js';
import { Ongedaanwerk } from './ongedaanwerk.js';

/** Undoes the last processed delivery of a school: the data goes back, what people did stays (intake.md). */
@Injectable()
export class Ongedaanmaking {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly aanleveringen: AanleveringenRepository,
    private readonly vragen: AanleveringVragen,
    private readonly beslisser: Beslisser,
    private readonly werk: Ongedaanwerk,
  ) {}

  /**
   * All of it in one transaction, or nothing. Waits for the deliveries of this school, the checks of whom it touches and the
   * deliveries of the region that are being worked on.
   * @throws DomeinFout nietGevonden, besluitNietAanU, alOngedaan, nietVerwerkt, gewijzigd, nietDeLaatste, nietMeerTerug or evenBezet
   */
  async maakOngedaan(wie: Wie, id: string, besluit: { reden: string; versie: number }): Promise<void> {
    await metHerkansing(
      () => this.transactie.voerUit({ wie }, (tx) => this.doeOnderSlot(tx, wie, id, besluit)),
      evenBezet,
    );
  }

  private async doeOnderSlot(
    tx: Tx,
    wie: Wie,
    id: string,
    { reden, versie }: { reden: string; versie: number },
  ): Promise<void> {
    const { regioId } = wie;
    const school = await this.vragen.schoolVan(tx, regioId, id);
    if (school === null) throw aanleveringNietGevonden();
    // Before anything is waited for, and again under the lock.
    await this.beslisser.keur(tx, wie, await this.aanleveringen.zoek(tx, regioId, id));
    // One order for everybody: school, checks, region, rows. Processing locks rows of other schools' deliveries under the
    // slot of the region (lines that are read again), so no row may be held while that slot is waited for.
    await this.vragen.neemSchool(tx, regioId, school);
    await this.werk.neemSloten(tx, regioId, id);
    const aanlevering = await this.aanleveringen.vergrendel(tx, regioId, id);
    if (aanlevering === null) throw aanleveringNietGevonden();
    const grond = await this.beslisser.keur(tx, wie, aanlevering);
    keurStatus(aanlevering);
    if (aanlevering.versie !== versie) throw gewijzigd(aanlevering);
    await this.werk.draaiTerug(tx, wie, aanlevering, { reden, nu: this.klok.nu(), grond });
  }
}

function keurStatus({ id, status, ongedaan }: Aanlevering): void {
  if (status === 'verwerkt') return;
  const huidig = { id, status };
  if (ongedaan) throw new DomeinFout('conflict', 'alOngedaan', 'Deze aanlevering is al ongedaan gemaakt.', { huidig });
  throw new DomeinFout(
    'conflict',
    'nietVerwerkt',
    'Van deze aanlevering is niets verwerkt. Er is niets om ongedaan te maken.',
    { huidig },
  );
}

function gewijzigd({ id, status, versie }: Aanlevering): DomeinFout {
  return new DomeinFout(
    'conflict',
    'gewijzigd',
    'Deze aanlevering is veranderd sinds u haar opende. Vernieuw de pagina en kijk of u haar nog ongedaan wilt maken.',
    { huidig: { id, status, versie } },
  );
}

function evenBezet(): DomeinFout {
  const tekst =
    'Er wordt op dit moment gewerkt aan leerlingen uit deze aanlevering. Probeer het over een minuut opnieuw.';
  return new DomeinFout('nietBeschikbaar', 'evenBezet', tekst);
}
