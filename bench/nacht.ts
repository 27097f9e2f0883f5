import 'reflect-metadata';
import { AanleveringModule } from '#aanlevering';
import { Config, laadSleutelbos, maakSleutelbestand, VasteKlok } from '#config';
import { maakDataSource, migreer, startCluster, Transactie, verwijderCluster } from '#database';
import { InrichtingModule, InrichtingService } from '#inrichting';
import { alsDatum } from '#kern';
import { migreerBellen } from '#wachtrij';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { WorkerModule } from '../apps/worker/src/worker.module.js';
import { bestandenVan, PROCESBEWAKER, regiobestand, type Nachtbestand } from './nacht-bestanden.js';
import { rond } from './meten.js';
import { laadOp, REGIO, tijd } from './opzet.js';

export interface Uitkomst {
  bestanden: number;
  rijen: number;
  /** Rows that differ from the night before. */
  anders: number;
  nieuweCasussen: number;
  /** Seconds from the first byte to the last casus routed. Bar: 60. */
  nacht: number;
  /** Highest RSS of this process, which is api and worker at once, in MB. */
  rss: number;
}

const NACHTEN = ['2026-04-14', '2026-04-15'] as const;

/**
 * A night of a whole region: 64 files, 41,000 rows of which 2 % changed, to the last casus routed. The night before is
 * delivered first, and its cases are opened; that is not counted.
 */
export async function benchNacht(): Promise<Uitkomst> {
  const map = await mkdtemp(join(tmpdir(), 'sluitend-bench-'));
  const cluster = await startCluster({ map });
  try {
    const beheer = await maakDataSource({ url: cluster.url, verbindingen: 3 }).initialize();
    await migreer(beheer);
    await migreerBellen(cluster.url);
    await beheer.query(`insert into instantie (soort) values ('proef')`);
    await beheer.destroy();
    const app = await start(cluster.url, map);
    try {
      await app.get(InrichtingService, { strict: false }).richtIn(JSON.stringify(regiobestand()));
      const gisteren = bestandenVan(0);
      await draai(app, map, gisteren, NACHTEN[0]);
      const voor = await telGerouteerd(app);
      const vandaag = bestandenVan(1);
      const nacht = await tijd(() => draai(app, map, vandaag, NACHTEN[1]));
      return {
        ...{ bestanden: vandaag.length, rijen: vandaag.reduce((som, { rijen }) => som + rijen.length, 0) },
        ...{
          anders: verschil(gisteren, vandaag),
          nieuweCasussen: (await telGerouteerd(app)) - voor,
          nacht: rond(nacht),
        },
        rss: Math.round(process.resourceUsage().maxRSS / 1024),
      };
    } finally {
      await app.close();
    }
  } finally {
    await cluster.stop();
    await verwijderCluster(map);
    await rm(map, { recursive: true, force: true });
  }
}

/** Api and worker, all of it, in one process with real bells; the clock stands at the second night. */
async function start(url: string, map: string): Promise<INestApplicationContext> {
  const config = Config.lees({ DATA_DIR: map, DATABASE_URL: url }, map);
  await maakSleutelbestand(config.sleutelsPad);
  const bron = await maakDataSource({ url, naam: 'sluitend-bench' }).initialize();
  const opening = {
    bron,
    transactie: new Transactie(bron, 'sluitend_worker'),
    sleutelbos: await laadSleutelbos(config),
  };
  const worker = WorkerModule.met({ config, opening, klok: new VasteKlok(alsDatum(NACHTEN[1])) });
  const imports = [...(worker.imports ?? []), AanleveringModule, InrichtingModule];
  return NestFactory.createApplicationContext(
    { ...worker, imports },
    { logger: ['warn', 'error'], abortOnError: false },
  );
}

/** Uploads four at a time, as schools do at two in the morning, and waits until no work is left. */
async function draai(
  app: INestApplicationContext,
  map: string,
  bestanden: readonly Nachtbestand[],
  peildatum: string,
): Promise<void> {
  const wachtend = [...bestanden];
  const lader = async (): Promise<void> => {
    for (let bestand = wachtend.shift(); bestand !== undefined; bestand = wachtend.shift()) {
      const pad = join(map, `${bestand.school}.csv`);
      await writeFile(pad, [bestand.kop, ...bestand.rijen, ''].join('\n'));
      await laadOp(app, pad, { school: bestand.school, peildatum });
    }
  };
  await Promise.all(Array.from({ length: 4 }, lader));
  const bron = app.get(DataSource, { strict: false });
  for (;;) {
    const [stand] = await bron.query<{ open: number; mislukt: string | null; wacht: number }[]>(
      `select (select count(*) from opdracht where klaar_op is null and dood_op is null and vanaf <= clock_timestamp() + interval '5 seconds')::int as open,
              (select min(fout_tekst) from opdracht where fout_tekst is not null) as mislukt,
              (select count(*) from aanlevering where status not in ('verwerkt', 'ontvangen'))::int as wacht`,
    );
    if (stand?.mislukt !== null) throw new Error(stand?.mislukt);
    if (stand.wacht > 0) throw new Error(`${stand.wacht} deliveries were not processed.`);
    if (stand.open === 0) return;
    await wacht(50);
  }
}

/** Cases that routing gave to a coach; none may be left with the procesbewaker. */
async function telGerouteerd(app: INestApplicationContext): Promise<number> {
  const [rij] = await app.get(DataSource, { strict: false }).query<{ aantal: number; bewaker: number }[]>(
    `select count(*)::int as aantal, (count(*) filter (where m.email = $2))::int as bewaker
       from casus c join medewerker m on m.regio_id = c.regio_id and m.id = c.verantwoordelijke_id where c.regio_id = $1`,
    [REGIO, PROCESBEWAKER],
  );
  if (rij === undefined || rij.bewaker > 0) throw new Error(`${rij?.bewaker} casussen fell back on the procesbewaker.`);
  return rij.aantal;
}

function verschil(voor: readonly Nachtbestand[], na: readonly Nachtbestand[]): number {
  return na.reduce((som, { rijen }, i) => som + rijen.filter((rij, n) => rij !== voor[i]?.rijen[n]).length, 0);
}

if (import.meta.filename === process.argv[1]) {
  process.stdout.write(`${JSON.stringify(await benchNacht(), null, 2)}\n`);
}
