import { Module } from '@nestjs/common';
import { BewaakHandler } from './bewaking/jobs/bewaak.handler.js';
import { CasussenModule } from './casussen.module.js';

/** The handlers of casussen; only in apps/worker. */
@Module({ imports: [CasussenModule], providers: [BewaakHandler] })
export class CasussenWorkerModule {}
