import { Module } from '@nestjs/common';
import { SignalenRepository } from './signalen.repository.js';
import { Signalen } from './signalen.service.js';

@Module({ providers: [Signalen, SignalenRepository], exports: [Signalen] })
export class SignalenModule {}
