import { LogboekModule } from '#logboek';
import { Module } from '@nestjs/common';
import { ContactenLeesmodel } from './contacten.leesmodel.js';
import { LeerlingenController } from './leerlingen.controller.js';
import { LeerlingenLeesmodel } from './leerlingen.leesmodel.js';
import { LeerlingenModule } from './leerlingen.module.js';
import { Raadplegen } from './raadplegen.service.js';

@Module({
  imports: [LeerlingenModule, LogboekModule],
  controllers: [LeerlingenController],
  providers: [Raadplegen, LeerlingenLeesmodel, ContactenLeesmodel],
})
export class LeerlingenApiModule {}
