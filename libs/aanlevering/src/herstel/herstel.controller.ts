import { Toegang, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AanleveringDto } from '../aanleveringen.dto.js';
import { AanleveringenLeesmodel } from '../aanleveringen.leesmodel.js';
import { UploadService } from '../upload.service.js';
import { beantwoordUpload, UPLOADSOORTEN } from '../upload.antwoord.js';

/** Repairing rows that were kept out. */
@Controller('aanleveringen/:id/herstel')
export class HerstelController {
  constructor(
    private readonly uploads: UploadService,
    private readonly leesmodel: AanleveringenLeesmodel,
  ) {}

  /**
   * Levert alleen de verbeterde regels van een verwerkte aanlevering aan. Het antwoord is een nieuwe aanlevering met
   * dezelfde school en peildatum. Regels die niet in quarantaine stonden, tellen niet mee.
   */
  @Post()
  @ApiConsumes(...UPLOADSOORTEN)
  @ApiAcceptedResponse({ type: AanleveringDto, description: 'Het bestand is opgeslagen.' })
  @ApiOkResponse({ type: AanleveringDto, description: 'Hetzelfde bestand was er al.' })
  @Toegang({ rollen: ['aanleveraar'], uitleg: 'A client repairs deliveries of its own schools.' })
  herstel(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<AanleveringDto> {
    return beantwoordUpload(verzoek, antwoord, async (bestand) => {
      const uitkomst = await this.uploads.herstel(wie, id, bestand);
      return { ...uitkomst, antwoord: await this.leesmodel.zoek(wie, uitkomst.id) };
    });
  }
}
