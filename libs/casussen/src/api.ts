import { LogboekModule } from '#logboek';
import { Module } from '@nestjs/common';
import { CasussenController } from './casussen.controller.js';
import { CasussenLeesmodel } from './casussen.leesmodel.js';
import { CasussenModule } from './casussen.module.js';
import { Raadplegen } from './raadplegen.service.js';
import { TijdlijnLeesmodel } from './tijdlijn.leesmodel.js';

@Module({
  imports: [CasussenModule, LogboekModule],
  controllers: [CasussenController],
  providers: [Raadplegen, CasussenLeesmodel, TijdlijnLeesmodel],
})
export class CasussenApiModule {}
