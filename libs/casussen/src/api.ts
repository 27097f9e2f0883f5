import { LogboekModule } from '#logboek';
import { Module } from '@nestjs/common';
import { CasussenController } from './casussen.controller.js';
import { CasussenLeesmodel } from './casussen.leesmodel.js';
import { CasussenModule } from './casussen.module.js';
import { InzageController } from './inzage.controller.js';
import { InzageLeesmodel } from './inzage.leesmodel.js';
import { Inzage } from './inzage.service.js';
import { Raadplegen } from './raadplegen.service.js';
import { TijdlijnLeesmodel } from './tijdlijn.leesmodel.js';
import { Casusbeeld } from './werk/casusbeeld.service.js';
import { Casustoegang } from './werk/casustoegang.js';
import { CasuswerkRepository } from './werk/casuswerk.repository.js';
import { Casuswerk } from './werk/casuswerk.service.js';
import { Dossiersleutel } from './werk/dossiersleutel.js';
import { RedenenRepository } from './werk/redenen.repository.js';
import { Redenen } from './werk/redenen.service.js';
import { WerkController } from './werk/werk.controller.js';
import { WerkVragen } from './werk/werk.vragen.js';
import { Wijzigen } from './werk/wijzigen.service.js';

@Module({
  imports: [CasussenModule, LogboekModule],
  controllers: [CasussenController, InzageController, WerkController],
  providers: [
    ...[Raadplegen, CasussenLeesmodel, TijdlijnLeesmodel, Inzage, InzageLeesmodel],
    ...[Casusbeeld, Casustoegang, Casuswerk, CasuswerkRepository, Dossiersleutel],
    ...[Redenen, RedenenRepository, WerkVragen, Wijzigen],
  ],
})
export class CasussenApiModule {}
