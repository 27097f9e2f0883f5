import type { Tx } from '#database';
import { Klok, schooljaarTekst, type Datum } from '#kern';
import { LosseTaken } from '#taken';
import { Injectable, Logger } from '@nestjs/common';
import type { Cohort } from '../trajecten.repository.js';
import { GrootboekRepository } from './grootboek.repository.js';

/** Stores the ledger of a night and proves it; a difference is a task for the procesbewaker, until a night adds up again. */
@Injectable()
export class Grootboekbewijs {
  private readonly log = new Logger(Grootboekbewijs.name);

  constructor(
    private readonly grootboek: GrootboekRepository,
    private readonly taken: LosseTaken,
    private readonly klok: Klok,
  ) {}

  async bewaar(tx: Tx, cohort: Cohort, peildatum: Datum): Promise<void> {
    const { regioId, schooljaar } = cohort;
    const verschillen = await this.grootboek.bewaar(tx, cohort, peildatum);
    const moment = { peildatum: this.klok.vandaag(), nu: this.klok.nu() };
    if (verschillen.length > 0) {
      const soorten = [...new Set(verschillen.map((v) => v.soort))].join(', ');
      this.log.error(
        `Het grootboek van ${schooljaarTekst(schooljaar)} in regio ${regioId} klopt niet op ${peildatum}: ${soorten}.`,
      );
      await this.taken.stel(tx, regioId, [{ soort: 'grootboekVerschil' }], moment);
    } else if (!(await this.grootboek.heeftVerschil(tx, regioId))) {
      await this.taken.rondAf(tx, regioId, { soort: 'grootboekVerschil' }, { resultaat: 'klopt', nu: moment.nu });
    }
  }
}
