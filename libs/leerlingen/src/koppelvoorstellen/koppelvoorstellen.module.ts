import { LogboekModule } from '#logboek';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { LeerlingenModule } from '../leerlingen.module.js';
import { Koppelhaken } from '../samenvoegen/haken.js';
import { KoppelhakenModule } from '../samenvoegen/koppelhaken.module.js';
import { Samenvoegen } from '../samenvoegen/samenvoegen.service.js';
import { Beslissen } from './beslissen.service.js';
import { KoppelvoorstellenLeesmodel } from './koppelvoorstellen.leesmodel.js';
import { KoppelvoorstellenRepository } from './koppelvoorstellen.repository.js';
import { Voorstellenlijst } from './voorstellenlijst.service.js';

/** Showing koppelvoorstellen and deciding on them; refuses to start when nobody does what follows from a decision. */
@Module({
  imports: [KoppelhakenModule, LeerlingenModule, LogboekModule],
  providers: [Beslissen, KoppelvoorstellenLeesmodel, KoppelvoorstellenRepository, Samenvoegen, Voorstellenlijst],
  exports: [Beslissen, Samenvoegen, Voorstellenlijst],
})
export class KoppelvoorstellenModule implements OnApplicationBootstrap {
  constructor(private readonly haken: Koppelhaken) {}

  onApplicationBootstrap(): void {
    this.haken.keur();
  }
}
