import { AanleveringModule } from '#aanlevering';
import { CasussenModule } from '#casussen';
import { KoppelhakenModule } from '#leerlingen';
import { SignalenModule } from '#signalen';
import { TakenModule } from '#taken';
import { WachtrijModule } from '#wachtrij';
import { Module } from '@nestjs/common';
import { BevestigingenRepository } from './vaststellen/bevestigingen.repository.js';
import { Bevestigingen } from './vaststellen/bevestigingen.service.js';
import { Casusgevolgen } from './casusgevolgen.service.js';
import { ControlesRepository } from './controles.repository.js';
import { Doorstroomcontroles } from './controles.service.js';
import { Grootboekbewijs } from './grootboek/bewijs.service.js';
import { GrootboekRepository } from './grootboek/grootboek.repository.js';
import { Herbeoordeling } from './herbeoordeling.service.js';
import { NaAanlevering } from './na-aanlevering.js';
import { Samenvoeggevolgen } from './samenvoeggevolgen.service.js';
import { SamenvoegenRepository } from './samenvoegen.repository.js';
import { Schoolcontrole } from './schoolcontrole.service.js';
import { TerugwegRepository } from './terugweg.repository.js';
import { UitCohort } from './uit-cohort.service.js';
import { SchoolsignalenRepository } from './schoolsignalen.repository.js';
import { Schoolsignalen } from './schoolsignalen.service.js';
import { SluitgrondRepository } from './sluitgrond.repository.js';
import { TrajectenRepository } from './trajecten.repository.js';

/** Following: trajecten, the doorstroomcontrole and the ledger. */
@Module({
  imports: [AanleveringModule, CasussenModule, KoppelhakenModule, SignalenModule, TakenModule, WachtrijModule],
  providers: [
    Bevestigingen,
    BevestigingenRepository,
    Casusgevolgen,
    ControlesRepository,
    Doorstroomcontroles,
    Grootboekbewijs,
    GrootboekRepository,
    Herbeoordeling,
    NaAanlevering,
    UitCohort,
    Samenvoeggevolgen,
    SamenvoegenRepository,
    Schoolcontrole,
    Schoolsignalen,
    SchoolsignalenRepository,
    SluitgrondRepository,
    TerugwegRepository,
    TrajectenRepository,
  ],
  exports: [
    Casusgevolgen,
    ControlesRepository,
    Doorstroomcontroles,
    Herbeoordeling,
    SamenvoegenRepository,
    Schoolcontrole,
    Schoolsignalen,
    UitCohort,
  ],
})
export class DoorstroomModule {}
