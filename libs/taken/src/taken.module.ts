import { Module } from '@nestjs/common';
import { TakenRepository } from './taken.repository.js';
import { Taken } from './taken.service.js';

@Module({ providers: [Taken, TakenRepository], exports: [Taken] })
export class TakenModule {}
