export { SIGNAALTABEL, sluitDubbele } from './samenvoegen.sql.js';
export { SIGNAALSOORTEN, SIGNAALTEKST, type NieuwSignaal, type Signaalsoort } from './signaal.js';
export { SignalenModule } from './signalen.module.js';
export { Signalen } from './signalen.service.js';
