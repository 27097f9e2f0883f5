import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { BijDeactiveren } from './haken.js';
import { MensenRepository } from './mensen.repository.js';
import { Organisaties } from './organisaties.service.js';
import { OrganisatieVragen } from './organisaties.vragen.js';
import { PlaatsenRepository } from './plaatsen.repository.js';
import { RegelsRepository } from './regels.repository.js';

@Module({
  providers: [Organisaties, OrganisatieVragen, PlaatsenRepository, MensenRepository, RegelsRepository, BijDeactiveren],
  exports: [Organisaties, OrganisatieVragen, BijDeactiveren],
})
export class OrganisatiesModule implements OnApplicationBootstrap {
  constructor(private readonly bijDeactiveren: BijDeactiveren) {}

  onApplicationBootstrap(): void {
    this.bijDeactiveren.keur();
  }
}
