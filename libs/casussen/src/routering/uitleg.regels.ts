import { kanErbij } from './routering.regels.js';
import type { Invoer, Kandidaat, Keuze } from './routering.js';

/** More colleagues than this are named as a range: a list of twenty numbers explains nothing. */
const HOOGSTENS_GENOEMD = 4;

/**
 * «Waarom bij mij?» in B1 (werkplek.md, Words 4). Holds `{leerling}`, `{u}` and `{uw}`: who reads it decides
 * whether a name may be shown and whether the owner is spoken to. See `leesUitleg`.
 */
export function schrijfUitleg(keuze: Keuze): string {
  return [waar(keuze.invoer), ...waarom(keuze)].join(' ');
}

function waar(invoer: Invoer): string {
  return invoer.periode === 'voorStart'
    ? `{leerling} zit op ${invoer.schoolNaam} en is ${invoer.leeftijd}.`
    : `{leerling} woont in ${invoer.woongemeenteNaam} en is ${invoer.leeftijd}.`;
}

function waarom(keuze: Keuze): string[] {
  const { invoer, team } = keuze;
  const bewaker = 'Daarom staat de casus bij de procesbewaker.';
  if (team === null) return ['Geen routeringsregel wijst een team aan.', bewaker];
  const hoort = hoortBij(invoer, team.naam);
  if (keuze.terugval === 'teamVol') return [hoort, 'Dat team zit vol.', bewaker];
  if (keuze.terugval === 'teamLeeg') return [hoort, 'Daar is nu niemand die de casus kan krijgen.', bewaker];
  return [hoort, ruimte(keuze), 'Klopt dit niet? Geef de casus terug.'];
}

function hoortBij({ periode, schoolNaam, doelgroep, woongemeenteNaam }: Invoer, team: string): string {
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
  return eigenaar === null ? tekst : tekst.replace(' Klopt dit niet? Geef de casus terug.', '');
}

/** Age in whole years on a date; both `jjjj-mm-dd`. */
export function leeftijdOp(geboortedatum: string, datum: string): number {
  const jaren = Number(datum.slice(0, 4)) - Number(geboortedatum.slice(0, 4));
  return datum.slice(5) < geboortedatum.slice(5) ? jaren - 1 : jaren;
}
