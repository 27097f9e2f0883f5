import { Module } from '@nestjs/common';
import { AanleveringModule } from './aanlevering.module.js';
import { AanleveringenController } from './aanleveringen.controller.js';
import { AanleveringenLeesmodel } from './aanleveringen.leesmodel.js';
import { BesluitenController } from './besluiten.controller.js';
import { BevindingenController } from './bevindingen.controller.js';

@Module({
  imports: [AanleveringModule],
  controllers: [AanleveringenController, BesluitenController, BevindingenController],
  providers: [AanleveringenLeesmodel],
})
export class AanleveringApiModule {}
