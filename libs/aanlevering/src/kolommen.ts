/** How a column is read and checked. */
export type KolomSoort =
  'tekst' | 'nummer' | 'datum' | 'code' | 'jaNee' | 'getal' | 'bijzonder' | 'telefoon' | 'email' | 'gezag';

export interface Kolom {
  /** As in the contract; also the name in findings. Headers match it whatever their case. */
  naam: string;
  /** Column of the typed work table. */
  veld: string;
  soort: KolomSoort;
  /** Without it in the header there is nothing to go by; a row that leaves it empty is a fout. */
  verplicht?: true;
  /** For a code: what it may be. */
  waarden?: readonly string[];
  /** Whether an unreadable value keeps the row out; otherwise only the value is ignored. */
  ernst?: 'fout' | 'waarschuwing';
  /** How to reach someone: of candidates only, and looked at only where the file has it. */
  contact?: true;
}

export const ONDERWIJSSOORTEN = ['vmbo', 'havo', 'vwo', 'pro', 'vso', 'isk', 'vavo', 'mbo'] as const;

const STATUSSEN = [
  'aangemeld',
  'intakeGepland',
  'overeenkomstAangeboden',
  'ingeschreven',
  'afgewezen',
  'ingetrokken',
  'nietVerschenen',
  'uitgeschreven',
] as const;

const VERVOLGKEUZEN = [
  'mbo',
  'havo',
  'vmbo',
  'vavo',
  'zittenblijven',
  'pro',
  'vso',
  'particulier',
  'werk',
  'dagbesteding',
] as const;

const OUDERS: readonly Kolom[] = (['ouder1', 'ouder2'] as const).flatMap((ouder): Kolom[] => [
  { naam: `${ouder}Naam`, veld: `${ouder}_naam`, soort: 'tekst', contact: true },
  { naam: `${ouder}Telefoon`, veld: `${ouder}_telefoon`, soort: 'telefoon', ernst: 'waarschuwing', contact: true },
  { naam: `${ouder}Email`, veld: `${ouder}_email`, soort: 'email', ernst: 'waarschuwing', contact: true },
  { naam: `${ouder}Gezag`, veld: `${ouder}_gezag`, soort: 'gezag', ernst: 'waarschuwing', contact: true },
]);

/**
 * The columns of the contract (intake.md, «The file»). A value that decides where someone stands keeps the row out when
 * it cannot be read, since guessing could lose a youngster; a detail of the person is only ignored.
 */
