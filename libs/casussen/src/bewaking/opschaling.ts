import type { Taaksoort } from '#taken';

/** To whom: domain.md 5. */
export const NIVEAUS = ['teamleider', 'regiocoordinator'] as const;
export type Niveau = (typeof NIVEAUS)[number];

/** A step of a casus that nobody took, or an offer of a casus that nobody answered. */
export const OPSCHALINGSGRONDEN = ['stap', 'overname'] as const;
export type Opschalingsgrond = (typeof OPSCHALINGSGRONDEN)[number];

/** `open`: not looked at yet · `gezien` · `beeindigd`: the casus moved again. */
export const OPSCHALINGSTATUSSEN = ['open', 'gezien', 'beeindigd'] as const;
export type Opschalingstatus = (typeof OPSCHALINGSTATUSSEN)[number];

/** Somebody who was just told. */
export interface NieuweOpschaling {
  id: string;
  casusId: string;
  leerlingId: string;
  om: Opschalingsgrond;
  niveau: Niveau;
  naarId: string;
  naarNaam: string;
  taakSoort: Taaksoort;
  /** Date until which it could wait. */
  uiterlijk: string;
}

/** One that is over. */
export interface BeeindigdeOpschaling {
  casusId: string;
  leerlingId: string;
}
