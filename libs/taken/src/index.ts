export { Opschortingen, type Opgeschort, type OpTeSchorten } from './opschorting/opschortingen.service.js';
export { LosseTaken, type LosseTaak } from './losse-taken.service.js';
export { Opschaaltaken } from './opschaaltaken.service.js';
export { TAAKTEKST, type GemaakteTaak, type NieuweTaak, type Opvolging, type Taaksoort } from './taak.js';
export { sluitDubbeleTrajecttaken, TAAKTABEL, verhuisTaken, type Casuspaar } from './samenvoegen.sql.js';
export { Schooltaken } from './schooltaken.service.js';
export { TakenModule } from './taken.module.js';
export { Taken } from './taken.service.js';
export { Voorsteltaken } from './voorsteltaken.service.js';
