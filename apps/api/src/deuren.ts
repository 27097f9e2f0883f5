import { WachtrijModule } from '#wachtrij';
import type { DynamicModule, Type } from '@nestjs/common';
import { GezondheidModule } from './gezondheid/gezondheid.module.js';
import { OpdrachtenModule } from './opdrachten/opdrachten.module.js';

/** The API door of every lib that has one, and what the process itself serves. */
export const DEUREN: readonly (Type | DynamicModule)[] = [WachtrijModule, GezondheidModule, OpdrachtenModule];
