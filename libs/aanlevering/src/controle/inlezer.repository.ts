import { pgClient, type Tx } from '#database';
import { PgnSleutels } from '#leerlingen';
import { Injectable } from '@nestjs/common';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Aanlevering } from '../aanlevering.js';
import { Recordlezer } from '../lezer/recordlezer.js';
import { Rijschrijver } from '../lezer/rijschrijver.js';
import { Afkeuring, type Kopregel } from '../lezer/kopregel.js';
import { BlokkenRepository } from '../opslag/blokken.repository.js';
import {
  keurAanmeldingen,
  keurDubbele,
  keurIdentiteit,
  maakGereed,
  telAndereSchool,
  telKandidatenInQuarantaine,
  telRijen,
  verwijderDubbele,
} from './over-rijen.sql.js';
import { kopieer, ruweTabel, typering, type Genummerd } from './typering.sql.js';

/** The work tables of one reading, and what the checks need of them. */
export interface Gelezen {
  ruw: string;
  rij: string;
  kop: Kopregel;
  meldingen: readonly Genummerd[];
  /** Records, those with a fout, and those that repeat another. */
  regels: number;
  fout: number;
  dubbel: number;
}

/** Reads a stored file into work tables of this transaction. A crash leaves none of them: reading is simply repeated. */
@Injectable()
export class InlezerRepository {
  constructor(
    private readonly blokken: BlokkenRepository,
    private readonly sleutels: PgnSleutels,
  ) {}

  /**
   * Reads, types and checks a delivery.
   * @param naam of the work tables, a name without digits.
   * @param alleen the lines to use; all when left out.
   * @throws Afkeuring when the file cannot be used at all.
   */
  async lees(tx: Tx, aanlevering: Aanlevering, naam: string, alleen?: ReadonlySet<number>): Promise<Gelezen> {
    const ruw = `inname.${naam}_ruw_${aanlevering.id}`;
    const rij = `inname.${naam}_${aanlevering.id}`;
    await tx.query(`select set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`);
    await tx.query(ruweTabel(ruw));
    let kop: Kopregel;
    try {
      kop = await this.kopieer(tx, aanlevering, ruw, alleen);
    } catch (fout) {
      // The transaction goes on to say why the file is rejected.
      if (fout instanceof Afkeuring) await tx.query(`drop table ${ruw}`);
      throw fout;
    }
    const { sql, meldingen } = typering(ruw, rij, kop.kolommen);
    await tx.query(sql, [aanlevering.peildatum, await this.levert(tx, aanlevering)]);
    await tx.query(keurIdentiteit(rij));
    await tx.query(keurAanmeldingen(rij));
    await tx.query(keurDubbele(rij));
    const [telling] = await tx.query<{ regels: number; fout: number; dubbel: number }[]>(telRijen(rij));
    if (telling === undefined) throw new Error('A count gave nothing.');
    return { ruw, rij, kop, meldingen, ...telling };
  }

  /** Makes the checked rows ready for matching: without those that repeat another, and without the plain text. */
  async maakGereed(tx: Tx, { ruw, rij, dubbel }: Gelezen): Promise<void> {
    await tx.query(`drop table ${ruw}`);
    if (dubbel > 0) await tx.query(verwijderDubbele(rij));
    for (const sql of maakGereed(rij)) await tx.query(sql);
  }

  /** How many candidates of this file nobody knows yet, because their row was kept out. */
  async kandidatenInQuarantaine(tx: Tx, { regioId, school }: Aanlevering, { rij }: Gelezen): Promise<number> {
    const [telling] = await tx.query<{ aantal: number }[]>(telKandidatenInQuarantaine(rij), [regioId, school]);
    return telling?.aantal ?? 0;
  }

  async ruimOp(tx: Tx, { ruw, rij }: Gelezen): Promise<void> {
    await tx.query(`drop table if exists ${ruw}, ${rij}`);
  }

  async andereSchool(
    tx: Tx,
    { regioId, school }: Aanlevering,
    { rij }: Gelezen,
  ): Promise<{ goed: number; elders: number }> {
    const [telling] = await tx.query<{ rijen: number; elders: number }[]>(telAndereSchool(rij), [regioId, school]);
    return { goed: telling?.rijen ?? 0, elders: telling?.elders ?? 0 };
  }

  private async kopieer(
    tx: Tx,
    { regioId, id, bytes, tekenset }: Aanlevering,
    ruw: string,
    alleen?: ReadonlySet<number>,
  ): Promise<Kopregel> {
    const schrijver = new Rijschrijver((pgn) => this.sleutels.hash(pgn), alleen);
    const lezer = new Recordlezer(schrijver, tekenset);
    let gelezen = 0;
    for (let volgnummer = 0; ; volgnummer += 1) {
      const blok = await this.blokken.lees(tx, regioId, id, volgnummer);
      if (blok === null) break;
      gelezen += blok.length;
      lezer.lees(blok);
      await this.stuur(tx, ruw, schrijver);
    }
    if (gelezen !== bytes) throw new Error('A stored delivery misses blocks.');
    lezer.klaar();
    await this.stuur(tx, ruw, schrijver);
    if (schrijver.kopregel === undefined) throw new Error('A file was read without a header.');
    return schrijver.kopregel;
  }

  private async stuur(tx: Tx, ruw: string, schrijver: Rijschrijver): Promise<void> {
    if (schrijver.buffer.rijen === 0) return;
    const client = await pgClient(tx);
    const stroom = client.query(copyFrom(kopieer(ruw)));
    if (!stroom.write(schrijver.buffer.neem())) await once(stroom, 'drain');
    stroom.end();
    await finished(stroom);
    schrijver.buffer.leeg();
  }

  /** BRIN of the schools that deliver themselves; a school that is closed delivers nothing any more. */
  private async levert(tx: Tx, { regioId, peildatum }: Aanlevering): Promise<string[]> {
    const scholen = await tx.query<{ brin: string }[]>(
      `select distinct brin from school where regio_id = $1 and levert and (geldig_tot is null or geldig_tot > $2)`,
      [regioId, peildatum],
    );
    return scholen.map((school) => school.brin);
  }
}
