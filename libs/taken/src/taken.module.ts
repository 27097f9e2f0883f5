import { KoppelhakenModule } from '#leerlingen';
import { Module } from '@nestjs/common';
import { OpschortingenRepository } from './opschorting/opschortingen.repository.js';
import { Opschortingen } from './opschorting/opschortingen.service.js';
import { TakenRepository } from './taken.repository.js';
import { Taken } from './taken.service.js';
import { VoorsteltakenRepository } from './voorsteltaken.repository.js';
import { Voorsteltaken } from './voorsteltaken.service.js';

@Module({
  imports: [KoppelhakenModule],
  providers: [Opschortingen, OpschortingenRepository, Taken, TakenRepository, Voorsteltaken, VoorsteltakenRepository],
  exports: [Opschortingen, Taken, Voorsteltaken],
})
export class TakenModule {}
