import { CasussenModule, Dossiersleutel } from '#casussen';
import { LogboekModule } from '#logboek';
import { TakenModule } from '#taken';
import { Module } from '@nestjs/common';
import { Controlelijst } from './controlelijst.service.js';
import { ControlesController } from './controles.controller.js';
import { DoorstroomController } from './doorstroom.controller.js';
import { DoorstroomModule } from './doorstroom.module.js';
import { GrootboekController } from './grootboek/grootboek.controller.js';
import { GrootboekLeesmodel } from './grootboek/grootboek.leesmodel.js';
import { Grootboek } from './grootboek/grootboek.service.js';
import { TrajectenLeesmodel } from './trajecten.leesmodel.js';
import { Trajectenlijst } from './trajectenlijst.service.js';

import { Corrigeren } from './vaststellen/corrigeren.service.js';
import { TrajectwerkRepository } from './vaststellen/trajectwerk.repository.js';
import { Trajectwerker } from './vaststellen/trajectwerk.service.js';
import { VaststellenController } from './vaststellen/vaststellen.controller.js';
import { Vaststellen } from './vaststellen/vaststellen.service.js';

@Module({
  imports: [CasussenModule, DoorstroomModule, LogboekModule, TakenModule],
  controllers: [DoorstroomController, VaststellenController, GrootboekController, ControlesController],
  providers: [
    Corrigeren,
    Dossiersleutel,
    Trajectwerker,
    TrajectwerkRepository,
    Vaststellen,
    Controlelijst,
    Grootboek,
    GrootboekLeesmodel,
    Trajectenlijst,
    TrajectenLeesmodel,
  ],
})
export class DoorstroomApiModule {}
