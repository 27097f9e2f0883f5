import { Injectable } from '@nestjs/common';
import type { Sluitgrond } from '../../haken.js';
import { Nazorg } from '../../nazorg/nazorg.service.js';
import { Herroutering } from '../../routering/herroutering.service.js';
import type { Werk } from '../casuswerk.service.js';

/** What follows when a casus is closed: nazorg for who arrived, and room for a casus that waits. */
@Injectable()
export class Sluitgevolgen {
  constructor(
    private readonly nazorg: Nazorg,
    private readonly herroutering: Herroutering,
  ) {}

  async naSluiten({ tx, wie, casus, vandaag, nu }: Werk, grond: Sluitgrond): Promise<void> {
    const door = { peildatum: vandaag, nu, bron: 'casusGesloten' };
    if (grond === 'aangekomen') await this.nazorg.plan(tx, wie.regioId, [casus.stand.leerlingId], door);
    await this.herroutering.vulRuimte(tx, wie.regioId, door);
  }
}
