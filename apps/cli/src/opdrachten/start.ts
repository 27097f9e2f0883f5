import { bijStop } from '#config';
import { GebruikFout, type CliOpdracht } from '../opdracht.js';
import { Start } from '../start/start.js';

const STOPGEDULD_MS = 90_000;

/** Runs a whole instance until it is told to stop. */
export const start: CliOpdracht = {
  gebruik: 'sluitend start    instellingen staan in README: PORT, DATA_DIR, DATABASE_URL, REDIS_URL, DEMO, VANDAAG …',

  async voerUit(argumenten, config) {
    if (argumenten.length > 0) throw new GebruikFout('De opdracht start heeft geen argumenten.');
    const instantie = new Start(config, (regel) => process.stdout.write(`${regel}\n`));
    bijStop(() => instantie.stop(), STOPGEDULD_MS);
    await instantie.begint();
    return 0;
  },
};
