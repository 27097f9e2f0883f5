import { LogboekModule } from '#logboek';
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

@Module({
  imports: [DoorstroomModule, LogboekModule],
  controllers: [DoorstroomController, GrootboekController, ControlesController],
  providers: [Controlelijst, Grootboek, GrootboekLeesmodel, Trajectenlijst, TrajectenLeesmodel],
})
export class DoorstroomApiModule {}
