import { LogboekModule } from '#logboek';
import { TakenModule } from '#taken';
import { Module } from '@nestjs/common';
import { BewakingController } from './bewaking/bewaking.controller.js';
import { OpschalingenLeesmodel } from './bewaking/opschalingen.leesmodel.js';
import { Opschalingen } from './bewaking/opschalingen.service.js';
import { WeekoverzichtenLeesmodel } from './bewaking/weekoverzichten.leesmodel.js';
import { Weekoverzichten } from './bewaking/weekoverzichten.service.js';
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
  imports: [CasussenModule, LogboekModule, TakenModule],
  controllers: [BewakingController, CasussenController, InzageController, WerkController],
  providers: [
    ...[Opschalingen, OpschalingenLeesmodel, Weekoverzichten, WeekoverzichtenLeesmodel],
    ...[Raadplegen, CasussenLeesmodel, TijdlijnLeesmodel, Inzage, InzageLeesmodel],
    ...[Casusbeeld, Casustoegang, Casuswerk, CasuswerkRepository, Dossiersleutel],
    ...[Redenen, RedenenRepository, WerkVragen, Wijzigen],
  ],
})
export class CasussenApiModule {}
