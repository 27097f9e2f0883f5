import type { Tx } from '#database';
import { Handler, type JobHandler, type OpdrachtInfo } from '#wachtrij';
import { Injectable } from '@nestjs/common';
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
  ) {}

  async voerUit(tx: Tx, _data: Record<string, never>, { regioId }: OpdrachtInfo): Promise<void> {
    await this.controles.nacht(tx, regioId);
    await this.schoolsignalen.nacht(tx, regioId);
  }
}
