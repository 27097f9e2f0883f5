import { DomeinFout, type Datum } from '#kern';
import type { Formaat } from './formaten/formaat.js';
import type { Tekenset } from './lezer/regels.js';

export const MODI = ['volledig', 'mutaties'] as const;
export type Modus = (typeof MODI)[number];

export const STATUSSEN = [
  'ontvangen',
  'gecontroleerd',
  'wachtOpBevestiging',
  'verwerkt',
  'verworpen',
  'vervallen',
  'afgekeurd',
] as const;
export type AanleveringStatus = (typeof STATUSSEN)[number];

/** A delivery as the work on it needs it. */
export interface Aanlevering {
  regioId: number;
  id: string;
  school: string;
  schooljaar: number;
  peildatum: Datum;
  modus: Modus;
  status: AanleveringStatus;
  tekenset: Tekenset;
  /** As the sender named it; null: the content tells. */
  formaat: Formaat | null;
  bytes: number;
  ontvangenOp: Date;
  /** A person looked at what the gate holds and let it through. */
  bevestigd: boolean;
  /** It was processed, and undone by a person. */
  ongedaan: boolean;
  /** The delivery of which this one repairs rows that were kept out. */
  herstelVan: string | null;
  versie: number;
}

/** Rows by what came of them; with `quarantaine` they are all rows. */
export interface Tellingen {
  nieuw: number;
  gewijzigd: number;
  ongewijzigd: number;
  verdwenen: number;
  buitenCohort: number;
  quarantaine: number;
  koppelvoorstellen: number;
}

/** Of a delivery of which nothing was processed. */
export const NIETS_GETELD: Tellingen = {
  ...{ nieuw: 0, gewijzigd: 0, ongewijzigd: 0, verdwenen: 0 },
  ...{ buitenCohort: 0, quarantaine: 0, koppelvoorstellen: 0 },
};

/** Not there, or not for the asker: the same words. */
export function aanleveringNietGevonden(): DomeinFout {
  return new DomeinFout('nietGevonden', 'nietGevonden', 'Deze aanlevering bestaat niet, of u mag haar niet zien.');
}
