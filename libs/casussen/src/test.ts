export { CasussenWorkerModule } from './casussen-worker.module.js';
export { maakDiensten, type Diensten } from './test/diensten.js';
export {
  maakLeeg,
  maakLeerling,
  maakMedewerker,
  maakRegel,
  maakRegio,
  maakTeam,
  OSS,
  DEN_BOSCH,
  SCHOOL_BOSCH,
  SCHOOL_OSS,
  type MedewerkerOpties,
  type LeerlingOpties,
  type RegelOpties,
} from './test/regio.js';
export { Routeertoneel } from './test/routeertoneel.js';
export { Bewaaktoneel, OPEN, PLUS_10, PLUS_5 } from './test/bewaaktoneel.js';
