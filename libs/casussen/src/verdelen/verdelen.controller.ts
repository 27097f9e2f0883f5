import { leesIdempotentieSleutel, Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CasusAntwoord } from '../casus.dto.js';
import { metEtag } from '../werk/etag.js';
import { Handtoewijzing } from './handtoewijzing.service.js';
import { Terugdraaien } from './terugdraaien.service.js';
import { Verdelen } from './verdelen.service.js';
import {
  ToewijzingInvoer,
  VerdeelAntwoord,
  VerdeelInvoer,
  VerdeelOngedaan,
  VerdeelOngedaanAntwoord,
} from './verdelen.dto.js';

const CASUSWERKERS: readonly Rol[] = ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'];
const SLEUTEL = { name: 'Idempotency-Key', required: false, description: 'The same key gives the same answer again.' };

/** Who has which casus, as people decide it. */
@ApiTags('casussen')
@Controller('casussen')
export class VerdelenController {
  constructor(
    private readonly handtoewijzing: Handtoewijzing,
    private readonly verdelen: Verdelen,
    private readonly terugdraaien: Terugdraaien,
  ) {}

  /** Gives a casus to a colleague, or back to the procesbewaker. Send the versie that was read. */
  @Post(':id/toewijzing')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
  @ApiHeader(SLEUTEL)
  @Toegang({
    rollen: CASUSWERKERS,
    uitleg:
      'A teamleider gives a casus of the team to a colleague, the procesbewaker what fell back; an owner gives back.',
  })
  async wijsToe(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() invoer: ToewijzingInvoer,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
    @Headers('if-match') ifMatch?: string,
  ): Promise<CasusAntwoord> {
    const gelezen = { versie: invoer.versie, ifMatch };
    const sleutel = leesIdempotentieSleutel(verzoek.headers);
    return metEtag(antwoord, await this.handtoewijzing.wijsToe(wie, id, invoer, gelezen, sleutel));
  }

  /** Divides casussen over colleagues; each row says what came of it. */
  @Post('_verdeel')
  @HttpCode(200)
  @ApiHeader(SLEUTEL)
  @Toegang({
    rollen: ['generalist', 'teamleider'],
    uitleg: 'Divides casussen of the team over colleagues of the team; the procesbewaker what fell back over anybody.',
  })
  verdeel(
    @Aanvrager() wie: Wie,
    @Body() invoer: VerdeelInvoer,
    @Req() verzoek: FastifyRequest,
  ): Promise<VerdeelAntwoord> {
    return this.verdelen.verdeel(wie, invoer, leesIdempotentieSleutel(verzoek.headers));
  }

  /** Takes a hand-out back, within ten minutes: every casus that nobody touched goes to who had it. */
  @Post('_draaiterug')
  @HttpCode(200)
  @Toegang({ rollen: ['generalist', 'teamleider'], uitleg: 'Undoes the own hand-out of casussen within ten minutes.' })
  draaiTerug(@Aanvrager() wie: Wie, @Body() { ongedaanSleutel }: VerdeelOngedaan): Promise<VerdeelOngedaanAntwoord> {
    return this.terugdraaien.draaiTerug(wie, ongedaanSleutel);
  }
}
