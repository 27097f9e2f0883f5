import { AanleveringWorkerModule } from '#aanlevering/worker';
import { CasussenWorkerModule } from '#casussen/worker';
import { DoorstroomWorkerModule } from '#doorstroom/worker';
import type { DynamicModule, Type } from '@nestjs/common';

/** The worker door of every lib that has one: each declared job has its handler behind one of these. */
export const HANDLERS: readonly (Type | DynamicModule)[] = [
  AanleveringWorkerModule,
  CasussenWorkerModule,
  DoorstroomWorkerModule,
];
