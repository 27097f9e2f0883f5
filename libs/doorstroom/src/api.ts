import { CasussenModule, Dossiersleutel } from '#casussen';
import { LogboekModule } from '#logboek';
import { TakenModule } from '#taken';
import { Module } from '@nestjs/common';
import { Controlelijst } from './controlelijst.service.js';
import { ControlesController } from './controles.controller.js';
import { AntwoordenRepository } from './decaanvraag/antwoorden.repository.js';
import { Antwoorden } from './decaanvraag/antwoorden.service.js';
import { Antwoordgevolgen } from './decaanvraag/antwoordgevolgen.service.js';
import { Antwoordschrijver } from './decaanvraag/antwoordschrijver.js';
import { Decaanvraagbeeld } from './decaanvraag/decaanvraagbeeld.service.js';
import { DecaanvragenController } from './decaanvraag/decaanvragen.controller.js';
import { DecaanvragenLeesmodel } from './decaanvraag/decaanvragen.leesmodel.js';
import { Decaanvragenlijst } from './decaanvraag/decaanvragenlijst.service.js';
import { Vragen } from './decaanvraag/vragen.service.js';
import { DoorstroomController } from './doorstroom.controller.js';
import { DoorstroomModule } from './doorstroom.module.js';
import { GrootboekController } from './grootboek/grootboek.controller.js';
import { GrootboekLeesmodel } from './grootboek/grootboek.leesmodel.js';
import { Grootboek } from './grootboek/grootboek.service.js';
import { TrajectenLeesmodel } from './trajecten.leesmodel.js';
import { Trajectenlijst } from './trajectenlijst.service.js';

import { BijBesluitVaststellen } from './vaststellen/bij-besluit.js';
import { Corrigeren } from './vaststellen/corrigeren.service.js';
import { TrajectwerkRepository } from './vaststellen/trajectwerk.repository.js';
import { Trajectwerker } from './vaststellen/trajectwerk.service.js';
import { VaststellenController } from './vaststellen/vaststellen.controller.js';
import { Vaststellen } from './vaststellen/vaststellen.service.js';

@Module({
  imports: [CasussenModule, DoorstroomModule, LogboekModule, TakenModule],
  controllers: [
    ...[DoorstroomController, VaststellenController, GrootboekController, ControlesController],
    DecaanvragenController,
  ],
  providers: [
    ...[Controlelijst, Grootboek, GrootboekLeesmodel, Trajectenlijst, TrajectenLeesmodel],
    ...[BijBesluitVaststellen, Corrigeren, Dossiersleutel, Trajectwerker, TrajectwerkRepository, Vaststellen],
    ...[Antwoorden, AntwoordenRepository, Antwoordgevolgen, Antwoordschrijver],
    ...[Decaanvraagbeeld, DecaanvragenLeesmodel, Decaanvragenlijst, Vragen],
  ],
})
export class DoorstroomApiModule {}
