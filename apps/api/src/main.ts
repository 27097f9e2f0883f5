import 'reflect-metadata';
import { bijStop, draai, leesConfig, maakLogger, meldGereed } from '#config';
import { openDatabase } from '#database';
import { luister, maakApi } from './server.js';

draai(async () => {
  let sluit = (): Promise<void> => Promise.resolve();
  // From the very beginning: the process that started this one may be killed while it is still loading.
  bijStop(() => sluit());
  const config = leesConfig();
  const logger = maakLogger();
  const opening = await openDatabase(config, {
    rol: 'sluitend_api',
    naam: 'sluitend-api',
    meldFout: (fout) => logger.error(fout, 'na vastleggen'),
  });
  const app = await maakApi(config, opening, logger);
  sluit = () => app.close();
  meldGereed(await luister(app, config));
});
