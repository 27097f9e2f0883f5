import { KOLOMMEN, type Kolom } from '../kolommen.js';
import type { Kopregel } from '../lezer/kopregel.js';
import { type Bouwfout } from '../lezer/regels.js';
import { meldingenVoor, type Melding } from './meldingen.sql.js';
import { getypeerd, ruwe, ruwType, sqlType } from './waarden.sql.js';

/** The raw lines as COPY brings them. */
export function ruweTabel(naam: string): string {
  return `create unlogged table ${naam} (regel int not null, tekst text not null, pgn text, pgn_hash bytea, afdruk bigint, bouwfout text)`;
}

export function kopieer(naam: string): string {
  // frozen: the table is made in this transaction, so nobody needs to visit its rows again
  return `copy ${naam} (regel, tekst, pgn, pgn_hash, afdruk, bouwfout) from stdin with (format binary, freeze)`;
}

const BOUWFOUTEN: Readonly<Record<Bouwfout, string>> = {
  nulTeken: 'Deze regel bevat een onleesbaar teken (NUL). Maak het bestand opnieuw.',
  stuurteken: 'Deze regel bevat een onzichtbaar stuurteken. Haal het weg of maak het bestand opnieuw.',
  regelTeLang: 'Deze regel is langer dan 1 MB. Controleer of er een regeleinde ontbreekt.',
  aanhalingstekens:
    'De aanhalingstekens in deze regel kloppen niet. Zet een veld met een aanhalingsteken tussen aanhalingstekens en schrijf het teken dubbel.',
  tekenOnleesbaar: 'Deze regel bevat tekens die niet te lezen zijn. Sla het bestand op als UTF-8.',
  tekensetWisselt:
    'Deze regel heeft een andere tekenset dan de rest van het bestand. Sla het hele bestand op als UTF-8.',
  tekensetAnders:
    'Deze regel heeft een andere tekenset dan u bij het aanleveren opgeeft (charset). Geef de juiste tekenset op, of sla het bestand op als UTF-8.',
  celFout: 'In deze regel staat een cel met een fout van Excel, zoals #N/B of #VERW!. Herstel die cel.',
  formuleZonderWaarde:
    'In deze regel staat een formule zonder uitkomst. Open het bestand in Excel, sla het op en lever het opnieuw aan.',
  veldTeLang: 'Een van de velden in deze regel is veel te lang. Controleer de scheidingstekens en de aanhalingstekens.',
  aantalKolommen: 'Deze regel heeft niet evenveel kolommen als de kopregel. Controleer de scheidingstekens.',
  persoonOntbreekt:
    'Bij deze regel hoort een persoon (PER) met hetzelfde nummer, en die staat er niet voor of is niet te lezen. Herstel die regel of maak het bestand opnieuw.',
};

/** A check with its number in this file's list, and where its column stands in `tekst` (0: nowhere). */
export interface Genummerd extends Melding {
  nr: number;
  positie: number;
}

export interface Typering {
  /** Makes the typed work table; binds: peildatum, schools that deliver themselves. */
  sql: string;
  meldingen: readonly Genummerd[];
}

/** How to reach someone is T1, and findings are for everyone who follows a delivery: they show no such value. */
const GEEN_WAARDE = new Set(KOLOMMEN.filter((kolom) => kolom.contact === true).map((kolom) => kolom.naam));

/** Numbers of the checks across rows. They stand in every list. */
export const IDENTITEIT_VERSCHILT = 1;
export const RIJ_DUBBEL = 2;
export const AANMELDING_GEDEELD = 3;
export const INSCHRIJVING_ONBEKEND = 4;
export const NIET_IN_QUARANTAINE = 5;

