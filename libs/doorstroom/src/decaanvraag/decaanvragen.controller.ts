import { leesIdempotentieSleutel, Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Antwoorden } from './antwoorden.service.js';
import {
  DecaanantwoordenAntwoord,
  DecaanantwoordInvoer,
  DecaanvraagAntwoord,
  DecaanvraagInvoer,
  DecaanvragenPagina,
  DecaanvragenVraag,
} from './decaanvragen.dto.js';
import { Decaanvragenlijst } from './decaanvragenlijst.service.js';
import { Vragen } from './vragen.service.js';

const SCHOOL: readonly Rol[] = ['decaan', 'zorgcoordinator'];
const CASUSWERKERS: readonly Rol[] = ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'];

@ApiTags('decaanvragen')
@Controller('decaanvragen')
export class DecaanvragenController {
  constructor(
    private readonly lijst: Decaanvragenlijst,
    private readonly vragen: Vragen,
    private readonly antwoorden: Antwoorden,
  ) {}

  /** Questions to schools with their counts, newest first. */
  @Get()
  @Toegang({
    rollen: [...SCHOOL, ...CASUSWERKERS, 'regiocoordinator'],
    uitleg:
      'Questions to the own school; for officers those about whom they follow; the regiocoördinator numbers only.',
  })
  leesLijst(@Aanvrager() wie: Wie, @Query() vraag: DecaanvragenVraag): Promise<DecaanvragenPagina> {
    return this.lijst.lijst(wie, vraag);
  }

  /** Asks one school about casussen: joins its open question, or makes it. */
  @Post()
  @HttpCode(201)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key gives the same question again.' })
  @ApiCreatedResponse({ type: DecaanvraagAntwoord, description: 'The school was asked.' })
  @ApiOkResponse({ type: DecaanvraagAntwoord, description: 'This Idempotency-Key asked before.' })
  @Toegang({ rollen: CASUSWERKERS, uitleg: 'Asks a school about casussen that one holds, observes or leads.' })
  async stel(
    @Aanvrager() wie: Wie,
    @Body() { casusIds }: DecaanvraagInvoer,
    @Req() verzoek: FastifyRequest,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<DecaanvraagAntwoord> {
    const { decaanvraag, nieuw } = await this.vragen.stel(wie, casusIds, leesIdempotentieSleutel(verzoek.headers));
    antwoord.status(nieuw ? 201 : 200).header('location', `/api/v1/decaanvragen/${decaanvraag.id}`);
    return decaanvraag;
  }

  /** One question with the pupils in it. */
  @Get(':id')
  @Toegang({
    rollen: [...SCHOOL, ...CASUSWERKERS, 'regiocoordinator'],
    uitleg: 'A school its own pupils and their step; an officer whom one follows; the regiocoördinator numbers only.',
  })
  lees(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<DecaanvraagAntwoord> {
    return this.lijst.een(wie, id);
  }

  /** Answers about some or all pupils: a result per row, saved at once. The same answer again changes nothing. */
  @Post(':id/antwoorden')
  @HttpCode(200)
  @ApiBody({ type: DecaanantwoordInvoer, isArray: true })
  @Toegang({ rollen: SCHOOL, uitleg: 'Answers a question to the own school.' })
  antwoord(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() inhoud: unknown,
  ): Promise<DecaanantwoordenAntwoord> {
    return this.antwoorden.antwoord(wie, id, inhoud);
  }
}
