import { Transactie } from '#database';
import { systeem } from '#kern';
import type { TestingModuleBuilder } from '@nestjs/testing';
import { type Bel, Belkanaal } from './bode.js';
import { ClaimsRepository } from './claims.repository.js';
import { Uitvoerder } from './uitvoerder.js';

export { WachtrijWorkerModule } from './worker.module.js';

/** A kanaal on which no worker listens; it remembers what was rung. */
export class StilKanaal extends Belkanaal {
  readonly geluid: Bel[] = [];

  async lui(bellen: readonly Bel[]): Promise<void> {
    this.geluid.push(...bellen);
    await Promise.resolve();
  }
}

/** Takes BullMQ out of a module under test: `werkAf` does the work instead. */
export function zonderBellen(bouwer: TestingModuleBuilder): TestingModuleBuilder {
  return bouwer.overrideProvider(Belkanaal).useValue(new StilKanaal());
}

export interface WerkAfOpties {
  /** Also what is due before this moment: retries and work that was put for later. */
  tot?: Date;
  /** Workers at once; 1 unless told. */
  werkers?: number;
  /** Only these jobs; otherwise a waiting row without a handler in this module is an error. */
  alleen?: readonly string[];
  /** Count what fails instead of throwing. */
  laatMislukken?: boolean;
}

interface Injector {
  get<T>(token: abstract new (...args: never[]) => T): T;
}

/**
 * Does everything that is due in the ledger, what that work puts in it included, without BullMQ. The module needs
 * `WachtrijWorkerModule.met({ roosters: [], luister: false, … })` and the worker modules of the libs under test.
 * @throws AggregateError with what the handlers threw.
 */
export async function werkAf(
  injector: Injector,
  opties: WerkAfOpties = {},
): Promise<{ klaar: number; mislukt: number }> {
  const som = { klaar: 0, mislukt: 0, fouten: [] as unknown[] };
  await Promise.all(Array.from({ length: opties.werkers ?? 1 }, () => werkLeeg(injector, opties, som)));
  if (som.fouten.length > 0 && opties.laatMislukken !== true) {
    throw new AggregateError(som.fouten, `${som.fouten.length} × mislukt: ${String(som.fouten[0])}`, {
      cause: som.fouten[0],
    });
  }
  return { klaar: som.klaar, mislukt: som.mislukt };
}

async function werkLeeg(
  injector: Injector,
  opties: WerkAfOpties,
  som: { klaar: number; mislukt: number; fouten: unknown[] },
): Promise<void> {
  const transactie = injector.get(Transactie);
  const claims = injector.get(ClaimsRepository);
  const uitvoerder = injector.get(Uitvoerder);
  for (let genomen = 1; genomen > 0;) {
    genomen = 0;
    const paren = await transactie.voerUit({ wie: systeem(0) }, (tx) => claims.aanDeBeurt(tx, opties.tot ?? null));
    for (const { soort, regioId } of paren) {
      if (opties.alleen !== undefined && !opties.alleen.includes(soort)) continue;
      if (!uitvoerder.kent(soort)) throw new Error(`Job ${soort} waits, and no handler for it is in this module.`);
      const uitslag = await uitvoerder.werkPartij(soort, regioId, { tot: opties.tot });
      genomen += uitslag.genomen;
      som.klaar += uitslag.klaar;
      som.mislukt += uitslag.mislukt;
      som.fouten.push(...uitslag.fouten);
    }
  }
}
