export { AanleveringWorkerModule } from './aanlevering-worker.module.js';
export { UPLOADROOSTER } from './jobs/uploads.job.js';
export { BEWAARROOSTER } from './bewaren/bewaren.job.js';
export { OCHTENDROOSTER } from './jobs/ochtend.job.js';
