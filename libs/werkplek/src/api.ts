import { Module } from '@nestjs/common';
import { WerkplekController } from './werkplek.controller.js';
import { WerkplekModule } from './werkplek.module.js';

@Module({ imports: [WerkplekModule], controllers: [WerkplekController] })
export class WerkplekApiModule {}
