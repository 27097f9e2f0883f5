export type { AanleveringStatus, Modus, Tellingen } from './aanlevering.js';
export { AanleveringModule } from './aanlevering.module.js';
export { Besluiten } from './besluiten.service.js';
export { BijVerwerkt, type BijVerwerktVulling, type Ongedaan, type Verwerkt } from './haken.js';
export { verwerkAanlevering } from './jobs/verwerk.job.js';
export { UploadService, type Upload, type UploadUitkomst } from './upload.service.js';
