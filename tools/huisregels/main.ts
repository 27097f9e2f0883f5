import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { controleer } from './controleer.js';
import { HUISREGELS } from './regels.js';

const MAPPEN = ['apps', 'libs', 'test', 'bench', 'tools'];
const NIET = ['node_modules', 'dist', 'fixtures', 'gegenereerd'];

function* bestanden(map: string): Generator<string> {
  for (const e of readdirSync(map, { withFileTypes: true })) {
    const pad = join(map, e.name);
    if (e.isDirectory()) {
      if (!NIET.includes(e.name)) yield* bestanden(pad);
    } else if (/\.tsx?$/.test(e.name)) yield pad;
  }
}

// A root is given by the spec of the rules themselves.
const wortel = process.argv[2] ?? process.cwd();
const aanwezig = readdirSync(wortel).filter((naam) => MAPPEN.includes(naam));
let aantal = 0;
for (const pad of aanwezig.flatMap((map) => [...bestanden(join(wortel, map))])) {
  const kort = relative(wortel, pad).split(sep).join('/');
  for (const { regel, lijn, tekst } of controleer(kort, readFileSync(pad, 'utf8'), HUISREGELS)) {
    console.log(`${kort}:${lijn} ${regel}: ${tekst}`);
    aantal++;
  }
}
if (aantal > 0) {
  console.error(`${aantal} house rule(s) broken.`);
  process.exitCode = 1;
}
