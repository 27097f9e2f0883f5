import { metEtag } from '#casussen';
import { Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { schooljaarUit } from '../schooljaar.regels.js';
import { TrajectItem } from '../trajecten.dto.js';
import { Corrigeren } from './corrigeren.service.js';
import { AankomstInvoer, BestemmingInvoer, CorrectieInvoer, VervolgInvoer } from './vaststellen.dto.js';
import { Vaststellen, type Welk } from './vaststellen.service.js';

const WERKERS: readonly Rol[] = ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'];
const MET_SCHOOL: readonly Rol[] = [...WERKERS, 'decaan', 'zorgcoordinator'];
const SCHOOLJAAR = { name: 'schooljaar', type: String, example: '2025-2026' } as const;
const IF_MATCH = { name: 'If-Match', required: false, description: 'The ETag that was read.' } as const;

@ApiTags('doorstroom')
@Controller('doorstroom/:schooljaar/trajecten/:id')
export class VaststellenController {
  constructor(
    private readonly vaststellen: Vaststellen,
    private readonly corrigeren: Corrigeren,
  ) {}

  /** Settles another end than follow-on education, or takes it back. The leerling is judged again after it. */
  @Put('bestemming')
  @ApiParam(SCHOOLJAAR)
  @ApiHeader(IF_MATCH)
  @Toegang({
    rollen: WERKERS,
    uitleg: 'Settles another end of who one has the casus of; exemptions only by leerplicht.',
  })
  async bestemming(
    @Aanvrager() wie: Wie,
    @Param('schooljaar') schooljaar: string,
    @Param('id', IdPipe) id: string,
    @Body() invoer: BestemmingInvoer,
    @Res({ passthrough: true }) antwoord: FastifyReply,
    @Headers('if-match') ifMatch?: string,
  ): Promise<TrajectItem> {
    return metEtag(antwoord, await this.vaststellen.bestemming(wie, welk(schooljaar, id, invoer, ifMatch), invoer));
  }

  /** Settles where the youngster means to go on, or takes it back. */
  @Put('voorgenomen-vervolg')
  @ApiParam(SCHOOLJAAR)
  @ApiHeader(IF_MATCH)
  @Toegang({ rollen: MET_SCHOOL, uitleg: 'Settles an intention of who one has the casus of, or of an own pupil.' })
  async vervolg(
    @Aanvrager() wie: Wie,
    @Param('schooljaar') schooljaar: string,
    @Param('id', IdPipe) id: string,
    @Body() invoer: VervolgInvoer,
    @Res({ passthrough: true }) antwoord: FastifyReply,
    @Headers('if-match') ifMatch?: string,
  ): Promise<TrajectItem> {
    return metEtag(antwoord, await this.vaststellen.vervolg(wie, welk(schooljaar, id, invoer, ifMatch), invoer));
  }

  /** Confirms with proof that the youngster arrived at a school that does not deliver, or takes it back. */
  @Put('aankomstbevestiging')
  @ApiParam(SCHOOLJAAR)
  @ApiHeader(IF_MATCH)
  @Toegang({
    rollen: MET_SCHOOL,
    uitleg: 'Confirms an arrival elsewhere of who one has the casus of, of an own pupil, or when asked by a task.',
  })
  async aankomst(
    @Aanvrager() wie: Wie,
    @Param('schooljaar') schooljaar: string,
    @Param('id', IdPipe) id: string,
    @Body() invoer: AankomstInvoer,
    @Res({ passthrough: true }) antwoord: FastifyReply,
    @Headers('if-match') ifMatch?: string,
  ): Promise<TrajectItem> {
    return metEtag(antwoord, await this.vaststellen.aankomst(wie, welk(schooljaar, id, invoer, ifMatch), invoer));
  }

  /** Takes the traject out of the cohort, with a reason. */
  @Post('correctie')
  @HttpCode(204)
  @ApiParam(SCHOOLJAAR)
  @ApiHeader(IF_MATCH)
  @Toegang({ rollen: ['regiocoordinator', 'generalist'], uitleg: 'Takes a traject that one sees out of the cohort.' })
  async correctie(
    @Aanvrager() wie: Wie,
    @Param('schooljaar') schooljaar: string,
    @Param('id', IdPipe) id: string,
    @Body() invoer: CorrectieInvoer,
    @Headers('if-match') ifMatch?: string,
  ): Promise<void> {
    await this.corrigeren.corrigeer(wie, welk(schooljaar, id, invoer, ifMatch), invoer);
  }
}

function welk(schooljaar: string, id: string, { versie }: { versie?: number }, ifMatch: string | undefined): Welk {
  return { schooljaar: schooljaarUit(schooljaar), id, gelezen: { versie, ifMatch } };
}
