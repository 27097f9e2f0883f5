import { Decaanvraagnacht } from '#casussen';
import type { Tx } from '#database';
import { Klok } from '#kern';
import { Handler, type JobHandler, type OpdrachtInfo } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import { Casusgevolgen } from '../casusgevolgen.service.js';
import { Doorstroomcontroles } from '../controles.service.js';
import { nachtcontrole } from '../jobs.js';
import { Schoolsignalen } from '../schoolsignalen.service.js';

@Injectable()
@Handler()
export class NachtcontroleHandler implements JobHandler<Record<string, never>> {
  readonly job = nachtcontrole;

  constructor(
    private readonly controles: Doorstroomcontroles,
    private readonly schoolsignalen: Schoolsignalen,
    private readonly gevolgen: Casusgevolgen,
    private readonly decaanvragen: Decaanvraagnacht,
    private readonly klok: Klok,
  ) {}

  async voerUit(tx: Tx, _data: Record<string, never>, { regioId }: OpdrachtInfo): Promise<void> {
    // Also in a region without a cohort, and before new casussen take the room.
    const wanneer = { peildatum: this.klok.vandaag(), nu: this.klok.nu(), bron: 'nacht' };
    await this.gevolgen.herrouteer(tx, regioId, wanneer);
    await this.decaanvragen.nacht(tx, regioId, wanneer);
    await this.controles.nacht(tx, regioId);
    await this.schoolsignalen.nacht(tx, regioId);
  }
}
