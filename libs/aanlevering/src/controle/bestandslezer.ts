import { pgClient, type Tx } from '#database';
import { Injectable } from '@nestjs/common';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Aanlevering } from '../aanlevering.js';
import { herken } from '../formaten/herken.js';
import type { Copybuffer } from '../lezer/copybuffer.js';
import type { Kopregel } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import { BlokkenRepository } from '../opslag/blokken.repository.js';

/** Bytes of rows that are worth a COPY of their own. */
const STUUR_VANAF = 256 * 1024;

/** What makes rows for COPY out of records. */
export interface Schrijver extends Ontvanger {
  readonly buffer: Copybuffer;
  readonly kopregel: Kopregel | undefined;
}

/** Streams a stored file, block by block, through the reader that it asks for into a table. */
@Injectable()
export class Bestandslezer {
  constructor(private readonly blokken: BlokkenRepository) {}

  /**
   * @param copy the COPY statement that takes what the writer makes.
   * @throws Afkeuring when the file cannot be used at all.
   */
  async lees(tx: Tx, aanlevering: Aanlevering, schrijver: Schrijver, copy: string): Promise<Kopregel> {
    const { regioId, id, bytes, tekenset, formaat, school } = aanlevering;
    const wijze = await herken(this.blokken.bron(tx, regioId, id, bytes), { formaat, tekenset, school });
    for await (const _ of wijze.lees(schrijver)) {
      if (schrijver.buffer.omvang > STUUR_VANAF) await stuur(tx, schrijver.buffer, copy);
    }
    await stuur(tx, schrijver.buffer, copy);
    if (schrijver.kopregel === undefined) throw new Error('A file was read without a header.');
    return schrijver.kopregel;
  }
}

async function stuur(tx: Tx, buffer: Copybuffer, copy: string): Promise<void> {
  if (buffer.rijen === 0) return;
  const client = await pgClient(tx);
  const stroom = client.query(copyFrom(copy));
  if (!stroom.write(buffer.neem())) await once(stroom, 'drain');
  stroom.end();
  await finished(stroom);
  buffer.leeg();
}
