import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { BijBezetting, BijDeactiveren } from './haken.js';
import { MensenRepository } from './mensen.repository.js';
import { Organisaties } from './organisaties.service.js';
import { OrganisatieVragen } from './organisaties.vragen.js';
import { PlaatsenRepository } from './plaatsen.repository.js';
import { RegelsRepository } from './regels.repository.js';

@Module({
  providers: [
    Organisaties,
    OrganisatieVragen,
    PlaatsenRepository,
    MensenRepository,
    RegelsRepository,
    BijDeactiveren,
    BijBezetting,
  ],
  exports: [Organisaties, OrganisatieVragen, BijDeactiveren, BijBezetting],
})
export class OrganisatiesModule implements OnApplicationBootstrap {
  constructor(
    private readonly bijDeactiveren: BijDeactiveren,
    private readonly bijBezetting: BijBezetting,
  ) {}

  onApplicationBootstrap(): void {
    this.bijDeactiveren.keur();
    this.bijBezetting.keur();
  }
}
