import { leesIdempotentieSleutel, Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { metEtag } from '../werk/etag.js';
import { Aanbieden } from './aanbieden.service.js';
import { OvernameAcceptatie, OvernameAntwoord, OvernameInvoer, OvernameWeigering } from './overname.dto.js';
import { Overnamebeeld } from './overnamebeeld.service.js';
import { Overnamebesluit } from './overnamebesluit.service.js';
import { VersieInvoer } from '../werk/werk.dto.js';

const CASUSWERKERS: readonly Rol[] = ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'];
const ONTVANGER = 'Decides about a casus that was offered to oneself; of another region its owner notes the answer.';
const IF_MATCH = { name: 'If-Match', required: false, description: 'The ETag that was read.' };

/** Handing a casus over to another officer or region; the owner stays until it is accepted. */
@ApiTags('casussen')
@Controller('casussen/:id/overname')
export class OvernameController {
  constructor(
    private readonly aanbieden: Aanbieden,
    private readonly besluit: Overnamebesluit,
    private readonly beeld: Overnamebeeld,
  ) {}

  /** The newest overname of a casus. */
  @Get()
  @Toegang({
    rollen: CASUSWERKERS,
    uitleg:
      'The newest offer of a casus that one sees by name; who was asked sees who, why, next step and whom to call.',
  })
  async lees(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<OvernameAntwoord> {
    return metEtag(antwoord, await this.beeld.lees(wie, id));
  }

  /** Offers a casus to a colleague, a team or another region. Send the versie of the casus that was read. */
  @Post()
  @ApiHeader(IF_MATCH)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key gives the same offer again.' })
  @ApiCreatedResponse({ type: OvernameAntwoord })
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'Offers a casus that one holds or leads; who observes it may not.' })
  async bied(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() invoer: OvernameInvoer,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
    @Headers('if-match') ifMatch?: string,
  ): Promise<OvernameAntwoord> {
    const gelezen = { versie: invoer.versie, ifMatch };
    const sleutel = leesIdempotentieSleutel(verzoek.headers);
    return metEtag(antwoord, await this.aanbieden.bied(wie, id, invoer, gelezen, sleutel));
  }

  /** Takes the casus over. Send the versie of the overname that was read. */
  @Post('acceptatie')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @Toegang({ rollen: CASUSWERKERS, uitleg: ONTVANGER })
  accepteer(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() { versie, ontvanger }: OvernameAcceptatie,
    @Headers('if-match') ifMatch?: string,
  ): Promise<OvernameAntwoord> {
    return this.besluit.accepteer(wie, id, ontvanger ?? null, { versie, ifMatch });
  }

  /** Does not take the casus over, and says why. Send the versie of the overname that was read. */
  @Post('weigering')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @Toegang({ rollen: CASUSWERKERS, uitleg: ONTVANGER })
  weiger(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() { versie, reden }: OvernameWeigering,
    @Headers('if-match') ifMatch?: string,
  ): Promise<OvernameAntwoord> {
    return this.besluit.weiger(wie, id, reden, { versie, ifMatch });
  }

  /** Takes the offer back. Send the versie of the overname that was read. */
  @Post('intrekking')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'Takes back what one offered oneself, while nobody decided.' })
  trekIn(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() { versie }: VersieInvoer,
    @Headers('if-match') ifMatch?: string,
  ): Promise<OvernameAntwoord> {
    return this.besluit.trekIn(wie, id, { versie, ifMatch });
  }
}
