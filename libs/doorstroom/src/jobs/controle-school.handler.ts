import type { Tx } from '#database';
import { Handler, type JobHandler, type OpdrachtInfo } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import { controleSchool, type ControleSchoolData } from '../jobs.js';
import { Schoolcontrole } from '../schoolcontrole.service.js';

@Injectable()
@Handler()
export class ControleSchoolHandler implements JobHandler<ControleSchoolData> {
  readonly job = controleSchool;

  constructor(private readonly schoolcontrole: Schoolcontrole) {}

  voerUit(tx: Tx, data: ControleSchoolData, { regioId }: OpdrachtInfo): Promise<void> {
    return this.schoolcontrole.voerUit(tx, regioId, data);
  }
}
