import 'reflect-metadata';
import { Config, ConfigModule, laadSleutelbos, maakSleutelbestand, VasteKlok } from '#config';
import { DatabaseModule, maakDataSource, migreer, startCluster, Transactie, verwijderCluster } from '#database';
import { Doorstroomcontroles, DoorstroomModule, Schoolcontrole } from '#doorstroom';
import { alsDatum, systeem } from '#kern';
import { migreerBellen } from '#wachtrij';
import { NestFactory } from '@nestjs/core';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { ANTIJOIN, REGIO, VANDAAG, vul } from './doorstroom-gegevens.sql.js';
import { mediaan, rond } from './meten.js';

/** One size. Milliseconds are medians of runs done in turns with the anti-join. */
export interface Meting {
  kandidaten: number;
  inschrijvingen: number;
  scholen: number;
  /** The bare anti-join: candidates without anything that counts. */
  antijoin: number;
  /** The very first run: every traject, signaal and casus is made. */
  eersteKeer: number;
  /** A night like any other: everything is computed again, and nothing differs. */
  nacht: number;
  /** Bar: `nacht` is at most 3 times `antijoin`. */
  verhouding: number;
}

export interface Uitkomst {
  werkers: number;
  metingen: Meting[];
  /** How the time of a night grows with the size: 1 is linear. */
  exponent: number;
}

const WERKERS = 2;
const RONDES = 5;

/** The doorstroomcontrole of a whole cohort at two sizes, beside the least that any system must do. */
export async function benchDoorstroom(kandidaten = 1_500, keer = 8): Promise<Uitkomst> {
  const metingen = [await meet(kandidaten)];
  if (keer > 1) metingen.push(await meet(kandidaten * keer));
  const [klein, groot] = metingen;
  const exponent =
    klein === undefined || groot === undefined ? 1 : Math.log(groot.nacht / klein.nacht) / Math.log(keer);
  return { werkers: WERKERS, metingen, exponent: rond(exponent) };
}

async function meet(kandidaten: number): Promise<Meting> {
  const map = await mkdtemp(join(tmpdir(), 'sluitend-bench-'));
  const cluster = await startCluster({ map });
  const bron = await maakDataSource({
    url: cluster.url,
    verbindingen: WERKERS + 1,
    naam: 'sluitend-bench',
  }).initialize();
  try {
    await migreer(bron);
    await migreerBellen(cluster.url);
    const gevuld = await vul(bron, kandidaten);
    const controle = await maakControle(bron, map);
    const eersteKeer = await tijd(controle.draai);
    await bron.query('vacuum (analyze) traject');
    const antijoin: number[] = [];
    const nacht: number[] = [];
    for (let ronde = 0; ronde < RONDES; ronde++) {
      antijoin.push(await tijd(() => bron.query(ANTIJOIN, [REGIO])));
      nacht.push(await tijd(controle.draai));
    }
    await controle.sluit();
    const [a, n] = [mediaan(antijoin), mediaan(nacht)];
    return {
      kandidaten,
      ...gevuld,
      antijoin: rond(a),
      eersteKeer: rond(eersteKeer),
      nacht: rond(n),
      verhouding: rond(n / a),
    };
  } finally {
    if (bron.isInitialized) await bron.destroy();
    await cluster.stop();
    await verwijderCluster(map);
  }
}

/** The run as the worker does it, less the queue (it has a bench of its own): one transaction per school, two at once. */
async function maakControle(
  bron: DataSource,
  map: string,
): Promise<{ draai(): Promise<void>; sluit(): Promise<void> }> {
  const config = Config.lees({ DATA_DIR: map }, map);
  await maakSleutelbestand(config.sleutelsPad);
  const transactie = new Transactie(bron, 'sluitend_worker');
  const app = await NestFactory.createApplicationContext(
    {
      module: DoorstroomModule,
      imports: [
        ConfigModule.met(config, await laadSleutelbos(config), new VasteKlok(alsDatum(VANDAAG))),
        DatabaseModule.met(bron, transactie),
      ],
    },
    { logger: ['warn', 'error'], abortOnError: false },
  );
  const wie = systeem(REGIO);
  const [runs, school] = [app.get(Doorstroomcontroles), app.get(Schoolcontrole)];
  const draai = async (): Promise<void> => {
    const { id } = await transactie.voerUit({ wie }, (tx) =>
      runs.vraagAan(tx, wie, { schooljaar: 2025, testklok: true }),
    );
    const scholen = await bron.query<{ school: string }[]>(
      'select school from doorstroomcontrole_school where controle_id = $1',
      [id],
    );
    const werker = async (): Promise<void> => {
      for (let deel = scholen.pop(); deel !== undefined; deel = scholen.pop()) {
        const opdracht = { controleId: id, school: deel.school };
        await transactie.voerUit({ wie }, (tx) => school.voerUit(tx, REGIO, opdracht));
      }
    };
    await Promise.all(Array.from({ length: WERKERS }, werker));
    const { status } = await transactie.voerUit({ wie }, (tx) => runs.lees(tx, REGIO, id));
    if (status !== 'klaar') throw new Error(`The run is ${status}.`);
  };
  return { draai, sluit: () => app.close() };
}

async function tijd(doe: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await doe();
  return performance.now() - begin;
}

if (import.meta.filename === process.argv[1]) {
  const uitkomst = await benchDoorstroom(Number(process.argv[2] ?? 1_500), Number(process.argv[3] ?? 8));
  process.stdout.write(`${JSON.stringify(uitkomst, null, 2)}\n`);
}
