import { testConfig, testSleutelbos } from '#config/test';
import { nachtcontrole } from '#doorstroom';
import { InrichtingModule, InrichtingService, type RegiobestandDto } from '#inrichting';
import { systeem } from '#kern';
import { Opdrachten } from '#wachtrij';
import { werkAf, zonderBellen, type WerkAfOpties } from '#wachtrij/test';
import { Test, type TestingModule } from '@nestjs/testing';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { startApi, type Antwoord, type ApiTestOpties, type TestApi, type VraagOpties } from '../http/api.js';

/** The whole line on one database and one clock: the api over HTTP, and a worker whose work is done when asked. */
export class Keten {
  private constructor(
    readonly api: TestApi,
    private readonly werker: TestingModule,
  ) {}

  static async start(
    vandaag: string,
    regio: RegiobestandDto,
    opties: Pick<ApiTestOpties, 'sleutelbos' | 'redisUrl' | 'verbindingen'> = {},
  ): Promise<Keten> {
    const { sleutelbos = testSleutelbos() } = opties;
    const api = await startApi({ ...opties, vandaag, sleutelbos, erbij: [InrichtingModule] });
    const opening = { bron: api.db.bron, transactie: api.db.als('sluitend_worker'), sleutelbos };
    const module = WorkerModule.met({ config: testConfig(), opening, klok: api.klok, luister: false });
    const werker = await zonderBellen(Test.createTestingModule({ imports: [module] })).compile();
    await werker.init();
    await api.db.bron.query(`insert into instantie (soort) values ('proef') on conflict do nothing`);
    await api.app.get(InrichtingService, { strict: false }).richtIn(JSON.stringify(regio));
    return new Keten(api, werker);
  }

  /** Does all work that is due, what that work puts in the ledger included. */
  async werkAf(opties: WerkAfOpties = {}): Promise<void> {
    await werkAf(this.werker, opties);
  }

  /** A provider of the worker. */
  bij<T>(token: abstract new (...args: never[]) => T): T {
    return this.werker.get<T>(token, { strict: false });
  }

  /** The work of a night: the schedule's own job, and all that follows from it. */
  async nacht(regioId = 36): Promise<void> {
    const wie = systeem(regioId);
    const opdrachten = this.werker.get(Opdrachten, { strict: false });
    await this.api.db.transactie.voerUit({ wie }, (tx) => opdrachten.zet(tx, nachtcontrole, regioId, {}));
    await this.werkAf();
  }

  /** Asks, and demands this status. */
  async vraag<T>(
    methode: string,
    pad: string,
    als: string,
    opties: VraagOpties & { status?: number } = {},
  ): Promise<T> {
    const { status = 200, ...rest } = opties;
    const antwoord: Antwoord<T> = await this.api.vraag<T>(methode, pad, { als, ...rest });
    if (antwoord.status !== status) {
      throw new Error(`${methode} ${pad}: ${antwoord.status} instead of ${status}: ${JSON.stringify(antwoord.body)}`);
    }
    return antwoord.body;
  }

  /** Every item of a list, page after page. */
  async alles<T>(pad: string, als: string): Promise<T[]> {
    const items: T[] = [];
    for (let volgende: string | null = pad; volgende !== null;) {
      const pagina: { resultaten: T[]; volgende: string | null } = await this.vraag('GET', volgende, als);
      items.push(...pagina.resultaten);
      ({ volgende } = pagina);
    }
    return items;
  }

  async sluit(): Promise<void> {
    await this.api.sluit();
  }
}
