import { KoppelhakenModule } from '#leerlingen';
import { Module } from '@nestjs/common';
import { LosseTakenRepository } from './losse-taken.repository.js';
import { LosseTaken } from './losse-taken.service.js';
import { OpschaaltakenRepository } from './opschaaltaken.repository.js';
import { Opschaaltaken } from './opschaaltaken.service.js';
import { OpschortingenRepository } from './opschorting/opschortingen.repository.js';
import { Opschortingen } from './opschorting/opschortingen.service.js';
import { SchooltakenRepository } from './schooltaken.repository.js';
import { Schooltaken } from './schooltaken.service.js';
import { TakenRepository } from './taken.repository.js';
import { Taken } from './taken.service.js';
import { VoorsteltakenRepository } from './voorsteltaken.repository.js';
import { Voorsteltaken } from './voorsteltaken.service.js';

@Module({
  imports: [KoppelhakenModule],
  providers: [
    LosseTaken,
    LosseTakenRepository,
    Opschaaltaken,
    OpschaaltakenRepository,
    Opschortingen,
    OpschortingenRepository,
    Schooltaken,
    SchooltakenRepository,
    Taken,
    TakenRepository,
    Voorsteltaken,
    VoorsteltakenRepository,
  ],
  exports: [LosseTaken, Opschaaltaken, Opschortingen, Schooltaken, Taken, Voorsteltaken],
})
export class TakenModule {}
