import { WachtrijModule } from '#wachtrij';
import { Module } from '@nestjs/common';
import { GezondheidController } from './gezondheid.controller.js';
import { GezondheidService } from './gezondheid.service.js';

@Module({ imports: [WachtrijModule], controllers: [GezondheidController], providers: [GezondheidService] })
export class GezondheidModule {}
