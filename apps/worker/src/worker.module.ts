import { ConfigModule, type Config } from '#config';
import { DatabaseModule, type Opening } from '#database';
import { WachtrijWorkerModule } from '#wachtrij/worker';
import { Module, type DynamicModule } from '@nestjs/common';
import { ROOSTERS } from './roosters.js';

/** Every handler of every lib. Refuses to start when a declared job has not exactly one. */
@Module({})
export class WorkerModule {
  static met(config: Config, { bron, transactie, sleutelbos }: Opening): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.met(config, sleutelbos),
        DatabaseModule.met(bron, transactie),
        WachtrijWorkerModule.met({ roosters: ROOSTERS, luister: true }),
      ],
    };
  }
}
