import { Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OpschalingAntwoord, OpschalingenPagina, OpschalingenVraag } from './opschalingen.dto.js';
import { Opschalingen } from './opschalingen.service.js';
import { WeekoverzichtenPagina, WeekoverzichtenVraag } from './weekoverzichten.dto.js';
import { Weekoverzichten } from './weekoverzichten.service.js';

/** Who is told when something stands still. */
const LEIDING: readonly Rol[] = ['teamleider', 'generalist', 'regiocoordinator'];

@ApiTags('bewaking')
@Controller()
export class BewakingController {
  constructor(
    private readonly opschalingen: Opschalingen,
    private readonly overzichten: Weekoverzichten,
  ) {}

  /** Casussen that stand still and of which the asker was told, the longest waiting first. */
  @Get('opschalingen')
  @Toegang({
    rollen: LEIDING,
    uitleg:
      'Of what one was told oneself; it opens that casus until it closes: content for who leads, the name in the region.',
  })
  leesOpschalingen(@Aanvrager() wie: Wie, @Query() vraag: OpschalingenVraag): Promise<OpschalingenPagina> {
    return this.opschalingen.lees(wie, vraag);
  }

  /** Says that one looks after it: its task is done, and it ends when the casus moves. */
  @Post('opschalingen/:id/gezien')
  @HttpCode(200)
  @Toegang({ rollen: LEIDING, uitleg: 'Of what one was told oneself.' })
  gezien(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<OpschalingAntwoord> {
    return this.opschalingen.gezien(wie, id);
  }

  /** What stood still when a week began: numbers and casusnummers, no names. The newest week first. */
  @Get('weekoverzichten')
  @Toegang({
    rollen: LEIDING,
    uitleg: 'A teamleider of the own teams, a generalist of what no team has, a regiocoördinator of the whole region.',
  })
  leesWeekoverzichten(@Aanvrager() wie: Wie, @Query() vraag: WeekoverzichtenVraag): Promise<WeekoverzichtenPagina> {
    return this.overzichten.lees(wie, vraag);
  }
}
