export { Bewaking, type Bewaakt } from './bewaking/bewaking.service.js';
export { bewaak } from './bewaking/jobs.js';
export { alsLeerling, type LeerlingRij } from './antwoorden.js';
export {
  DOELGROEPEN,
  FASEN,
  type Aanleiding,
  type Doelgroep,
  type Fase,
  type Gebeurtenis,
  type Wanneer,
} from './casus.js';
export { CasusLeerling, MedewerkerNaam, VolgendeTaak } from './casus.dto.js';
export { BijAfsluiten, type BijAfsluitenVulling, type Sluitgrond } from './haken.js';
export { Wekker, type Wekreden } from './wachten/wekker.service.js';
export { Nazorg } from './nazorg/nazorg.service.js';
export { WachtOpAntwoord } from './werk/beeld.dto.js';
export type { WachtOp } from './werk/casus.entity.js';
export { CASUSKOLOMMEN } from './casuszicht.js';
export { CasussenModule } from './casussen.module.js';
export { Casussen, type Gevolgd } from './casussen.service.js';
export { Herroutering } from './routering/herroutering.service.js';
export { TERUGVALLEN, type Terugval } from './routering/routering.js';
export { CASUSTABEL, OPSCHALINGTABEL, REDENTABEL } from './samenvoegen.sql.js';
export { Casussamenvoeging } from './samenvoegen.service.js';
export { Tijdlijn } from './tijdlijn.service.js';
export {
  ANTWOORDTEKST,
  DECAANANTWOORDEN,
  DECAANVRAAGSTATUSSEN,
  type Decaanantwoord,
  type Decaanvraag,
  type Decaanvraagstatus,
} from './decaanvraag/decaanvraag.js';
export { Decaanvraagnacht } from './decaanvraag/decaanvraagnacht.service.js';
export { Decaanverzoek } from './decaanvraag/decaanverzoek.service.js';
export { Decaanvragen } from './decaanvraag/decaanvragen.service.js';
export { DECAANVRAAGTABEL } from './decaanvraag/samenvoegen.sql.js';
export { Stappen } from './decaanvraag/stappen.service.js';
export { Dossiersleutel } from './werk/dossiersleutel.js';
export { VersieInvoer } from './werk/werk.dto.js';
export { metEtag } from './werk/etag.js';
export { BijBesluit, type BijBesluitVulling } from './werk/besluit/haak.js';
export type { BesluitBestemming, BesluitVervolg } from './werk/besluit/besluit.dto.js';
export type { Werk } from './werk/casuswerk.service.js';
