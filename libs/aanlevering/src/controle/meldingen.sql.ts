import { KOLOMMEN, type Kolom } from '../kolommen.js';

export type Ernst = 'fout' | 'waarschuwing';

/** A check on a row: what it is called, when it applies (SQL over the typed row), and what the school must do. */
export interface Melding {
  kolom: string | null;
  code: string;
  ernst: Ernst;
  tekst: string;
  /** SQL condition over `c_<veld>` (text as delivered) and `t_<veld>` (typed); null counts as no. */
  als: string;
}

/** What stands in the header decides which checks make sense. */
export type Heeft = (naam: string) => boolean;

const MEDEDELING: Readonly<Record<string, string>> = {
  datum: 'Vul een datum in die bestaat, bijvoorbeeld 2009-03-31 of 31-03-2009.',
  jaNee: 'Vul J (ja) of N (nee) in.',
  leerjaar: 'Vul het leerjaar in als een cijfer van 1 tot en met 9. Deze waarde is nu niet gebruikt.',
  postcode: 'Vul een postcode in zoals 5211AB. Deze waarde is nu niet gebruikt.',
  gemeentecode: 'Vul de CBS-code van de gemeente in, 4 cijfers. Deze waarde is nu niet gebruikt.',
  aanmeldingBrin: 'Vul het BRIN van de andere school in, zoals 99ZZ. Deze aanmelding is nu niet gebruikt.',
  leerweg:
    'Vul een leerweg in die bij de onderwijssoort hoort: bb, kb, gl of tl (vmbo), tl, havo of vwo (vavo), bol of bbl (mbo).',
  telefoon:
    'Vul een telefoonnummer in van 10 cijfers, zoals 06 12345678, of met het landnummer ervoor, zoals +32. Dit nummer is nu niet gebruikt.',
  email: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl. Dit adres is nu niet gebruikt.',
  gezag: 'Vul J (ja), N (nee) of onbekend in. Deze waarde is nu niet gebruikt.',
  niveau: 'Vul het niveau van de mbo-opleiding in: 1, 2, 3 of 4.',
};

/**
 * The checks of one row, for the columns that this file has.
 * @param volledig whether a row must say all by itself; otherwise what it leaves out is looked up.
 */
export function meldingenVoor(heeft: Heeft, volledig: boolean): Melding[] {
  const kolommen = KOLOMMEN.filter((kolom) => heeft(kolom.naam));
  return [
    ...kolommen.filter((kolom) => volledig && kolom.verplicht === true).map(leeg),
    ...kolommen.filter((kolom) => kolom.ernst !== undefined && kolom.naam !== 'leerweg').map(onleesbaar),
    ...SAMENHANG.filter(
      ({ nodig, zonder = [], code }) =>
        nodig.every(heeft) && !zonder.some(heeft) && (volledig || !/^(verplichtLeeg|statusOntbreekt)$/.test(code)),
    ),
  ];
}

function leeg(kolom: Kolom): Melding {
  const tekst = `Vul ${kolom.naam} in. Deze kolom mag niet leeg zijn.`;
  return { kolom: kolom.naam, code: 'verplichtLeeg', ernst: 'fout', tekst, als: `c_${kolom.veld} is null` };
}

function onleesbaar(kolom: Kolom): Melding {
  const als = `c_${kolom.veld} is not null and t_${kolom.veld} is null`;
  const ernst = kolom.ernst ?? 'fout';
  const tekst = MEDEDELING[kolom.naam] ?? MEDEDELING[kolom.soort] ?? lijst(kolom, ernst);
  // Of a follow-on row nothing about contact is kept, so nothing is asked about it either.
  if (kolom.contact === true)
    return { kolom: kolom.naam, code: 'waardeOngeldig', ernst, tekst, als: `${als} and t_examenkandidaat` };
  const soort = kolom.soort === 'datum' ? 'datumOngeldig' : kolom.soort === 'code' ? 'codeOnbekend' : 'waardeOngeldig';
  // Of an mbo row only: elsewhere a niveau says nothing, and is not looked at.
  if (kolom.naam === 'niveau')
    return { kolom: 'niveau', code: soort, ernst, tekst, als: `${als} and t_onderwijssoort = 'mbo'` };
  return { kolom: kolom.naam, code: soort, ernst, tekst: ongebruikt(tekst, ernst), als };
}

function lijst(kolom: Kolom, ernst: Ernst): string {
  const waarden = kolom.waarden ?? [];
  return ongebruikt(`Deze code is niet bekend. Kies uit: ${waarden.join(', ')}.`, ernst);
}

function ongebruikt(tekst: string, ernst: Ernst): string {
  return ernst === 'fout' || tekst.includes('niet gebruikt') ? tekst : `${tekst} Deze waarde is nu niet gebruikt.`;
}

