/** Until the exam school's first lesson day after the cohort, or from that day on. */
export type Periode = 'voorStart' | 'naStart';

/** One routing rule; a missing condition means any. Rules come in the order in which they are tried. */
export interface Regel {
  id: string;
  omschrijving: string;
  team: string;
  periode: string[] | null;
  school: string[] | null;
  woongemeente: string[] | null;
  doelgroep: string[] | null;
  onderwijssoort: string[] | null;
  signaal: string[] | null;
}

/** A member of a team as routing sees it. */
export interface Lid {
  medewerkerId: string;
  naam: string;
  /** Casussen that fit in the agreed hours: fte × casussenPerFte of the team. */
  capaciteit: number;
  aanwezig: boolean;
  heleRegio: boolean;
  gemeenten: string[];
  scholen: string[];
}

export interface Team {
  code: string;
  naam: string;
  leden: Lid[];
}

/** How busy someone is in all teams together. */
export interface Last {
  medewerkerId: string;
  openCasussen: number;
  /** Microseconds since 1970, 0 when never assigned: exact, so that longest-not-assigned always has an answer. */
  laatstToegewezen: number;
}

/** What is known about the youngster and the casus when someone is chosen. */
export interface Invoer {
  leerlingId: string;
  school: string;
  schoolNaam: string;
  schoolGemeente: string;
  woongemeente: string;
  woongemeenteNaam: string;
  /** Lives in a gemeente of this region. */
  inRegio: boolean;
  doelgroep: 'leerplicht' | 'kwalificatieplicht' | 'doorstroompunt';
  onderwijssoort: string | null;
  signalen: string[];
  periode: Periode;
  leeftijd: number;
}

/** Someone who could have been chosen, as it was at that moment. */
export interface Kandidaat {
  medewerker: { id: string; naam: string };
  openCasussen: number;
  capaciteit: number;
  aanwezig: boolean;
  /** The gemeente (or school) belongs to the scope of their role. */
  binnenBereik: boolean;
}

/** Why the procesbewaker has it: nobody of a team could be chosen, or its owner gave it back. */
export const TERUGVALLEN = ['geenRegel', 'teamLeeg', 'teamVol', 'teruggegeven'] as const;
export type Terugval = (typeof TERUGVALLEN)[number];

/** Who gets it, and everything that the choice was made from. */
export interface Keuze {
  invoer: Invoer;
  medewerker: { id: string; naam: string };
  regel: Regel | null;
  team: { code: string; naam: string } | null;
  kandidaten: Kandidaat[];
  terugval: Terugval | null;
}

/** Why a running casus is given away, or a new one (`opening`) given. */
export const TOEWIJSAANLEIDINGEN = [
  'opening',
  'ruimte',
  'afwezigheid',
  'vertrek',
  'verhuizing',
  'doelgroep',
  'overname',
  'handmatig',
  'teruggave',
  'teruggedraaid',
] as const;
export type Toewijsaanleiding = (typeof TOEWIJSAANLEIDINGEN)[number];

/** Why an officer offers a casus to another. */
export type Overnameaanleiding = 'handmatig' | 'verhuizing' | 'doelgroep' | 'leerplicht' | 'andereRegio';

/** What went before: from whom, by whom and why. Absent where nothing did. */
export interface Herkomst {
  aanleiding: Toewijsaanleiding;
  /** Whose it was. */
  van?: { id: string; naam: string };
  /** Who gave it, where a person did. */
  gever?: { id: string; naam: string };
  overname?: Overnameaanleiding;
}

/** A casus that gets an owner. */
export interface Toegewezen {
  casusId: string;
  keuze: Keuze;
  herkomst: Herkomst;
  uitleg?: string;
  verdelingId?: string;
}

/** A running casus, locked, as routing sees it now. */
export interface LopendeCasus {
  casusId: string;
  verantwoordelijke: { id: string; naam: string };
  terugval: Terugval | null;
  invoer: Invoer;
}
