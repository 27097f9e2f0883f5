import { LogboekModule } from '#logboek';
import { WachtrijModule } from '#wachtrij';
import { Module } from '@nestjs/common';
import { OpdrachtenController } from './opdrachten.controller.js';

@Module({ imports: [WachtrijModule, LogboekModule], controllers: [OpdrachtenController] })
export class OpdrachtenApiModule {}
