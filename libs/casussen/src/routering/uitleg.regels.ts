import { kanErbij } from './routering.regels.js';
import type { Herkomst, Invoer, Kandidaat, Keuze, Overnameaanleiding } from './routering.js';

/** More colleagues than this are named as a range: a list of twenty numbers explains nothing. */
const HOOGSTENS_GENOEMD = 4;

/**
 * «Waarom bij mij?» in B1 (werkplek.md, Words 4). Holds `{leerling}`, `{u}` and `{uw}`: who reads it decides
 * whether a name may be shown and whether the owner is spoken to. See `leesUitleg`.
 */
export function schrijfUitleg(keuze: Keuze, herkomst: Herkomst = { aanleiding: 'opening' }): string {
  const vooraf = watVoorafging(herkomst);
  const doorMensen = keuze.team === null && keuze.terugval === null;
  if (doorMensen) return [...vooraf, TERUG].join(' ');
  if (keuze.terugval === 'teruggegeven') return [...vooraf, BIJ_BEWAKER].join(' ');
  return [...vooraf, waar(keuze.invoer), ...waarom(keuze)].join(' ');
}

const TERUG = 'Klopt dit niet? Geef de casus terug.';
const BIJ_BEWAKER = 'Daarom staat de casus bij de procesbewaker.';

/** Why it moved; nothing for a casus that was just opened. */
function watVoorafging({ aanleiding, van, gever, overname }: Herkomst): string[] {
  const eerder = van?.naam ?? 'een collega';
  const wie = gever?.naam ?? 'Een collega';
  switch (aanleiding) {
    case 'opening':
      return [];
    case 'ruimte':
      return ['De casus wachtte bij de procesbewaker op ruimte.'];
    case 'afwezigheid':
      return [`De casus was van ${eerder}, die lang afwezig is.`];
    case 'vertrek':
      return [`De casus was van ${eerder}, die geen casussen meer heeft.`];
    case 'verhuizing':
    case 'doelgroep':
      return [`De casus was van ${eerder}. ${WAAROM_OVERNAME[aanleiding]}`];
    case 'overname':
      return [`{U} nam de casus over van ${eerder}.`, WAAROM_OVERNAME[overname ?? 'handmatig']].filter((z) => z !== '');
    case 'handmatig':
      return [`${wie} gaf de casus aan {u}.`];
    case 'teruggave':
      return [`${eerder} gaf de casus terug.`];
    case 'teruggedraaid':
      return [`${wie} draaide de verdeling terug: de casus was al van {u}.`];
  }
}

/** Without where the youngster lives or learns. */
const WAAROM_OVERNAME: Readonly<Record<Overnameaanleiding, string>> = {
  handmatig: '',
  verhuizing: '{leerling} is verhuisd.',
  doelgroep: '{leerling} valt onder een andere wet dan eerst.',
  leerplicht: 'Leerplicht is ingeschakeld.',
  andereRegio: '{leerling} woont in een andere regio.',
};

function waar(invoer: Invoer): string {
  if (!invoer.inRegio) return `{leerling} woont buiten de regio, zat op ${invoer.schoolNaam} en is ${invoer.leeftijd}.`;
  return invoer.periode === 'voorStart'
    ? `{leerling} zit op ${invoer.schoolNaam} en is ${invoer.leeftijd}.`
    : `{leerling} woont in ${invoer.woongemeenteNaam} en is ${invoer.leeftijd}.`;
}

function waarom(keuze: Keuze): string[] {
  const { invoer, team } = keuze;
  if (team === null) return ['Geen routeringsregel wijst een team aan.', BIJ_BEWAKER];
  const hoort = hoortBij(invoer, team.naam);
  if (keuze.terugval === 'teamVol') return [hoort, 'Dat team zit vol.', BIJ_BEWAKER];
  if (keuze.terugval === 'teamLeeg') return [hoort, 'Daar is nu niemand die de casus kan krijgen.', BIJ_BEWAKER];
  return [hoort, ruimte(keuze), TERUG];
}

function hoortBij({ inRegio, periode, schoolNaam, doelgroep, woongemeenteNaam }: Invoer, team: string): string {
  if (!inRegio) return `Dan houdt de school de casus: ${schoolNaam} hoort bij team ${team}.`;
  if (periode === 'voorStart') return `Tot de eerste lesdag hoort ${schoolNaam} bij team ${team}.`;
  return `${doelgroep === 'doorstroompunt' ? 'Doorstroompunt' : 'Leerplicht'} in ${woongemeenteNaam} hoort bij team ${team}.`;
}

function ruimte({ medewerker, kandidaten }: Keuze): string {
  const eigen = kandidaten.find((k) => k.medewerker.id === medewerker.id);
  const anderen = kandidaten.filter((k) => k.medewerker.id !== medewerker.id && kanErbij(k));
  if (eigen === undefined) return '';
  if (anderen.length === 0) return `Alleen {u} had daar ruimte: ${casussen(eigen.openCasussen)}.`;
  const gelijk = anderen.filter((k) => k.openCasussen * eigen.capaciteit === eigen.openCasussen * k.capaciteit);
  const meeste =
    gelijk.length === 0
      ? 'de meeste ruimte'
      : `evenveel ruimte als ${collegas(gelijk.length)} en kreeg het langst niets`;
  return `{U} had daar ${meeste}: ${casussen(eigen.openCasussen)}, ${aantallen(anderen)}.`;
}

function aantallen(anderen: readonly Kandidaat[]): string {
  const tellingen = anderen.map((k) => k.openCasussen).sort((a, b) => a - b);
  if (tellingen.length === 1) return `{uw} collega ${tellingen[0]}`;
  if (tellingen.length > HOOGSTENS_GENOEMD) return `{uw} collega's ${tellingen[0]} tot ${tellingen.at(-1)}`;
  return `{uw} collega's ${tellingen.slice(0, -1).join(', ')} en ${tellingen.at(-1)}`;
}

function casussen(aantal: number): string {
  return aantal === 1 ? '1 casus' : `${aantal} casussen`;
}

function collegas(aantal: number): string {
  return aantal === 1 ? 'een collega' : `${aantal} collega's`;
}

/** Who reads the explanation. */
export interface Lezer {
  /** First name of the youngster, or null for who may not see it. */
  roepnaam: string | null;
  /** Name of the owner for another reader; null when the reader is the owner. */
  eigenaar: string | null;
}

/** The stored explanation for this reader. */
export function leesUitleg(uitleg: string, { roepnaam, eigenaar }: Lezer): string {
  const woorden: Record<string, string> = {
    '{leerling}': roepnaam ?? 'De leerling',
    '{U}': eigenaar ?? 'U',
    '{u}': eigenaar ?? 'u',
    '{uw}': eigenaar === null ? 'uw' : 'de',
  };
  const tekst = uitleg.replaceAll(/\{(leerling|U|u|uw)\}/g, (woord) => woorden[woord] ?? woord);
  return eigenaar === null ? tekst : tekst.replace(` ${TERUG}`, '');
}

/** Age in whole years on a date; both `jjjj-mm-dd`. */
export function leeftijdOp(geboortedatum: string, datum: string): number {
  const jaren = Number(datum.slice(0, 4)) - Number(geboortedatum.slice(0, 4));
  return datum.slice(5) < geboortedatum.slice(5) ? jaren - 1 : jaren;
}
