export {
  BijBezetting,
  BijDeactiveren,
  type Bezettingswijziging,
  type BijBezettingVulling,
  type BijDeactiverenVulling,
  type MedewerkerGestopt,
} from './haken.js';
export type {
  ClientInrichting,
  GemeenteInrichting,
  Inrichting,
  MedewerkerInrichting,
  MomentInrichting,
  RegelInrichting,
  RegioInrichting,
  SchoolInrichting,
  TeamInrichting,
  UitslaggrensInrichting,
  Voorwaarden,
} from './inrichting.js';
export { Organisaties, type Moment } from './organisaties.service.js';
export { OrganisatiesModule } from './organisaties.module.js';
export { OrganisatieVragen } from './organisaties.vragen.js';
export { neemToewijzingsslot, TOEWIJZINGSSLOT } from './toewijzingsslot.sql.js';
