export { TAAKTEKST, type GemaakteTaak, type NieuweTaak, type Taaksoort } from './taak.js';
export { TakenModule } from './taken.module.js';
export { Taken } from './taken.service.js';
