import { Module } from '@nestjs/common';
import { DoorstroomModule } from './doorstroom.module.js';
import { ControleSchoolHandler } from './jobs/controle-school.handler.js';
import { NachtcontroleHandler } from './jobs/nachtcontrole.handler.js';

/** The handlers of doorstroom; only in apps/worker. */
@Module({ imports: [DoorstroomModule], providers: [ControleSchoolHandler, NachtcontroleHandler] })
export class DoorstroomWorkerModule {}
