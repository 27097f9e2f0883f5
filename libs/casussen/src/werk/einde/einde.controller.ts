import { leesIdempotentieSleutel, Toegang, type GelezenVersie, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CasusAntwoord } from '../../casus.dto.js';
import { metEtag } from '../etag.js';
import { CASUSWERKERS } from '../werk.controller.js';
import { VersieInvoer } from '../werk.dto.js';
import { Afsluiten } from './afsluiten.service.js';
import { Afsluiting, Heropening, Opschorten } from './einde.dto.js';
import { CasusOpschorting } from './opschorten.service.js';

@ApiTags('casussen')
@ApiHeader({ name: 'If-Match', required: false, description: 'The ETag that was read.' })
@Controller('casussen/:id')
export class EindeController {
  constructor(
    private readonly afsluiten: Afsluiten,
    private readonly opschorting: CasusOpschorting,
  ) {}

  /** Lets the term of the next step stand still; its date moves along. */
  @Post('opschorting')
  @HttpCode(200)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key does it once.' })
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'Suspends the term of a casus whose content one sees.' })
  async schortOp(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() wens: Opschorten,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<CasusAntwoord> {
    const hoe = { gelezen: gelezen(wens, verzoek), sleutel: leesIdempotentieSleutel(verzoek.headers) };
    return metEtag(antwoord, await this.opschorting.schortOp(wie, id, wens, hoe));
  }

  /** Lets the term run again from today. */
  @Post('opschorting/beeindiging')
  @HttpCode(200)
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'Ends a suspension of a casus that one holds, observes or leads.' })
  async beeindig(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() wens: VersieInvoer,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<CasusAntwoord> {
    return metEtag(antwoord, await this.opschorting.beeindig(wie, id, gelezen(wens, verzoek)));
  }

  /** Closes the casus, when the youngster is where they should be. */
  @Post('afsluiting')
  @HttpCode(200)
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'Closes a casus that one holds, observes or leads.' })
  async sluit(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() wens: Afsluiting,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<CasusAntwoord> {
    return metEtag(antwoord, await this.afsluiten.sluit(wie, id, wens, gelezen(wens, verzoek)));
  }

  /** Opens a closed casus again, with a next step. */
  @Post('heropening')
  @HttpCode(200)
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'Opens a closed casus again that one still reads.' })
  async heropen(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() wens: Heropening,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<CasusAntwoord> {
    return metEtag(antwoord, await this.afsluiten.heropen(wie, id, wens, gelezen(wens, verzoek)));
  }
}

function gelezen({ versie }: VersieInvoer, { headers }: FastifyRequest): GelezenVersie {
  return { versie, ifMatch: headers['if-match'] };
}
