import { LogboekModule } from '#logboek';
import { TakenModule } from '#taken';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { BewakingController } from './bewaking/bewaking.controller.js';
import { OpschalingenLeesmodel } from './bewaking/opschalingen.leesmodel.js';
import { Opschalingen } from './bewaking/opschalingen.service.js';
import { WeekoverzichtenLeesmodel } from './bewaking/weekoverzichten.leesmodel.js';
import { Weekoverzichten } from './bewaking/weekoverzichten.service.js';
import { CasussenController } from './casussen.controller.js';
import { CasussenModule } from './casussen.module.js';
import { BijAfsluiten } from './haken.js';
import { InzageController } from './inzage.controller.js';
import { InzageLeesmodel } from './inzage.leesmodel.js';
import { Inzage } from './inzage.service.js';
import { Raadplegen } from './raadplegen.service.js';
import { TijdlijnLeesmodel } from './tijdlijn.leesmodel.js';
import { Aanbieden } from './overname/aanbieden.service.js';
import { OvernameController } from './overname/overname.controller.js';
import { OvernameLeesmodel } from './overname/overname.leesmodel.js';
import { Overnamebeeld } from './overname/overnamebeeld.service.js';
import { Overnamebesluit } from './overname/overnamebesluit.service.js';
import { Overnamegevolgen } from './overname/overnamegevolgen.service.js';
import { Overnameschrift } from './overname/overnameschrift.js';
import { Handtoewijzing } from './verdelen/handtoewijzing.service.js';
import { Ontvangers } from './verdelen/ontvangers.vragen.js';
import { Terugdraaien } from './verdelen/terugdraaien.service.js';
import { Verdeelsleutel } from './verdelen/verdeelsleutel.js';
import { Verdeeluitvoering } from './verdelen/verdeeluitvoering.service.js';
import { VerdelenController } from './verdelen/verdelen.controller.js';
import { Verdelen } from './verdelen/verdelen.service.js';
import { VerdelingenRepository } from './verdelen/verdelingen.repository.js';
import { BesluitController } from './werk/besluit/besluit.controller.js';
import { Besluiten } from './werk/besluit/besluiten.service.js';
import { EindeController } from './werk/einde/einde.controller.js';
import { WerkController } from './werk/werk.controller.js';
import { WERK } from './werk/werk.providers.js';

@Module({
  imports: [CasussenModule, LogboekModule, TakenModule],
  controllers: [
    ...[BewakingController, CasussenController, EindeController, InzageController],
    ...[BesluitController, OvernameController, VerdelenController, WerkController],
  ],
  providers: [
    ...[Opschalingen, OpschalingenLeesmodel, Weekoverzichten, WeekoverzichtenLeesmodel],
    ...WERK,
    Besluiten,
    ...[Raadplegen, TijdlijnLeesmodel, Inzage, InzageLeesmodel],
    ...[Aanbieden, OvernameLeesmodel, Overnamebeeld, Overnamebesluit, Overnamegevolgen, Overnameschrift, Ontvangers],
    ...[Handtoewijzing, Terugdraaien, Verdeelsleutel, Verdeeluitvoering, Verdelen, VerdelingenRepository],
  ],
})
export class CasussenApiModule implements OnApplicationBootstrap {
  constructor(private readonly bijAfsluiten: BijAfsluiten) {}

  onApplicationBootstrap(): void {
    this.bijAfsluiten.keur();
  }
}
