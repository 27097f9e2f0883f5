export { OPRUIMROOSTER } from './opruimen.js';
export { WachtrijWorkerModule, type WachtrijWorkerOpties } from './worker.module.js';
