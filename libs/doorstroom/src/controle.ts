import type { Datum, Schooljaar } from '#kern';

/** `heel`: all of a cohort, derived statuses take effect. `deel`: the leerlingen that a delivery touched. */
export type Controlesoort = 'heel' | 'deel';

/** `mislukt`: one of its jobs was given up; a beheerder sees it in the list of opdrachten and can give it another chance. */
export type Controlestatus = 'loopt' | 'klaar' | 'mislukt';

/** A run of the doorstroomcontrole. */
export interface Controle {
  id: string;
  regioId: number;
  schooljaar: Schooljaar;
  peildatum: Datum;
  soort: Controlesoort;
  proef: boolean;
  status: Controlestatus;
  kandidaten: number;
  nieuweSignalen: number;
  nieuweCasussen: number;
  gestartOp: Date;
  klaarOp: Date | null;
}

/** The Idempotency-Key of a request, and what was asked under it. */
export interface Controlesleutel {
  sleutel: string;
  verzoek: { schooljaar: Schooljaar; peildatum: Datum | null; proef: boolean | null };
}

/** A run about to be made. */
export interface NieuweControle {
  regioId: number;
  schooljaar: Schooljaar;
  peildatum: Datum;
  soort: Controlesoort;
  proef: boolean;
  /** `medewerker:<id>`, `systeem`. */
  door: string;
  aanleveringId: string | null;
  nu: Date;
  /** Of a request with an Idempotency-Key. */
  sleutel: Controlesleutel | null;
}

/** What the check of one school found and did. */
export interface Schooluitslag {
  kandidaten: number;
  nieuweSignalen: number;
  nieuweCasussen: number;
  /** Only of a proef: the ledger as it would be. */
  grootboek: Grootboekrij | null;
}

/** The ledger of one school: the five columns add up to `kandidaten` (product.md, «The promise»). */
export interface Grootboekrij {
  kandidaten: number;
  aangekomen: number;
  verklaard: number;
  onderweg: number;
  inBehandeling: number;
  zonderContact: number;
  vastgelopen: number;
  buitenNoemer: number;
  onverklaard: number;
}
