export { DOELGROEPEN, FASEN, type Aanleiding, type Doelgroep, type Fase, type Gebeurtenis, type Wanneer } from './casus.js';
export { CasussenModule } from './casussen.module.js';
export { Casussen, type Gevolgd } from './casussen.service.js';
export { Tijdlijn } from './tijdlijn.service.js';
