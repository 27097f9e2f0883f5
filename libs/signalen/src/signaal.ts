/** Reasons to look at a youngster (domain.md 3): what the calendar asks for, and what happened on any day. */
export const SIGNAALSOORTEN = [
  'geenAanmelding',
  'geenPlaatsing',
  'nietIngeschreven',
  'nietAangekomen',
  'statusGedaald',
  'ingetrokken',
  'afgewezen',
  'nietVerschenen',
  'uitgevallen',
  'uitgeschreven',
  'geenAanlevering',
  'uitslagOntbreekt',
] as const;

export type Signaalsoort = (typeof SIGNAALSOORTEN)[number];

/** A reason to look at one youngster, about to be opened. */
export interface NieuwSignaal {
  leerlingId: string;
  /** The traject that it is about; null where there is none. */
  trajectId: string | null;
  /** The cohort, by the year in which its schooljaar starts. */
  schooljaar: number;
  soort: Signaalsoort;
}

/** Each reason as a sentence without a subject, B1. */
export const SIGNAALTEKST: Readonly<Record<Signaalsoort, string>> = {
  geenAanmelding: 'er is geen aanmelding voor een vervolgopleiding',
  geenPlaatsing: 'er is nog geen plaats aangeboden',
  nietIngeschreven: 'er is geen inschrijving voor het nieuwe schooljaar',
  nietAangekomen: 'niet aangekomen op de nieuwe school',
  statusGedaald: 'de aanmelding ging een stap terug',
  ingetrokken: 'de aanmelding is ingetrokken',
  afgewezen: 'de aanmelding is afgewezen',
  nietVerschenen: 'niet verschenen op de nieuwe school',
  uitgevallen: 'van school voor het diploma',
  uitgeschreven: 'uitgeschreven na de start',
  geenAanlevering: 'de school leverde niets aan',
  uitslagOntbreekt: 'de school leverde de uitslag niet aan',
};
