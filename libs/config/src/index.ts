export { Config, demoDatumPad, type InstantieSoort, type Omgeving } from './config.js';
export { ConfigModule } from './config.module.js';
export { EchteKlok, klokVan, VasteKlok } from './klok.js';
export { bijStop, draai, isGereed, meldGereed, STOPBERICHT, type GereedBericht } from './levensloop.js';
export { maakLogger } from './nest-logger.js';
export type { OidcIssuer } from './oidc-issuers.js';
export { leesConfig, omgevingVoorHulpprogramma, omgevingVoorKind } from './omgeving.js';
export { ditProces, isProces, leeft, leeftNog, procesVan, type Proces } from './processen.js';
export { laadSleutelbos, maakSleutelbestand, vulSleutelbestandAan } from './sleutelbestand.js';
export {
  nieuweSleutels,
  SleutelFout,
  Sleutelbos,
  type HashDoel,
  type SleutelDoel,
  type VersleutelDoel,
} from './sleutelbos.js';
export { StartFout } from './start-fout.js';
