import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactie } from './transactie.js';

/** Makes the database injectable everywhere: `Transactie` for all work, `DataSource` for what runs outside one. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly bron: DataSource) {}

  /** @param bron an initialised data source; this module closes it when the application shuts down. */
  static met(bron: DataSource, transactie: Transactie): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: DataSource, useValue: bron },
        { provide: Transactie, useValue: transactie },
      ],
      exports: [DataSource, Transactie],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.bron.isInitialized) await this.bron.destroy();
  }
}
