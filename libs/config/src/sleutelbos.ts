import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { StartFout } from './start-fout.js';

/** What a key is for. A key serves one purpose only. */
export type HashDoel = 'pgnHash';
export type VersleutelDoel = 'pgn' | 'aanlevering' | 'dossier';
export type SleutelDoel = HashDoel | VersleutelDoel;

/** Every purpose; the ring has at least one key of each. */
export const SLEUTELDOELEN: readonly SleutelDoel[] = ['pgnHash', 'pgn', 'aanlevering', 'dossier'];

/** A key as the key ring file holds it. The last one of a purpose is in use, earlier ones only open old values. */
export interface SleutelRegel {
  /** 8 hexadecimal digits, part of every value that the key closes. */
  id: string;
  doel: SleutelDoel;
  /** 32 random bytes, base64. */
  sleutel: string;
}

const ID = 4;
const NONCE = 12;
const TAG = 16;

interface Sleutel {
  id: Buffer;
  geheim: KeyObject;
}

/** A value that cannot be opened: its key is not on the ring, or it was altered or belongs elsewhere. */
export class SleutelFout extends Error {
  constructor(tekst: string) {
    super(tekst);
    this.name = 'SleutelFout';
  }
}

/** The keys of this instance. PGN and deliveries are only readable with it. */
export class Sleutelbos {
  private readonly inGebruik = new Map<SleutelDoel, Sleutel>();
  private readonly alle = new Map<string, Sleutel>();

  constructor(regels: readonly SleutelRegel[]) {
    for (const { id, doel, sleutel } of regels) {
      const eigen = { id: Buffer.from(id, 'hex'), geheim: createSecretKey(Buffer.from(sleutel, 'base64')) };
      this.alle.set(`${doel}:${id}`, eigen);
      this.inGebruik.set(doel, eigen);
    }
    const ontbreekt = SLEUTELDOELEN.filter((doel) => !this.inGebruik.has(doel));
    if (ontbreekt.length > 0) {
      throw new StartFout(
        `De sleutelbos heeft geen sleutel voor ${ontbreekt.join(', ')}; zet de juiste sleutelbos terug.`,
      );
    }
  }

  /** Keyed hash (HMAC-SHA256, 32 bytes): the same data gives the same hash, and only with this ring. */
  hmac(doel: HashDoel, data: string | Buffer): Buffer {
    return createHmac('sha256', this.nu(doel).geheim).update(data).digest();
  }

  /**
   * Closes data with AES-256-GCM.
   * @param aad Where the value belongs, `regio|tabel|kolom|id`: it only opens with the same text.
   * @returns key id (4 bytes), nonce (12), tag (16), ciphertext.
   */
  versleutel(doel: VersleutelDoel, aad: string, data: Buffer): Buffer {
    const { id, geheim } = this.nu(doel);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', geheim, nonce);
    cipher.setAAD(Buffer.from(aad));
    const dicht = cipher.update(data);
    cipher.final();
    return Buffer.concat([id, nonce, cipher.getAuthTag(), dicht]);
  }

  /** @throws SleutelFout when the key is missing, the value was altered, or `aad` is not the one it was closed with. */
  ontsleutel(doel: VersleutelDoel, aad: string, waarde: Buffer): Buffer {
    if (waarde.length < ID + NONCE + TAG) throw new SleutelFout('De versleutelde waarde is te kort.');
    const id = waarde.toString('hex', 0, ID);
    const sleutel = this.alle.get(`${doel}:${id}`);
    if (sleutel === undefined) {
      throw new SleutelFout(
        `Sleutel ${id} (${doel}) staat niet in de sleutelbos; zet de sleutelbos terug die erbij hoort.`,
      );
    }
    const decipher = createDecipheriv('aes-256-gcm', sleutel.geheim, waarde.subarray(ID, ID + NONCE), {
      authTagLength: TAG,
    });
    decipher.setAAD(Buffer.from(aad));
    decipher.setAuthTag(waarde.subarray(ID + NONCE, ID + NONCE + TAG));
    try {
      return Buffer.concat([decipher.update(waarde.subarray(ID + NONCE + TAG)), decipher.final()]);
    } catch {
      throw new SleutelFout('De versleutelde waarde is veranderd of hoort niet op deze plaats.');
    }
  }

  private nu(doel: SleutelDoel): Sleutel {
    const sleutel = this.inGebruik.get(doel);
    if (sleutel === undefined) throw new SleutelFout(`Er is geen sleutel voor ${doel}.`);
    return sleutel;
  }
}

/** A fresh key for each purpose, or for these. */
export function nieuweSleutels(doelen: readonly SleutelDoel[] = SLEUTELDOELEN): SleutelRegel[] {
  return doelen.map((doel) => ({
    id: randomBytes(ID).toString('hex'),
    doel,
    sleutel: randomBytes(32).toString('base64'),
  }));
}
