import { Toegang, type Rol, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { AanleveringDto, BesluitDto, OngedaanmakingDto } from './aanleveringen.dto.js';
import { AanleveringenLeesmodel } from './aanleveringen.leesmodel.js';
import { Besluiten } from './besluiten.service.js';
import { Ongedaanmaking } from './verschil/ongedaan.service.js';

const BESLISSERS: readonly Rol[] = ['zorgcoordinator', 'decaan', 'regiocoordinator'];
const UITLEG = 'A person of the school, or the coordinator after 2 working days.';

/** What a person decides about a delivery that waits, or was processed. */
@Controller('aanleveringen/:id')
export class BesluitenController {
  constructor(
    private readonly besluiten: Besluiten,
    private readonly ongedaanmaking: Ongedaanmaking,
    private readonly leesmodel: AanleveringenLeesmodel,
  ) {}

  /** Bevestigt een aanlevering die wacht: zij wordt alsnog verwerkt. */
  @Post('bevestiging')
  @HttpCode(200)
  @Toegang({ rollen: BESLISSERS, uitleg: UITLEG })
  async bevestig(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() { reden }: BesluitDto,
  ): Promise<AanleveringDto> {
    await this.besluiten.bevestig(wie, id, reden);
    return this.leesmodel.zoek(wie, id);
  }

  /** Verwerpt een aanlevering die wacht: er verandert niets. */
  @Post('verwerping')
  @HttpCode(200)
  @Toegang({ rollen: BESLISSERS, uitleg: UITLEG })
  async verwerp(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() { reden }: BesluitDto,
  ): Promise<AanleveringDto> {
    await this.besluiten.verwerp(wie, id, reden);
    return this.leesmodel.zoek(wie, id);
  }

  /** Maakt de laatste verwerkte aanlevering van een school ongedaan: de gegevens van daarvoor staan er weer. */
  @Post('ongedaanmaking')
  @HttpCode(200)
  @Toegang({ rollen: BESLISSERS, uitleg: UITLEG })
  async maakOngedaan(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Body() besluit: OngedaanmakingDto,
  ): Promise<AanleveringDto> {
    await this.ongedaanmaking.maakOngedaan(wie, id, besluit);
    return this.leesmodel.zoek(wie, id);
  }
}
