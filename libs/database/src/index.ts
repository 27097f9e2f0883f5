export { Binds } from './binds.js';
export { maakDataSource, type DataSourceOpties } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { migreer } from './migreer.js';
export { naVastleggen, pgClient, Transactie, type DatabaseRol, type MeldFout, type Tx } from './transactie.js';
