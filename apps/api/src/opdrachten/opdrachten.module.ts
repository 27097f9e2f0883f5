import { LogboekModule } from '#logboek';
import { WachtrijModule } from '#wachtrij';
import { Module } from '@nestjs/common';
import { OpdrachtenController } from './opdrachten.controller.js';

@Module({ imports: [LogboekModule, WachtrijModule], controllers: [OpdrachtenController] })
export class OpdrachtenModule {}
