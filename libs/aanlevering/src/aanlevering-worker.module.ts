import { LeerlingenModule } from '#leerlingen';
import { LogboekModule } from '#logboek';
import { WachtrijModule } from '#wachtrij';
import { Module } from '@nestjs/common';
import { AanleveringModule } from './aanlevering.module.js';
import { Afhandeling } from './afhandeling.service.js';
import { BevindingenRepository } from './bevindingen.repository.js';
import { BewarenHandler } from './bewaren/bewaren.handler.js';
import { BewarenRepository } from './bewaren/bewaren.repository.js';
import { Beurt } from './beurt.service.js';
import { Bestandslezer } from './controle/bestandslezer.js';
import { GelijkRepository } from './controle/gelijk.repository.js';
import { InlezerRepository } from './controle/inlezer.repository.js';
import { Keuring } from './controle/keuring.service.js';
import { Herstelwerk } from './herstel/herstelwerk.js';
import { Herlezing } from './herlezing.service.js';
import { OchtendHandler } from './jobs/ochtend.handler.js';
import { UploadsHandler } from './jobs/uploads.handler.js';
import { VerwerkHandler } from './jobs/verwerk.handler.js';
import { Verwerker } from './verwerker.service.js';

@Module({
  imports: [AanleveringModule, LeerlingenModule, LogboekModule, WachtrijModule],
  providers: [
    VerwerkHandler,
    UploadsHandler,
    OchtendHandler,
    BewarenHandler,
    BewarenRepository,
    Beurt,
    Afhandeling,
    Keuring,
    Verwerker,
    Herlezing,
    Herstelwerk,
    InlezerRepository,
    Bestandslezer,
    GelijkRepository,
    BevindingenRepository,
  ],
})
export class AanleveringWorkerModule {}
