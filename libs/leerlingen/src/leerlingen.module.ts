import { Module } from '@nestjs/common';
import { PgnSleutels } from './pgn-sleutels.js';
import { Terugweg } from './terugweg/terugweg.js';
import { Verwerking } from './verwerking/verwerking.js';

@Module({ providers: [PgnSleutels, Verwerking, Terugweg], exports: [PgnSleutels, Verwerking, Terugweg] })
export class LeerlingenModule {}
