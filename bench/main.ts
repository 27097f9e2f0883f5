import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

// One after the other, each in a process of its own: what one leaves in memory must not weigh on the next.
const METINGEN = [
  'wachtrij',
  'doorstroom',
  'werkvoorraad',
  'verdeel',
  'casus',
  'bewaking',
  'intake',
  'mbo',
  'nacht',
  'koppelen',
] as const;
const UITKOMSTEN = 'bench/uitkomst';

/** `npm run bench` does all of them at their default sizes, `npm run bench intake 1000000` one at a size. */
async function main(argumenten: readonly string[]): Promise<void> {
  const [naam, ...maten] = argumenten;
  const gekozen = naam === undefined ? METINGEN : METINGEN.filter((m) => m === naam);
  if (gekozen.length === 0) throw new Error(`Choose one of: ${METINGEN.join(', ')}.`);
  mkdirSync(UITKOMSTEN, { recursive: true });
  process.stdout.write(
    `${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
  );
  for (const meting of gekozen) {
    process.stdout.write(`\n=== ${meting} ${maten.join(' ')}\n`);
    const uitkomst = await voer(meting, maten);
    writeFileSync(join(UITKOMSTEN, `${meting}.json`), uitkomst);
  }
}

function voer(meting: string, maten: readonly string[]): Promise<string> {
  return new Promise((klaar, mislukt) => {
    const programma = join(import.meta.dirname, `${meting}.js`);
    const kind = spawn(process.execPath, ['--enable-source-maps', '--expose-gc', programma, ...maten], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let uitvoer = '';
    kind.stdout.on('data', (stuk: Buffer) => {
      uitvoer += stuk.toString();
      process.stdout.write(stuk);
    });
    kind.once('close', (code) => (code === 0 ? klaar(uitvoer) : mislukt(new Error(`${meting} ended with ${code}.`))));
  });
}

await main(process.argv.slice(2));
