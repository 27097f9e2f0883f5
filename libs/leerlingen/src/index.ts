export {
  BijSamenvoegen,
  BijVoorstellen,
  type BijSamenvoegenVulling,
  type BijVoorstellenVulling,
  type Voorstelmoment,
} from './samenvoegen/haken.js';
export type { Hangtabel, Samenvoeging } from './samenvoegen/hangtabel.js';
export { Beslissen } from './koppelvoorstellen/beslissen.service.js';
export { KoppelvoorstellenModule } from './koppelvoorstellen/koppelvoorstellen.module.js';
export { Samenvoegen } from './samenvoegen/samenvoegen.service.js';
export { KoppelhakenModule } from './samenvoegen/koppelhaken.module.js';
export { LeerlingenModule } from './leerlingen.module.js';
export { PgnSleutels } from './pgn-sleutels.js';
export { neemVerdwijningenAan } from './verdwenen.sql.js';
export type { Levering, Treffer, Uitkomst, Verlies } from './verwerking/levering.js';
export { QUARANTAINECODES } from './verwerking/quarantaine.regels.js';
export { Verwerking } from './verwerking/verwerking.js';
export { WERKTABEL_KOLOMMEN } from './werktabel.sql.js';
export { Terugweg, type Droogloopsoort, type Droogrij, type Plaats, type Teruggedraaid } from './terugweg/terugweg.js';
