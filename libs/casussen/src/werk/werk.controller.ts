import { leesIdempotentieSleutel, Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, Get, Headers, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CasusAntwoord } from '../casus.dto.js';
import { metEtag } from './etag.js';
import { Contactmoment } from './contact/contact.dto.js';
import { Contact } from './contact/contact.service.js';
import { RedenLezen } from './reden-lezen.service.js';
import { CasusWijziging, RedenAntwoord } from './werk.dto.js';
import { Wijzigen } from './wijzigen.service.js';

/** Who works on casussen. */
export const CASUSWERKERS: readonly Rol[] = ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'];

@ApiTags('casussen')
@Controller('casussen')
export class WerkController {
  constructor(
    private readonly wijzigen: Wijzigen,
    private readonly redenen: RedenLezen,
    private readonly contact: Contact,
  ) {}

  /** Changes woordvoerder, reden, fase or the next step. Send the versie that was read, in the body or as `If-Match`. */
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

  /** Notes contact: does the step that was open and makes the next one. The answer is the casus as it is then. */
  @Post(':id/contactmomenten')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key notes it once.' })
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'Notes contact about a casus that one holds, observes or leads.' })
  async contactmoment(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() contact: Contactmoment,
    @Req() { headers }: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<CasusAntwoord> {
    const gelezen = { versie: contact.versie, ifMatch: headers['if-match'] };
    const sleutel = leesIdempotentieSleutel(headers);
    return metEtag(antwoord, await this.contact.leg(wie, id, contact, { gelezen, sleutel }));
  }

  /** The reden, also when it is special data; each time it is asked is logged. */
  @Get(':id/reden')
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'The reden of a casus whose content one sees, special data included.' })
  reden(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<RedenAntwoord> {
    return this.redenen.lees(wie, id);
  }
}
