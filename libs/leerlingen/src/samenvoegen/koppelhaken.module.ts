import { Module } from '@nestjs/common';
import { BijSamenvoegen, BijVoorstellen, Koppelhaken } from './haken.js';

/** The haken around proposals and merging, for who fills them; who decides (apps/api) checks that they are filled. */
@Module({
  providers: [BijSamenvoegen, BijVoorstellen, Koppelhaken],
  exports: [BijSamenvoegen, BijVoorstellen, Koppelhaken],
})
export class KoppelhakenModule {}
