import { StartFout } from '#config';
import { laadDemo } from '../demo/demo.js';
import { GebruikFout, type CliOpdracht } from '../opdracht.js';
import { vindStart } from '../start/slot.js';

/** Loads the demo region into a running, empty instance; `npm start` does it by itself the first time. */
export const demo: CliOpdracht = {
  gebruik: 'sluitend demo    laadt de demoregio in de lege instantie die op DATA_DIR draait',

  async voerUit(argumenten, config) {
    if (argumenten.length > 0) throw new GebruikFout('De opdracht demo heeft geen argumenten.');
    const adres = (await vindStart(config.dataDir))?.adres;
    if (adres === undefined) throw new StartFout(`Er draait niets op ${config.dataDir}; begin met npm start.`);
    const afbreker = new AbortController();
    process.once('SIGINT', () => afbreker.abort());
    await laadDemo({ config, adres, meld: (regel) => process.stdout.write(`${regel}\n`), signaal: afbreker.signal });
    return 0;
  },
};
