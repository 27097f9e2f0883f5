import { proefWorker } from './opstelling.js';
import { Uitvoerder } from '../uitvoerder.js';

/**
 * A worker process of its own, for a test that kills it: does what is due and then ends.
 * Arguments: url of the database, name of the job.
 */
const [, , url = '', soort = ''] = process.argv;
const app = await proefWorker(url, { instellingen: { bezetMs: 500 } });
const uitvoerder = app.get(Uitvoerder);
process.send?.('klaar voor werk');
while ((await uitvoerder.werkPartij(soort, 36)).genomen > 0);
await app.close();
