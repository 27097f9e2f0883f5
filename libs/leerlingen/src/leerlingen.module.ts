import { Module } from '@nestjs/common';
import { PgnSleutels } from './pgn-sleutels.js';
import { Verwerking } from './verwerking/verwerking.js';

@Module({ providers: [PgnSleutels, Verwerking], exports: [PgnSleutels, Verwerking] })
export class LeerlingenModule {}
