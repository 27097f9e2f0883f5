import type { Tx } from '#database';
import { Klok } from '#kern';
import { Handler, type JobHandler } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import { UploadsRepository } from '../opslag/uploads.repository.js';
import { ruimUploadsOp } from './uploads.job.js';

@Injectable()
@Handler()
export class UploadsHandler implements JobHandler<object> {
  readonly job = ruimUploadsOp;

  constructor(
    private readonly uploads: UploadsRepository,
    private readonly klok: Klok,
  ) {}

  voerUit(tx: Tx): Promise<void> {
    return this.uploads.ruimVerlaten(tx, this.klok.echteTijd());
  }
}
