import type { Datum } from '#kern';

/** What there is to do. Each soort has its term in table `termijn`. */
export type Taaksoort =
  /** First contact about a casus: with the decaan or mentor before the summer, with the youngster or parents after it. */
  | 'eersteContact'
  /** The reason of a casus is gone while someone was already helping: is help still needed? */
  | 'nogNodig'
  /** Nobody was reached: try again. */
  | 'opvolging'
  /** Not reached several times: another way than calling. */
  | 'andereWeg'
  /** There was contact: decide what is done (domain.md 4, besluit). */
  | 'besluit'
  /** The next step of helping. */
  | 'begeleiding'
  /** Wait for the answer of a school; it wakes the casus on its date. */
  | 'antwoordSchool'
  /** Wait for an enrolment. */
  | 'inschrijving'
  /** Tell whoever reported or handed over what came of it. */
  | 'terugkoppeling'
  /** After arrival: how is it going? Of a casus that is closed. */
  | 'nazorg'
  /** Another step, or nothing until a date. */
  | 'overig'
  /** What somebody wants done beside the steps, in their own words. */
  | 'eigenTaak'
  /** A colleague offers a casus: accept or refuse. */
  | 'overname'
  /** Who was offered a casus refused it. */
  | 'overnameGeweigerd'
  /** The youngster lives elsewhere: ask that region to take over, and note what it says. */
  | 'overnameAndereRegio'
  /** The school is asked about its flagged pupils; of a casus: its school is asked, and it waits for the answer. */
  | 'decaanvraag'
  /** The youngster is busy with it, said the school: on this date it is asked again. */
  | 'decaanvraagNogmaals'
  /** The school says that the flag is wrong: look into it. */
  | 'meldingNagaan'
  /** A school stopped delivering: call the administration. Of no casus. */
  | 'geenAanlevering'
  /** A school leaves uitslagen open: ask for them. Of no casus. */
  | 'uitslagOntbreekt'
  /** Two records may be of one youngster: decide. Of no casus. */
  | 'koppelvoorstel'
  /** A delivery waits and its school does not decide: the coordinator may. Of no casus. */
  | 'aanleveringBesluit'
  /** Is the youngster still at a school that does not deliver? About a traject. */
  | 'bevestigAankomst'
  /** The ledger and another count of the same differ: look why. Of no casus. */
  | 'grootboekVerschil'
  /** A casus or an offer of one stands still: look why. Of no casus itself. */
  | 'opschaling';

/** A task of a casus, about to be made; its date follows from its term. */
export interface NieuweTaak {
  soort: Taaksoort;
  casusId: string;
  /** Null: a school does it. */
  eigenaarId: string | null;
  /** Decides the term. */
  doelgroep: string;
  /** Date that somebody chose; without it the term of the soort decides. */
  vervaltOp?: Datum;
  /** The question to a school that it is about, or whose answer it follows. */
  decaanvraagId?: string;
}

/** A casus that goes from one owner to the next. */
export interface Opvolging {
  casusId: string;
  van: string;
  naar: string;
}

/** A task that was just made. */
export interface GemaakteTaak {
  id: string;
  casusId: string;
  soort: Taaksoort;
  /** Date, `jjjj-mm-dd`. */
  vervaltOp: string;
}

/** Each soort as a sentence that says what to do, B1. */
export const TAAKTEKST: Readonly<Record<Taaksoort, string>> = {
  eersteContact: 'Neem voor het eerst contact op',
  nogNodig: 'Kijk of begeleiding nog nodig is',
  opvolging: 'Probeer opnieuw contact te krijgen',
  andereWeg: 'Zoek een andere weg om contact te krijgen',
  besluit: 'Besluit wat er gebeurt',
  begeleiding: 'Zet de volgende stap in de begeleiding',
  antwoordSchool: 'Kijk of de school heeft geantwoord',
  inschrijving: 'Kijk of de inschrijving binnen is',
  terugkoppeling: 'Laat weten wat er is gedaan',
  nazorg: 'Vraag hoe het gaat',
  overig: 'Doe wat is afgesproken',
  eigenTaak: 'Doe de taak die is gemaakt',
  overname: 'Neem de casus over, of zeg waarom niet',
  overnameGeweigerd: 'Kies wie de casus verder kan helpen',
  overnameAndereRegio: 'Vraag de regio waar de leerling woont om de casus over te nemen',
  decaanvraag: 'Wacht op het antwoord van de school',
  decaanvraagNogmaals: 'Wacht tot de school opnieuw is gevraagd',
  meldingNagaan: 'Kijk of de melding klopt',
  geenAanlevering: 'Bel de administratie: de school levert niet aan',
  uitslagOntbreekt: 'Vraag de administratie om de uitslagen',
  koppelvoorstel: 'Beslis of dit dezelfde leerling is',
  aanleveringBesluit: 'Beslis over de aanlevering die op een besluit wacht',
  bevestigAankomst: 'Vraag of de leerling nog op de nieuwe school zit',
  grootboekVerschil: 'Zoek uit waarom het grootboek niet klopt',
  opschaling: 'Kijk waarom een casus stilstaat',
};
