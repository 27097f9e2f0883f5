import 'reflect-metadata';
import { Bewaking, CasussenModule } from '#casussen';
import { DatabaseModule, maakDataSource, migreer, startCluster, Transactie, verwijderCluster } from '#database';
import { alsDatum, systeem } from '#kern';
import { NestFactory } from '@nestjs/core';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VANDAAG, vulBewaking } from './bewaking-gegevens.sql.js';
import { rond } from './meten.js';
import { tijd } from './opzet.js';
import { REGIO, vulRegio } from './werkvoorraad-gegevens.sql.js';

/** Seconds. */
export interface Uitkomst {
  open: number;
  teLaat: number;
  opgeschaald: number;
  overzichten: number;
  /** Bar: at most 30. */
  eersteKeer: number;
  /** Again at once: nothing differs. */
  nogEens: number;
}

const OPEN_ELKE = 20;

/** One round over a region with so many open casussen, a tenth of them late: the first, and again. */
export async function benchBewaking(open = 50_000): Promise<Uitkomst> {
  const map = await mkdtemp(join(tmpdir(), 'sluitend-bench-'));
  const cluster = await startCluster({ map });
  const bron = await maakDataSource({ url: cluster.url, verbindingen: 3, naam: 'sluitend-bench' }).initialize();
  const transactie = new Transactie(bron, 'sluitend_worker');
  try {
    await migreer(bron);
    await vulRegio(bron, open * OPEN_ELKE, OPEN_ELKE);
    await vulBewaking(bron);
    const [{ laat }] = await bron.query<[{ laat: number }]>(
      'select count(*)::int as laat from casussen_te_laat($1, $2)',
      [REGIO, VANDAAG],
    );
    const app = await NestFactory.createApplicationContext(
      { module: class Bench {}, imports: [DatabaseModule.met(bron, transactie), CasussenModule] },
      { logger: ['warn', 'error'], abortOnError: false },
    );
    const ronde = () =>
      transactie.voerUit({ wie: systeem(REGIO) }, (tx) =>
        app.get(Bewaking).bewaak(tx, REGIO, { peildatum: alsDatum(VANDAAG), nu: new Date(`${VANDAAG}T03:00:00Z`) }),
      );
    const uitkomsten: Awaited<ReturnType<typeof ronde>>[] = [];
    const eersteKeer = await tijd(async () => uitkomsten.push(await ronde()));
    const nogEens = await tijd(async () => uitkomsten.push(await ronde()));
    const [eerste, tweede] = uitkomsten;
    if (tweede === undefined || tweede.opgeschaald + tweede.beeindigd + tweede.overzichten > 0)
      throw new Error('The second round changed something.');
    const { opgeschaald = 0, overzichten = 0 } = eerste ?? {};
    await app.close();
    return { open, teLaat: laat, opgeschaald, overzichten, eersteKeer: rond(eersteKeer), nogEens: rond(nogEens) };
  } finally {
    if (bron.isInitialized) await bron.destroy();
    await cluster.stop();
    await verwijderCluster(map);
  }
}

if (import.meta.filename === process.argv[1]) {
  const uitkomst = await benchBewaking(Number(process.argv[2] ?? 50_000));
  process.stdout.write(`${JSON.stringify(uitkomst, null, 2)}\n`);
}
