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
  zipKapot: () => 'Het bestand is beschadigd of niet compleet. Sla het opnieuw op en lever het nog een keer aan.',
  zipTeGroot: () =>
    'Het bestand is uitgepakt te groot of heeft te veel onderdelen. Sla het op als CSV en lever het opnieuw aan.',
  teVeelGegevens: () =>
    'Het bestand bevat veel meer dan een school kan hebben, zoals groepen, celopmaak of inschrijvingen van één leerling. Maak het bestand opnieuw, of lever een CSV-bestand aan.',
  xmlKapot: () =>
    'De inhoud van het bestand klopt niet en is niet te lezen. Maak het opnieuw en lever het nog een keer aan.',
  excelOud: () =>
    'Dit is een oud Excel-bestand (.xls) of een Excel-bestand met een wachtwoord. Sla het op als .xlsx zonder wachtwoord of als CSV.',
  excelWachtwoord: () => 'Het bestand heeft een wachtwoord. Sla het op zonder wachtwoord en lever het opnieuw aan.',
  excelKoppelingen: () =>
    'Het Excel-bestand haalt gegevens uit een ander bestand. Verbreek de koppelingen in Excel, of sla het op als CSV, en lever het opnieuw aan.',
  formaatOnbekend: () => 'Dit soort bestand kennen wij niet. Lever een CSV-bestand of een Excel-bestand (.xlsx) aan.',
  formaatAnders: () =>
    'De inhoud van het bestand past niet bij het formaat dat u opgeeft. Geef het juiste formaat op, of laat het weg.',
  schoolAnders: () =>
    'Dit bestand is van een andere school: het BRIN erin is niet dat van de school waarvoor u aanlevert. Lever het aan voor de goede school.',
  alleenMutaties: () => 'Dit soort bestand vult alleen aan wat wij al weten. Lever het aan met modus=mutaties.',
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
