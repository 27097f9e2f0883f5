import { AanleveringModule, BijVerwerkt, UploadService } from '#aanlevering';
import { AanleveringWorkerModule } from '#aanlevering/worker';
import { Config, ConfigModule, laadSleutelbos, maakSleutelbestand, VasteKlok } from '#config';
import { DatabaseModule, maakDataSource, migreer, Transactie } from '#database';
import { alsDatum, type Wie } from '#kern';
import { migreerBellen } from '#wachtrij';
import { WachtrijWorkerModule } from '#wachtrij/worker';
import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createReadStream } from 'node:fs';
import { setTimeout as wacht } from 'node:timers/promises';
import { DataSource } from 'typeorm';

export const REGIO = 36;
export const VO = '99AA00';
export const MBO = '99ZZ00';

/** Somebody who delivers for these schools. */
export function leverancier(scholen: readonly string[]): Wie {
  return {
    ...{ soort: 'client', id: `bench-${scholen.join()}`, regioId: REGIO, naam: 'Bench' },
    rollen: [{ rol: 'aanleveraar', scholen: [...scholen], gemeenten: [], heleRegio: false }],
  };
}

/** Stands in for doorstroom: what follows a delivery has a bench of its own. */
@Injectable()
class NietsErna {
  constructor(haak: BijVerwerkt) {
    const niets = (): Promise<void> => Promise.resolve();
    haak.vul({
      verwerkt: niets,
      aangehouden: niets,
      neemSloten: () => Promise.resolve(true),
      laatLos: niets,
      ongedaan: niets,
    });
  }
}

@Module({ providers: [NietsErna] })
class Inname {}

/** The parts of api and worker that intake needs, in one process, with real bells. */
export async function startIntake(url: string, map: string): Promise<INestApplicationContext> {
  const config = Config.lees({ DATA_DIR: map, DATABASE_URL: url }, map);
  await maakSleutelbestand(config.sleutelsPad);
  const bron = await maakDataSource({ url, naam: 'sluitend-bench' }).initialize();
  return NestFactory.createApplicationContext(
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
}

/** Uploads a file; gives the id of the delivery. */
export async function laadOp(
  app: INestApplicationContext,
  bestand: string,
  { school, peildatum }: { school: string; peildatum: string },
): Promise<string> {
  const { id } = await app.get(UploadService, { strict: false }).ontvang(leverancier([school]), {
    ...{ school, peildatum: alsDatum(peildatum), modus: 'volledig', tekenset: 'open', gzip: false },
    ...{ formaat: null, idempotentieSleutel: null, herstelVan: null, inhoud: createReadStream(bestand) },
  });
  return id;
}

/** Uploads and waits for the worker; seconds in all, and of the upload. */
export async function lever(
  app: INestApplicationContext,
  bestand: string,
  levering: { school: string; peildatum: string },
): Promise<[number, number]> {
  const bron = app.get(DataSource, { strict: false });
  const begin = performance.now();
  const id = await laadOp(app, bestand, levering);
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

/** A migrated database of its own with two schools, gone afterwards. */
export async function metDatabase(url: string, naam: string, doe: (url: string) => Promise<void>): Promise<void> {
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
      `insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd)
       select ${REGIO}, left(code, 4), '00', code, array[soort], '0796', array_remove(array[soort], 'mbo')
         from (values ('${VO}', 'vmbo'), ('${MBO}', 'mbo')) s (code, soort)`,
    );
    await bron.destroy();
    await beheer.query('checkpoint');
    await doe(adres.href);
    await beheer.query(`drop database ${naam} with (force)`);
  } finally {
    await beheer.destroy();
  }
}

/** Seconds. */
export async function tijd(doe: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await doe();
  return (performance.now() - begin) / 1000;
}
