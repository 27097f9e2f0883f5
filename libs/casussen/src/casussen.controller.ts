import { Toegang, type Wie } from '#kern';
import { Aanvrager, IdPipe, PaginaVraag } from '#toegang';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CasusAntwoord, ToewijzingAntwoord } from './casus.dto.js';
import { Raadplegen } from './raadplegen.service.js';
import { TijdlijnPagina } from './tijdlijn.dto.js';

@ApiTags('casussen')
@Controller()
export class CasussenController {
  constructor(private readonly raadplegen: Raadplegen) {}

  /** One casus. `ETag` holds its versie, for `If-Match` on a change. */
  @Get('casussen/:id')
  @Toegang({
    rollen: ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider', 'regiocoordinator'],
    uitleg: 'A casus one holds or whose youngster one’s gemeente or team follows; the regiocoördinator without name.',
  })
  async casus(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) antwoord: FastifyReply,
  ): Promise<CasusAntwoord> {
    const casus = await this.raadplegen.casus(wie, id);
    void antwoord.header('etag', `"${casus.versie}"`);
    return casus;
  }

  /** The timeline of one casus, newest first. */
  @Get('casussen/:id/tijdlijn')
  @Toegang({
    rollen: ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'],
    uitleg: 'The timeline of a casus that one sees with its name.',
  })
  tijdlijn(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Query() vraag: PaginaVraag,
  ): Promise<TijdlijnPagina> {
    return this.raadplegen.tijdlijnVanCasus(wie, id, vraag);
  }

  /** Why this person: rule, input, candidates with their load, and a sentence. */
  @Get('casussen/:id/toewijzing')
  @Toegang({
    rollen: ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider', 'regiocoordinator'],
    uitleg: 'Why this person has the casus; the regiocoördinator without what is known of the youngster.',
  })
  toewijzing(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<ToewijzingAntwoord> {
    return this.raadplegen.toewijzing(wie, id);
  }

  /** The timeline of a youngster over all casussen, newest first. */
  @Get('leerlingen/:id/tijdlijn')
  @Toegang({
    rollen: ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'],
    uitleg: 'The timeline of a youngster whom one follows by name.',
  })
  tijdlijnVanLeerling(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Query() vraag: PaginaVraag,
  ): Promise<TijdlijnPagina> {
    return this.raadplegen.tijdlijnVanLeerling(wie, id, vraag);
  }
}
