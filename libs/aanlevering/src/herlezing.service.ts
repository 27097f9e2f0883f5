import type { Tx } from '#database';
import { Verwerking, type Levering } from '#leerlingen';
import { Injectable, Logger } from '@nestjs/common';
import { AanleveringenRepository } from './aanleveringen.repository.js';
import { BevindingenRepository } from './bevindingen.repository.js';
import { InlezerRepository } from './controle/inlezer.repository.js';
import { BlokkenRepository } from './opslag/blokken.repository.js';
import { leveringVan } from './levering.js';

/**
 * Reads lines of an earlier delivery again: rows about nobody that we followed then, who turn out to be about a leerling
 * that we know now. So files give the same result in whatever order they come (domain.md 2, data minimisation).
 */
@Injectable()
export class Herlezing {
  private readonly log = new Logger(Herlezing.name);

  constructor(
    private readonly repository: AanleveringenRepository,
    private readonly inlezer: InlezerRepository,
    private readonly bevindingen: BevindingenRepository,
    private readonly verwerking: Verwerking,
    private readonly blokken: BlokkenRepository,
  ) {}

  /**
   * Reads again whatever the last call of `verwerk` makes worth reading, and what that in turn brings, until nothing more
   * turns up. A line may come twice: it says nothing when only its address is known, and all once its PGN is. It ends,
   * since a line that finds its leerling is outside no more, and one that does not teaches nothing new.
   */
  async volg(tx: Tx, levering: Levering): Promise<void> {
    const wachtend = await this.verwerking.buitenCohortTreffers(tx, levering);
    for (let treffer = wachtend.shift(); treffer !== undefined; treffer = wachtend.shift()) {
      const { aanleveringId, regels } = treffer;
      const herlezen = await this.leesRegels(tx, levering, aanleveringId, regels);
      if (herlezen !== null) wachtend.push(...(await this.verwerking.buitenCohortTreffers(tx, herlezen)));
    }
  }

  /**
   * Runs these lines through the same pipeline, in this transaction. The counts of that delivery keep adding up. Null when it
   * was undone, or its file is kept no longer.
   */
  async leesRegels(
    tx: Tx,
    { regioId, nu, aanleveringId: aanleiding }: Levering,
    aanleveringId: string,
    regels: readonly number[],
  ): Promise<Levering | null> {
    const aanlevering = await this.repository.vergrendel(tx, regioId, aanleveringId);
    if (aanlevering?.status !== 'verwerkt') return null;
    if (!(await this.blokken.bewaard(tx, regioId, aanleveringId))) {
      this.log.warn(`Aanlevering ${aanleveringId} is niet herlezen: het bestand is niet meer bewaard.`);
      return null;
    }
    const gelezen = await this.inlezer.leesRegels(tx, aanlevering, 'herlees', new Set(regels));
    await this.inlezer.maakGereed(tx, gelezen);
    const levering: Levering = {
      ...leveringVan(aanlevering, gelezen, nu),
      modus: 'mutaties',
      herlezing: true,
      aanleiding,
    };
    const uitkomst = await this.verwerking.verwerk(tx, levering);
    const quarantaine = await this.bevindingen.vanHerlezing(tx, regioId, aanleveringId, gelezen.rij);
    await this.repository.verplaatsTelling(tx, regioId, aanleveringId, uitkomst.nieuw, quarantaine);
    await this.verwerking.noteerVerplaatst(tx, regioId, uitkomst.nieuw, quarantaine);
    await this.inlezer.ruimOp(tx, gelezen);
    return levering;
  }
}
