import { leesConfig, type Config, type GereedBericht } from '#config';
import { startCluster } from '#database';
import { fileURLToPath } from 'node:url';
import { bereidVoor } from '../database.js';
import { DemoLading } from './demo-lading.js';
import { Kindproces } from './kindproces.js';
import { StartSlot } from './slot.js';
import { toonWelkom } from './welkom.js';

/** A whole instance: database, api and worker, in the order in which they need each other. */
export class Start {
  private readonly afsluiters: (() => Promise<void>)[] = [];
  private readonly afbreker = new AbortController();
  private opstart: Promise<void> = Promise.resolve();
  private readonly begin = performance.now();
  /** Where the api listens: once it listened somewhere, it must come back there. */
  private poort: number | undefined;

  constructor(
    private config: Config,
    private readonly meld: (regel: string) => void,
  ) {}

  /** Resolves when everything runs and was told, or when it was stopped before that. */
  async begint(): Promise<void> {
    this.opstart = this.brengOp();
    try {
      await this.opstart;
    } catch (fout) {
      if (this.afbreker.signal.aborted) return;
      await this.sluit();
      throw fout;
    }
  }

  /** Stops what was started, last first. Waits for the step that is being taken: half a database helps nobody. */
  async stop(): Promise<void> {
    this.meld('Sluitend stopt …');
    this.afbreker.abort();
    await this.opstart.catch(() => undefined);
    await this.sluit();
    this.meld('Gestopt.');
  }

  private async sluit(): Promise<void> {
    for (const sluit of this.afsluiters.splice(0).toReversed()) await sluit();
  }

  private async brengOp(): Promise<void> {
    const slot = await StartSlot.neem(this.config.dataDir);
    this.afsluiters.push(() => slot.weg());
    const url = await this.startDatabase();
    this.gaDoor();
    const { leeg } = await bereidVoor(this.config, url);
    const demo = await DemoLading.kies(this.config, leeg);
    // The demo fixes the date, and api and worker must know it from the start.
    if (demo !== undefined) this.config = leesConfig();
    this.gaDoor();
    const adres = await this.startProcessen(slot);
    await slot.meldAdres(adres);
    if (demo !== undefined) await this.laadDemo(demo, adres);
    this.gaDoor();
    const { dataDir, vandaag } = this.config;
    this.meld(toonWelkom({ adres, dataDir, demo: DemoLading.isGedaan(dataDir), vandaag }));
  }

  private async startDatabase(): Promise<string> {
    const { config } = this;
    if (config.databaseMigratieUrl !== undefined) return config.databaseMigratieUrl;
    const cluster = await startCluster({ map: config.dataDir });
    this.afsluiters.push(() => cluster.stop());
    this.meld(`PostgreSQL ${cluster.geadopteerd ? 'draaide al' : 'gestart'} (${this.seconden()})`);
    if (!cluster.huis.startsWith(config.dataDir)) {
      this.meld(`De database ligt in ${cluster.huis}, want ${config.dataDir} is alleen voor root te openen.`);
    }
    return cluster.url;
  }

  /** Gives the address of the api. */
  private async startProcessen(slot: StartSlot): Promise<string> {
    const kinderen = (['api', 'worker'] as const).map(
      (naam): Kindproces =>
        new Kindproces({
          naam,
          programma: fileURLToPath(import.meta.resolve(`../../../${naam}/src/main.js`)),
          omgeving: (): Record<string, string> => (this.poort === undefined ? {} : { PORT: String(this.poort) }),
          bijBegin: () => slot.meldKinderen(() => kinderen.flatMap((kind) => kind.pid ?? [])),
          meld: this.meld,
        }),
    );
    this.afsluiters.push(async () => {
      await Promise.all(kinderen.map((kind) => kind.stop()));
    });
    const berichten: GereedBericht[] = await Promise.all(kinderen.map((kind) => kind.start()));
    const { poort: gewenst, poortGezet } = this.config;
    this.poort = berichten.find((bericht) => bericht.poort !== undefined)?.poort ?? gewenst;
    this.meld(`api en worker gestart (${this.seconden()})`);
    if (!poortGezet && this.poort !== gewenst) {
      this.meld(`Let op: poort ${gewenst} is in gebruik; Sluitend gebruikt ${this.poort}.`);
    }
    return `http://localhost:${this.poort}`;
  }

  private async laadDemo(demo: DemoLading, adres: string): Promise<void> {
    const { signal } = this.afbreker;
    const afgebroken = new Promise<void>((klaar) => signal.addEventListener('abort', () => klaar(), { once: true }));
    await Promise.race([demo.laad({ config: this.config, adres, meld: this.meld, signaal: signal }), afgebroken]);
  }

  private gaDoor(): void {
    this.afbreker.signal.throwIfAborted();
  }

  private seconden(): string {
    return `${((performance.now() - this.begin) / 1000).toFixed(1).replace('.', ',')} s`;
  }
}
