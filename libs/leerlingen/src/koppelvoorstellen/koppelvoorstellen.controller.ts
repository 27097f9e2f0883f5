import { Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Beslissen } from './beslissen.service.js';
import {
  BeslissingDto,
  KoppelvoorstelAntwoord,
  KoppelvoorstellenPagina,
  KoppelvoorstellenVraag,
  KoppelingOngedaanDto,
} from './koppelvoorstellen.dto.js';
import { Voorstellenlijst } from './voorstellenlijst.service.js';

/** The procesbewaker has this role (inrichting). */
const ROLLEN: readonly Rol[] = ['generalist'];

@ApiTags('koppelvoorstellen')
@Controller('koppelvoorstellen')
export class KoppelvoorstellenController {
  constructor(
    private readonly lijst: Voorstellenlijst,
    private readonly beslissen: Beslissen,
  ) {}

  /** Doubtful matches, the longest waiting first: how the fields of two records compare, not what is in them. */
  @Get()
  @Toegang({
    rollen: ROLLEN,
    uitleg: 'Doubtful matches as equal or different per field; names only of whom one may see.',
  })
  lees(@Aanvrager() wie: Wie, @Query() vraag: KoppelvoorstellenVraag): Promise<KoppelvoorstellenPagina> {
    return this.lijst.lees(wie, vraag);
  }

  /** Decides that it is one youngster (the two are merged) or that there are two (it is never asked again). */
  @Post(':id/beslissing')
  @HttpCode(200)
  @Toegang({ rollen: ROLLEN, uitleg: 'Decides whether two records are of one youngster; that merges them.' })
  beslis(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() beslissing: BeslissingDto,
  ): Promise<KoppelvoorstelAntwoord> {
    return this.beslissen.beslis(wie, id, beslissing);
  }

  /** Takes a decision back: the question is open again, and what was merged are two records again. */
  @Post(':id/ongedaanmaking')
  @HttpCode(200)
  @Toegang({ rollen: ROLLEN, uitleg: 'Takes such a decision back; what was merged becomes two again.' })
  maakOngedaan(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() verzoek: KoppelingOngedaanDto,
  ): Promise<KoppelvoorstelAntwoord> {
    return this.beslissen.maakOngedaan(wie, id, verzoek);
  }
}
