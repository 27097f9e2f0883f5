import type { Provider } from '@nestjs/common';
import { CasussenLeesmodel } from '../casussen.leesmodel.js';
import { Casusbeeld } from './casusbeeld.service.js';
import { Casustoegang } from './casustoegang.js';
import { CasuswerkRepository } from './casuswerk.repository.js';
import { Casuswerk } from './casuswerk.service.js';
import { Contact } from './contact/contact.service.js';
import { ContactmomentenRepository } from './contact/contactmomenten.repository.js';
import { Notities } from './contact/notities.service.js';
import { Afsluiten } from './einde/afsluiten.service.js';
import { EindeRepository } from './einde/einde.repository.js';
import { CasusOpschorting } from './einde/opschorten.service.js';
import { Sluitgevolgen } from './einde/sluitgevolgen.service.js';
import { Dossiersleutel } from './dossiersleutel.js';
import { RedenLezen } from './reden-lezen.service.js';
import { RedenenRepository } from './redenen.repository.js';
import { Redenen } from './redenen.service.js';
import { StappenRepository } from './stap/stappen.repository.js';
import { Stappen } from './stap/stappen.service.js';
import { WerkVragen } from './werk.vragen.js';
import { Wijzigen } from './wijzigen.service.js';

/** Everything with which people read and change one casus; it stands on CasussenModule, TakenModule and LogboekModule. */
export const WERK: Provider[] = [
  ...[Casusbeeld, Casustoegang, Casuswerk, CasuswerkRepository, CasussenLeesmodel, Dossiersleutel, WerkVragen],
  ...[Contact, ContactmomentenRepository, Notities, Stappen, StappenRepository],
  ...[Afsluiten, CasusOpschorting, EindeRepository, Sluitgevolgen],
  ...[RedenLezen, Redenen, RedenenRepository, Wijzigen],
];
