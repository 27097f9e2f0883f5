import { Transactie, type Tx } from '#database';
import { DomeinFout, Klok, nietGevonden, type Reden, type Wie } from '#kern';
import { Logboek, type Onderwerp } from '#logboek';
import { Injectable } from '@nestjs/common';
import { alsContact, alsInschrijving, alsLeerling } from './antwoorden.js';
import { ContactenLeesmodel } from './contacten.leesmodel.js';
import type { InschrijvingAntwoord, LeerlingAntwoord } from './leerling.dto.js';
import { LeerlingenLeesmodel, type LeerlingRij, type Zoekwijze } from './leerlingen.leesmodel.js';
import { PgnSleutels } from './pgn-sleutels.js';
import type { ZoekVraag } from './zoek.dto.js';

/** Shows youngsters to people: who may see them, what of them, and a logboek row each in the same transaction. */
@Injectable()
export class Raadplegen {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly leesmodel: LeerlingenLeesmodel,
    private readonly contacten: ContactenLeesmodel,
    private readonly sleutels: PgnSleutels,
    private readonly logboek: Logboek,
  ) {}

  /**
   * Whoever fits in the asker's scope. Someone outside it is as absent as someone who does not exist.
   * @throws DomeinFout `zoekvraagOnvolledig` when the fields are not one of the three ways to search.
   */
  zoek(wie: Wie, vraag: ZoekVraag): Promise<LeerlingAntwoord[]> {
    const zoekwijze = this.zoekwijze(vraag);
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rijen = await this.leesmodel.zoek(tx, wie, zoekwijze, this.klok.vandaag());
      await this.legZoekvraag(tx, wie, rijen);
      return rijen.map((rij) => alsLeerling(rij, wie));
    });
  }

  /**
   * Who was merged into another is that other, and the answer says so.
   * @throws DomeinFout 404 `nietGevonden`, also when the asker may not know that there is one.
   */
  leerling(wie: Wie, id: string): Promise<LeerlingAntwoord> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rij = await this.vind(tx, wie, id);
      await this.leg(tx, wie, 'leerling', rij.id, rij.reden, 'leerlingen/:id');
      const contacten = await this.contacten.van(tx, wie, rij.id);
      const antwoord = { ...alsLeerling(rij, wie), contacten: contacten.map(alsContact) };
      return { ...antwoord, ...(rij.id === id ? {} : { samengevoegdUit: id }) };
    });
  }

  /** A school gets its own rows only. @throws DomeinFout as `leerling`. */
  inschrijvingen(wie: Wie, id: string): Promise<InschrijvingAntwoord[]> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const { reden, id: huidig } = await this.vind(tx, wie, id);
      const rijen = await this.leesmodel.inschrijvingen(tx, wie, huidig);
      await this.leg(tx, wie, 'inschrijving', huidig, reden, 'leerlingen/:id/inschrijvingen');
      return rijen.map(alsInschrijving);
    });
  }

  private async vind(tx: Tx, wie: Wie, id: string): Promise<LeerlingRij> {
    const [rij] = await this.leesmodel.zoek(tx, wie, { soort: 'id', id }, this.klok.vandaag());
    if (rij !== undefined) return rij;
    throw nietGevonden();
  }

  private zoekwijze({ pgn, achternaam, geboortedatum, leerlingnummer, school }: ZoekVraag): Zoekwijze {
    const gevuld = [pgn, achternaam, geboortedatum, leerlingnummer, school].filter((veld) => veld !== undefined).length;
    if (gevuld === 1 && pgn !== undefined) return { soort: 'pgn', hash: this.sleutels.hash(pgn) };
    if (gevuld === 2 && achternaam !== undefined && geboortedatum !== undefined) {
      return { soort: 'naam', achternaam, geboortedatum };
    }
    if (gevuld === 2 && leerlingnummer !== undefined && school !== undefined) {
      return { soort: 'nummer', leerlingnummer, school };
    }
    throw new DomeinFout(
      'ongeldig',
      'zoekvraagOnvolledig',
      'Zoek op pgn, op achternaam met geboortedatum, of op leerlingnummer met school. Vul niets anders in.',
    );
  }

  /** Who was found, each with the reason; a search that found nobody is a row as well. */
  private async legZoekvraag(tx: Tx, wie: Wie, rijen: LeerlingRij[]): Promise<void> {
    const redenen = rijen.length === 0 ? ['geen resultaat'] : [...new Set(rijen.map((rij) => rij.reden))];
    for (const reden of redenen) {
      const leerlingIds = rijen.filter((rij) => rij.reden === reden).map((rij) => rij.id);
      const regel = { wie, handeling: 'zoeken', onderwerp: 'leerling', leerlingIds, reden } as const;
      await this.logboek.leg(tx, { ...regel, route: 'POST /api/v1/leerlingen/_zoek' });
    }
  }

  private leg(tx: Tx, wie: Wie, onderwerp: Onderwerp, leerling: string, reden: Reden, pad: string): Promise<void> {
    const regel = { wie, handeling: 'lezen', onderwerp, leerlingIds: [leerling], reden } as const;
    return this.logboek.leg(tx, { ...regel, route: `GET /api/v1/${pad}` });
  }
}
