import { LogboekModule } from '#logboek';
import { OrganisatiesModule } from '#organisaties';
import { TakenModule } from '#taken';
import { Module } from '@nestjs/common';
import { BewakingRepository } from './bewaking/bewaking.repository.js';
import { Bewaking } from './bewaking/bewaking.service.js';
import { CasussenRepository } from './casussen.repository.js';
import { BijBesluit } from './werk/besluit/haak.js';
import { Casussen } from './casussen.service.js';
import { DecaanverzoekRepository } from './decaanvraag/decaanverzoek.repository.js';
import { Decaanverzoek } from './decaanvraag/decaanverzoek.service.js';
import { Decaanvraagnacht } from './decaanvraag/decaanvraagnacht.service.js';
import { DecaanvragenRepository } from './decaanvraag/decaanvragen.repository.js';
import { Decaanvragen } from './decaanvraag/decaanvragen.service.js';
import { StappenRepository } from './decaanvraag/stappen.repository.js';
import { Stappen } from './decaanvraag/stappen.service.js';
import { BijAfsluiten } from './haken.js';
import { NazorgRepository } from './nazorg/nazorg.repository.js';
import { Nazorg } from './nazorg/nazorg.service.js';
import { Herverdeling } from './routering/herverdeling.service.js';
import { Herroutering } from './routering/herroutering.service.js';
import { Herziening } from './routering/herziening.service.js';
import { LopendeCasussen } from './routering/lopend.repository.js';
import { Stapherstel } from './routering/stapherstel.service.js';
import { Toewijzen } from './routering/toewijzen.service.js';
import { WaarnemingRepository } from './routering/waarneming.repository.js';
import { Waarneming } from './routering/waarneming.service.js';
import { OvernamesRepository } from './overname/overnames.repository.js';
import { Overnames } from './overname/overnames.service.js';
import { RouteringRepository } from './routering/routering.repository.js';
import { Routering } from './routering/routering.service.js';
import { CasussamenvoegingRepository } from './samenvoegen.repository.js';
import { Casussamenvoeging } from './samenvoegen.service.js';
import { WekkerRepository } from './wachten/wekker.repository.js';
import { Wekker } from './wachten/wekker.service.js';
import { TijdlijnRepository } from './tijdlijn.repository.js';
import { Tijdlijn } from './tijdlijn.service.js';

@Module({
  imports: [LogboekModule, OrganisatiesModule, TakenModule],
  providers: [
    BijBesluit,
    Bewaking,
    BewakingRepository,
    BijAfsluiten,
    Casussen,
    CasussenRepository,
    Casussamenvoeging,
    CasussamenvoegingRepository,
    Herroutering,
    ...[
      Decaanvragen,
      DecaanvragenRepository,
      Decaanvraagnacht,
      Decaanverzoek,
      DecaanverzoekRepository,
      Stappen,
      StappenRepository,
    ],
    Herverdeling,
    Herziening,
    LopendeCasussen,
    Nazorg,
    NazorgRepository,
    Overnames,
    OvernamesRepository,
    Routering,
    RouteringRepository,
    Stapherstel,
    Tijdlijn,
    TijdlijnRepository,
    Toewijzen,
    Waarneming,
    WaarnemingRepository,
    Wekker,
    WekkerRepository,
  ],
  exports: [
    BijBesluit,
    ...[BijAfsluiten, Nazorg, Wekker],
    ...[Bewaking, BewakingRepository, Casussen, CasussenRepository, Casussamenvoeging, Herroutering],
    ...[LopendeCasussen, OvernamesRepository, Overnames, Routering, Tijdlijn, Toewijzen],
    ...[Decaanverzoek, Decaanvragen, Decaanvraagnacht, Stappen],
  ],
})
export class CasussenModule {}
