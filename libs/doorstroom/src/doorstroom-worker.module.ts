import { CasussenModule } from '#casussen';
import { Module } from '@nestjs/common';
import { DoorstroomModule } from './doorstroom.module.js';
import { ControleSchoolHandler } from './jobs/controle-school.handler.js';
import { NachtcontroleHandler } from './jobs/nachtcontrole.handler.js';

/** The handlers of doorstroom; only in apps/worker. */
@Module({ imports: [CasussenModule, DoorstroomModule], providers: [ControleSchoolHandler, NachtcontroleHandler] })
export class DoorstroomWorkerModule {}
