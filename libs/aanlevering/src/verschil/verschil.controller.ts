import { Toegang, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { VerschilPagina, VerschilQuery } from './verschil.dto.js';
import { Verschillen } from './verschil.service.js';

/** What a delivery changes. */
@Controller('aanleveringen/:id/verschil')
export class VerschilController {
  constructor(private readonly verschillen: Verschillen) {}

  /** Toont wat een wachtende aanlevering zou veranderen, of wat een verwerkte veranderde sinds de vorige. */
  @Get()
  @Toegang({
    rollen: ['aanleveraar', 'zorgcoordinator', 'decaan', 'regiocoordinator'],
    uitleg: 'Rows of an own school; the coordinator sees them without values.',
  })
  verschil(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Query() query: VerschilQuery,
  ): Promise<VerschilPagina> {
    return this.verschillen.lijst(wie, id, query);
  }
}
