import 'reflect-metadata';
import { AanleveringModule, BijVerwerkt, UploadService } from '#aanlevering';
import { AanleveringWorkerModule } from '#aanlevering/worker';
import { Config, ConfigModule, laadSleutelbos, maakSleutelbestand, VasteKlok } from '#config';
import { DatabaseModule, maakDataSource, migreer, startCluster, Transactie, verwijderCluster } from '#database';
import { alsDatum, type Wie } from '#kern';
import { migreerBellen } from '#wachtrij';
import { WachtrijWorkerModule } from '#wachtrij/worker';
import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wacht } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { regels } from './intake-bestand.js';
import { grens } from './intake-grens.js';

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

const REGIO = 36;
const SCHOOL = '99AA00';
const NACHTEN = ['2026-03-14', '2026-03-15'] as const;
const HERHALINGEN = 3;
const CLIENT: Wie = {
  ...{ soort: 'client', id: 'bench', regioId: REGIO, naam: 'Bench' },
  rollen: [{ rol: 'aanleveraar', scholen: [SCHOOL], gemeenten: [], heleRegio: false }],
};

/** Stands in for doorstroom: what follows a delivery has a bench of its own. */
@Injectable()
class NietsErna {
  constructor(haak: BijVerwerkt) {
    haak.vul({
      verwerkt: () => Promise.resolve(),
      laatLos: () => Promise.resolve(),
      ongedaan: () => Promise.resolve(),
    });
  }
}

@Module({ providers: [NietsErna] })
class Inname {}

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
    const app = await start(eigen, map);
    try {
      [ronde.eerste, ronde.upload] = await lever(app, bestand, NACHTEN[0]);
      [ronde.weer] = await lever(app, bestand, NACHTEN[1]);
    } finally {
      await app.close();
    }
  });
  await metDatabase(url, `grens_${naam}`, async (kaal) => {
    const aanlevering = { regio: REGIO, school: SCHOOL };
    ronde.grens = await tijd(() => grens(kaal, bestand, { ...aanlevering, id: 1, peildatum: NACHTEN[0] }, true));
    ronde.grensWeer = await tijd(() => grens(kaal, bestand, { ...aanlevering, id: 2, peildatum: NACHTEN[1] }, false));
  });
  return ronde;
}

/** Uploads and waits for the worker; seconds in all, and of the upload. */
async function lever(app: INestApplicationContext, bestand: string, peildatum: string): Promise<[number, number]> {
  const bron = app.get(DataSource, { strict: false });
  const begin = performance.now();
  const { id } = await app.get(UploadService, { strict: false }).ontvang(CLIENT, {
    ...{
      school: SCHOOL,
      peildatum: alsDatum(peildatum),
      modus: 'volledig',
      tekenset: 'open',
      formaat: null,
      gzip: false,
    },
    ...{ idempotentieSleutel: null, inhoud: createReadStream(bestand) },
  });
  const upload = (performance.now() - begin) / 1000;
  for (;;) {
    const [rij] = await bron.query<{ status: string }[]>('select status from aanlevering where id = $1', [id]);
    if (rij?.status === 'verwerkt') return [(performance.now() - begin) / 1000, upload];
    const [fout] = await bron.query<{ tekst: string }[]>(
      'select fout_tekst as tekst from opdracht where fout_tekst is not null',
    );
    if (fout !== undefined) throw new Error(fout.tekst);
    if (rij?.status !== 'ontvangen') throw new Error(`The delivery became ${rij?.status}.`);
    await wacht(100);
  }
}

/** The parts of api and worker that intake needs, in one process, with real bells. */
async function start(url: string, map: string): Promise<INestApplicationContext> {
  const config = Config.lees({ DATA_DIR: map, DATABASE_URL: url }, map);
  await maakSleutelbestand(config.sleutelsPad);
  const bron = await maakDataSource({ url, naam: 'sluitend-bench' }).initialize();
  const app = await NestFactory.createApplicationContext(
    {
      module: Inname,
      imports: [
        AanleveringModule,
        AanleveringWorkerModule,
        ConfigModule.met(config, await laadSleutelbos(config), new VasteKlok(alsDatum('2026-03-16'))),
        DatabaseModule.met(bron, new Transactie(bron, 'sluitend_worker')),
        WachtrijWorkerModule.met({ roosters: [], luister: true, eisAlleHandlers: false }),
      ],
    },
    { logger: ['warn', 'error'], abortOnError: false },
  );
  return app;
}

async function metDatabase(url: string, naam: string, doe: (url: string) => Promise<void>): Promise<void> {
  const beheer = await maakDataSource({ url, verbindingen: 1 }).initialize();
  const adres = new URL(url);
  adres.pathname = `/${naam}`;
  try {
    await beheer.query(`create database ${naam}`);
    const bron = await maakDataSource({ url: adres.href, verbindingen: 3 }).initialize();
    await migreer(bron);
    await migreerBellen(adres.href);
    await bron.query(`insert into regio (id, naam, vakantiezone) values (${REGIO}, 'Bench', 'Zuid')`);
    await bron.query(
      `insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd) values (${REGIO}, '99AA', '00', 'Bench', '{vmbo}', '0796', '{vmbo}')`,
    );
    await bron.destroy();
    await beheer.query('checkpoint');
    await doe(adres.href);
    await beheer.query(`drop database ${naam} with (force)`);
  } finally {
    await beheer.destroy();
  }
}

async function tijd(doe: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await doe();
  return (performance.now() - begin) / 1000;
}

function mediaan(getallen: readonly number[]): number {
  return [...getallen].sort((a, b) => a - b)[Math.floor(getallen.length / 2)] ?? Number.NaN;
}

function rond(getal: number): number {
  return Math.round(getal * 100) / 100;
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
