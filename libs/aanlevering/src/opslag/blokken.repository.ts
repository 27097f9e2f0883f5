import { Sleutelbos } from '#config';
import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';

/** Bytes of plaintext in one stored block. */
export const BLOK = 1024 * 1024;

/** The file of a delivery, in encrypted blocks. */
@Injectable()
export class BlokkenRepository {
  constructor(private readonly sleutelbos: Sleutelbos) {}

  /**
   * Blocks need not be on disk one by one: the log is written in order, so the commit that makes the delivery, which does
   * wait for the disk, takes them along.
   */
  async uitgesteldDuurzaam(tx: Tx): Promise<void> {
    await tx.query(`select set_config('synchronous_commit', 'off', true)`);
  }

  async schrijf(tx: Tx, regioId: number, aanleveringId: string, volgnummer: number, inhoud: Buffer): Promise<void> {
    const dicht = this.sleutelbos.versleutel('aanlevering', plaats(regioId, aanleveringId, volgnummer), inhoud);
    await tx.query(
      `insert into aanlevering_blok (regio_id, aanlevering_id, volgnummer, inhoud) values ($1, $2, $3, $4)`,
      [regioId, aanleveringId, volgnummer, dicht],
    );
  }

  /** The plaintext of one block, or null past the last one. @throws SleutelFout when it cannot be opened. */
  async lees(tx: Tx, regioId: number, aanleveringId: string, volgnummer: number): Promise<Buffer | null> {
    const [rij] = await tx.query<{ inhoud: Buffer }[]>(
      `select inhoud from aanlevering_blok where regio_id = $1 and aanlevering_id = $2 and volgnummer = $3`,
      [regioId, aanleveringId, volgnummer],
    );
    if (rij === undefined) return null;
    return this.sleutelbos.ontsleutel('aanlevering', plaats(regioId, aanleveringId, volgnummer), rij.inhoud);
  }
}

/** Binds a block to its place: blocks cannot be swapped, neither within a file nor between files. */
function plaats(regioId: number, aanleveringId: string, volgnummer: number): string {
  return `${regioId}|aanlevering_blok|inhoud|${aanleveringId}.${volgnummer}`;
}
