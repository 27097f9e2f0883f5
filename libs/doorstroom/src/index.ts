export type { Controle, Controlestatus, Grootboekrij } from './controle.js';
export { Doorstroomcontroles } from './controles.service.js';
export type { Controleverzoek } from './controles.regels.js';
export { Schoolcontrole } from './schoolcontrole.service.js';
export { DoorstroomModule } from './doorstroom.module.js';
export { controleSchool, nachtcontrole } from './jobs.js';
export { openUitslag } from './open-uitslag.sql.js';
export { gevolgdeSchooljaren } from './schooljaren.regels.js';
export { STANDEN, STATUSTEKST, TRAJECTSTATUSSEN, type Stand, type Trajectstatus } from './traject.js';