const OVER_RIJEN: readonly Melding[] = [
  {
    kolom: 'leerlingnummer',
    code: 'identiteitVerschilt',
    ernst: 'fout',
    tekst:
      'Dit leerlingnummer staat er vaker, met een andere naam, geboortedatum of PGN. Maak die gelijk, of geef elke leerling een eigen nummer.',
    als: 'false',
  },
  {
    kolom: 'leerlingnummer',
    code: 'rijDubbel',
    ernst: 'waarschuwing',
    tekst:
      'Dezelfde inschrijving of aanmelding staat er vaker. Deze regel telt niet, een andere wel. Haal de dubbele weg of vul aanmeldingId in.',
    als: 'false',
  },
  {
    kolom: 'aanmeldingId',
    code: 'aanmeldingGedeeld',
    ernst: 'fout',
    tekst:
      'Dit aanmeldingId staat ook bij een ander leerlingnummer. Geef elke aanmelding een eigen nummer, of laat aanmeldingId leeg.',
    als: 'false',
  },
  {
    kolom: null,
    code: 'inschrijvingOnbekend',
    ernst: 'waarschuwing',
    tekst:
      'Deze leerling staat niet in wat uw school zelf heeft aangeleverd, of met een andere geboortedatum, opleiding of begindatum, of de regel gaat over een andere school. De regel is niet gebruikt. Controleer de eigen aanlevering.',
    als: 'false',
  },
  {
    kolom: 'leerlingnummer',
    code: 'nietInQuarantaine',
    ernst: 'fout',
    tekst:
      'Deze regel stond niet met een fout in de aanlevering die u herstelt. De regel is niet gebruikt. Haal de regel weg, of lever een nieuw bestand aan.',
    als: 'false',
  },
];

/**
 * The one statement that splits, types and checks every line: a pass over the raw table that writes the typed one.
 * `offset 0` keeps the planner from copying an expression into each place that uses it.
 */
export function typering(ruw: string, rij: string, { kolommen, aanvulling }: Kopregel): Typering {
  const plaats = new Map(kolommen.map((kolom, i) => [kolom.naam, i + 1]));
  const bouw = Object.entries(BOUWFOUTEN).map(([code, tekst]): Melding => ({
    kolom: null,
    code,
    ernst: 'fout',
    tekst,
    als: `bouwfout = '${code}'`,
  }));
  const perRij = meldingenVoor((naam) => plaats.has(naam), aanvulling === undefined);
  const meldingen = [...OVER_RIJEN, ...bouw, ...perRij].map((melding, i): Genummerd => ({
    ...melding,
    nr: i + 1,
    positie: melding.kolom === null || GEEN_WAARDE.has(melding.kolom) ? 0 : (plaats.get(melding.kolom) ?? 0),
  }));
  const gelden = meldingen.slice(OVER_RIJEN.length + bouw.length);
  const of = (ernst: string): string =>
    gelden
      .filter((m) => m.ernst === ernst)
      .map((m) => `(${vul(m.als)})`)
      .join(' or ') || 'false';
  const c = (kolom: Kolom): string =>
    `${plaats.has(kolom.naam) ? ruwe(kolom, `v[${plaats.get(kolom.naam)}]`) : `null::${ruwType(kolom)}`} as c_${kolom.veld}`;
  const t = (kolom: Kolom): string =>
    `${plaats.has(kolom.naam) ? getypeerd(kolom, `c_${kolom.veld}`) : `null::${sqlType(kolom)}`} as t_${kolom.veld}`;
  const gezocht = KOLOMMEN.filter((kolom) => kolom.contact !== true || plaats.has(kolom.naam));
  const zonderPgn = gezocht.filter((kolom) => kolom.naam !== 'pgn');
  const contact = gezocht.filter((kolom) => kolom.contact === true).map(({ veld }) => `, t_${veld} as ${veld}`);
  const sql = `create unlogged table ${rij} as
select regel, bouwfout is null and not fout as goed, false as dubbel,
       case when bouwfout is not null then array[${keuzeNr(bouw, meldingen)}]
            when fout or let_op then array_remove(array[${gelden.map((m) => `case when ${vul(m.als)} then ${m.nr} end`).join(', ')}]::smallint[], null)
       end as meldingen,
       ${UITVOER}${contact.join('')},
       case when not fout and not let_op then afdruk end as afdruk
  from (select b.*, (${of('fout')}) is true as fout, (${of('waarschuwing')}) is true as let_op
          from (select a.*, ${zonderPgn.map(t).join(', ')}
                  from (select regel, pgn, pgn_hash, afdruk, bouwfout, ${gezocht.map(c).join(', ')}
                          from (select regel, pgn, pgn_hash, afdruk, bouwfout, string_to_array(tekst, chr(31), '') as v from ${ruw} offset 0) s
                        offset 0) a
                offset 0) b
        offset 0) d`;
  return { sql, meldingen };
}