export const KOLOMMEN: readonly Kolom[] = [
  { naam: 'leerlingnummer', veld: 'leerlingnummer', soort: 'nummer', verplicht: true },
  { naam: 'aanmeldingId', veld: 'aanmelding_id', soort: 'nummer' },
  { naam: 'pgn', veld: 'pgn', soort: 'bijzonder' },
  { naam: 'achternaam', veld: 'achternaam', soort: 'tekst', verplicht: true },
  { naam: 'voorvoegsel', veld: 'voorvoegsel', soort: 'tekst' },
  { naam: 'roepnaam', veld: 'roepnaam', soort: 'tekst', verplicht: true },
  { naam: 'geboortedatum', veld: 'geboortedatum', soort: 'datum', verplicht: true, ernst: 'fout' },
  { naam: 'geslacht', veld: 'geslacht', soort: 'code', waarden: ['M', 'V', 'X', 'O'], ernst: 'waarschuwing' },
  { naam: 'postcode', veld: 'postcode', soort: 'bijzonder', ernst: 'waarschuwing' },
  { naam: 'gemeentecode', veld: 'gemeentecode', soort: 'bijzonder', ernst: 'waarschuwing' },
  { naam: 'adresGeheim', veld: 'adres_geheim', soort: 'jaNee', ernst: 'fout' },
  {
    naam: 'onderwijssoort',
    veld: 'onderwijssoort',
    soort: 'code',
    waarden: ONDERWIJSSOORTEN,
    verplicht: true,
    ernst: 'fout',
  },
  { naam: 'leerweg', veld: 'leerweg', soort: 'bijzonder', ernst: 'fout' },
  { naam: 'niveau', veld: 'niveau', soort: 'bijzonder', ernst: 'fout' },
  { naam: 'leerjaar', veld: 'leerjaar', soort: 'getal', ernst: 'waarschuwing' },
  { naam: 'groep', veld: 'groep', soort: 'tekst' },
  { naam: 'opleidingscode', veld: 'opleidingscode', soort: 'bijzonder', ernst: 'fout' },
  { naam: 'opleiding', veld: 'opleiding', soort: 'tekst' },
  { naam: 'status', veld: 'status', soort: 'code', waarden: STATUSSEN, ernst: 'fout' },
  { naam: 'statusDatum', veld: 'status_datum', soort: 'datum', ernst: 'fout' },
  { naam: 'verschenenOp', veld: 'verschenen_op', soort: 'datum', ernst: 'fout' },
  {
    naam: 'bijzonderheid',
    veld: 'bijzonderheid',
    soort: 'code',
    waarden: ['voorwaardelijk', 'geenLeerbaan', 'wachtlijst'],
    ernst: 'fout',
  },
  { naam: 'begindatum', veld: 'begindatum', soort: 'datum', verplicht: true, ernst: 'fout' },
  { naam: 'einddatum', veld: 'einddatum', soort: 'datum', ernst: 'fout' },
  { naam: 'redenUitstroom', veld: 'reden_uitstroom', soort: 'tekst' },
  { naam: 'examenkandidaat', veld: 'examenkandidaat', soort: 'jaNee', ernst: 'fout' },
  {
    naam: 'uitslag',
    veld: 'uitslag',
    soort: 'code',
    waarden: ['onbekend', 'geslaagd', 'afgewezen', 'herexamen', 'teruggetrokken', 'gespreid'],
    ernst: 'fout',
  },
  { naam: 'diplomadatum', veld: 'diplomadatum', soort: 'datum', ernst: 'fout' },
  {
    naam: 'uitstroomprofiel',
    veld: 'uitstroomprofiel',
    soort: 'code',
    waarden: ['vervolgonderwijs', 'arbeid', 'dagbesteding'],
    ernst: 'fout',
  },
  { naam: 'vervolgkeuze', veld: 'vervolgkeuze', soort: 'code', waarden: VERVOLGKEUZEN, ernst: 'fout' },
  { naam: 'aanmeldingBrin', veld: 'aanmelding_brin', soort: 'bijzonder', ernst: 'waarschuwing' },
  { naam: 'aanmeldingOpleidingscode', veld: 'aanmelding_opleidingscode', soort: 'nummer' },
  { naam: 'aanmeldstatus', veld: 'aanmeldstatus', soort: 'code', waarden: STATUSSEN, ernst: 'waarschuwing' },
  { naam: 'aanmeldstatusDatum', veld: 'aanmeldstatus_datum', soort: 'datum', ernst: 'fout' },
  { naam: 'mentor', veld: 'mentor', soort: 'tekst' },
  { naam: 'decaan', veld: 'decaan', soort: 'tekst' },
  { naam: 'zorgcoordinator', veld: 'zorgcoordinator', soort: 'tekst' },
  { naam: 'warmeOverdrachtNodig', veld: 'warme_overdracht_nodig', soort: 'jaNee', ernst: 'waarschuwing' },
  { naam: 'telefoon', veld: 'telefoon', soort: 'telefoon', ernst: 'waarschuwing', contact: true },
  { naam: 'email', veld: 'email', soort: 'email', ernst: 'waarschuwing', contact: true },
  ...OUDERS,
];

const OP_NAAM = new Map(KOLOMMEN.map((kolom) => [kolom.naam.toLowerCase(), kolom]));

/** The column that a name in a header stands for. */
export function kolomVan(naam: string): Kolom | undefined {
  return OP_NAAM.get(naam.toLowerCase());
}
