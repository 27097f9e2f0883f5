import { leesConfig, StartFout } from '#config';
import { DomeinFout } from '#kern';
import { GebruikFout } from './opdracht.js';
import { REGISTER } from './register.js';

const HULP = new Set(['help', '--help', '-h', '-?']);

/** Runs one call of `sluitend`; gives its exit code: 0 done, 1 refused, 2 called in a wrong way. */
export async function voerCliUit(argumenten: readonly string[]): Promise<number> {
  const [naam, ...rest] = argumenten;
  if (naam === undefined || HULP.has(naam)) {
    process.stdout.write(overzicht());
    return naam === undefined ? 2 : 0;
  }
  const regel = Object.hasOwn(REGISTER, naam) ? REGISTER[naam] : undefined;
  if (regel === undefined) {
    process.stderr.write(`De opdracht ${JSON.stringify(naam)} bestaat niet.\n\n${overzicht()}`);
    return 2;
  }
  const opdracht = await regel.laad();
  if (rest.some((argument) => HULP.has(argument) && argument !== 'help')) {
    process.stdout.write(`sluitend ${naam}: ${regel.uitleg}\n\n${opdracht.gebruik}\n`);
    return 0;
  }
  try {
    return await opdracht.voerUit(rest, leesConfig());
  } catch (fout) {
    if (fout instanceof GebruikFout) {
      process.stderr.write(`${fout.message}\n\n${opdracht.gebruik}\n`);
      return 2;
    }
    if (!(fout instanceof DomeinFout || fout instanceof StartFout)) throw fout;
    process.stderr.write(`${fout.message}\n`);
    return 1;
  }
}

function overzicht(): string {
  const breedte = Math.max(...Object.keys(REGISTER).map((naam) => naam.length));
  const regels = Object.entries(REGISTER).map(([naam, { uitleg }]) => `  ${naam.padEnd(breedte)}  ${uitleg}`);
  return `Gebruik: npm run -s sluitend -- <opdracht> [argumenten]\n\n${regels.join('\n')}\n\nMeer over één opdracht: npm run -s sluitend -- <opdracht> --help\n`;
}
