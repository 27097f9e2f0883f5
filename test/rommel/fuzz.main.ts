import { beschadigd, leesEens, zaaigoed } from './fuzz.js';
import { Zaad } from './zaad.js';

/** Reads damaged files until one of them breaks the reader. `npm run fuzz [how many] [from which]`. */
async function main(): Promise<void> {
  const aantal = Number(process.argv[2] ?? 100_000);
  const vanaf = Number(process.argv[3] ?? 0);
  const goed = await zaaigoed(new Zaad(1));
  const telling = new Map<string, number>();
  let rijen = 0;
  for (let nummer = vanaf; nummer < vanaf + aantal; nummer += 1) {
    const { bytes, tekenset } = beschadigd(goed, nummer);
    try {
      const uitslag = await leesEens(bytes, tekenset);
      rijen += uitslag.rijen + uitslag.slecht;
      const wat = uitslag.afkeuring ?? 'gelezen';
      telling.set(wat, (telling.get(wat) ?? 0) + 1);
    } catch (fout) {
      console.error(`File ${nummer} (charset ${tekenset}, ${bytes.length} bytes) broke the reader:`, fout);
      process.exitCode = 1;
      return;
    }
    if ((nummer + 1) % 10_000 === 0) console.log(`${nummer + 1} files, ${rijen} rows`);
  }
  console.log(`${aantal} damaged files, ${rijen} rows, all accounted for:`, Object.fromEntries(telling));
}

await main();
