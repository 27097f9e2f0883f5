import { Injectable } from '@nestjs/common';
import type { Tx } from '#database';
import type { Reden, Wie } from '#kern';
import { LogboekRepository } from './logboek.repository.js';

/** What was done: `weigeren` is a request that was turned down. */
export type Handeling = 'lezen' | 'schrijven' | 'zoeken' | 'weigeren';

/** What it was done to. */
export type Onderwerp =
  | 'leerling'
  | 'inschrijving'
  | 'traject'
  | 'signaal'
  | 'casus'
  | 'reden'
  | 'taak'
  | 'tijdlijn'
  | 'inzage'
  | 'werkvoorraad'
  | 'aanlevering'
  | 'koppelvoorstel'
  | 'decaanvraag'
  | 'opdracht'
  | 'route';

export interface LogboekRegel {
  wie: Wie;
  handeling: Handeling;
  onderwerp: Onderwerp;
  /** Every youngster that was shown or changed: a page of 50 is 50 ids. Empty: it was about nobody. */
  leerlingIds: readonly string[];
  /** Why it was allowed, or the code with which it was refused. */
  reden: Reden;
  /** Method and path template, e.g. `GET /api/v1/leerlingen/:id`, or `opdracht:<soort>`; never query values or a body. */
  route: string;
}

/**
 * Who read or changed what, on which ground (AVG art. 5 lid 2 and 30; toegang.md 3). Written in the transaction of the
 * answer or the change, so that neither leaves without it. Append-only: the database refuses an update or delete.
 */
@Injectable()
export class Logboek {
  constructor(private readonly regels: LogboekRepository) {}

  /** Adds one row per leerling in one statement, or one row without leerling when `leerlingIds` is empty. */
  async leg(tx: Tx, regel: LogboekRegel): Promise<void> {
    await this.regels.voegToe(tx, regel);
  }

  /** One row for each leerling in `pg_temp.geraakt`, in the database itself: a delivery may touch a million of them. */
  async legGeraakt(tx: Tx, regel: Omit<LogboekRegel, 'leerlingIds'>): Promise<void> {
    await this.regels.voegGeraaktToe(tx, regel);
  }
}
