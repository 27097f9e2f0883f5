import { Transactie } from '#database';
import { cursorOngeldig, Klok, leesCursor, maakPagina, Toegang, type Wie } from '#kern';
import { Aanvrager, lijstpad } from '#toegang';
import { Controller, Get, Query } from '@nestjs/common';
import { AanleverstandenPagina, AanleverstandenQuery } from './aanleverstanden.dto.js';
import { AanleverstandenLeesmodel } from './aanleverstanden.leesmodel.js';

/** How fresh the data of each school are. */
@Controller('aanleverstanden')
export class AanleverstandenController {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly leesmodel: AanleverstandenLeesmodel,
  ) {}

  /** Toont per school wat als laatste is verwerkt, sinds wanneer zij stil is en wat er wacht. */
  @Get()
  @Toegang({
    rollen: ['aanleveraar', 'zorgcoordinator', 'decaan', 'regiocoordinator', 'generalist'],
    uitleg: 'How fresh the deliveries of the own schools are; coordinator and generalist see all schools.',
  })
  async lijst(@Aanvrager() wie: Wie, @Query() query: AanleverstandenQuery): Promise<AanleverstandenPagina> {
    const { aantal, school } = query;
    const na = query.na === undefined ? undefined : leesCursor(query.na, 1)[0];
    if (na !== undefined && typeof na !== 'string') throw cursorOngeldig();
    const rijen = await this.transactie.voerUit({ wie }, (tx) =>
      this.leesmodel.lijst(tx, wie, { aantal, school, na, op: this.klok.vandaag() }),
    );
    return maakPagina(
      rijen,
      aantal,
      lijstpad('/api/v1/aanleverstanden', query),
      (rij) => [rij.school],
      (rij) => rij,
    );
  }
}
