import 'reflect-metadata';
import { Config, laadSleutelbos, maakSleutelbestand } from '#config';
import { maakDataSource, migreer, startCluster, Transactie, verwijderCluster } from '#database';
import { alsDatum, schooljaarVan, systeem } from '#kern';
import { PgnSleutels, Verwerking, type Uitkomst } from '#leerlingen';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { REGIO, vul, WERKTABEL } from './koppelen-gegevens.sql.js';
import { rond } from './meten.js';

/** One size: a file of rows without PGN, four of five about somebody who is known. */
export interface Meting {
  nieuw: number;
  bestaand: number;
  /** The whole processing of the file: matching, provisional leerlingen, questions, rows. Bar: 60 at 100,000 and 1,000,000. */
  seconden: number;
  rijenNieuw: number;
  buitenCohort: number;
  /** Questions per 1,000 rows. */
  vragenPer1000: number;
}

export interface Koppeluitkomst {
  metingen: Meting[];
  /** How the time grows with the rows when the leerlingen grow along: 1 is linear. */
  exponent: number | null;
}

/** Matching at this size, and before it at an eighth of it. */
export async function benchKoppelen(nieuw = 10_000, bestaand = 100_000): Promise<Koppeluitkomst> {
  const metingen = [await meet(Math.round(nieuw / 8), Math.round(bestaand / 8)), await meet(nieuw, bestaand)];
  const [klein, groot] = metingen;
  const exponent =
    klein === undefined || groot === undefined ? null : rond(Math.log(groot.seconden / klein.seconden) / Math.log(8));
  return { metingen, exponent };
}

async function meet(nieuw: number, bestaand: number): Promise<Meting> {
  const map = await mkdtemp(join(tmpdir(), 'sluitend-bench-'));
  const cluster = await startCluster({ map });
  const bron = await maakDataSource({ url: cluster.url, verbindingen: 3, naam: 'sluitend-bench' }).initialize();
  try {
    await migreer(bron);
    await vul(bron, nieuw, bestaand);
    const begin = performance.now();
    const uitkomst = await verwerk(bron, map);
    const seconden = rond((performance.now() - begin) / 1000);
    process.stderr.write(`koppelen ${nieuw} against ${bestaand}: ${seconden} s\n`);
    const { nieuw: rijenNieuw, buitenCohort, koppelvoorstellen } = uitkomst;
    return {
      nieuw,
      bestaand,
      seconden,
      rijenNieuw,
      buitenCohort,
      vragenPer1000: rond((1000 * koppelvoorstellen) / nieuw),
    };
  } finally {
    await bron.destroy();
    await cluster.stop();
    await verwijderCluster(map);
    await rm(map, { recursive: true, force: true });
  }
}

async function verwerk(bron: DataSource, map: string): Promise<Uitkomst> {
  const config = Config.lees({ DATA_DIR: map }, map);
  await maakSleutelbestand(config.sleutelsPad);
  const verwerking = new Verwerking(new PgnSleutels(await laadSleutelbos(config)));
  const peildatum = alsDatum('2026-03-01');
  return new Transactie(bron, 'sluitend_worker').voerUit({ wie: systeem(REGIO) }, (tx) =>
    verwerking.verwerk(tx, {
      ...{ regioId: REGIO, aanleveringId: '1', school: '99ZZ00', schooljaar: schooljaarVan(peildatum), peildatum },
      ...{ modus: 'volledig', werktabel: WERKTABEL, nu: new Date() },
    }),
  );
}

if (import.meta.filename === process.argv[1]) {
  const [nieuw, bestaand] = process.argv.slice(2).map(Number);
  process.stdout.write(`${JSON.stringify(await benchKoppelen(nieuw, bestaand), null, 2)}\n`);
}
