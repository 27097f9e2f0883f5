import type { Tx } from '#database';
import { Handler, type JobHandler, type OpdrachtInfo } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import { Beurt } from '../beurt.service.js';
import { verwerkAanlevering, type VerwerkData } from './verwerk.job.js';

/** Works on one delivery; its effects and the done mark are committed together. */
@Injectable()
@Handler()
export class VerwerkHandler implements JobHandler<VerwerkData> {
  readonly job = verwerkAanlevering;

  constructor(private readonly beurt: Beurt) {}

  voerUit(tx: Tx, { aanleveringId }: VerwerkData, { regioId }: OpdrachtInfo): Promise<void> {
    return this.beurt.geef(tx, regioId, aanleveringId);
  }
}
