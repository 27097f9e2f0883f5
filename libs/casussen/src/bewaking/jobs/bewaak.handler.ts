import type { Tx } from '#database';
import { Klok } from '#kern';
import { Handler, type JobHandler, type OpdrachtInfo } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import { Bewaking } from '../bewaking.service.js';
import { bewaak } from '../jobs.js';

@Injectable()
@Handler()
export class BewaakHandler implements JobHandler<Record<string, never>> {
  readonly job = bewaak;

  constructor(
    private readonly bewaking: Bewaking,
    private readonly klok: Klok,
  ) {}

  async voerUit(tx: Tx, _data: Record<string, never>, { regioId }: OpdrachtInfo): Promise<void> {
    await this.bewaking.bewaak(tx, regioId, { peildatum: this.klok.vandaag(), nu: this.klok.nu() });
  }
}
