import type { Datum } from '#kern';
import type { GemaakteTaak } from '#taken';
import type { Invoer, Keuze } from './routering/routering.js';

/** `nagaan` → `begeleiding` → `afronding` (feedback due) → `gesloten` (domain.md 4). */
export const FASEN = ['nagaan', 'begeleiding', 'afronding', 'gesloten'] as const;
export type Fase = (typeof FASEN)[number];

/** Who gets a casus: the law's group on a date. Whoever is in none of them (`geen`) gets no casus. */
export const DOELGROEPEN = ['leerplicht', 'kwalificatieplicht', 'doorstroompunt'] as const;
export type Doelgroep = (typeof DOELGROEPEN)[number];

/** When something is done: the domain date and the instant that belongs to it, both from `Klok`. */
export interface Wanneer {
  /** Date on which the rules are judged. */
  peildatum: Datum;
  nu: Date;
}

/** The same, with where it came from for the timeline: `doorstroomcontrole:12`. */
export interface Aanleiding extends Wanneer {
  bron: string;
}

/** One youngster or casus to route. */
export interface TeRouteren {
  /** Null while there is no casus yet. */
  casusId: string | null;
  invoer: Invoer;
}

/** A casus about to be opened: who gets it and what is the first step. */
export interface NieuweCasus {
  id: string;
  keuze: Keuze;
  taak: GemaakteTaak;
}

/** A running casus of which every signaal is closed. */
export interface UitgewerkteCasus {
  casusId: string;
  leerlingId: string;
  fase: Extract<Fase, 'nagaan' | 'begeleiding'>;
  doelgroep: Doelgroep;
  verantwoordelijkeId: string;
  /** Why its last signaal closed. */
  sluitreden: string;
  /** «Nog nodig?» was asked since then. */
  gevraagd: boolean;
}

/** One line of the timeline. */
export interface Gebeurtenis {
  leerlingId: string;
  casusId?: string | null;
  /** camelCase code, e.g. `casusGeopend`. */
  soort: string;
  /** Dutch B1, without names of youngsters and without reden or care. */
  tekst: string;
  gegevens?: Record<string, unknown>;
  /** The delivery, doorstroomcontrole or route that it came from. */
  bron: string;
  /** Who did it: `medewerker:<id>` or `systeem`. */
  door: string;
}
