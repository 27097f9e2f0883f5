// Builds only when a source, a dependency or the compiler's settings changed since the last build.
// Plain JavaScript, because it runs before there is anything built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const wortel = resolve(import.meta.dirname, '..');
const stempelPad = join(wortel, 'dist', '.bouwstempel');
const mappen = ['apps', 'libs', 'bench', 'tools'];
const losse = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'];

/** Every file below `map` that can change the build, without what is not built. */
function* bronnen(map) {
  const inhoud = readdirSync(map, { withFileTypes: true });
  for (const e of inhoud.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const pad = join(map, e.name);
    if (e.isDirectory()) {
      if (e.name !== 'node_modules' && e.name !== 'dist') yield* bronnen(pad);
    } else if (e.name.endsWith('.ts') && !e.name.endsWith('.spec.ts')) yield pad;
  }
}

/** Content, not mtime: a fresh clone and a branch switch touch every mtime. About 20 ms for 1,000 files. */
function stempel() {
  const hash = createHash('sha256').update(process.version);
  const paden = mappen.map((m) => join(wortel, m)).filter((m) => existsSync(m) && statSync(m).isDirectory());
  const bestanden = [...losse.map((f) => join(wortel, f)), ...paden.flatMap((m) => [...bronnen(m)])];
  for (const pad of bestanden) {
    hash.update(pad.slice(wortel.length)).update('\0').update(readFileSync(pad)).update('\0');
  }
  return hash.digest('hex');
}

/** Whether what is in dist was built from these sources. */
function isBij(nu) {
  return existsSync(stempelPad) && readFileSync(stempelPad, 'utf8') === nu;
}

/** Two builds at once write through each other's files: the second waits, and mostly finds its work done. */
function metSlot(doe) {
  const slot = join(wortel, 'dist', '.bouwslot');
  mkdirSync(join(wortel, 'dist'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(slot, String(process.pid), { flag: 'wx' });
      break;
    } catch (fout) {
      if (fout.code !== 'EEXIST') throw fout;
    }
    if (!isBezet(slot)) rmSync(slot, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  process.once('exit', () => rmSync(slot, { force: true }));
  doe();
}

function isBezet(slot) {
  try {
    const pid = Number(readFileSync(slot, 'utf8'));
    // Not written yet, by somebody who is just beginning, or who was killed there.
    if (pid === 0) return Date.now() - statSync(slot).mtimeMs < 5000;
    process.kill(pid, 0);
    return true;
  } catch (fout) {
    return fout.code === 'EPERM' || fout.code === 'ENOENT';
  }
}

const nu = stempel();
if (!isBij(nu)) {
  metSlot(() => {
    if (isBij(nu)) return;
    console.error('De bronnen zijn veranderd: Sluitend wordt gebouwd …');
    const nest = join(wortel, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
    const uit = spawnSync(process.execPath, [nest, 'build'], { cwd: wortel, stdio: ['ignore', 2, 2] });
    if (uit.status !== 0) process.exit(uit.status ?? 1);
    writeFileSync(stempelPad, nu);
  });
}
