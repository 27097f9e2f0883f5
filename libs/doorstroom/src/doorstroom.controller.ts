import { Toegang, type Wie } from '#kern';
import { Aanvrager } from '#toegang';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { schooljaarUit } from './schooljaar.regels.js';
import { TrajectenPagina, TrajectenVraag } from './trajecten.dto.js';
import { Trajectenlijst } from './trajectenlijst.service.js';

const SCHOOLJAAR = { name: 'schooljaar', type: String, example: '2025-2026' } as const;

@ApiTags('doorstroom')
@Controller('doorstroom/:schooljaar')
export class DoorstroomController {
  constructor(private readonly trajecten: Trajectenlijst) {}

  /** The trajecten of a cohort as they stand today, or as a stored ledger counted them. */
  @Get('trajecten')
  @ApiParam(SCHOOLJAAR)
  @Toegang({
    rollen: [
      'regiocoordinator',
      'generalist',
      'teamleider',
      'doorstroomcoach',
      'leerplichtambtenaar',
      'decaan',
      'zorgcoordinator',
    ],
    uitleg:
      'Trajecten of whom one follows; school people the steps of their own pupils; the regiocoördinator without names.',
  })
  async leesTrajecten(
    @Aanvrager() wie: Wie,
    @Param('schooljaar') schooljaar: string,
    @Query() vraag: TrajectenVraag,
  ): Promise<TrajectenPagina> {
    return this.trajecten.lees(wie, schooljaarUit(schooljaar), vraag);
  }
}
