import type { Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Dossiersleutel } from '../werk/dossiersleutel.js';

/** The text with which a hand-out is undone: its id, and a keyed hash that only we can make. It is stored nowhere. */
@Injectable()
export class Verdeelsleutel {
  constructor(private readonly sleutel: Dossiersleutel) {}

  voor({ regioId }: Wie, id: string): string {
    return `${id}.${this.afdruk(regioId, id).toString('base64url')}`;
  }

  /** The id of the hand-out; null when the text is not ours. */
  lees({ regioId }: Wie, tekst: string): string | null {
    const [id = '', merk = ''] = tekst.split('.');
    const gegeven = Buffer.from(merk, 'base64url');
    const echt = this.afdruk(regioId, id);
    return gegeven.length === echt.length && timingSafeEqual(gegeven, echt) ? id : null;
  }

  private afdruk(regioId: number, id: string): Buffer {
    return this.sleutel.afdruk(['verdeling', regioId, id]);
  }
}
