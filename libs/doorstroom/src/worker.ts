export { DoorstroomWorkerModule } from './doorstroom-worker.module.js';
export { NACHTCONTROLE } from './rooster.js';
