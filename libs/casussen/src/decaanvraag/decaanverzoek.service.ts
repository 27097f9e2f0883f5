import type { Tx } from '#database';
import { DomeinFout, nietGevonden, type Wie } from '#kern';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import type { Gebeurtenis, Wanneer } from '../casus.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { DecaanverzoekRepository, type Gevraagd } from './decaanverzoek.repository.js';
import { Decaanvragen } from './decaanvragen.service.js';
import { StappenRepository } from './stappen.repository.js';

const ROUTE = 'POST /api/v1/decaanvragen';

/** An officer asks one school about casussen of theirs (werkplek.md, «Vraag over 12 leerlingen»). */
@Injectable()
export class Decaanverzoek {
  constructor(
    private readonly repository: DecaanverzoekRepository,
    private readonly decaanvragen: Decaanvragen,
    private readonly stappen: StappenRepository,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /**
   * Joins the open question of the school, or makes it. What the owner was to do first waits for the answer. A casus that
   * waits for it already stays as it is.
   * @returns id of the question
   * @throws DomeinFout 404 `nietGevonden` when one of them is not there or not for this asker; 403 `alleenLezen`; 409
   * `casusGesloten`, `schoolNietTeVragen`; 400 `meerScholen`
   */
  async vraag(tx: Tx, wie: Wie, casusIds: readonly string[], wanneer: Wanneer): Promise<string> {
    await neemToewijzingsslot(tx, wie.regioId);
    const casussen = await this.repository.vergrendel(tx, wie, casusIds);
    keur(casussen, casusIds.length);
    const nieuw = casussen.filter((c) => c.decaanvraagId === null);
    const taken = await this.decaanvragen.stel(tx, wie.regioId, nieuw, wanneer);
    if (taken.length < nieuw.length) throw nietTeVragen();
    const ids = taken.map((t) => t.casusId);
    await this.stappen.stelUit(tx, wie.regioId, ids, wanneer.nu);
    await this.stappen.zetStap(tx, wie.regioId, ids);
    const perCasus = new Map(taken.map((t) => [t.casusId, t.vervaltOp]));
    const regels = nieuw.map((c) => regel(c, perCasus.get(c.casusId) ?? '', wie));
    for (const reden of new Set(nieuw.map((c) => c.reden))) {
      const leerlingIds = nieuw.filter((c) => c.reden === reden).map((c) => c.leerlingId);
      const eigen = regels.filter((r) => leerlingIds.includes(r.leerlingId));
      await this.tijdlijn.legVan(tx, { wie, reden, route: ROUTE }, leerlingIds, eigen, wanneer.nu);
    }
    const [vraag] = await this.repository.vragenVan(tx, wie.regioId, casusIds);
    if (vraag === undefined) throw new Error('A question that was asked is not there.');
    return vraag;
  }
}

function keur(casussen: readonly Gevraagd[], aantal: number): void {
  if (casussen.length < aantal) throw nietGevonden();
  if (casussen.some((c) => c.reden === 'regiocoördinator')) {
    throw new DomeinFout('verboden', 'alleenLezen', 'U mag deze casussen zien maar niet veranderen.');
  }
  if (casussen.some((c) => !c.loopt)) {
    const tekst = 'Een van deze casussen is gesloten. Haal de lijst opnieuw op.';
    throw new DomeinFout('conflict', 'casusGesloten', tekst);
  }
  if (new Set(casussen.map((c) => c.school)).size > 1) {
    const tekst = 'Deze leerlingen zijn van meer dan één school. Stel per school een vraag.';
    const fouten = [{ veld: 'casusIds', code: 'meerScholen', tekst }];
    throw new DomeinFout('ongeldig', 'meerScholen', tekst, { fouten });
  }
}

function nietTeVragen(): DomeinFout {
  const tekst =
    'Deze vraag kan niet. Het is na de laatste schooldag, bij de school is geen decaan bekend, of over een van de leerlingen is al geantwoord of nog onzeker wie het is. Bel de school zelf.';
  return new DomeinFout('conflict', 'schoolNietTeVragen', tekst);
}

function regel({ leerlingId, casusId }: Gevraagd, vervaltOp: string, wie: Wie): Gebeurtenis {
  const tekst = `De school is gevraagd hoe het staat; antwoord uiterlijk ${vervaltOp}.`;
  return { leerlingId, casusId, soort: 'decaanGevraagd', tekst, bron: ROUTE, door: `medewerker:${wie.id}` };
}
