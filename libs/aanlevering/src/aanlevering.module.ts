import { LeerlingenModule } from '#leerlingen';
import { LogboekModule } from '#logboek';
import { WachtrijModule } from '#wachtrij';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { AanleveringenRepository } from './aanleveringen.repository.js';
import { AanleveringVragen } from './aanleveringen.vragen.js';
import { Besluiten } from './besluiten.service.js';
import { BijVerwerkt } from './haken.js';
import { BlokkenRepository } from './opslag/blokken.repository.js';
import { Opname } from './opslag/opname.service.js';
import { UploadsRepository } from './opslag/uploads.repository.js';
import { UploadService } from './upload.service.js';

/** Taking deliveries in and deciding on them; the work on them is behind #aanlevering/worker. */
@Module({
  imports: [LeerlingenModule, LogboekModule, WachtrijModule],
  providers: [
    UploadService,
    Besluiten,
    AanleveringenRepository,
    AanleveringVragen,
    BlokkenRepository,
    BijVerwerkt,
    Opname,
    UploadsRepository,
  ],
  exports: [
    UploadService,
    Besluiten,
    AanleveringenRepository,
    AanleveringVragen,
    BlokkenRepository,
    BijVerwerkt,
    UploadsRepository,
  ],
})
export class AanleveringModule implements OnApplicationBootstrap {
  constructor(private readonly bijVerwerkt: BijVerwerkt) {}

  onApplicationBootstrap(): void {
    this.bijVerwerkt.keur();
  }
}
