import { Aanmelding } from './aanmelding.js';
import { GEBRUIK, leesOpdracht, type Opdracht } from './argumenten.js';
import { openBestand } from './bestand.js';
import { Levering } from './levering.js';
import type { Omgeving } from './omgeving.js';
import { CODE, exitcodeVan, Gestopt, Onbereikbaar, type Aanlevering, type Bevinding } from './uitkomst.js';
import { verslag } from './verslag.js';
import { Voortgang } from './voortgang.js';

const HULP = new Set(['--help', '-h', '-?']);

/** What came of it, as `--json` shows it. */
interface Uitslag {
  exitcode: number;
  aanlevering?: Aanlevering;
  bevindingen?: Bevinding[];
  fout?: { code: string; tekst: string; regels: readonly string[] };
}

/** Delivers a school's export and waits for what comes of it; gives the exit code. Knows nothing of the server but its API. */
export async function leverAan(argumenten: readonly string[], omgeving: Omgeving): Promise<number> {
  if (argumenten.some((a) => HULP.has(a))) {
    process.stdout.write(`${GEBRUIK}\n`);
    return 0;
  }
  const json = argumenten.includes('--json');
  let opdracht: Opdracht;
  try {
    opdracht = leesOpdracht(argumenten, omgeving);
  } catch (fout) {
    if (!(fout instanceof Gestopt)) throw fout;
    toonFout({ ...mislukt(fout) }, json);
    if (!json) process.stderr.write(`\n${GEBRUIK}\n`);
    return fout.exitcode;
  }
  const uitslag = await voerUit(opdracht);
  if (uitslag.fout !== undefined) toonFout(uitslag, json);
  else if (json) process.stdout.write(`${JSON.stringify(uitslag)}\n`);
  else if (uitslag.aanlevering !== undefined && !(opdracht.stil && uitslag.exitcode === 0))
    process.stdout.write(verslag(uitslag.aanlevering, uitslag.bevindingen ?? [], opdracht.basis));
  return uitslag.exitcode;
}

async function voerUit(opdracht: Opdracht): Promise<Uitslag> {
  const voortgang = new Voortgang(process.stderr);
  const meld = (regel: string): void => {
    voortgang.klaar();
    process.stderr.write(`${regel}\n`);
  };
  let aanlevering: Aanlevering | undefined;
  try {
    const bestand = await openBestand(opdracht.bestand);
    const levering = new Levering(opdracht, new Aanmelding(opdracht.aanmelding, opdracht.basis), voortgang, meld);
    aanlevering = await levering.stuur(bestand);
    const klaar = await levering.volg(aanlevering);
    if (klaar === undefined)
      throw new Gestopt(
        'Sluitend is er nog niet aan toegekomen; het gaat vanzelf verder.',
        CODE.nietAangeleverd,
        'wachttijdVoorbij',
      );
    aanlevering = klaar;
    const exitcode = exitcodeVan(klaar) ?? CODE.nietAangeleverd;
    return { exitcode, aanlevering, ...(await eersteBevindingen(levering, klaar, meld)) };
  } catch (fout) {
    voortgang.klaar();
    if (!(fout instanceof Gestopt) && !(fout instanceof Onbereikbaar)) throw fout;
    return mislukt(fout, aanlevering);
  }
}

/** None when they cannot be had: how the delivery ended is known, and does not change by it. */
async function eersteBevindingen(
  levering: Levering,
  aanlevering: Aanlevering,
  meld: (regel: string) => void,
): Promise<Pick<Uitslag, 'bevindingen'>> {
  const { fouten, waarschuwingen } = aanlevering.bevindingen;
  try {
    return { bevindingen: fouten + waarschuwingen > 0 ? await levering.bevindingen(aanlevering) : [] };
  } catch (fout) {
    if (!(fout instanceof Gestopt) && !(fout instanceof Onbereikbaar)) throw fout;
    meld(`De bevindingen zijn nu niet op te halen: ${fout.message}.`.replace(/\.\.$/, '.'));
    return {};
  }
}

function mislukt(fout: Gestopt | Onbereikbaar, aanlevering?: Aanlevering): Uitslag {
  const aangekomen = aanlevering === undefined ? {} : { aanlevering };
  const voor =
    aanlevering === undefined
      ? 'Niet aangeleverd: '
      : `Aanlevering ${aanlevering.id} is aangekomen, maar de uitslag is niet bekend: `;
  if (fout instanceof Onbereikbaar)
    return {
      exitcode: CODE.nietAangeleverd,
      ...aangekomen,
      fout: { code: 'onbereikbaar', tekst: `${voor}${fout.message}.`, regels: [] },
    };
  const { exitcode, code, regels } = fout;
  // Once it is there it cannot be refused any more.
  return {
    exitcode: aanlevering === undefined ? exitcode : CODE.nietAangeleverd,
    ...aangekomen,
    fout: { code, tekst: `${voor}${fout.message}`, regels },
  };
}

function toonFout(uitslag: Uitslag, json: boolean): void {
  const { fout } = uitslag;
  if (json) process.stdout.write(`${JSON.stringify(uitslag)}\n`);
  else if (fout !== undefined) process.stderr.write([fout.tekst, ...fout.regels.map((r) => `  ${r}`), ''].join('\n'));
}
