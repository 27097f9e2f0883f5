import { ConfigModule, type Config } from '#config';
import { DatabaseModule, type Opening } from '#database';
import type { Klok } from '#kern';
import { WachtrijWorkerModule, type WachtrijWorkerOpties } from '#wachtrij/worker';
import { Module, type DynamicModule } from '@nestjs/common';
import { HANDLERS } from './handlers.js';
import { ROOSTERS } from './roosters.js';

export interface WorkerOpties {
  config: Config;
  opening: Pick<Opening, 'bron' | 'transactie' | 'sleutelbos'>;
  /** Another clock than the configuration asks for; for tests that walk through a year. */
  klok?: Klok;
  /** Whether it listens to bells and schedules; a test does the work itself. */
  luister?: boolean;
  /** How often it sweeps, and such; a test shortens what it would otherwise wait for. */
  instellingen?: NonNullable<WachtrijWorkerOpties['instellingen']>;
}

/** Every handler of every lib. Refuses to start when a declared job has not exactly one. */
@Module({})
export class WorkerModule {
  static met({ config, opening, klok, luister = true, instellingen = {} }: WorkerOpties): DynamicModule {
    const { bron, transactie, sleutelbos } = opening;
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.met(config, sleutelbos, ...(klok === undefined ? [] : [klok])),
        DatabaseModule.met(bron, transactie),
        WachtrijWorkerModule.met({ roosters: luister ? ROOSTERS : [], luister, instellingen }),
        ...HANDLERS,
      ],
    };
  }
}
