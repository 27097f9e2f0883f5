import { LogboekModule } from '#logboek';
import { Module } from '@nestjs/common';
import { ContactenLeesmodel } from './contacten.leesmodel.js';
import { KoppelvoorstellenController } from './koppelvoorstellen/koppelvoorstellen.controller.js';
import { KoppelvoorstellenModule } from './koppelvoorstellen/koppelvoorstellen.module.js';
import { LeerlingenController } from './leerlingen.controller.js';
import { LeerlingenLeesmodel } from './leerlingen.leesmodel.js';
import { LeerlingenModule } from './leerlingen.module.js';
import { Raadplegen } from './raadplegen.service.js';

@Module({
  imports: [KoppelvoorstellenModule, LeerlingenModule, LogboekModule],
  controllers: [KoppelvoorstellenController, LeerlingenController],
  providers: [Raadplegen, LeerlingenLeesmodel, ContactenLeesmodel],
})
export class LeerlingenApiModule {}