/** Checks on columns together, or beyond the form of one. `$peildatum` and `$levert` are filled in as binds. */
const SAMENHANG: readonly (Melding & { nodig: readonly string[]; zonder?: readonly string[] })[] = [
  {
    nodig: ['pgn'],
    kolom: 'pgn',
    code: 'pgnOngeldig',
    ernst: 'waarschuwing',
    tekst:
      'Dit is geen geldig BSN of onderwijsnummer. Controleer de 9 cijfers. Het nummer is nu niet gebruikt, de rest van de regel wel.',
    als: 'c_pgn is not null',
  },
  {
    nodig: [],
    kolom: 'leerlingnummer',
    code: 'waardeTeLang',
    ernst: 'fout',
    tekst: 'Het leerlingnummer is te lang. Vul een nummer in van hoogstens 64 tekens.',
    als: 'length(c_leerlingnummer) > 64',
  },
  {
    nodig: ['aanmeldingId'],
    kolom: 'aanmeldingId',
    code: 'waardeTeLang',
    ernst: 'fout',
    tekst: 'Het nummer van de aanmelding is te lang. Vul een nummer in van hoogstens 64 tekens.',
    als: 'length(c_aanmelding_id) > 64',
  },
  {
    nodig: [],
    kolom: 'geboortedatum',
    code: 'datumOnmogelijk',
    ernst: 'fout',
    tekst: 'De geboortedatum ligt na de peildatum. Vul de juiste geboortedatum in.',
    als: 't_geboortedatum > $peildatum',
  },
  {
    nodig: ['leerweg'],
    kolom: 'leerweg',
    code: 'waardeOngeldig',
    ernst: 'fout',
    tekst: MEDEDELING['leerweg'] ?? '',
    als:
      `c_leerweg is not null and case t_onderwijssoort when 'vmbo' then t_leerweg in ('bb', 'kb', 'gl', 'tl') ` +
      `when 'vavo' then t_leerweg in ('tl', 'havo', 'vwo') when 'mbo' then t_leerweg in ('bol', 'bbl') else true end is not true`,
  },
  {
    nodig: [],
    zonder: ['niveau'],
    kolom: 'niveau',
    code: 'verplichtLeeg',
    ernst: 'fout',
    tekst: 'Voeg de kolom niveau toe. Voor het mbo is die nodig: 1, 2, 3 of 4.',
    als: `t_onderwijssoort = 'mbo'`,
  },
  {
    nodig: ['niveau'],
    kolom: 'niveau',
    code: 'verplichtLeeg',
    ernst: 'fout',
    tekst: MEDEDELING['niveau'] ?? '',
    als: `t_onderwijssoort = 'mbo' and c_niveau is null`,
  },
  {
    nodig: [],
    zonder: ['opleidingscode'],
    kolom: 'opleidingscode',
    code: 'verplichtLeeg',
    ernst: 'fout',
    tekst: 'Voeg de kolom opleidingscode toe. Voor het mbo is die nodig: de CREBO-code van 5 cijfers.',
    als: `t_onderwijssoort = 'mbo'`,
  },
  {
    nodig: ['opleidingscode'],
    kolom: 'opleidingscode',
    code: 'waardeOngeldig',
    ernst: 'fout',
    tekst: 'Vul de CREBO-code van de mbo-opleiding in, 5 cijfers.',
    als: `t_onderwijssoort = 'mbo' and c_opleidingscode !~ '^[0-9]{1,5}$'`,
  },
  {
    nodig: ['opleidingscode'],
    kolom: 'opleidingscode',
    code: 'verplichtLeeg',
    ernst: 'fout',
    tekst: 'Vul de CREBO-code van de mbo-opleiding in, 5 cijfers.',
    als: `t_onderwijssoort = 'mbo' and c_opleidingscode is null`,
  },
  {
    nodig: ['status'],
    kolom: 'status',
    code: 'statusOntbreekt',
    ernst: 'fout',
    tekst: 'Vul de status in. Die is nodig omdat de begindatum na de peildatum ligt.',
    als: 'c_status is null and t_begindatum > $peildatum',
  },
  {
    nodig: [],
    zonder: ['status'],
    kolom: 'status',
    code: 'statusOntbreekt',
    ernst: 'fout',
    tekst: 'Voeg de kolom status toe en vul de status in. Die is nodig omdat de begindatum na de peildatum ligt.',
    als: 't_begindatum > $peildatum',
  },
  {
    nodig: ['statusDatum'],
    kolom: 'statusDatum',
    code: 'datumNaPeildatum',
    ernst: 'waarschuwing',
    tekst:
      'De datum van de status ligt na de peildatum. Vul de dag in waarop de status is ingegaan. Deze datum is nu niet gebruikt.',
    als: 't_status_datum > $peildatum',
  },
  {
    nodig: ['verschenenOp'],
    kolom: 'verschenenOp',
    code: 'datumNaPeildatum',
    ernst: 'fout',
    tekst:
      'De eerste dag van aanwezigheid ligt na de peildatum. Vul verschenenOp pas in als de leerling er echt is geweest.',
    als: 't_verschenen_op > $peildatum',
  },
  {
    nodig: ['einddatum'],
    kolom: 'einddatum',
    code: 'eindVoorBegin',
    ernst: 'fout',
    tekst: 'De einddatum ligt voor de begindatum. Controleer beide datums.',
    als: 't_einddatum < t_begindatum',
  },
  {
    nodig: ['aanmeldstatusDatum'],
    kolom: 'aanmeldstatusDatum',
    code: 'datumNaPeildatum',
    ernst: 'waarschuwing',
    tekst: 'De datum van de aanmelding ligt na de peildatum. Deze datum is nu niet gebruikt.',
    als: 't_aanmeldstatus_datum > $peildatum',
  },
  {
    nodig: ['aanmeldingBrin'],
    kolom: 'aanmeldingBrin',
    code: 'schoolLevertZelf',
    ernst: 'waarschuwing',
    tekst:
      'Deze school levert haar aanmeldingen zelf aan. U hoeft ze niet in te vullen. Deze aanmelding is nu niet gebruikt.',
    als: 't_aanmelding_brin = any($levert)',
  },
  {
    nodig: ['aanmeldingBrin', 'aanmeldstatus'],
    kolom: 'aanmeldstatus',
    code: 'aanmeldingOnvolledig',
    ernst: 'waarschuwing',
    tekst:
      'Vul bij een aanmelding op een andere school zowel aanmeldingBrin als aanmeldstatus in. Deze aanmelding is nu niet gebruikt.',
    als: '(c_aanmelding_brin is null) <> (c_aanmeldstatus is null)',
  },
];
