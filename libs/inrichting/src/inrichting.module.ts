import { CasussenModule } from '#casussen';
import { OrganisatiesModule } from '#organisaties';
import { Module } from '@nestjs/common';
import { InrichtingService } from './inrichting.service.js';

@Module({ imports: [OrganisatiesModule, CasussenModule], providers: [InrichtingService], exports: [InrichtingService] })
export class InrichtingModule {}
