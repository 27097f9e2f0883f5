import { Klok, systeem, DomeinFout, type VeldFout } from '#kern';
import { Transactie, type Tx } from '#database';
import { Organisaties, OrganisatieVragen } from '#organisaties';
import { Injectable } from '@nestjs/common';
import { leesRegiobestand, veldFout, weiger } from './keuring.js';
import type { RegiobestandDto } from './regiobestand.dto.js';
import { keurSamenhang } from './samenhang.js';
import { alsInrichting, alsRegiobestand } from './vorm.js';

/** What an application of a region file came to. */
export interface InrichtingUitkomst {
  regio: number;
  naam: string;
  aantallen: { scholen: number; medewerkers: number; teams: number; routeringsregels: number; clients: number };
}

/** Applies and shows the set-up of a region as one file. */
@Injectable()
export class InrichtingService {
  constructor(
    private readonly transactie: Transactie,
    private readonly organisaties: Organisaties,
    private readonly vragen: OrganisatieVragen,
    private readonly klok: Klok,
  ) {}

  /**
   * Applies a region file: all of it or nothing, and a second time nothing changes.
   * @throws DomeinFout `regiobestandOnleesbaar`, or `regiobestandOngeldig` with every mistake and its JSON path
   */
  async richtIn(tekst: string): Promise<InrichtingUitkomst> {
    const bestand = leesRegiobestand(tekst);
    const regioId = bestand.regio.nummer;
    return this.transactie.voerUit({ wie: systeem(regioId) }, async (tx) => {
      const samenhang = keurSamenhang(bestand, await this.vragen.inrichting(tx, regioId));
      weiger([...samenhang, ...(await this.keurAdressen(tx, bestand))]);
      await this.organisaties.richtIn(tx, alsInrichting(bestand), { vandaag: this.klok.vandaag(), nu: this.klok.nu() });
      return this.uitkomst(tx, regioId);
    });
  }

  /** The regions of this instance. */
  async regios(): Promise<{ nummer: number; naam: string }[]> {
    return this.transactie.voerUit({ wie: systeem(0) }, (tx) => this.vragen.regios(tx));
  }

  /**
   * The current set-up in the form of a region file.
   * @param regio number; may be left out where the instance has one region
   * @throws DomeinFout `regioOnbekend` or `regioKiezen`
   */
  async toon(regio?: number): Promise<RegiobestandDto> {
    return this.transactie.voerUit({ wie: systeem(regio ?? 0) }, async (tx) => {
      const regios = await this.vragen.regios(tx);
      const gekozen = regio ?? (regios.length === 1 ? regios[0]?.nummer : undefined);
      if (gekozen === undefined && regios.length > 1) {
        throw new DomeinFout(
          'ongeldig',
          'regioKiezen',
          `Kies een regio met --regio: ${regios.map((r) => `${r.nummer} (${r.naam})`).join(', ')}.`,
        );
      }
      const inrichting = gekozen === undefined ? null : await this.vragen.inrichting(tx, gekozen);
      if (inrichting === null) {
        throw new DomeinFout(
          'nietGevonden',
          'regioOnbekend',
          'Deze regio is nog niet ingericht. Richt haar in met «sluitend inrichten regio.json».',
        );
      }
      return alsRegiobestand(inrichting);
    });
  }

  /** In proef an e-mail address is an account, and that is of one region. */
  private async keurAdressen(tx: Tx, { regio, medewerkers = [] }: RegiobestandDto): Promise<VeldFout[]> {
    const adressen = medewerkers.map((m) => m.email.toLowerCase());
    const elders = await this.vragen.proefAccountsElders(tx, regio.nummer, adressen);
    return elders.map(({ adres, regioId }) =>
      veldFout(
        `$.medewerkers[${adressen.indexOf(adres)}].email`,
        'accountElders',
        `hoort al bij een actieve medewerker van regio ${regioId}. Gebruik een ander adres, of haal de medewerker daar eerst weg.`,
      ),
    );
  }

  private async uitkomst(tx: Tx, regioId: number): Promise<InrichtingUitkomst> {
    const nu = await this.vragen.inrichting(tx, regioId);
    if (nu === null) throw new Error('The region that was just set up cannot be read back.');
    return {
      regio: regioId,
      naam: nu.regio.naam,
      aantallen: {
        scholen: nu.scholen.length,
        medewerkers: nu.medewerkers.length,
        teams: nu.teams.length,
        routeringsregels: nu.regels.length,
        clients: nu.clients.length,
      },
    };
  }
}
