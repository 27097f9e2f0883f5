import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Beantwoorder } from './beantwoorder.js';
import { ClaimsRepository } from './claims.repository.js';
import { Handlerregister, Volledigheid } from './handlerregister.js';
import { Instellingen } from './instellingen.js';
import { Luisteraar } from './luisteraar.js';
import { OpruimenHandler } from './opruimen.js';
import { Ronde } from './ronde.js';
import type { Rooster } from './rooster.js';
import { Roosters, ROOSTERS } from './roosters.js';
import { Uitvoerder } from './uitvoerder.js';
import { WachtrijModule } from './wachtrij.module.js';

export interface WachtrijWorkerOpties {
  roosters: readonly Rooster[];
  /** Answer bells; false in a test that does the work itself with `werkAf`. */
  luister: boolean;
  /** Whether every declared job must have a handler here; false in a test with some of the libs. */
  eisAlleHandlers?: boolean;
  instellingen?: Partial<Instellingen>;
}

/** Does the work of the ledger. Only in apps/worker and in tests. */
@Module({})
export class WachtrijWorkerModule {
  static met(opties: WachtrijWorkerOpties): DynamicModule {
    return {
      module: WachtrijWorkerModule,
      imports: [WachtrijModule, DiscoveryModule],
      providers: [
        { provide: ROOSTERS, useValue: opties.roosters },
        { provide: Volledigheid, useValue: { eisAlle: opties.eisAlleHandlers ?? true } satisfies Volledigheid },
        { provide: Instellingen, useValue: new Instellingen(opties.instellingen) },
        ClaimsRepository,
        Handlerregister,
        Uitvoerder,
        Beantwoorder,
        Roosters,
        Ronde,
        OpruimenHandler,
        ...(opties.luister ? [Luisteraar] : []),
      ],
      exports: [Uitvoerder, Roosters, Ronde, Handlerregister, ClaimsRepository],
    };
  }
}
