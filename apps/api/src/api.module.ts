import { ConfigModule, type Config } from '#config';
import { DatabaseModule, type Opening } from '#database';
import type { Klok } from '#kern';
import { ToegangGuard, ToegangModule, type Vertrouwd } from '#toegang';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DEUREN } from './deuren.js';
import { ProbleemFilter } from './fouten/probleem.filter.js';
import { invoerPipe } from './fouten/invoer.js';

export interface ApiOpties {
  config: Config;
  opening: Pick<Opening, 'bron' | 'transactie' | 'sleutelbos'>;
  /** Whose tokens count, see `uitgevers` of #toegang. */
  vertrouwd: readonly Vertrouwd[];
  /** Another clock than the configuration asks for; for tests that walk through a year. */
  klok?: Klok;
  /** What this process serves beside the doors of the libs. */
  erbij?: readonly (Type | DynamicModule)[];
}

/** The API process: the doors of every lib, behind one guard, one pipe and one filter. */
@Module({})
export class ApiModule {
  static met(opties: ApiOpties): DynamicModule {
    const { bron, transactie, sleutelbos } = opties.opening;
    return {
      module: ApiModule,
      imports: [
        ConfigModule.met(opties.config, sleutelbos, ...(opties.klok === undefined ? [] : [opties.klok])),
        DatabaseModule.met(bron, transactie),
        ToegangModule.met(opties.vertrouwd),
        ...DEUREN,
        ...(opties.erbij ?? []),
      ],
      providers: [
        { provide: APP_GUARD, useExisting: ToegangGuard },
        { provide: APP_FILTER, useClass: ProbleemFilter },
        { provide: APP_PIPE, useFactory: invoerPipe },
      ],
    };
  }
}
