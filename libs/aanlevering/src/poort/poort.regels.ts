/** What the gate looks at, before anything changes. */
export interface PoortInvoer {
  /** `maand-dag` of the peildatum decides on the summer form. */
  peildatum: string;
  /** Rows of the file, and those that are quarantined. */
  regels: number;
  fout: number;
  /** Enrolments `ingeschreven` of the previous full delivery, and those of them that this one would take away. */
  ingeschreven: number;
  verdwijnt: number;
  /** Rows of the school that are not in the file, and stay since a refused row does not tell whose it is. */
  onzeker: number;
  /** Good rows, and those that look like pupils of another school. */
  goed: number;
  elders: number;
}

export type Poortcode = 'verliesTeGroot' | 'niemandVertrokken' | 'quarantaineTeGroot' | 'andereSchool';

/** Something that the school should know; `wacht` tells whether the delivery waits for a person. */
export interface Poortmelding {
  code: Poortcode;
  wacht: boolean;
  tekst: string;
}

/** A few leavers are normal, also at a small school. */
const KLEINSTE_VERLIES = 15;
const VERLIES = 0.1;
/** From 1 July to 1 October everybody moves. */
const ZOMERVERLIES = 0.5;
const QUARANTAINE = 0.1;
const ELDERS = 0.5;

/** The gate (intake.md, «What happens» 3). */
export function poort(invoer: PoortInvoer): Poortmelding[] {
  return [verlies(invoer), onzeker(invoer), quarantaine(invoer), andereSchool(invoer)].filter(
    (melding) => melding !== null,
  );
}

function verlies({ peildatum, ingeschreven, verdwijnt }: PoortInvoer): Poortmelding | null {
  if (verdwijnt <= KLEINSTE_VERLIES || verdwijnt <= VERLIES * ingeschreven) return null;
  const zomer = peildatum.slice(5) >= '07-01' && peildatum.slice(5) < '10-01';
  const wacht = !zomer || verdwijnt > ZOMERVERLIES * ingeschreven;
  const tekst =
    `${verdwijnt} van de ${ingeschreven} ingeschreven leerlingen staan niet meer in dit bestand. ` +
    (wacht
      ? 'Controleer of het bestand compleet is. Bevestig het als het klopt.'
      : 'Controleer of het bestand compleet is.');
  return { code: 'verliesTeGroot', wacht, tekst };
}

/** Otherwise a school with such a row in every file would never lose anybody, without knowing it. */
function onzeker({ onzeker: aantal }: PoortInvoer): Poortmelding | null {
  if (aantal === 0) return null;
  const wie = aantal === 1 ? '1 inschrijving staat' : `${aantal} inschrijvingen staan`;
  const tekst = `${wie} niet meer in dit bestand, maar wij weten niet of dat klopt: van een regel met een fout is niet te zien over wie hij gaat. Daarom telt nu niemand van uw school als vertrokken. Verbeter die regel, of haal hem uit de export.`;
  return { code: 'niemandVertrokken', wacht: false, tekst };
}

/** Also asked after matching, which keeps rows out as well. */
export function quarantaine({ regels, fout }: Pick<PoortInvoer, 'regels' | 'fout'>): Poortmelding | null {
  if (fout <= QUARANTAINE * regels) return null;
  const tekst = `${fout} van de ${regels} regels hebben een fout. Verbeter ze en lever opnieuw aan, of bevestig dat de andere regels verwerkt mogen worden.`;
  return { code: 'quarantaineTeGroot', wacht: true, tekst };
}

function andereSchool({ goed, elders }: PoortInvoer): Poortmelding | null {
  if (elders <= ELDERS * goed) return null;
  const tekst = `${elders} van de ${goed} regels gaan over leerlingen van een andere school. Controleer of dit het bestand van uw school is. Bevestig het als het klopt.`;
  return { code: 'andereSchool', wacht: true, tekst };
}
