import type { Tx } from '#database';
import { DomeinFout } from '#kern';
import { Injectable } from '@nestjs/common';
import { PgnSleutels } from '../pgn-sleutels.js';
import { legVast, onthoud, verplaats, voer, zetTerug } from './boek.repository.js';
import { BijSamenvoegen } from './haken.js';
import type { Hangtabel, Samenvoeging } from './hangtabel.js';
import { GEEF_IDENTITEIT_TERUG, LEERLING, NEEM_IDENTITEIT_OVER, VERWIJS } from './identiteit.sql.js';
import { hebbenTweeBsn, kiesHuidig, nummersVan, vergeetLatere, versleutelVerhuisde } from './pgn.repository.js';
import * as samenvoegingen from './samenvoegingen.repository.js';
import { LEERLINGTABELLEN } from './tabellen.js';
import { herstelVoorlopig, volgVoorstellen } from './voorstellen.repository.js';

/** A decided proposal: the provisional or newer record, the one that it may be, and who decides. */
export interface Paar {
  regioId: number;
  voorstelId: string;
  leerlingId: string;
  kandidaatId: string;
  medewerkerId: string;
  nu: Date;
}

/**
 * Makes two leerlingen one, and two again. The caller holds the slot of the region and those of `BijSamenvoegen.neemSloten`,
 * and decided the proposal. See docs/adr/0013-samenvoegen-met-een-boek.md.
 */
@Injectable()
export class Samenvoegen {
  constructor(
    private readonly haak: BijSamenvoegen,
    private readonly sleutels: PgnSleutels,
  ) {}

  /** Every table of which rows hang on a leerling, in the order in which they move and come back. */
  get tabellen(): readonly Hangtabel[] {
    return [...LEERLINGTABELLEN, LEERLING, ...this.haak.inhoud.tabellen];
  }

  /**
   * The candidate goes on, unless only the other has a running casus.
   * @throws DomeinFout 409 `leerlingSamengevoegd` when either is a reference already; `tweeBsn` when both have a BSN of their own.
   */
  async voegSamen(tx: Tx, paar: Paar): Promise<Samenvoeging> {
    const { regioId, leerlingId, kandidaatId, voorstelId, medewerkerId, nu } = paar;
    await this.vergrendel(tx, regioId, [leerlingId, kandidaatId]);
    const metCasus = await this.haak.inhoud.metLopendeCasus(tx, regioId, [leerlingId, kandidaatId]);
    const blijft = metCasus.includes(leerlingId) && !metCasus.includes(kandidaatId) ? leerlingId : kandidaatId;
    const vervalt = blijft === leerlingId ? kandidaatId : leerlingId;
    const s = await samenvoegingen.begin(tx, {
      regioId,
      blijft,
      vervalt,
      koppelvoorstelId: voorstelId,
      medewerkerId,
      nu,
    });
    if (await hebbenTweeBsn(tx, s)) throw tweeBsn();
    for (const h of this.tabellen) await onthoud(tx, s, h);
    const beslist = await volgVoorstellen(tx, s);
    await voer(tx, s, NEEM_IDENTITEIT_OVER);
    await kiesHuidig(tx, s);
    await this.haak.inhoud.voorVerplaatsen(tx, s);
    const waren = await nummersVan(tx, regioId, vervalt);
    for (const h of this.tabellen) await verplaats(tx, s, h);
    await versleutelVerhuisde(tx, s, this.sleutels, { van: vervalt, naar: blijft, waren });
    await voer(tx, s, VERWIJS);
    for (const h of this.tabellen) await legVast(tx, s, h);
    await this.haak.inhoud.samengevoegd(tx, s);
    if (beslist.length > 0) await this.haak.inhoud.controleer(tx, regioId, beslist);
    return s;
  }

  /**
   * Undoes the merge of a proposal: rows hang where they hung, what people did since stays where they did it, and rows that
   * were delivered since go to whom the school's number is of.
   * @throws DomeinFout 409 `latereSamenvoeging`: a later merge of one of the two must be undone first; `nietMeerTerug`: its
   * book is kept no longer.
   */
  async scheid(tx: Tx, wat: Pick<Paar, 'regioId' | 'voorstelId' | 'medewerkerId' | 'nu'>): Promise<Samenvoeging> {
    const s = await samenvoegingen.vanVoorstel(tx, wat);
    if (s === null) throw new Error('A proposal that was decided as the same has no merge.');
    const later = await samenvoegingen.laterVoorstel(tx, s);
    if (later !== null) throw latereSamenvoeging(later);
    if (!(await samenvoegingen.heeftBoek(tx, s))) throw nietMeerTerug();
    await samenvoegingen.vergrendel(tx, s.regioId, [s.blijft, s.vervalt]);
    await vergeetLatere(tx, s);
    const waren = await nummersVan(tx, s.regioId, s.blijft);
    for (const h of this.tabellen) {
      if (h === LEERLING) await voer(tx, s, GEEF_IDENTITEIT_TERUG);
      await zetTerug(tx, s, h);
    }
    await herstelVoorlopig(tx, s);
    await versleutelVerhuisde(tx, s, this.sleutels, { van: s.blijft, naar: s.vervalt, waren });
    await this.haak.inhoud.gescheiden(tx, s);
    await samenvoegingen.sluitAf(tx, s, wat.medewerkerId);
    return s;
  }

  private async vergrendel(tx: Tx, regioId: number, ids: readonly string[]): Promise<void> {
    const rijen = await samenvoegingen.vergrendel(tx, regioId, ids);
    if (rijen.some((l) => l.samengevoegdIn !== null)) throw leerlingSamengevoegd();
  }
}

function tweeBsn(): DomeinFout {
  return new DomeinFout(
    'conflict',
    'tweeBsn',
    'Deze twee hebben elk een eigen BSN en kunnen dus niet dezelfde zijn. Klopt een van de nummers niet? Vraag de school dan om het te herstellen en besluit daarna.',
  );
}

function leerlingSamengevoegd(): DomeinFout {
  return new DomeinFout(
    'conflict',
    'leerlingSamengevoegd',
    'Een van deze twee is intussen samengevoegd met een ander. Vernieuw de lijst om te zien wat er nog te besluiten is.',
  );
}

function latereSamenvoeging(koppelvoorstelId: string): DomeinFout {
  return new DomeinFout(
    'conflict',
    'latereSamenvoeging',
    'Na deze samenvoeging is een van de twee nog met een ander samengevoegd. Maak eerst die latere samenvoeging ongedaan.',
    { huidig: { koppelvoorstelId } },
  );
}

function nietMeerTerug(): DomeinFout {
  return new DomeinFout(
    'conflict',
    'nietMeerTerug',
    'Deze samenvoeging is te lang geleden om nog ongedaan te maken: wat er toen stond is niet meer bewaard. Neem contact op met de beheerder van uw regio.',
  );
}
