/** Where a traject stands (domain.md 3): what counts of all its applications and enrolments. */
export const TRAJECTSTATUSSEN = [
  'nietAangemeld',
  'aangemeld',
  'intakeGepland',
  'overeenkomstAangeboden',
  'ingeschreven',
  'aangekomen',
  'afgewezen',
  'ingetrokken',
  'nietVerschenen',
  'uitgeschreven',
] as const;
export type Trajectstatus = (typeof TRAJECTSTATUSSEN)[number];

/** The column of the ledger: exactly one for every traject (product.md). */
export const STANDEN = ['verklaard', 'aangekomen', 'inBehandeling', 'onderweg', 'onverklaard'] as const;
export type Stand = (typeof STANDEN)[number];

/** Parts of the columns that the ledger shows apart. */
export const WAARVAN = ['zonderContact', 'vastgelopen', 'buitenNoemer'] as const;
export type Waarvan = (typeof WAARVAN)[number];

/** As it reads in a sentence after «De status is nu». */
export const STATUSTEKST: Readonly<Record<Trajectstatus, string>> = {
  nietAangemeld: 'niet aangemeld',
  aangemeld: 'aangemeld',
  intakeGepland: 'intake gepland',
  overeenkomstAangeboden: 'plaats aangeboden',
  ingeschreven: 'ingeschreven',
  aangekomen: 'aangekomen',
  afgewezen: 'afgewezen',
  ingetrokken: 'ingetrokken',
  nietVerschenen: 'niet verschenen',
  uitgeschreven: 'uitgeschreven',
};

/** A traject whose status became another one. */
export interface Statuswijziging {
  leerlingId: string;
  oudeStatus: Trajectstatus;
  status: Trajectstatus;
  statusDatum: string | null;
}
