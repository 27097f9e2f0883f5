import { LeerlingenModule } from '#leerlingen';
import { LogboekModule } from '#logboek';
import { WachtrijModule } from '#wachtrij';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { AanleveringenRepository } from './aanleveringen.repository.js';
import { AanleveringVragen } from './aanleveringen.vragen.js';
import { Besluiten } from './besluiten.service.js';
import { BijVerwerkt } from './haken.js';
import { HerstelRepository } from './herstel/herstel.repository.js';
import { HerstelVragen } from './herstel/herstel.vragen.js';
import { BlokkenRepository } from './opslag/blokken.repository.js';
import { Opname } from './opslag/opname.service.js';
import { UploadsRepository } from './opslag/uploads.repository.js';
import { Beslisser } from './poort/beslisser.js';
import { UploadService } from './upload.service.js';
import { WachtendRepository } from './poort/wachtend.repository.js';
import { DroogloopRepository } from './verschil/droogloop.repository.js';
import { OngedaanRepository } from './verschil/ongedaan.repository.js';
import { Ongedaanmaking } from './verschil/ongedaan.service.js';
import { Ongedaanwerk } from './verschil/ongedaanwerk.js';

const WEGEN = [UploadService, Besluiten, Ongedaanmaking];
const GEDEELD = [
  AanleveringenRepository,
  AanleveringVragen,
  BlokkenRepository,
  BijVerwerkt,
  UploadsRepository,
  DroogloopRepository,
  WachtendRepository,
  HerstelRepository,
  HerstelVragen,
];

/** Taking deliveries in and deciding on them; the work on them is behind #aanlevering/worker. */
@Module({
  imports: [LeerlingenModule, LogboekModule, WachtrijModule],
  providers: [...WEGEN, ...GEDEELD, Opname, Beslisser, Ongedaanwerk, OngedaanRepository],
  exports: [...WEGEN, ...GEDEELD],
})
export class AanleveringModule implements OnApplicationBootstrap {
  constructor(private readonly bijVerwerkt: BijVerwerkt) {}

  onApplicationBootstrap(): void {
    this.bijVerwerkt.keur();
  }
}
