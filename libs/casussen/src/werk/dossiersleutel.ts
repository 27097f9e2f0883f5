import { Sleutelbos } from '#config';
import { Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';

/** Where a closed text stands: it only opens there. */
export interface Dossierplaats {
  regioId: number;
  /** Table and column, constants: `contactmoment|notitie`. */
  kolom: string;
  /** Id of the row. */
  id: string;
}

/** Texts about youngsters that not everybody reads (T2, T3) as ciphertext, each for its own row (toegang.md 5). */
@Injectable()
export class Dossiersleutel {
  constructor(private readonly sleutels: Sleutelbos) {}

  versleutel(tekst: string, plaats: Dossierplaats): Buffer {
    return this.sleutels.versleutel('dossier', aad(plaats), Buffer.from(tekst, 'utf8'));
  }

  /** @throws SleutelFout when the key is missing, or the value was altered or moved. */
  ontsleutel(waarde: Buffer, plaats: Dossierplaats): string {
    return this.sleutels.ontsleutel('dossier', aad(plaats), waarde).toString('utf8');
  }

  /** Keyed hash of what a request asks: a bare one of a short text could be guessed. 32 bytes. */
  afdruk(inhoud: unknown): Buffer {
    const sleutel = this.sleutels.hmac('pgnHash', 'sluitend:verzoek');
    return createHmac('sha256', sleutel).update(JSON.stringify(inhoud)).digest();
  }
}

function aad({ regioId, kolom, id }: Dossierplaats): string {
  return `${regioId}|${kolom}|${id}`;
}
