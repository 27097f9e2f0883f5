export { InrichtingModule } from './inrichting.module.js';
export { InrichtingService, type InrichtingUitkomst } from './inrichting.service.js';
export { RegiobestandDto } from './regiobestand.dto.js';
