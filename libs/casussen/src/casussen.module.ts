import { LogboekModule } from '#logboek';
import { OrganisatiesModule } from '#organisaties';
import { TakenModule } from '#taken';
import { Module } from '@nestjs/common';
import { CasussenRepository } from './casussen.repository.js';
import { Casussen } from './casussen.service.js';
import { Herverdeling } from './routering/herverdeling.service.js';
import { RouteringRepository } from './routering/routering.repository.js';
import { Routering } from './routering/routering.service.js';
import { CasussamenvoegingRepository } from './samenvoegen.repository.js';
import { Casussamenvoeging } from './samenvoegen.service.js';
import { TijdlijnRepository } from './tijdlijn.repository.js';
import { Tijdlijn } from './tijdlijn.service.js';

@Module({
  imports: [LogboekModule, OrganisatiesModule, TakenModule],
  providers: [
    Casussen,
    CasussenRepository,
    Casussamenvoeging,
    CasussamenvoegingRepository,
    Herverdeling,
    Routering,
    RouteringRepository,
    Tijdlijn,
    TijdlijnRepository,
  ],
  exports: [Casussen, Casussamenvoeging, Tijdlijn],
})
export class CasussenModule {}
