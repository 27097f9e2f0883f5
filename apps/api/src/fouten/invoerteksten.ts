/** Dutch sentences for class-validator's rules. A DTO that gives its own message keeps it. */
type Tekst = readonly [code: string, tekst: string];

const TEKSTEN: Readonly<Record<string, Tekst>> = {
  whitelistValidation: ['veldOnbekend', 'Dit veld bestaat hier niet. Laat het weg.'],
  unknownValue: ['inhoudOngeldig', 'De inhoud is geen object met velden.'],
  isDefined: ['verplicht', 'Vul dit veld in.'],
  isNotEmpty: ['verplicht', 'Vul dit veld in.'],
  isString: ['geenTekst', 'Geef één tekst.'],
  isInt: ['geenGetal', 'Geef een heel getal.'],
  isNumber: ['geenGetal', 'Geef een getal.'],
  isNumberString: ['geenGetal', 'Geef alleen cijfers.'],
  isBoolean: ['geenJaNee', 'Geef true of false.'],
  isBooleanString: ['geenJaNee', 'Geef true of false.'],
  isArray: ['geenLijst', 'Geef een lijst.'],
  isObject: ['geenObject', 'Geef een object met velden.'],
  nestedValidation: ['geenObject', 'Geef een object met velden.'],
  isDateString: ['geenDatum', 'Geef een bestaande datum als jjjj-mm-dd.'],
  isISO8601: ['geenDatum', 'Geef een bestaande datum als jjjj-mm-dd.'],
  isDate: ['geenDatum', 'Geef een bestaande datum als jjjj-mm-dd.'],
  isEmail: ['geenEmail', 'Geef een e-mailadres.'],
  isUUID: ['geenId', 'Dit is geen geldig kenmerk.'],
  arrayUnique: ['dubbel', 'Noem elke waarde één keer.'],
  arrayNotEmpty: ['verplicht', 'Geef minstens één waarde.'],
  matches: ['vormOngeldig', 'Deze waarde heeft niet de juiste vorm.'],
};

/** Rules whose default message ends in the bound or the choices. */
const MET_WAARDE: Readonly<Record<string, readonly [code: string, tekst: (waarde: string) => string]>> = {
  min: ['teLaag', (w) => `Geef minstens ${w}.`],
  max: ['teHoog', (w) => `Geef hoogstens ${w}.`],
  minLength: ['teKort', (w) => `Geef minstens ${w} tekens.`],
  maxLength: ['teLang', (w) => `Geef hoogstens ${w} tekens.`],
  arrayMinSize: ['teWeinig', (w) => `Geef minstens ${w} waarden.`],
  arrayMaxSize: ['teVeel', (w) => `Geef hoogstens ${w} waarden.`],
};

/**
 * @param regel name of the rule, e.g. `isInt`
 * @param melding class-validator's message, or the DTO's own
 */
export function tekstBij(regel: string, veld: string, melding: string): { code: string; tekst: string } {
  const eigen = !isStandaard(veld, melding);
  const keuze = /following values: (.*)$/.exec(melding)?.[1];
  if (keuze !== undefined && !eigen) return { code: 'keuzeOngeldig', tekst: `Kies uit: ${keuze}.` };
  const metWaarde = MET_WAARDE[regel];
  const vast = TEKSTEN[regel];
  const code = metWaarde?.[0] ?? vast?.[0] ?? 'waardeOngeldig';
  if (eigen) return { code, tekst: melding };
  if (metWaarde !== undefined)
    return { code, tekst: metWaarde[1](/(-?\d+(?:\.\d+)?)\D*$/.exec(melding)?.[1] ?? 'de grens') };
  return { code, tekst: vast?.[1] ?? 'Deze waarde kan hier niet.' };
}

/** class-validator writes English sentences around the name of the property. */
function isStandaard(veld: string, melding: string): boolean {
  return (
    melding.startsWith(`${veld} `) ||
    melding.startsWith(`each value in ${veld} `) ||
    melding.startsWith(`property ${veld} `) ||
    melding.startsWith(`nested property ${veld} `) ||
    melding.startsWith('an unknown value') ||
    melding.startsWith(`All ${veld}`)
  );
}