function keuzeNr(bouw: readonly Melding[], meldingen: readonly Genummerd[]): string {
  const nr = (code: string): number => meldingen.find((m) => m.code === code)?.nr ?? 0;
  return `case bouwfout ${bouw.map((m) => `when '${m.code}' then ${nr(m.code)}`).join(' ')} end::smallint`;
}

function vul(sql: string): string {
  return sql.replaceAll('$peildatum', '$1::date').replaceAll('$levert', '$2::text[]');
}

// The same application at another school as in the findings: complete, and not of a school that delivers itself.
const ELDERS = `t_aanmeldstatus is not null and not t_aanmelding_brin = any($2::text[])`;

/**
 * The columns of the typed work table (leerlingen reads them). The row key is the school's own id of the application,
 * otherwise what identifies an enrolment: of an mbo application its begindatum, of a vo enrolment the schooljaar that it
 * began in, so that a corrected first day or another uitslag does not make it another enrolment.
 */
const UITVOER = `left(c_leerlingnummer, 64) as leerlingnummer, c_aanmelding_id as aanmelding_id,
       coalesce('a|' || c_aanmelding_id,
         c_leerlingnummer || '|' || t_onderwijssoort || '|' || coalesce(case when t_onderwijssoort = 'mbo' then lpad(c_opleidingscode, 5, '0') else c_opleidingscode end, '') || '|' || coalesce(t_leerweg, '') || '|' ||
         case when t_onderwijssoort = 'mbo' then t_begindatum - date '1900-01-01' else schooljaar_van(t_begindatum) end) as rijsleutel,
       pgn_hash, pgn, t_achternaam as achternaam, t_voorvoegsel as voorvoegsel, t_roepnaam as roepnaam,
       t_geboortedatum as geboortedatum, t_geslacht as geslacht, t_postcode as postcode, t_gemeentecode as gemeentecode,
       t_adres_geheim as adres_geheim, t_onderwijssoort as onderwijssoort, t_leerweg as leerweg,
       case when t_onderwijssoort = 'mbo' then t_niveau end as niveau, t_leerjaar as leerjaar, t_groep as groep,
       case when t_onderwijssoort = 'mbo' then lpad(t_opleidingscode, 5, '0') else t_opleidingscode end as opleidingscode,
       t_opleiding as opleiding,
       coalesce(t_status, case when c_status is null and t_begindatum <= $1::date then 'ingeschreven' end) as status,
       case when t_status_datum <= $1::date then t_status_datum end as status_datum, t_verschenen_op as verschenen_op,
       t_bijzonderheid as bijzonderheid, t_begindatum as begindatum, t_einddatum as einddatum,
       t_reden_uitstroom as reden_uitstroom, coalesce(t_examenkandidaat, false) as examenkandidaat, t_uitslag as uitslag,
       t_diplomadatum as diplomadatum, t_uitstroomprofiel as uitstroomprofiel, t_vervolgkeuze as vervolgkeuze,
       case when ${ELDERS} then t_aanmelding_brin end as aanmelding_brin,
       case when ${ELDERS} then t_aanmelding_opleidingscode end as aanmelding_opleidingscode,
       case when t_aanmelding_brin is not null and ${ELDERS} then t_aanmeldstatus end as aanmeldstatus,
       case when t_aanmelding_brin is not null and ${ELDERS} and t_aanmeldstatus_datum <= $1::date then t_aanmeldstatus_datum end as aanmeldstatus_datum,
       t_mentor as mentor, t_decaan as decaan, t_zorgcoordinator as zorgcoordinator,
       t_warme_overdracht_nodig as warme_overdracht_nodig`;
