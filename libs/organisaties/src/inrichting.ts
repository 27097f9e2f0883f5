import type { Datum, Rol, Schooljaar } from '#kern';

/** The set-up of a region, as its parts are stored. The region file (lib inrichting) is another spelling of the same. */
export interface RegioInrichting {
  nummer: number;
  naam: string;
  vakantiezone: 'Noord' | 'Midden' | 'Zuid';
  /** E-mail of the named fallback owner: a casus is never unowned. */
  procesbewaker: string;
}

export interface GemeenteInrichting {
  code: string;
  naam: string;
}

export interface SchoolInrichting {
  brin: string;
  vestigingsnummer: string;
  naam: string;
  onderwijssoorten: string[];
  gemeente: string;
  gevolgd: string[];
  levert: boolean;
  eersteLesdag: { schooljaar: Schooljaar; datum: Datum }[];
}

export interface MedewerkerInrichting {
  email: string;
  naam: string;
  fte: number;
  uitvoeringsorganisatie: string | null;
  rollen: { rol: Rol; scholen: string[]; gemeenten: string[] }[];
  afwezig: { van: Datum; tot: Datum; vervanger: string | null }[];
}

export interface TeamInrichting {
  code: string;
  naam: string;
  casussenPerFte: number;
  leden: string[];
}

/** The conditions of a routing rule; an absent or empty one means any. */
export interface Voorwaarden {
  periode?: string[] | undefined;
  school?: string[] | undefined;
  woongemeente?: string[] | undefined;
  doelgroep?: string[] | undefined;
  onderwijssoort?: string[] | undefined;
  signaal?: string[] | undefined;
}

export interface RegelInrichting {
  volgorde: number;
  omschrijving: string;
  als: Voorwaarden;
  team: string;
  geldigVan: Datum;
  geldigTot: Datum | null;
}

export interface ClientInrichting {
  id: string;
  rol: 'aanleveraar';
  scholen: string[];
}

/** A moment of the signaleringskalender that differs from the default: on a month and day, or relative. */
export interface MomentInrichting {
  schooljaar: Schooljaar;
  profiel: string;
  signaal: string;
  maandDag: string | null;
  naEersteLesdagWerkdagen: number | null;
  minimaal: string;
}

export interface UitslaggrensInrichting {
  schooljaar: Schooljaar;
  datum: Datum;
}

/** Everything at once; a part that is absent stays as it is. */
export interface Inrichting {
  regio: RegioInrichting;
  gemeenten?: GemeenteInrichting[];
  scholen?: SchoolInrichting[];
  medewerkers?: MedewerkerInrichting[];
  teams?: TeamInrichting[];
  regels?: RegelInrichting[];
  clients?: ClientInrichting[];
  momenten?: MomentInrichting[];
  uitslaggrenzen?: UitslaggrensInrichting[];
}
