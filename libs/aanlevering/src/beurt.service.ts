import { inSavepoint, TransactieVerloren, type Tx } from '#database';
import { Injectable, Logger } from '@nestjs/common';
import { Afhandeling } from './afhandeling.service.js';
import { AanleveringVragen } from './aanleveringen.vragen.js';

/**
 * Gives each delivery of a school its turn: one at a time, in the order of peildatum and arrival, whichever job comes
 * first. A leerling who stands only in the older of two files that wait is in the cohort as well.
 */
@Injectable()
export class Beurt {
  private readonly log = new Logger(Beurt.name);

  constructor(
    private readonly vragen: AanleveringVragen,
    private readonly afhandeling: Afhandeling,
  ) {}

  /** Safe to repeat: a delivery that is past checking is left alone. */
  async geef(tx: Tx, regioId: number, id: string): Promise<void> {
    const school = await this.vragen.schoolVan(tx, regioId, id);
    if (school === null) return;
    // Before any row lock: two workers on one school wait here, never on each other's rows.
    await this.vragen.neemSchool(tx, regioId, school);
    for (const eerder of await this.vragen.wachtendVoor(tx, regioId, id)) {
      try {
        await inSavepoint(tx, () => this.afhandeling.handelAf(tx, regioId, eerder));
      } catch (fout) {
        if (fout instanceof TransactieVerloren) throw fout;
        // Its own job reports it; one broken file must not hold up the nights after it.
        this.log.warn(`Aanlevering ${eerder} ging niet voor ${id}: ${fout instanceof Error ? fout.name : 'fout'}.`);
      }
    }
    await this.afhandeling.handelAf(tx, regioId, id);
  }
}
