import { Module } from '@nestjs/common';
import { LogboekRepository } from './logboek.repository.js';
import { Logboek } from './logboek.js';

@Module({ providers: [Logboek, LogboekRepository], exports: [Logboek] })
export class LogboekModule {}
