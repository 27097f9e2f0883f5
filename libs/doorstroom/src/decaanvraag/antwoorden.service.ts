import type { Decaanvraag } from '#casussen';
import { metHerkansing, Opnieuw, Transactie, type Tx } from '#database';
import { DomeinFout, Klok, nietGevonden, scholenVan, type Wie } from '#kern';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import { neemControlesloten } from '../controlesloten.sql.js';
import { AntwoordenRepository } from './antwoorden.repository.js';
import { Antwoordgevolgen } from './antwoordgevolgen.service.js';
import { leesRijen } from './antwoorden.regels.js';
import { Antwoordschrijver, type Besluit } from './antwoordschrijver.js';
import { Decaanvraagbeeld } from './decaanvraagbeeld.service.js';
import type { DecaanantwoordenAntwoord, DecaanvraagAntwoord } from './decaanvragen.dto.js';

/** A school answers: saved at once, row by row, and changed for as long as the term runs. */
@Injectable()
export class Antwoorden {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly repository: AntwoordenRepository,
    private readonly schrijver: Antwoordschrijver,
    private readonly gevolgen: Antwoordgevolgen,
    private readonly beeld: Decaanvraagbeeld,
  ) {}

  /**
   * Answers about some or all pupils of a question. The same answer again changes nothing.
   * @param inhoud the body, unchecked: each row is judged by itself
   * @throws DomeinFout 400 `invoerOngeldig`; 404 `nietGevonden`; 409 `decaanvraagVerlopen` with the question in `huidig`;
   * 503 `bezet`
   */
  antwoord(wie: Wie, id: string, inhoud: unknown): Promise<DecaanantwoordenAntwoord> {
    const rijen = leesRijen(inhoud);
    return metHerkansing(
      () => this.transactie.voerUit({ wie }, (tx) => this.inEen(tx, wie, id, rijen)),
      () =>
        new DomeinFout('nietBeschikbaar', 'bezet', 'Het is nu te druk. Probeer het straks opnieuw.', { opnieuwNaS: 5 }),
    );
  }

  private async inEen(tx: Tx, wie: Wie, id: string, rijen: readonly unknown[]): Promise<DecaanantwoordenAntwoord> {
    const vraag = await this.vergrendel(tx, wie, id, rijen);
    const vandaag = this.klok.vandaag();
    const besluit = await this.schrijver.besluit(tx, wie, vraag, rijen, vandaag);
    if (besluit.nieuw.length > 0) {
      if (vraag.status === 'verlopen' || vraag.vervaltOp < vandaag) throw verlopen(await this.zie(tx, wie, id));
      const nu = this.klok.nu();
      await this.schrijver.leg(tx, wie, besluit.nieuw, vandaag, nu);
      await this.gevolgen.volg(tx, wie, vraag, besluit.nieuw, { peildatum: vandaag, nu });
    }
    const decaanvraag = await this.zie(tx, wie, id);
    return { resultaten: metZinnen(besluit, decaanvraag), decaanvraag };
  }

  /** In the order of the house: the checks of these pupils, the region, the question. */
  private async vergrendel(tx: Tx, wie: Wie, id: string, rijen: readonly unknown[]): Promise<Decaanvraag> {
    const school = await this.repository.school(tx, wie.regioId, id);
    if (school === null || !scholenVan(wie, 'decaan', 'zorgcoordinator').includes(school)) throw nietGevonden();
    const leerlingen = await this.repository.leerlingen(tx, wie.regioId, id, trajectIds(rijen));
    await neemControlesloten(tx, wie.regioId, leerlingen, true);
    await neemToewijzingsslot(tx, wie.regioId);
    // Somebody may have become somebody else while we waited: then those are not the slots.
    if (!(await neemControlesloten(tx, wie.regioId, leerlingen, false))) throw new Opnieuw();
    const vraag = await this.repository.vergrendel(tx, wie.regioId, id);
    if (vraag === null) throw nietGevonden();
    return vraag;
  }

  private async zie(tx: Tx, wie: Wie, id: string): Promise<DecaanvraagAntwoord> {
    const beeld = await this.beeld.voor(tx, wie, id);
    if (beeld === null) throw new Error('A question that was answered is not there.');
    return beeld.antwoord;
  }
}

function trajectIds(rijen: readonly unknown[]): string[] {
  return rijen.flatMap((rij) => {
    const id: unknown = typeof rij === 'object' && rij !== null ? Reflect.get(rij, 'trajectId') : undefined;
    return typeof id === 'string' && /^[1-9]\d{0,17}$/.test(id) ? [id] : [];
  });
}

function metZinnen(
  { uitkomsten }: Besluit,
  { rijen = [] }: DecaanvraagAntwoord,
): DecaanantwoordenAntwoord['resultaten'] {
  const perTraject = new Map(rijen.map((rij) => [rij.trajectId, rij.tekst]));
  return uitkomsten.map((u) => ({ ...u, tekst: u.tekst ?? perTraject.get(u.trajectId ?? '') ?? '' }));
}

function verlopen(huidig: DecaanvraagAntwoord): DomeinFout {
  const tekst = 'Deze vraag is voorbij: de begeleiders van de regio zijn begonnen. Bel hen met uw antwoord.';
  return new DomeinFout('conflict', 'decaanvraagVerlopen', tekst, { huidig });
}
