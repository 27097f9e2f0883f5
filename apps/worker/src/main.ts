import 'reflect-metadata';
import { bijStop, draai, leesConfig, maakLogger, meldGereed } from '#config';
import { openDatabase } from '#database';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';

draai(async () => {
  let sluit = (): Promise<void> => Promise.resolve();
  // From the very beginning: the process that started this one may be killed while it is still loading.
  bijStop(() => sluit());
  const config = leesConfig();
  const logger = maakLogger();
  const opening = await openDatabase(config, {
    rol: 'sluitend_worker',
    naam: 'sluitend-worker',
    verbindingen: 12,
    meldFout: (fout) => logger.error(fout, 'na vastleggen'),
  });
  const app = await NestFactory.createApplicationContext(WorkerModule.met({ config, opening }), {
    logger,
    abortOnError: false,
  });
  sluit = () => app.close();
  meldGereed();
});
