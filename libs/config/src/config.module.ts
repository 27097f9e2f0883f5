import { Klok } from '#kern';
import { Module, type DynamicModule } from '@nestjs/common';
import { Config } from './config.js';
import { klokVan } from './klok.js';
import { Sleutelbos } from './sleutelbos.js';

/** Makes `Config`, `Klok` and `Sleutelbos` injectable everywhere. */
@Module({})
export class ConfigModule {
  /** @param klok Another clock than the configuration asks for; for tests that walk through a year. */
  static met(config: Config, sleutelbos: Sleutelbos, klok: Klok = klokVan(config)): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: Config, useValue: config },
        { provide: Klok, useValue: klok },
        { provide: Sleutelbos, useValue: sleutelbos },
      ],
      exports: [Config, Klok, Sleutelbos],
    };
  }
}
