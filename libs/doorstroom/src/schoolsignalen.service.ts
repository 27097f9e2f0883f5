import type { Tx } from '#database';
import { Klok } from '#kern';
import { Schooltaken } from '#taken';
import { Injectable } from '@nestjs/common';
import { SchoolsignalenRepository } from './schoolsignalen.repository.js';
import { gevolgdeSchooljaren } from './schooljaren.regels.js';

/** What a school itself leaves undone: a delivery that stays away, an uitslag that does not come. */
@Injectable()
export class Schoolsignalen {
  constructor(
    private readonly signalen: SchoolsignalenRepository,
    private readonly taken: Schooltaken,
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

  /** Each is somebody's work: its task comes and goes with it. */
  private async werkBij(tx: Tx, regioId: number, scholen: readonly string[] | null, openen: boolean): Promise<number> {
    const op = this.klok.vandaag();
    const nu = this.klok.nu();
    const gevolgd = gevolgdeSchooljaren(op);
    const aantal = await this.signalen.werkBij(tx, { regioId, op, nu, scholen, openen, gevolgd });
    await this.taken.volgSignalen(tx, regioId, op, nu);
    return aantal;
  }
}
