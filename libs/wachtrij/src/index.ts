export { migreerBellen } from './bellen.sql.js';
export { Bode } from './bode.js';
export { WachtrijGereed, type Gereedheid } from './gereed.js';
export { Handler } from './handler.js';
export { definieerJob, type JobDefinitie, type JobHandler, type JobLengte, type OpdrachtInfo } from './job.js';
export { Opdrachten, type ZetOpties } from './opdrachten.js';
export {
  OPDRACHTSTATUSSEN,
  OpdrachtenVragen,
  type OpdrachtFilter,
  type OpdrachtRij,
  type Opdrachtstatus,
} from './opdrachten.vragen.js';
export { definieerRooster, type Rooster } from './rooster.js';
export { WachtrijModule } from './wachtrij.module.js';
