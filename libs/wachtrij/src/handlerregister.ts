import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Handler } from './handler.js';
import { alleJobs, type JobDefinitie, type JobHandler } from './job.js';

/** Whether every declared job must have its handler here. Only a test with a part of the libs says no. */
export abstract class Volledigheid {
  abstract readonly eisAlle: boolean;
}

/** Finds the handler of each job, and refuses to start when a declared job has none, or more than one. */
@Injectable()
export class Handlerregister implements OnModuleInit {
  private readonly handlers = new Map<string, JobHandler<unknown>>();

  constructor(
    private readonly ontdekker: DiscoveryService,
    private readonly volledigheid: Volledigheid,
  ) {}

  /** @throws Error naming every job without exactly one handler. */
  onModuleInit(): void {
    const gevonden = this.ontdekker
      .getProviders({ metadataKey: Handler.KEY })
      .map((p) => p.instance as unknown)
      .filter(isHandler);
    const fouten = alleJobs().flatMap((job) => {
      const aantal = gevonden.filter((h) => h.job.naam === job.naam).length;
      if (aantal === 1 || (aantal === 0 && !this.volledigheid.eisAlle)) return [];
      return [`${job.naam} has ${aantal === 0 ? 'no handler' : `${aantal} handlers`}`];
    });
    if (fouten.length > 0) throw new Error(`Each declared job needs exactly one handler: ${fouten.join(', ')}.`);
    for (const handler of gevonden) this.handlers.set(handler.job.naam, handler);
  }

  /** The handler of a job, or undefined when this process does not know the job (a row of a newer version). */
  van(soort: string): JobHandler<unknown> | undefined {
    return this.handlers.get(soort);
  }

  jobs(): readonly JobDefinitie<unknown>[] {
    return [...this.handlers.values()].map((h) => h.job);
  }
}

function isHandler(instantie: unknown): instantie is JobHandler<unknown> {
  return typeof instantie === 'object' && instantie !== null && 'job' in instantie && 'voerUit' in instantie;
}
