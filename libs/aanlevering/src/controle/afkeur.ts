import { KOLOMMEN } from '../kolommen.js';
import type { Afkeuring, AfkeurCode } from '../lezer/kopregel.js';

const VERPLICHT = KOLOMMEN.filter((kolom) => kolom.verplicht === true).map((kolom) => kolom.naam);

const TEKSTEN: Readonly<Record<AfkeurCode, (kolommen: readonly string[]) => string>> = {
  leegBestand: () => 'Het bestand is leeg. Maak het opnieuw, met een kopregel en een regel voor elke leerling.',
  geenKopregel: () =>
    `Het bestand heeft geen kopregel die wij kennen. Zet op de eerste regel de namen van de kolommen, met in elk geval ${opsomming(VERPLICHT)}.`,
  kolomOntbreekt: (kolommen) =>
    `In de kopregel ${kolommen.length === 1 ? 'ontbreekt' : 'ontbreken'} ${opsomming(kolommen)}. Voeg toe wat ontbreekt en lever het bestand opnieuw aan.`,
  kolomDubbel: (kolommen) =>
    `In de kopregel staat ${opsomming(kolommen)} meer dan een keer. Gebruik elke naam een keer.`,
  tekensetOnleesbaar: () => 'Het bestand is geen leesbare tekst. Sla het op als CSV in UTF-8 en lever het opnieuw aan.',
  teVeelFouten: () =>
    'Meer dan de helft van de regels heeft een fout. Er is niets verwerkt. Verbeter de fouten en lever het bestand opnieuw aan.',
};

/** What to tell the school about a file that is rejected whole. */
export function afkeurTekst({ code, kolommen }: Afkeuring): string {
  return TEKSTEN[code](kolommen);
}

function opsomming(namen: readonly string[]): string {
  return namen.length < 2 ? namen.join('') : `${namen.slice(0, -1).join(', ')} en ${namen.at(-1)}`;
}
