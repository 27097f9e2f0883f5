import { Transactie } from '#database';
import { alsDatum, leesCursor, maakPagina, Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe, lijstpad } from '#toegang';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AanleveringenLeesmodel } from './aanleveringen.leesmodel.js';
import { AanleverenQuery, AanleveringDto, AanleveringenPagina, AanleveringenQuery } from './aanleveringen.dto.js';
import { beantwoordUpload, UPLOADSOORTEN } from './upload.antwoord.js';
import { UploadService } from './upload.service.js';

const SCHOOLMENSEN: readonly Rol[] = ['zorgcoordinator', 'decaan'];

/** Exports of schools: sending them and following them. */
@Controller('aanleveringen')
export class AanleveringenController {
  constructor(
    private readonly transactie: Transactie,
    private readonly uploads: UploadService,
    private readonly leesmodel: AanleveringenLeesmodel,
  ) {}

  /** Levert een bestand aan. Het antwoord komt pas als het hele bestand veilig is opgeslagen. */
  @Post()
  @ApiConsumes(...UPLOADSOORTEN)
  @ApiAcceptedResponse({ type: AanleveringDto, description: 'Het bestand is opgeslagen.' })
  @ApiOkResponse({ type: AanleveringDto, description: 'Hetzelfde bestand was er al.' })
  @Toegang({ rollen: ['aanleveraar'], uitleg: 'A client delivers files for its own schools.' })
  leverAan(
    @Aanvrager() wie: Wie,
    @Query() query: AanleverenQuery,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<AanleveringDto> {
    return beantwoordUpload(verzoek, antwoord, async (bestand) => {
      const { school, modus, formaat = null } = query;
      const upload = { school, peildatum: alsDatum(query.peildatum), modus, formaat, herstelVan: null };
      const uitkomst = await this.uploads.ontvang(wie, { ...upload, ...bestand });
      return { ...uitkomst, antwoord: await this.leesmodel.zoek(wie, uitkomst.id) };
    });
  }

  /** Toont de aanleveringen, nieuwste eerst. */
  @Get()
  @Toegang({
    rollen: ['aanleveraar', ...SCHOOLMENSEN, 'regiocoordinator'],
    uitleg: 'Deliveries of the own schools; the coordinator sees all.',
  })
  async lijst(@Aanvrager() wie: Wie, @Query() query: AanleveringenQuery): Promise<AanleveringenPagina> {
    const { aantal, school, status, na } = query;
    const voorId = na === undefined ? undefined : new IdPipe().transform(leesCursor(na, 1)[0]);
    const rijen = await this.transactie.voerUit({ wie }, (tx) =>
      this.leesmodel.lijst(tx, wie, { aantal, school, status, voorId }),
    );
    return maakPagina(
      rijen,
      aantal,
      lijstpad('/api/v1/aanleveringen', query),
      (rij) => [rij.id],
      (rij) => rij,
    );
  }

  /** Toont één aanlevering. */
  @Get(':id')
  @Toegang({
    rollen: ['aanleveraar', ...SCHOOLMENSEN, 'regiocoordinator'],
    uitleg: 'A delivery of an own school; the coordinator sees all.',
  })
  een(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<AanleveringDto> {
    return this.leesmodel.zoek(wie, id);
  }
}
