import { LogboekModule } from '#logboek';
import { Module } from '@nestjs/common';
import { CasussenController } from './casussen.controller.js';
import { CasussenLeesmodel } from './casussen.leesmodel.js';
import { CasussenModule } from './casussen.module.js';
import { InzageController } from './inzage.controller.js';
import { InzageLeesmodel } from './inzage.leesmodel.js';
import { Inzage } from './inzage.service.js';
import { Raadplegen } from './raadplegen.service.js';
import { TijdlijnLeesmodel } from './tijdlijn.leesmodel.js';

@Module({
  imports: [CasussenModule, LogboekModule],
  controllers: [CasussenController, InzageController],
  providers: [Raadplegen, CasussenLeesmodel, TijdlijnLeesmodel, Inzage, InzageLeesmodel],
})
export class CasussenApiModule {}
