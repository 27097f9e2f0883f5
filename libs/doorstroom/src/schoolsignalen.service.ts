import type { Tx } from '#database';
import { Klok } from '#kern';
import { Injectable } from '@nestjs/common';
import { SchoolsignalenRepository } from './schoolsignalen.repository.js';
import { gevolgdeSchooljaren } from './schooljaren.regels.js';

/** What a school itself leaves undone: a delivery that stays away, an uitslag that does not come. */
@Injectable()
export class Schoolsignalen {
  constructor(
    private readonly signalen: SchoolsignalenRepository,
    private readonly klok: Klok,
  ) {}

  /** By night, of every school. Safe to repeat. */
  async nacht(tx: Tx, regioId: number): Promise<number> {
    await this.signalen.verwacht(tx, regioId, this.klok.vandaag());
    return this.werkBij(tx, regioId, null, true);
  }

  /** At once, of the school that delivered: what it mended is closed. */
  async naAanlevering(tx: Tx, regioId: number, school: string): Promise<void> {
    await this.werkBij(tx, regioId, [school], false);
  }

  private werkBij(tx: Tx, regioId: number, scholen: readonly string[] | null, openen: boolean): Promise<number> {
    const op = this.klok.vandaag();
    const gevolgd = gevolgdeSchooljaren(op);
    return this.signalen.werkBij(tx, { regioId, op, nu: this.klok.nu(), scholen, openen, gevolgd });
  }
}
