import 'reflect-metadata';
import { startCluster, verwijderCluster } from '#database';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { regels } from './intake-bestand.js';
import { grens } from './intake-grens.js';
import { mediaan, rond } from './meten.js';
import { lever, metDatabase, REGIO, startIntake, tijd, VO } from './opzet.js';

/** One size; seconds are medians of runs in turn with the limit. */
export interface Meting {
  rijen: number;
  bytes: number;
  /** From the first byte of the upload to `verwerkt`, and of that the upload. */
  eersteKeer: number;
  upload: number;
  grensEersteKeer: number;
  /** Bar: at most 2.0. */
  verhouding: number;
  /** The same rows the next night. */
  weer: number;
  grensWeer: number;
  verhoudingWeer: number;
}

export interface Uitkomst {
  metingen: Meting[];
  /** How the time of a first delivery grows with its rows: 1 is linear. */
  exponent: number | null;
  /** Highest RSS of this process, which is api and worker at once, in MB. Bar: 300. */
  rss: number;
}

const NACHTEN = ['2026-03-14', '2026-03-15'] as const;
const HERHALINGEN = 3;

/** Intake of candidates beside its limit, at `rijen` and at 8 times as many when asked. */
export async function benchIntake(
  rijen = 100_000,
  maten: readonly number[] = [1],
  herhalingen = HERHALINGEN,
): Promise<Uitkomst> {
  const map = await mkdtemp(join(tmpdir(), 'sluitend-bench-'));
  const cluster = await startCluster({ map });
  try {
    const metingen: Meting[] = [];
    for (const maat of maten) metingen.push(await meet(cluster.url, map, rijen * maat, herhalingen));
    const [klein, groot] = [metingen[0], metingen.at(-1)];
    const exponent =
      klein === undefined || groot === undefined || klein === groot
        ? null
        : rond(Math.log(groot.eersteKeer / klein.eersteKeer) / Math.log(groot.rijen / klein.rijen));
    return { metingen, exponent, rss: Math.round(process.resourceUsage().maxRSS / 1024) };
  } finally {
    await cluster.stop();
    await verwijderCluster(map);
    await rm(map, { recursive: true, force: true });
  }
}

/** Seconds of one run of each. */
interface Ronde {
  eerste: number;
  upload: number;
  weer: number;
  grens: number;
  grensWeer: number;
}

async function meet(url: string, map: string, rijen: number, herhalingen: number): Promise<Meting> {
  const bestand = join(map, 'bench.csv');
  await pipeline(Readable.from(regels(rijen)), createWriteStream(bestand));
  const { size: bytes } = await stat(bestand);
  const rondes: Ronde[] = [];
  for (let keer = 0; keer < herhalingen; keer += 1) {
    const ronde = await draai(url, map, bestand, `${rijen}_${keer}`);
    rondes.push(ronde);
    const stand = Object.entries(ronde).map(([naam, seconden]) => `${naam} ${seconden.toFixed(1)} s`);
    process.stderr.write(`intake ${rijen}: ${stand.join(', ')}\n`);
  }
  const midden = (naam: keyof Ronde): number => rond(mediaan(rondes.map((ronde) => ronde[naam])));
  const [eersteKeer, grensEersteKeer, weer, grensWeer] = [
    midden('eerste'),
    midden('grens'),
    midden('weer'),
    midden('grensWeer'),
  ];
  return {
    ...{
      rijen,
      bytes,
      eersteKeer,
      upload: midden('upload'),
      grensEersteKeer,
      verhouding: rond(eersteKeer / grensEersteKeer),
    },
    ...{ weer, grensWeer, verhoudingWeer: rond(weer / grensWeer) },
  };
}

/** Intake and its limit, each in a database of its own. */
async function draai(url: string, map: string, bestand: string, naam: string): Promise<Ronde> {
  const ronde: Ronde = { eerste: 0, upload: 0, weer: 0, grens: 0, grensWeer: 0 };
  await metDatabase(url, `bench_${naam}`, async (eigen) => {
    const app = await startIntake(eigen, map);
    try {
      [ronde.eerste, ronde.upload] = await lever(app, bestand, { school: VO, peildatum: NACHTEN[0] });
      [ronde.weer] = await lever(app, bestand, { school: VO, peildatum: NACHTEN[1] });
    } finally {
      await app.close();
    }
  });
  await metDatabase(url, `grens_${naam}`, async (kaal) => {
    const aanlevering = { regio: REGIO, school: VO };
    ronde.grens = await tijd(() => grens(kaal, bestand, { ...aanlevering, id: 1, peildatum: NACHTEN[0] }, true));
    ronde.grensWeer = await tijd(() => grens(kaal, bestand, { ...aanlevering, id: 2, peildatum: NACHTEN[1] }, false));
  });
  return ronde;
}

if (import.meta.filename === process.argv[1]) {
  const [rijen, maten, herhalingen] = process.argv.slice(2);
  const uitkomst = await benchIntake(
    Number(rijen ?? 100_000),
    (maten ?? '1').split(',').map(Number),
    Number(herhalingen ?? HERHALINGEN),
  );
  process.stdout.write(`${JSON.stringify(uitkomst, null, 2)}\n`);
}
