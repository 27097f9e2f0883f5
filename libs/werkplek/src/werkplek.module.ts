import { LogboekModule } from '#logboek';
import { Module } from '@nestjs/common';
import { SignalenLeesmodel } from './signalenlijst.leesmodel.js';
import { Signalenlijst } from './signalenlijst.service.js';
import { TakenLeesmodel } from './takenlijst.leesmodel.js';
import { Takenlijst } from './takenlijst.service.js';
import { WerkvoorraadLeesmodel } from './werkvoorraad.leesmodel.js';
import { Werkvoorraad } from './werkvoorraad.service.js';

@Module({
  imports: [LogboekModule],
  providers: [Werkvoorraad, WerkvoorraadLeesmodel, Signalenlijst, SignalenLeesmodel, Takenlijst, TakenLeesmodel],
  exports: [Werkvoorraad, Signalenlijst, Takenlijst],
})
export class WerkplekModule {}
