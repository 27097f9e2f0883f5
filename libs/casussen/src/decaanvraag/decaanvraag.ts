import type { Datum } from '#kern';

export const DECAANVRAAGSTATUSSEN = ['open', 'beantwoord', 'verlopen'] as const;
export type Decaanvraagstatus = (typeof DECAANVRAAGSTATUSSEN)[number];

/** What a school can answer about one of its pupils (domain.md 4). */
export const DECAANANTWOORDEN = [
  /** Has applied somewhere: counts as rank 1 for 10 schoolwerkdagen. */
  'aangemeldBij',
  /** Is busy with it: the school is asked again. */
  'isBezig',
  /** Has a plan that needs no mbo application. */
  'voorgenomenVervolg',
  /** Needs help: the owner calls now. */
  'hulpNodig',
  /** The school does not know. */
  'geenContact',
  /** Wrongly flagged, or not of this school. */
  'onjuist',
] as const;
export type Decaanantwoord = (typeof DECAANANTWOORDEN)[number];

/** As it reads after «De school antwoordde: ». */
export const ANTWOORDTEKST: Readonly<Record<Decaanantwoord, string>> = {
  aangemeldBij: 'de leerling is aangemeld',
  isBezig: 'de leerling is bezig met een aanmelding',
  voorgenomenVervolg: 'de leerling heeft een ander plan',
  hulpNodig: 'hulp is nodig, bel de school',
  geenContact: 'de school weet het niet',
  onjuist: 'de melding klopt niet',
};

/** A running casus of which the school could be asked. */
export interface Vraagbaar {
  casusId: string;
  leerlingId: string;
  school: string;
}

/** One of which the school is asked, with the cohort that the question is about. */
export interface TeVragen extends Vraagbaar {
  schooljaar: number;
}

/** A question to one school. */
export interface Decaanvraag {
  id: string;
  school: string;
  schooljaar: number;
  status: Decaanvraagstatus;
  vervaltOp: Datum;
}

/** The answer about one pupil, as it must be known for the casus. */
export interface Beantwoord {
  leerlingId: string;
  antwoord: Decaanantwoord;
  /** The school answered about this pupil before: what that led to is turned back. */
  gewijzigd: boolean;
  /** isBezig: the day on which the school is asked again; null when it is not. */
  nogmaalsOp: Datum | null;
}
