import { pgClient, type Tx } from '#database';
import { Injectable } from '@nestjs/common';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Aanlevering } from '../aanlevering.js';
import type { Copybuffer } from '../lezer/copybuffer.js';
import type { Kopregel } from '../lezer/kopregel.js';
import { Recordlezer, type Ontvanger } from '../lezer/recordlezer.js';
import { BlokkenRepository } from '../opslag/blokken.repository.js';

/** What makes rows for COPY out of records. */
export interface Schrijver extends Ontvanger {
  readonly buffer: Copybuffer;
  readonly kopregel: Kopregel | undefined;
}

/** Streams a stored file, block by block, through the record reader into a table. */
@Injectable()
export class Bestandslezer {
  constructor(private readonly blokken: BlokkenRepository) {}

  /**
   * @param copy the COPY statement that takes what the writer makes.
   * @throws Afkeuring when the file cannot be used at all.
   */
  async lees(tx: Tx, aanlevering: Aanlevering, schrijver: Schrijver, copy: string): Promise<Kopregel> {
    const { regioId, id, bytes, tekenset } = aanlevering;
    const lezer = new Recordlezer(schrijver, tekenset);
    let gelezen = 0;
    let volgende = this.blokken.lees(tx, regioId, id, 0);
    for (let volgnummer = 1; ; volgnummer += 1) {
      const blok = await volgende;
      if (blok === null) break;
      // the next block comes while this one is read
      volgende = this.blokken.lees(tx, regioId, id, volgnummer);
      volgende.catch(() => undefined);
      gelezen += blok.length;
      lezer.lees(blok);
      await stuur(tx, schrijver.buffer, copy);
    }
    if (gelezen !== bytes) throw new Error('A stored delivery misses blocks.');
    lezer.klaar();
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
