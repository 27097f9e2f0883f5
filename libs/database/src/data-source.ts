import pg from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIES } from './migraties/index.js';

// A date is a calendar date, never an instant: node-postgres would turn it into local midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (waarde) => waarde);

export interface DataSourceOpties {
  url: string;
  /** Connections in the pool. */
  verbindingen?: number;
  /** Shown in pg_stat_activity: `sluitend-api`, `sluitend-worker` … */
  naam?: string;
}

/** A TypeORM data source on this database: migrations explicit and one transaction each, never `synchronize`. */
export function maakDataSource({ url, verbindingen = 10, naam = 'sluitend' }: DataSourceOpties): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [],
    migrations: [...MIGRATIES],
    migrationsTableName: 'migratie',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: naam,
    extra: { max: verbindingen },
  });
}
