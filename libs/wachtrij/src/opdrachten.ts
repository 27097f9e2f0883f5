import { naVastleggen, type Tx } from '#database';
import { DomeinFout } from '#kern';
import { Injectable } from '@nestjs/common';
import { Bode } from './bode.js';
import { keurData } from './data.js';
import { alleJobs, type JobDefinitie } from './job.js';
import { type NieuweOpdracht, OpdrachtenRepository } from './opdrachten.repository.js';

export interface ZetOpties {
  /** Not before this moment of the real clock. */
  vanaf?: Date;
  /**
   * At most one row of this job and region waits under a key: a second `zet` adds nothing (the earlier `vanaf` counts).
   * From the moment a worker starts the row, a new `zet` makes a new one, since the running one may have looked already.
   */
  sleutel?: string;
}

/** Puts work in the ledger, in the transaction of its reason. Workers hear of it after the commit. */
@Injectable()
export class Opdrachten {
  constructor(
    private readonly repository: OpdrachtenRepository,
    private readonly bode: Bode,
  ) {}

  /**
   * @param regioId 0 for work of the instance itself.
   * @param data Ids only.
   * @throws TypeError when the data holds more than ids.
   */
  async zet<D>(tx: Tx, job: JobDefinitie<D>, regioId: number, data: D, opties: ZetOpties = {}): Promise<void> {
    await this.zetVele(tx, job, regioId, [{ data, ...opties }]);
  }

  /** The same for many rows, in one statement per 5,000. */
  async zetVele<D>(
    tx: Tx,
    job: JobDefinitie<D>,
    regioId: number,
    opdrachten: readonly ({ data: D } & ZetOpties)[],
  ): Promise<void> {
    const rijen = zonderDubbele(opdrachten.map((o) => maakRij(job, o)));
    if (rijen.length === 0) return;
    await this.repository.voegToe(tx, job.naam, regioId, rijen);
    const nu = Date.now();
    const eerst = Math.min(...rijen.map((r) => r.vanaf?.getTime() ?? nu));
    naVastleggen(tx, () => this.bode.lui(job, regioId, eerst - nu));
  }

  /**
   * Gives a dead row a new set of attempts. Rows of the region, and those of the instance itself.
   * @throws DomeinFout nietGevonden when there is no dead row with this id.
   */
  async herkans(tx: Tx, id: string, regioId: number): Promise<void> {
    const rij = await this.repository.herleef(tx, id, regioId);
    if (rij === null) {
      throw new DomeinFout(
        'nietGevonden',
        'opdrachtNietGevonden',
        'Er is geen opgegeven opdracht met dit nummer. Vernieuw de lijst: misschien loopt hij al weer.',
      );
    }
    const job = alleJobs().find((j) => j.naam === rij.soort);
    if (job !== undefined) naVastleggen(tx, () => this.bode.lui(job, rij.regio));
  }
}

function maakRij<D>(job: JobDefinitie<D>, { data, vanaf, sleutel }: { data: D } & ZetOpties): NieuweOpdracht {
  keurData(job.naam, data);
  return { data, vanaf: vanaf ?? null, sleutel: sleutel ?? null };
}

/** One row per key with its earliest `vanaf`, in the order of the keys: two transactions lock them in the same order. */
function zonderDubbele(rijen: readonly NieuweOpdracht[]): NieuweOpdracht[] {
  const vrij = rijen.filter((r) => r.sleutel === null);
  const opSleutel = new Map<string, NieuweOpdracht>();
  for (const rij of rijen) {
    if (rij.sleutel === null) continue;
    const eerder = opSleutel.get(rij.sleutel);
    if (eerder === undefined) opSleutel.set(rij.sleutel, rij);
    else if (eerder.vanaf !== null && (rij.vanaf === null || rij.vanaf < eerder.vanaf)) opSleutel.set(rij.sleutel, rij);
  }
  return [...vrij, ...[...opSleutel.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rij]) => rij)];
}
