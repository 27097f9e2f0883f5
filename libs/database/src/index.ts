export { Binds } from './binds.js';
export { maakDataSource, type DataSourceOpties } from './data-source.js';
export { DatabaseModule } from './database.module.js';
export { eenmalig, type EenmaligVerzoek } from './eenmalig.sql.js';
export { isLeeg, leesInstantie, legInstantieVast, openMigraties } from './instantie.sql.js';
export { migreer } from './migreer.js';
export { metHerkansing, Opnieuw } from './opnieuw.js';
export {
  startCluster,
  verwijderCluster,
  vindCluster,
  type ClusterOpties,
  type DraaiendCluster,
  type GevondenCluster,
} from './embedded/index.js';
export {
  databaseUrlVan,
  keurInstantie,
  openDatabase,
  verbind,
  weigerProductie,
  type Opening,
  type OpeningOpties,
} from './opening.js';
export {
  inSavepoint,
  inSavepoints,
  naVastleggen,
  pgClient,
  voorbereid,
  Transactie,
  TransactieVerloren,
  type DatabaseRol,
  type Deeluitkomst,
  type MeldFout,
  type Tx,
} from './transactie.js';
