export { BEWAKINGSROOSTER } from './bewaking/rooster.js';
export { CasussenWorkerModule } from './casussen-worker.module.js';
