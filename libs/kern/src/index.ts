export { alsDatum, datumInNederland, isDatum, plusDagen, type Datum } from './datum.js';
export { DomeinFout, nietGevonden, type FoutExtra, type FoutSoort, type VeldFout } from './fout.js';
export { Haak } from './haak.js';
export { idempotentieSleutelAnders, leesIdempotentieSleutel } from './idempotentie.js';
export { Klok } from './klok.js';
export {
  alsId,
  cursorOngeldig,
  HOOGSTE_AANTAL,
  leesCursor,
  maakCursor,
  maakPagina,
  STANDAARD_AANTAL,
  type Pagina,
} from './pagina.js';
export { metElfproef, proefnummers } from './proefnummers.js';
export { leesSchooljaar, schooljaarTekst, schooljaarVan, type Schooljaar } from './schooljaar.js';
export { keurVersie, type GelezenVersie } from './versie.js';
export { Toegang, TOEGANG, toegangsregelVan, type Toegangsregel } from './toegang.js';
export {
  gemeentenVan,
  heeftRol,
  ROLLEN,
  scholenVan,
  systeem,
  type Reden,
  type Rol,
  type RolMetScope,
  type Wie,
} from './wie.js';
