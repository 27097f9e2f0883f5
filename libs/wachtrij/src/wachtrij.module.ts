import { Config } from '#config';
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BelVerbinding } from './bellen.sql.js';
import { Belkanaal, Bode } from './bode.js';
import { WachtrijGereed } from './gereed.js';
import { BELVERBINDING, BullKanaal } from './kanaal.js';
import { Opdrachten } from './opdrachten.js';
import { OpdrachtenRepository } from './opdrachten.repository.js';
import { OpdrachtenVragen } from './opdrachten.vragen.js';
import { RoostersRepository } from './roosters.repository.js';

/** The ledger and its bells. Needs ConfigModule and DatabaseModule in the application. */
@Module({
  providers: [
    { provide: BELVERBINDING, useFactory: verbinding, inject: [Config, DataSource] },
    BullKanaal,
    { provide: Belkanaal, useExisting: BullKanaal },
    Bode,
    Opdrachten,
    OpdrachtenRepository,
    OpdrachtenVragen,
    RoostersRepository,
    WachtrijGereed,
  ],
  exports: [BELVERBINDING, BullKanaal, Bode, Opdrachten, OpdrachtenVragen, RoostersRepository, WachtrijGereed],
})
export class WachtrijModule {}

function verbinding(config: Config, bron: DataSource): BelVerbinding {
  const opties = bron.options;
  const url = opties.type === 'postgres' ? opties.url : undefined;
  if (url === undefined) throw new Error('The queue needs a data source with a url.');
  // The braces keep all keys of an instance on one node of a Redis Cluster.
  const voorvoegsel = `{sluitend-${new URL(url).pathname.slice(1)}}`;
  return { redisUrl: config.redisUrl, databaseUrl: url, voorvoegsel };
}
