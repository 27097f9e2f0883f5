import { Sleutelbos } from '#config';
import { Injectable } from '@nestjs/common';

/**
 * The keys around a PGN (toegang.md 5): a keyed hash to look it up by, ciphertext to show it where the law asks. The plain
 * number is never stored, logged, put in a URL or in a job.
 */
@Injectable()
export class PgnSleutels {
  constructor(private readonly sleutels: Sleutelbos) {}

  /** HMAC-SHA256 of the nine digits, 32 bytes; the same number gives the same hash in every region of this instance. */
  hash(pgn: string): Buffer {
    return this.sleutels.hmac('pgnHash', pgn);
  }

  /** AES-256-GCM ciphertext that only opens for this leerling. */
  versleutel(pgn: string, leerlingId: string, regioId: number): Buffer {
    return this.sleutels.versleutel('pgn', plaats(leerlingId, regioId), Buffer.from(pgn, 'latin1'));
  }

  /** @throws SleutelFout when the key is missing, or the value was altered or moved to another leerling. */
  ontsleutel(waarde: Buffer, leerlingId: string, regioId: number): string {
    return this.sleutels.ontsleutel('pgn', plaats(leerlingId, regioId), waarde).toString('latin1');
  }

  /**
   * Key for hashes of identities that are computed in SQL, derived so that the PGN's own key never reaches the database.
   * 32 bytes.
   */
  identiteitSleutel(): Buffer {
    return this.sleutels.hmac('pgnHash', 'sluitend:identiteit');
  }

  /** Key for fingerprints of delivered lines, derived in the same way. 32 bytes. */
  afdrukSleutel(): Buffer {
    return this.sleutels.hmac('pgnHash', 'sluitend:afdruk');
  }
}

function plaats(leerlingId: string, regioId: number): string {
  return `${regioId}|leerling_pgn|waarde|${leerlingId}`;
}
