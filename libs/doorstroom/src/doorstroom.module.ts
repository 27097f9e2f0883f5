import { AanleveringModule } from '#aanlevering';
import { CasussenModule } from '#casussen';
import { SignalenModule } from '#signalen';
import { WachtrijModule } from '#wachtrij';
import { Module } from '@nestjs/common';
import { Casusgevolgen } from './casusgevolgen.service.js';
import { ControlesRepository } from './controles.repository.js';
import { Doorstroomcontroles } from './controles.service.js';
import { GrootboekRepository } from './grootboek.repository.js';
import { NaAanlevering } from './na-aanlevering.js';
import { Schoolcontrole } from './schoolcontrole.service.js';
import { TerugwegRepository } from './terugweg.repository.js';
import { SchoolsignalenRepository } from './schoolsignalen.repository.js';
import { Schoolsignalen } from './schoolsignalen.service.js';
import { TrajectenRepository } from './trajecten.repository.js';

/** Following: trajecten, the doorstroomcontrole and the ledger. */
@Module({
  imports: [AanleveringModule, CasussenModule, SignalenModule, WachtrijModule],
  providers: [
    Casusgevolgen,
    ControlesRepository,
    Doorstroomcontroles,
    GrootboekRepository,
    NaAanlevering,
    Schoolcontrole,
    Schoolsignalen,
    SchoolsignalenRepository,
    TerugwegRepository,
    TrajectenRepository,
  ],
  exports: [ControlesRepository, Doorstroomcontroles, Schoolcontrole, Schoolsignalen],
})
export class DoorstroomModule {}
