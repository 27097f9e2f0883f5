import { Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager } from '#toegang';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { schooljaarUit } from '../schooljaar.regels.js';
import { GrootboekAntwoord, GrootboekVraag, VerloopPagina, VerloopVraag } from './grootboek.dto.js';
import { Grootboek } from './grootboek.service.js';

const SCHOOLJAAR = { name: 'schooljaar', type: String, example: '2025-2026' } as const;

/** Who reads the numbers. */
const LEZERS: readonly Rol[] = [
  ...(['regiocoordinator', 'generalist', 'teamleider', 'doorstroomcoach', 'leerplichtambtenaar'] as const),
  ...(['decaan', 'zorgcoordinator'] as const),
];

@ApiTags('doorstroom')
@Controller('doorstroom/:schooljaar/grootboek')
export class GrootboekController {
  constructor(private readonly grootboek: Grootboek) {}

  /** The closure ledger: computed now, or as it was stored on a date. */
  @Get()
  @ApiParam(SCHOOLJAAR)
  @Toegang({ rollen: LEZERS, uitleg: 'Numbers of the region; a decaan or zorgcoördinator those of the own school.' })
  async lees(
    @Aanvrager() wie: Wie,
    @Param('schooljaar') schooljaar: string,
    @Query() { peildatum }: GrootboekVraag,
  ): Promise<GrootboekAntwoord> {
    return this.grootboek.lees(wie, schooljaarUit(schooljaar), peildatum);
  }

  /** The ledger of every stored date, newest first: how the arrival percentage went. */
  @Get('verloop')
  @ApiParam(SCHOOLJAAR)
  @Toegang({ rollen: LEZERS, uitleg: 'Numbers per date of the region; of the own school for who works there.' })
  async verloop(
    @Aanvrager() wie: Wie,
    @Param('schooljaar') schooljaar: string,
    @Query() vraag: VerloopVraag,
  ): Promise<VerloopPagina> {
    return this.grootboek.verloop(wie, schooljaarUit(schooljaar), vraag);
  }
}
