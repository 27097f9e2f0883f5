export { WerkplekModule } from './werkplek.module.js';
export { WerkvoorraadVraag } from './werkvoorraad.dto.js';
export { Werkvoorraad } from './werkvoorraad.service.js';
export { TEAMGENOTEN, werkvoorraadVraag, type Vrager } from './werkvoorraad.sql.js';
