import type { Tx } from '#database';
import { Klok } from '#kern';
import { Handler, type JobHandler, type OpdrachtInfo } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import { WachtendRepository } from '../poort/wachtend.repository.js';
import { aanleveringOchtend } from './ochtend.job.js';

@Injectable()
@Handler()
export class OchtendHandler implements JobHandler<object> {
  readonly job = aanleveringOchtend;

  constructor(
    private readonly wachtend: WachtendRepository,
    private readonly klok: Klok,
  ) {}

  async voerUit(tx: Tx, _data: object, { regioId }: OpdrachtInfo): Promise<void> {
    await this.wachtend.vraagCoordinator(tx, regioId, this.klok.vandaag(), this.klok.nu());
  }
}
