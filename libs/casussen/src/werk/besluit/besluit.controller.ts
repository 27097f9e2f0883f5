import { leesIdempotentieSleutel, Toegang, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CasusAntwoord } from '../../casus.dto.js';
import { metEtag } from '../etag.js';
import { BesluitInvoer } from './besluit.dto.js';
import { Besluiten } from './besluiten.service.js';

@ApiTags('casussen')
@Controller('casussen/:id/besluit')
export class BesluitController {
  constructor(private readonly besluiten: Besluiten) {}

  /** Decides what is done; the next step, the traject or the question to leerplicht follows from it. */
  @Post()
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key decides once.' })
  @Toegang({
    rollen: ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'],
    uitleg: 'Decides about a casus that one holds, observes or leads.',
  })
  async besluit(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() invoer: BesluitInvoer,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<CasusAntwoord> {
    const gelezen = { versie: invoer.versie, ifMatch: verzoek.headers['if-match'] };
    const sleutel = leesIdempotentieSleutel(verzoek.headers);
    return metEtag(antwoord, await this.besluiten.besluit(wie, id, invoer, gelezen, sleutel));
  }
}
