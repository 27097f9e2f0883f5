import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import { Handler } from './handler.js';
import { definieerJob, type JobHandler } from './job.js';
import { definieerRooster } from './rooster.js';
import { RoostersRepository } from './roosters.repository.js';

/** Done rows are kept this long, for whoever looks back at a night. */
const BEWAAR_DAGEN = 14;

export const ruimWachtrijOp = definieerJob({ naam: 'wachtrij.opruimen', lengte: 'kort', lees: () => ({}) });

/** Every night, after the nightly work of other libs has been put in the ledger. */
export const OPRUIMROOSTER = definieerRooster({
  naam: 'wachtrij.opruimen',
  patroon: '15 5 * * *',
  voor: 'instantie',
  inhalenUren: 24,
  job: ruimWachtrijOp,
  data: () => ({}),
});

/** Removes done rows of the ledger. */
@Injectable()
@Handler()
export class OpruimenHandler implements JobHandler<object> {
  readonly job = ruimWachtrijOp;

  constructor(private readonly repository: RoostersRepository) {}

  voerUit(tx: Tx): Promise<void> {
    return this.repository.ruimOp(tx, BEWAAR_DAGEN);
  }
}
