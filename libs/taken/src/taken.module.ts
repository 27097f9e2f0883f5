import { KoppelhakenModule } from '#leerlingen';
import { Module } from '@nestjs/common';
import { TakenRepository } from './taken.repository.js';
import { Taken } from './taken.service.js';
import { VoorsteltakenRepository } from './voorsteltaken.repository.js';
import { Voorsteltaken } from './voorsteltaken.service.js';

@Module({
  imports: [KoppelhakenModule],
  providers: [Taken, TakenRepository, Voorsteltaken, VoorsteltakenRepository],
  exports: [Taken, Voorsteltaken],
})
export class TakenModule {}
