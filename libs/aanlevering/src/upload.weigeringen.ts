import { DomeinFout, type Datum } from '#kern';

/** Seconds after which trying again makes sense. */
const STRAKS_S = 30;

export function schoolNietVanU(): DomeinFout {
  return new DomeinFout(
    'verboden',
    'schoolNietVanU',
    'U mag voor deze school geen bestand aanleveren. Controleer de school in het adres, en of u met de gegevens van deze school bent aangemeld.',
  );
}

export function peildatumToekomst(): DomeinFout {
  const tekst = 'De peildatum ligt in de toekomst. Geef de dag waarop het bestand is gemaakt.';
  return new DomeinFout('ongeldig', 'peildatumToekomst', tekst, {
    fouten: [{ veld: 'peildatum', code: 'peildatumToekomst', tekst }],
  });
}

export function peildatumOuder(nieuwste: Datum): DomeinFout {
  return new DomeinFout(
    'conflict',
    'peildatumOuder',
    `Er is al een nieuwer bestand van deze school verwerkt (peildatum ${nieuwste}). Lever een bestand aan met die peildatum of later.`,
  );
}

export function teVeelUploads(hoogstens: number): DomeinFout {
  return new DomeinFout(
    'teVeel',
    'teVeelUploads',
    `U bent al ${hoogstens} bestanden aan het sturen. Wacht tot er een klaar is en probeer het dan opnieuw.`,
    { opnieuwNaS: STRAKS_S },
  );
}

export function teDruk(): DomeinFout {
  return new DomeinFout(
    'nietBeschikbaar',
    'teDruk',
    'Er worden nu te veel bestanden tegelijk aangeleverd. Probeer het straks opnieuw.',
    { opnieuwNaS: STRAKS_S },
  );
}

/** The connection broke, or the process that received was taken for gone. Nobody is left to hear it. */
export function uploadGestopt(): DomeinFout {
  return new DomeinFout(
    'duurdeTeLang',
    'uploadGestopt',
    'Het bestand is niet helemaal aangekomen. Lever het nog een keer aan.',
  );
}

export function uploadTeTraag(): DomeinFout {
  return new DomeinFout(
    'duurdeTeLang',
    'uploadTeTraag',
    'Het bestand komt te langzaam binnen. Controleer de verbinding, of pak het bestand in met gzip, en lever het opnieuw aan.',
  );
}
