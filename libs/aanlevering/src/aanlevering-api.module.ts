import { LogboekModule } from '#logboek';
import { Module } from '@nestjs/common';
import { AanleveringModule } from './aanlevering.module.js';
import { AanleveringenController } from './aanleveringen.controller.js';
import { AanleveringenLeesmodel } from './aanleveringen.leesmodel.js';
import { AanleverstandenController } from './aanleverstanden.controller.js';
import { AanleverstandenLeesmodel } from './aanleverstanden.leesmodel.js';
import { BesluitenController } from './besluiten.controller.js';
import { BevindingenController } from './bevindingen.controller.js';
import { HerstelController } from './herstel/herstel.controller.js';
import { VerschilController } from './verschil/verschil.controller.js';
import { VerschilLeesmodel } from './verschil/verschil.leesmodel.js';
import { Verschillen } from './verschil/verschil.service.js';

@Module({
  imports: [AanleveringModule, LogboekModule],
  controllers: [
    AanleveringenController,
    AanleverstandenController,
    BesluitenController,
    BevindingenController,
    HerstelController,
    VerschilController,
  ],
  providers: [AanleveringenLeesmodel, AanleverstandenLeesmodel, VerschilLeesmodel, Verschillen],
})
export class AanleveringApiModule {}
