/** What became of the question whether two records are of one youngster. `vervallen`: answered by another decision. */
export const VOORSTELSTATUSSEN = ['open', 'zelfde', 'verschillend', 'vervallen'] as const;
export type Voorstelstatus = (typeof VOORSTELSTATUSSEN)[number];

/** What a person can decide. */
export const BESLUITEN = ['zelfde', 'verschillend'] as const;
export type Besluit = (typeof BESLUITEN)[number];

/** Why it is asked. */
export const AANLEIDINGEN = ['score', 'tweePgn', 'geboortedatumAnders', 'tweeLeerlingen'] as const;
export type Aanleiding = (typeof AANLEIDINGEN)[number];

/** How one field of the two compares. */
export const OORDELEN = ['gelijk', 'bijna', 'anders', 'ontbreekt'] as const;

/** One step of the evidence: never a value of a person. */
export interface Bewijs {
  veld: string;
  oordeel: (typeof OORDELEN)[number];
  punten: number;
}

/** A proposal as a decision needs it, locked. */
export interface Voorstel {
  id: string;
  leerlingId: string;
  kandidaatId: string;
  status: Voorstelstatus;
  versie: number;
  eindeVoorlopig: boolean;
}
