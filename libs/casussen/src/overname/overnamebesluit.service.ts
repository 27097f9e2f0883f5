import { Transactie } from '#database';
import { DomeinFout, Klok, keurVersie, nietGevonden, type GelezenVersie, type Wie } from '#kern';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import { alsOvername } from './overname.antwoord.js';
import type { OvernameAntwoord } from './overname.dto.js';
import { OvernameLeesmodel, type OvernameRij } from './overname.leesmodel.js';
import { regelBesloten } from './overname.regels.js';
import { Overnamebeeld } from './overnamebeeld.service.js';
import { Overnameschrift } from './overnameschrift.js';
import { Overnamegevolgen } from './overnamegevolgen.service.js';
import type { Besluit } from './overname.js';
import { OvernamesRepository } from './overnames.repository.js';

/** A decision about an offer, as it was asked. */
interface Vraag {
  wie: Wie;
  casusId: string;
  besluit: Besluit;
  gelezen: GelezenVersie;
  /** T2: why it is refused, or who of another region accepted. */
  antwoord: string | null;
}

/** What the receiver decides about a casus that was offered, or the sender takes back. */
@Injectable()
export class Overnamebesluit {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly leesmodel: OvernameLeesmodel,
    private readonly overnames: OvernamesRepository,
    private readonly gevolgen: Overnamegevolgen,
    private readonly beeld: Overnamebeeld,
    private readonly schrift: Overnameschrift,
  ) {}

  /**
   * The receiver becomes casusverantwoordelijke; the sender reads on for ten werkdagen. Of another region the owner notes who
   * accepted, and stays.
   * @throws DomeinFout 404 `nietGevonden` for who was not asked; 400 `ontvangerOntbreekt`; 409 or 412 `versieVerouderd`; 409
   * `alBeslist`
   */
  accepteer(wie: Wie, casusId: string, ontvanger: string | null, gelezen: GelezenVersie): Promise<OvernameAntwoord> {
    return this.beslis({ wie, casusId, besluit: 'geaccepteerd', gelezen, antwoord: ontvanger });
  }

  /** The sender keeps the casus, and is asked to find somebody else. @throws DomeinFout as `accepteer` */
  weiger(wie: Wie, casusId: string, reden: string, gelezen: GelezenVersie): Promise<OvernameAntwoord> {
    return this.beslis({ wie, casusId, besluit: 'geweigerd', gelezen, antwoord: reden });
  }

  /** By who offers. @throws DomeinFout as `accepteer` */
  trekIn(wie: Wie, casusId: string, gelezen: GelezenVersie): Promise<OvernameAntwoord> {
    return this.beslis({ wie, casusId, besluit: 'ingetrokken', gelezen, antwoord: null });
  }

  private beslis(vraag: Vraag): Promise<OvernameAntwoord> {
    const { wie, casusId, besluit, gelezen, antwoord } = vraag;
    return this.transactie.voerUit({ wie }, async (tx) => {
      // Before any row: it decides who may get casussen.
      await neemToewijzingsslot(tx, wie.regioId);
      const rij = await this.leesmodel.vanCasus(tx, wie.regioId, casusId, true);
      if (rij === null || !mag(rij, wie, besluit)) throw nietGevonden();
      await keurVersie(gelezen, rij.versie, () => this.beeld.voor(tx, wie, rij));
      if (rij.toestand !== 'aangeboden') throw alBeslist();
      if (besluit === 'geaccepteerd' && rij.naarId === null && antwoord === null) throw ontvangerOntbreekt();
      const moment = { vandaag: this.klok.vandaag(), nu: this.klok.nu() };
      await this.overnames.beslis(tx, wie, rij.id, besluit, this.schrift.sluit(wie, rij.id, antwoord), moment);
      const route = ROUTE[besluit];
      const regels = await this.gevolgen.voerDoor(tx, wie, rij, besluit, { ...moment, route });
      await this.schrift.leg(tx, wie, rij, [...regels, regelBesloten(rij, besluit, wie, route)], route, moment.nu);
      const gedaan = await this.leesmodel.vanCasus(tx, wie.regioId, casusId);
      return alsOvername(gedaan ?? rij, wie, antwoord === null ? {} : { antwoord }, true);
    });
  }
}

const ROUTE: Readonly<Record<Besluit, string>> = {
  geaccepteerd: 'POST /api/v1/casussen/:id/overname/acceptatie',
  geweigerd: 'POST /api/v1/casussen/:id/overname/weigering',
  ingetrokken: 'POST /api/v1/casussen/:id/overname/intrekking',
};

/** The receiver decides; the sender takes back, and notes what another region says. */
function mag({ naarId, vanId, verantwoordelijkeId }: OvernameRij, wie: Wie, besluit: Besluit): boolean {
  const verzender = vanId === wie.id && verantwoordelijkeId === wie.id;
  return besluit === 'ingetrokken' || naarId === null ? verzender : naarId === wie.id;
}

function alBeslist(): DomeinFout {
  const tekst = 'Over dit aanbod is al beslist, of het is vervallen. Bekijk de casus opnieuw.';
  return new DomeinFout('conflict', 'alBeslist', tekst);
}

function ontvangerOntbreekt(): DomeinFout {
  const tekst = 'Noteer bij «ontvanger» wie in de andere regio de casus overneemt, met een telefoonnummer.';
  const fouten = [{ veld: 'ontvanger', code: 'verplicht', tekst }];
  return new DomeinFout('ongeldig', 'ontvangerOntbreekt', tekst, { fouten });
}
