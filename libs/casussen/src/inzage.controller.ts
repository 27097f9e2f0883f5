import { Toegang, type Wie } from '#kern';
import { Aanvrager, IdPipe, PaginaVraag } from '#toegang';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InzagePagina } from './inzage.dto.js';
import { Inzage } from './inzage.service.js';

@ApiTags('leerlingen')
@Controller('leerlingen')
export class InzageController {
  constructor(private readonly inzage: Inzage) {}

  /** Who may see a youngster and why, and who has seen what of them: organisation and role, newest first. */
  @Get(':id/inzage')
  @Toegang({
    rollen: ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'],
    uitleg: 'Who may see, and who has seen, a youngster whom one follows by name.',
  })
  vanLeerling(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Query() vraag: PaginaVraag,
  ): Promise<InzagePagina> {
    return this.inzage.vanLeerling(wie, id, vraag);
  }
}
