import 'reflect-metadata';
import { Config, draai, nieuweSleutels, Sleutelbos, StartFout } from '#config';
import { maakDataSource, Transactie } from '#database';
import { Toegangscontrole } from '#toegang';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { readFile, writeFile } from 'node:fs/promises';
import { ApiModule } from './api.module.js';
import { maakAdapter, NEST_OPTIES, stelIn } from './app.js';
import { OpenApi } from './openapi/openapi.js';
import { toegangslijst } from './openapi/toegangslijst.js';

/**
 * Writes what describes the API beside its code: `openapi.json` and `docs/toegang.md`. With `--controleer` it writes
 * nothing and fails when one of them is stale. Needs the built tree (DTO properties are only known there), no database.
 */
draai(async () => {
  const app = await bouwApi();
  const bestanden: Record<string, string> = {
    'openapi.json': `${JSON.stringify(app.get(OpenApi).document, null, 2)}\n`,
    'docs/toegang.md': toegangslijst(app.get(Toegangscontrole).routes()),
  };
  for (const [pad, inhoud] of Object.entries(bestanden)) {
    if (!process.argv.includes('--controleer')) await writeFile(pad, inhoud);
    else if ((await lees(pad)) !== inhoud) throw new StartFout(`${pad} klopt niet meer; voer uit: npm run openapi`);
  }
});

/** The application as it is, never started: nothing connects. */
async function bouwApi(): Promise<NestFastifyApplication> {
  const bron = maakDataSource({ url: 'postgres://nergens.invalid/leeg' });
  const sleutelbos = new Sleutelbos(nieuweSleutels());
  const module = ApiModule.met({
    config: Config.lees({}, '.'),
    opening: { bron, transactie: new Transactie(bron, 'sluitend_api'), sleutelbos },
    vertrouwd: [],
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, maakAdapter(), {
    ...NEST_OPTIES,
    logger: ['error'],
  });
  stelIn(app);
  return app;
}

async function lees(pad: string): Promise<string> {
  return readFile(pad, 'utf8').catch(() => '');
}
