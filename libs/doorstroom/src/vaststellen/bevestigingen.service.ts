import type { Tx } from '#database';
import type { Datum } from '#kern';
import { LosseTaken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Bereik } from '../bereik.js';
import type { Cohort } from '../trajecten.repository.js';
import { BevestigingenRepository } from './bevestigingen.repository.js';

/**
 * Asks again, from 1 October on, about arrivals of which a confirmation is the only proof (domain.md 3): a task of 10
 * werkdagen, gone when the answer is there, or something better, or too late.
 */
@Injectable()
export class Bevestigingen {
  constructor(
    private readonly bevestigingen: BevestigingenRepository,
    private readonly taken: LosseTaken,
  ) {}

  /** Safe to repeat. After the casussen: the slot of the region is taken before tasks are. */
  async vraagOpnieuw(
    tx: Tx,
    cohort: Cohort,
    bereik: Bereik,
    { peildatum, nu }: { peildatum: Datum; nu: Date },
  ): Promise<void> {
    if (peildatum < `${cohort.schooljaar + 1}-10-01`) return;
    const alle = await this.bevestigingen.opTeVragen(tx, cohort, bereik, peildatum);
    const soort = 'bevestigAankomst' as const;
    const nodig = alle.filter((b) => b.nodig);
    const gewenst = nodig.map(({ trajectId, eigenaarId, vervaltOp }) => ({ soort, trajectId, eigenaarId, vervaltOp }));
    await this.taken.stel(tx, cohort.regioId, gewenst, { peildatum, nu });
    const trajectIds = alle.filter((b) => !b.nodig).map((b) => b.trajectId);
    await this.taken.rondAf(tx, cohort.regioId, { soort, trajectIds }, { resultaat: 'nietMeerNodig', nu });
  }
}
