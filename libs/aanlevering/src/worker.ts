export { AanleveringWorkerModule } from './aanlevering-worker.module.js';
