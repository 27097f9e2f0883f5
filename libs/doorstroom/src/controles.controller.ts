import { leesIdempotentieSleutel, Toegang, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ControleAntwoord, ControleInvoer } from './controles.dto.js';
import { Controlelijst } from './controlelijst.service.js';

@ApiTags('doorstroom')
@Controller('doorstroomcontroles')
export class ControlesController {
  constructor(private readonly controles: Controlelijst) {}

  /** Asks for a doorstroomcontrole; the work is done in the queue. */
  @Post()
  @HttpCode(202)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key gives the same check again.' })
  @ApiAcceptedResponse({ type: ControleAntwoord, description: 'The check was started.' })
  @ApiOkResponse({ type: ControleAntwoord, description: 'The check of this Idempotency-Key was there already.' })
  @Toegang({ rollen: ['regiocoordinator', 'generalist'], uitleg: 'Starts a check of a cohort of the own region.' })
  async vraagAan(
    @Aanvrager() wie: Wie,
    @Body() invoer: ControleInvoer,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<ControleAntwoord> {
    const { controle, nieuw } = await this.controles.vraagAan(wie, invoer, leesIdempotentieSleutel(verzoek.headers));
    antwoord.status(nieuw ? 202 : 200).header('location', `/api/v1/doorstroomcontroles/${controle.id}`);
    return controle;
  }

  /** How far a doorstroomcontrole is, and what it found: counts only. */
  @Get(':id')
  @Toegang({ rollen: ['regiocoordinator', 'generalist'], uitleg: 'Progress and counts of a check of the own region.' })
  lees(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<ControleAntwoord> {
    return this.controles.lees(wie, id);
  }
}
