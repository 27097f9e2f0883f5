import { eenmalig, Transactie, type Tx } from '#database';
import { DomeinFout, Klok, keurVersie, type Datum, type GelezenVersie, type Reden, type Wie } from '#kern';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import type { CasusAntwoord } from '../casus.dto.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { Casus } from './casus.entity.js';
import { Casusbeeld } from './casusbeeld.service.js';
import { CasuswerkRepository } from './casuswerk.repository.js';
import { Casustoegang } from './casustoegang.js';
import { Dossiersleutel } from './dossiersleutel.js';

/** What somebody wants to do to one casus. */
export interface Casusverzoek {
  wie: Wie;
  casusId: string;
  /** Method and path template, for logboek and timeline: `PATCH /api/v1/casussen/:id`. */
  route: string;
  gelezen: GelezenVersie;
  /** `Idempotency-Key` of a request that makes something, with all that was asked. */
  eenmalig?: { sleutel: string | null; inhoud: unknown };
  /** Who may get the casus is decided as well: the region's slot is taken, before any row. */
  metSlot?: boolean;
  /** It may be closed. */
  ookGesloten?: boolean;
}

/** The casus, locked, and who works on it. */
export interface Werk {
  tx: Tx;
  casus: Casus;
  wie: Wie;
  /** Why they may: `casusverantwoordelijke`, `waarneming`, `procesbewaker` or `teamleider`. */
  reden: Reden;
  /** They see (and so may write) reden, notes and free text of this casus (toegang.md 1, T2). */
  metInhoud: boolean;
  vandaag: Datum;
  nu: Date;
}

/** A change; what it gives back runs when the casus is written (what follows from it for others). */
export type Bewerking = (werk: Werk) => Promise<void | (() => Promise<void>)>;

/**
 * The one way in which a person changes one casus: who may, the lock, who may again, the versie, the change, then the row,
 * its next step, timeline and logboek, in one transaction. A use case only decides:
 *
 * ```ts
 * return this.casuswerk.bewerk({ wie, casusId, route, gelezen }, async ({ tx, casus, nu }) => {
 *   casus.ga('begeleiden');
 *   casus.noteer('besluit', 'Besluit: de leerling wordt geholpen met inschrijven.');
 *   await this.taken.maak(tx, …);
 * });
 * ```
 * It makes and ends tasks itself; the first open one becomes the next step. Locks are taken in the order of the house:
 * region, casus, taak. What must be locked before the casus (a school, a traject) goes in `vooraf`.
 */
@Injectable()
export class Casuswerk {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly toegang: Casustoegang,
    private readonly repository: CasuswerkRepository,
    private readonly beeld: Casusbeeld,
    private readonly tijdlijn: Tijdlijn,
    private readonly sleutel: Dossiersleutel,
  ) {}

  /**
   * @returns the casus as it is now, for who changed it
   * @throws DomeinFout 404 `nietGevonden`; 403 `casusVanCollega`, `alleenLezen`; 400 `versieOntbreekt`; 409 or 412
   * `versieVerouderd`; 409 `casusGesloten`, `volgendeStapNodig`, `idempotentieSleutelAnders`; whatever `doe` throws
   */
  bewerk(
    verzoek: Casusverzoek,
    doe: Bewerking,
    vooraf: (tx: Tx) => Promise<void> = async () => {},
  ): Promise<CasusAntwoord> {
    const { wie } = verzoek;
    return this.transactie.voerUit({ wie }, async (tx) => {
      // The key first: who gave the casus away with it, and did not hear so, may not see it any more.
      return this.metSleutel(tx, verzoek, async () => {
        await this.toegang.keur(tx, wie, verzoek.casusId);
        if (verzoek.metSlot === true) await neemToewijzingsslot(tx, wie.regioId);
        await vooraf(tx);
        return this.doe(tx, verzoek, doe);
      });
    });
  }

  private async metSleutel(tx: Tx, verzoek: Casusverzoek, doe: () => Promise<CasusAntwoord>): Promise<CasusAntwoord> {
    const { wie, casusId, route } = verzoek;
    const sleutel = verzoek.eenmalig?.sleutel ?? null;
    if (sleutel === null) return doe();
    const afdruk = this.sleutel.afdruk([casusId, verzoek.eenmalig?.inhoud]);
    const uit: CasusAntwoord[] = [];
    const { nieuw } = await eenmalig(tx, { wie, route, sleutel, afdruk, nu: this.klok.nu() }, 'wijziging', async () => {
      uit.push(await doe());
      return casusId;
    });
    const [gedaan] = uit;
    if (nieuw && gedaan !== undefined) return gedaan;
    const reden = await this.toegang.grond(tx, wie, casusId);
    return this.beeld.bewerkt(tx, wie, casusId, reden ?? NA_AFLOOP);
  }

  private async doe(tx: Tx, verzoek: Casusverzoek, doe: Bewerking): Promise<CasusAntwoord> {
    const { wie, casusId, route, gelezen } = verzoek;
    const stand = await this.repository.vergrendel(tx, wie.regioId, casusId);
    // Again, now that nobody can change it: it may have gone to somebody else while we waited.
    const reden = await this.toegang.keur(tx, wie, casusId);
    if (stand === null) throw new Error('A casus that may be seen is not there.');
    await keurVersie(gelezen, stand.versie, () => this.beeld.bewerkt(tx, wie, casusId, reden));
    if (stand.fase === 'gesloten' && verzoek.ookGesloten !== true) {
      throw casusGesloten(await this.beeld.bewerkt(tx, wie, casusId, reden));
    }
    const nu = this.klok.nu();
    const casus = new Casus(stand, { bron: route, door: `medewerker:${wie.id}` });
    const metInhoud = this.toegang.metInhoud(reden);
    const na = await doe({ tx, casus, wie, reden, metInhoud, vandaag: this.klok.vandaag(), nu });
    const gedaan = await this.repository.bewaar(tx, wie.regioId, casusId, casus.wijzigingen, casus.isOpen);
    if (!gedaan) throw volgendeStapNodig(await this.beeld.bewerkt(tx, wie, casusId, reden));
    await this.tijdlijn.legVan(tx, { wie, reden, route }, [stand.leerlingId], casus.regels, nu);
    if (na !== undefined) await na();
    return this.beeld.bewerkt(tx, wie, casusId, reden);
  }
}

/** The ground of who gave the casus away with what they did: without content. */
const NA_AFLOOP: Reden = 'overgedragen';

function casusGesloten(huidig: CasusAntwoord): DomeinFout {
  const tekst = 'Deze casus is gesloten. Heropen de casus eerst, als er weer iets nodig is.';
  return new DomeinFout('conflict', 'casusGesloten', tekst, { huidig });
}

function volgendeStapNodig(huidig: CasusAntwoord): DomeinFout {
  const tekst = 'Een open casus heeft altijd een volgende stap met een datum. Stuur «volgendeStap» mee.';
  return new DomeinFout('conflict', 'volgendeStapNodig', tekst, { huidig });
}
