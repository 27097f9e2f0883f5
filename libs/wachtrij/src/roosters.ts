import { Transactie, type Tx } from '#database';
import { systeem } from '#kern';
import { Inject, Injectable } from '@nestjs/common';
import { BullKanaal } from './kanaal.js';
import { Opdrachten } from './opdrachten.js';
import { periodeVan, type Rooster } from './rooster.js';
import { RoostersRepository } from './roosters.repository.js';

export const ROOSTERS = Symbol('roosters');

const UUR_MS = 3_600_000;

/**
 * Makes the work of each schedule, once per period whoever asks and however often: a bell of BullMQ at the tick, and
 * every round of every worker, which makes up for a period that was missed.
 */
@Injectable()
export class Roosters {
  /** What this process knows to be done, so that a round does not ask again. */
  private readonly gezien = new Map<string, number>();

  constructor(
    private readonly transactie: Transactie,
    private readonly repository: RoostersRepository,
    private readonly opdrachten: Opdrachten,
    private readonly kanaal: BullKanaal,
    @Inject(ROOSTERS) private readonly roosters: readonly Rooster[],
  ) {}

  /** Lets BullMQ ring at each tick. Twice is once; also what FLUSHALL took comes back by it. */
  plan(): Promise<void> {
    return this.kanaal.zetRoosters(this.roosters);
  }

  /** @param nu another moment than the database's clock, for a test. */
  async zorg(nu?: Date): Promise<void> {
    const gezien = await this.transactie.voerUit({ wie: systeem(0) }, async (tx) => {
      const moment = nu ?? (await this.repository.nu(tx));
      const beurten = this.roosters.map((rooster) => ({ rooster, periode: periodeVan(rooster.patroon, moment) }));
      for (const beurt of beurten) await this.neem(tx, beurt.rooster, beurt.periode, moment);
      return beurten;
    });
    for (const { rooster, periode } of gezien) this.gezien.set(rooster.naam, periode.getTime());
  }

  private async neem(tx: Tx, rooster: Rooster, periode: Date, moment: Date): Promise<void> {
    if (this.gezien.get(rooster.naam) === periode.getTime()) return;
    const geduld = Math.max(rooster.inhalenUren * UUR_MS, ROND_DE_TIK_MS);
    const opTijd = moment.getTime() - periode.getTime() <= geduld;
    if (!(await this.repository.neemBeurt(tx, rooster.naam, periode, opTijd))) return;
    const regios = rooster.voor === 'instantie' ? [0] : await this.repository.regios(tx);
    for (const regio of regios) await this.opdrachten.zet(tx, rooster.job, regio, rooster.data(periode));
  }
}

/** A tick that a round finds a little later is not missed. */
const ROND_DE_TIK_MS = 5 * 60_000;
