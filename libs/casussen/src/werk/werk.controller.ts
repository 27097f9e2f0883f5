import { Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, Get, Headers, Param, Patch, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CasusAntwoord } from '../casus.dto.js';
import { metEtag } from './etag.js';
import { CasusWijziging, RedenAntwoord } from './werk.dto.js';
import { Wijzigen } from './wijzigen.service.js';

/** Who works on casussen. */
export const CASUSWERKERS: readonly Rol[] = ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'];

@ApiTags('casussen')
@Controller('casussen')
export class WerkController {
  constructor(private readonly wijzigen: Wijzigen) {}

  /** Changes woordvoerder or reden. Send the versie that was read, in the body or as `If-Match`. */
  @Patch(':id')
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
  @Toegang({
    rollen: CASUSWERKERS,
    uitleg: 'Changes a casus that one holds, observes or leads; the reden only who sees its content.',
  })
  async wijzig(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() wens: CasusWijziging,
    @Res({ passthrough: true }) antwoord: FastifyReply,
    @Headers('if-match') ifMatch?: string,
  ): Promise<CasusAntwoord> {
    return metEtag(antwoord, await this.wijzigen.wijzig(wie, id, wens, { versie: wens.versie, ifMatch }));
  }

  /** The reden, also when it is special data; each time it is asked is logged. */
  @Get(':id/reden')
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'The reden of a casus whose content one sees, special data included.' })
  reden(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<RedenAntwoord> {
    return this.wijzigen.leesReden(wie, id);
  }
}
