import { Sleutelbos } from '#config';
import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Bron } from '../formaten/bron.js';

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

  /** Whether the file of a delivery is still there (toegang.md 7). */
  async bewaard(tx: Tx, regioId: number, aanleveringId: string): Promise<boolean> {
    const rijen = await tx.query<unknown[]>('select from upload where regio_id = $1 and id = $2 and klaar', [
      regioId,
      aanleveringId,
    ]);
    return rijen.length > 0;
  }

  /** A stored file of this many bytes. Reading it throws when a block is gone or was moved. */
  bron(tx: Tx, regioId: number, aanleveringId: string, bytes: number): Bron {
    return new Opgeslagen(bytes, (volgnummer) => this.lees(tx, regioId, aanleveringId, volgnummer));
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

/** Keeps the block that was read last: a file is mostly read front to back. */
class Opgeslagen implements Bron {
  private volgende: { volgnummer: number; blok: Promise<Buffer | null> } | undefined;
  private vast: { volgnummer: number; blok: Buffer } | undefined;

  constructor(
    readonly bytes: number,
    private readonly haal: (volgnummer: number) => Promise<Buffer | null>,
  ) {}

  async lees(van: number, tot: number): Promise<Buffer> {
    const delen: Buffer[] = [];
    for (let i = van; i < Math.min(tot, this.bytes);) {
      const volgnummer = Math.floor(i / BLOK);
      const blok = await this.blok(volgnummer);
      const eind = Math.min(tot, this.bytes, (volgnummer + 1) * BLOK);
      delen.push(blok.subarray(i % BLOK, eind - volgnummer * BLOK));
      i = eind;
    }
    return delen.length === 1 ? (delen[0] as Buffer) : Buffer.concat(delen);
  }

  private async blok(volgnummer: number): Promise<Buffer> {
    if (this.vast?.volgnummer === volgnummer) return this.vast.blok;
    const blok = await (this.volgende?.volgnummer === volgnummer ? this.volgende.blok : this.haal(volgnummer));
    if (blok?.length !== Math.min(BLOK, this.bytes - volgnummer * BLOK))
      throw new Error('A stored delivery misses blocks.');
    this.vast = { volgnummer, blok };
    this.haalVooruit(volgnummer + 1);
    return blok;
  }

  /** The next block comes while this one is read. */
  private haalVooruit(volgnummer: number): void {
    this.volgende = undefined;
    if (volgnummer * BLOK >= this.bytes) return;
    const blok = this.haal(volgnummer);
    blok.catch(() => undefined);
    this.volgende = { volgnummer, blok };
  }
}

/** Binds a block to its place: blocks cannot be swapped, neither within a file nor between files. */
function plaats(regioId: number, aanleveringId: string, volgnummer: number): string {
  return `${regioId}|aanlevering_blok|inhoud|${aanleveringId}.${volgnummer}`;
}
