import type { Tx } from '#database';
import { Klok } from '#kern';
import { Terugweg } from '#leerlingen';
import { neemToewijzingsslot } from '#organisaties';
import { Handler, Opdrachten, type JobHandler, type OpdrachtInfo } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import { bewaarTermijnen } from './bewaren.job.js';
import { BewarenRepository } from './bewaren.repository.js';

/** Deliveries of which one portion removes the file, and as many of which it removes the findings. */
const PORTIE = 100;

/** Each portion is a transaction of its own: stopped at any moment, the next one goes on with what is left. */
@Injectable()
@Handler()
export class BewarenHandler implements JobHandler<object> {
  readonly job = bewaarTermijnen;

  constructor(
    private readonly repository: BewarenRepository,
    private readonly terugweg: Terugweg,
    private readonly opdrachten: Opdrachten,
    private readonly klok: Klok,
  ) {}

  async voerUit(tx: Tx, _data: object, { regioId }: OpdrachtInfo): Promise<void> {
    const moment = { regioId, vandaag: this.klok.vandaag(), nu: this.klok.nu() };
    // No delivery is being processed, read again or undone meanwhile.
    await neemToewijzingsslot(tx, regioId);
    await this.terugweg.vergeet(tx, moment);
    await this.repository.wisVerzoeken(tx, moment);
    await this.repository.wisDroogloop(tx, regioId);
    const uploads = await this.repository.oudeUploads(tx, moment, PORTIE);
    await this.terugweg.vergeetRegels(tx, regioId, uploads);
    await this.repository.wisUploads(tx, regioId, uploads);
    const bevindingen = await this.repository.wisBevindingen(tx, moment, PORTIE);
    if (uploads.length === PORTIE || bevindingen === PORTIE)
      await this.opdrachten.zet(tx, bewaarTermijnen, regioId, {});
  }
}
