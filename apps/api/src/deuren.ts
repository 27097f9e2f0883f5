import { AanleveringApiModule } from '#aanlevering/api';
import { CasussenApiModule } from '#casussen/api';
import { DoorstroomApiModule } from '#doorstroom/api';
import { LeerlingenApiModule } from '#leerlingen/api';
import { WachtrijModule } from '#wachtrij';
import { WerkplekApiModule } from '#werkplek/api';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { GezondheidModule } from './gezondheid/gezondheid.module.js';
import { OpdrachtenApiModule } from './opdrachten/opdrachten.module.js';
import { OpenApiModule } from './openapi/openapi.module.js';
import { StartpaginaController } from './startpagina/startpagina.controller.js';

@Module({ controllers: [StartpaginaController] })
class StartpaginaModule {}

/** The API door of every lib that has one, and what the process itself serves. */
export const DEUREN: readonly (Type | DynamicModule)[] = [
  WachtrijModule,
  GezondheidModule,
  OpdrachtenApiModule,
  AanleveringApiModule,
  CasussenApiModule,
  DoorstroomApiModule,
  LeerlingenApiModule,
  WerkplekApiModule,
  OpenApiModule,
  StartpaginaModule,
];
