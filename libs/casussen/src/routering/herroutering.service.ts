import type { Tx } from '#database';
import { BijBezetting, neemToewijzingsslot, type Bezettingswijziging, type BijBezettingVulling } from '#organisaties';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Aanleiding } from '../casus.js';
import { Overnames } from '../overname/overnames.service.js';
import { Herziening } from './herziening.service.js';
import { LopendeCasussen } from './lopend.repository.js';
import { Routering } from './routering.service.js';
import { Toewijzen, type Verplaatsing } from './toewijzen.service.js';
import { Waarneming } from './waarneming.service.js';

/**
 * Goes through the running casussen of a region and moves what must move (domain.md 4, «Routing»). Set-based, safe to repeat,
 * one at a time per region. Fills the haak `bijBezetting` of organisaties.
 */
@Injectable()
export class Herroutering implements BijBezettingVulling, OnModuleInit {
  constructor(
    private readonly lopend: LopendeCasussen,
    private readonly routering: Routering,
    private readonly toewijzen: Toewijzen,
    private readonly herziening: Herziening,
    private readonly waarneming: Waarneming,
    private readonly overnames: Overnames,
    private readonly haak: BijBezetting,
  ) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  async bezettingVeranderd(tx: Tx, { regioId, vandaag, nu }: Bezettingswijziging): Promise<void> {
    await this.loopNa(tx, regioId, { peildatum: vandaag, nu, bron: 'bezetting' });
  }

  /**
   * Long absences lose their casussen, short ones get an observer; who moved or came into another doelgroep is routed again;
   * then what waits gets the room that there is, the oldest first.
   * @throws DomeinFout `procesbewakerOntbreekt`
   */
  async loopNa(tx: Tx, regioId: number, door: Aanleiding): Promise<void> {
    await neemToewijzingsslot(tx, regioId);
    await this.verdeelVanLangAfwezigen(tx, regioId, door);
    await this.herziening.herzie(tx, regioId, door);
    await this.vulRuimte(tx, regioId, door);
    await this.waarneming.regel(tx, regioId, door);
  }

  /** Gives what waits with the procesbewaker to who has room by now. The caller holds the region's lock. */
  async vulRuimte(tx: Tx, regioId: number, door: Aanleiding): Promise<void> {
    const wachtend = await this.lopend.wachtend(tx, regioId, door);
    if (wachtend.length === 0) return;
    const verdeler = await this.routering.verdeler(tx, regioId, door);
    const gekozen = wachtend.map((casus): Verplaatsing => {
      const keuze = verdeler.kies(casus.invoer, casus.verantwoordelijke.id);
      return { casus, keuze, herkomst: { aanleiding: 'ruimte' } };
    });
    await this.routering.onthoud(tx, regioId, verdeler);
    const blijft = ({ casus, keuze }: Verplaatsing): boolean =>
      keuze.terugval !== null && keuze.medewerker.id === casus.verantwoordelijke.id;
    // Also to who is procesbewaker now.
    const verplaatst = gekozen.filter((v) => !blijft(v));
    await this.toewijzen.verplaats(tx, regioId, verplaatst, door);
    // Still waiting, but for another reason: the list of the regiocoördinator says why today.
    const anders = gekozen.filter((v) => blijft(v) && v.keuze.terugval !== v.casus.terugval);
    await this.routering.legVast(
      tx,
      regioId,
      anders.map(({ casus, keuze, herkomst }) => ({ casusId: casus.casusId, keuze, herkomst })),
      door.nu,
    );
  }

  private async verdeelVanLangAfwezigen(tx: Tx, regioId: number, door: Aanleiding): Promise<void> {
    const weg = await this.lopend.langAfwezigen(tx, regioId, door);
    if (weg.length === 0) return;
    await this.overnames.ontvangersWeg(tx, regioId, weg, door);
    const casussen = await this.lopend.vanAfwezigen(tx, regioId, weg, door);
    if (casussen.length === 0) return;
    const verdeler = await this.routering.verdeler(tx, regioId, door);
    const verplaatst = casussen.map((casus): Verplaatsing => {
      const keuze = verdeler.kies(casus.invoer, casus.verantwoordelijke.id);
      return { casus, keuze, herkomst: { aanleiding: 'afwezigheid' } };
    });
    await this.routering.onthoud(tx, regioId, verdeler);
    await this.toewijzen.verplaats(tx, regioId, verplaatst, door);
  }
}
