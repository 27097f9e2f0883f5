import { Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InschrijvingenPagina, LeerlingAntwoord, ZoekResultaat } from './leerling.dto.js';
import { Raadplegen } from './raadplegen.service.js';
import { ZoekVraag } from './zoek.dto.js';

const ROLLEN: readonly Rol[] = [
  'doorstroomcoach',
  'leerplichtambtenaar',
  'generalist',
  'teamleider',
  'zorgcoordinator',
  'decaan',
];

@ApiTags('leerlingen')
@Controller('leerlingen')
export class LeerlingenController {
  constructor(private readonly raadplegen: Raadplegen) {}

  /** Looks for a youngster in the asker's scope: by PGN, by name and date of birth, or by a school's number. */
  @Post('_zoek')
  @HttpCode(200)
  @Toegang({ rollen: ROLLEN, uitleg: 'Searches among the youngsters whom one follows, or who are at the own school.' })
  async zoek(@Aanvrager() wie: Wie, @Body() vraag: ZoekVraag): Promise<ZoekResultaat> {
    return { resultaten: await this.raadplegen.zoek(wie, vraag), volgende: null };
  }

  /** One youngster. */
  @Get(':id')
  @Toegang({ rollen: ROLLEN, uitleg: 'A youngster whom one follows, or who is at the own school.' })
  leerling(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<LeerlingAntwoord> {
    return this.raadplegen.leerling(wie, id);
  }

  /** Enrolments and applications of one youngster, newest begindatum first. */
  @Get(':id/inschrijvingen')
  @Toegang({ rollen: ROLLEN, uitleg: 'Enrolments of a youngster whom one follows; a school sees its own rows only.' })
  async inschrijvingen(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<InschrijvingenPagina> {
    return { resultaten: await this.raadplegen.inschrijvingen(wie, id), volgende: null };
  }
}
