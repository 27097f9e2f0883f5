export { LeerlingenModule } from './leerlingen.module.js';
export { PgnSleutels } from './pgn-sleutels.js';
export { neemVerdwijningenAan } from './verdwenen.sql.js';
export type { Levering, Treffer, Uitkomst, Verlies } from './verwerking/levering.js';
export { Verwerking } from './verwerking/verwerking.js';
export { WERKTABEL_KOLOMMEN } from './werktabel.sql.js';
export { Terugweg, type Droogloopsoort, type Droogrij, type Plaats, type Teruggedraaid } from './terugweg/terugweg.js';
