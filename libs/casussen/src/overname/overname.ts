import type { Herkomst, Keuze, LopendeCasus, Overnameaanleiding } from '../routering/routering.js';

/** `aangeboden` is the only one that is open; the others are ends. `vervallen`: the casus closed or went elsewhere. */
export const OVERNAMETOESTANDEN = ['aangeboden', 'geaccepteerd', 'geweigerd', 'ingetrokken', 'vervallen'] as const;
export type Overnametoestand = (typeof OVERNAMETOESTANDEN)[number];

/** What a person can do with an open offer. */
export type Besluit = Extract<Overnametoestand, 'geaccepteerd' | 'geweigerd' | 'ingetrokken'>;

export const OVERNAMEAANLEIDINGEN = [
  'handmatig',
  'verhuizing',
  'doelgroep',
  'leerplicht',
  'andereRegio',
] as const satisfies readonly Overnameaanleiding[];

/** Werkdagen in which the sender reads on after acceptance (toegang.md 1, ADR 8). */
export const NALEZEN_WERKDAGEN = 10;

/** A casus that is about to be offered; its owner stays until the offer is accepted. */
export interface Aanbod {
  casus: LopendeCasus;
  aanleiding: Overnameaanleiding;
  /** How the receiver was found; null for another region. */
  keuze: Keuze | null;
  /** RMC number of the other region, where it is known. */
  naarRegio?: number | null;
  /** Who offers, where a person does. */
  gever?: Herkomst['gever'];
  /** T2: closed with the key ring; what the sender says. */
  toelichting?: (overnameId: string) => Buffer;
}
