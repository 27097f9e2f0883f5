import { klokVan, StartFout, type Config } from '#config';
import type { Opening } from '#database';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ProefAanmelding, proefSleutels, uitgevers, type ProefSleutels } from '#toegang';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule } from './api.module.js';
import { maakAdapter, NEST_OPTIES, stelIn } from './app.js';
import { metAanmelding } from './proef-server.js';
import { logVerzoeken } from './verzoeklog.js';

/** How many ports are tried after the wanted one, when `PORT` was not given. */
const POORTPOGINGEN = 100;

/** The whole api, ready to listen; tests talk to it with `inject`. */
export async function maakApi(
  config: Config,
  opening: Opening,
  logger: LoggerService,
): Promise<NestFastifyApplication> {
  const sleutels = config.oidcIssuers.length === 0 ? await proefSleutels(config.dataDir) : undefined;
  const vertrouwd = uitgevers(config, sleutels);
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.met({ config, opening, vertrouwd }),
    maakAdapter(ingebouwdeAanmelding(config, opening, sleutels)),
    { ...NEST_OPTIES, logger },
  );
  stelIn(app);
  // Whoever watches a terminal wants to read what matters; a collector wants every request.
  if (process.send === undefined && !process.stdout.isTTY)
    logVerzoeken(app.getHttpAdapter().getInstance(), process.stdout);
  await app.init();
  return app;
}

/** The provider is only there where nobody but this machine can reach it; with containers it is a service apart. */
function ingebouwdeAanmelding(
  config: Config,
  { transactie }: Opening,
  sleutels: ProefSleutels | undefined,
): Parameters<typeof maakAdapter>[0] {
  if (!config.embedded || sleutels === undefined) return {};
  const aanmelding = new ProefAanmelding({
    audience: config.oidcAudience,
    sleutels,
    transactie,
    klok: klokVan(config),
  });
  return { serverFactory: metAanmelding(aanmelding) };
}

/**
 * Listens; gives the port. An embedded instance is a proef on this machine and is not offered to the network.
 * @throws StartFout when the port that was asked for is taken.
 */
export async function luister(app: NestFastifyApplication, config: Config): Promise<number> {
  const adres = config.embedded ? '127.0.0.1' : '0.0.0.0';
  const pogingen = config.poortGezet ? 0 : POORTPOGINGEN;
  for (let poging = 0; poging <= pogingen; poging++) {
    try {
      await app.listen(config.poort + poging, adres);
      const plek = app.getHttpServer().address();
      return plek === null || typeof plek === 'string' ? config.poort + poging : plek.port;
    } catch (fout) {
      if (!isBezet(fout)) throw fout;
    }
  }
  throw new StartFout(
    config.poortGezet
      ? `Poort ${config.poort} is al in gebruik; kies met PORT een andere.`
      : `De poorten ${config.poort} tot en met ${config.poort + POORTPOGINGEN} zijn alle in gebruik; kies met PORT een andere.`,
  );
}

function isBezet(fout: unknown): boolean {
  return typeof fout === 'object' && fout !== null && 'code' in fout && fout.code === 'EADDRINUSE';
}
