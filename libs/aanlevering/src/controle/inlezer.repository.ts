import type { Tx } from '#database';
import { PgnSleutels } from '#leerlingen';
import { Injectable } from '@nestjs/common';
import type { Aanlevering } from '../aanlevering.js';
import { Afdruk } from '../lezer/afdruk.js';
import { Afkeuring, type Kopregel } from '../lezer/kopregel.js';
import { Rijschrijver, type Afdrukken } from '../lezer/rijschrijver.js';
import { Bestandslezer } from './bestandslezer.js';
import { vulAan, weesRijen } from './aanvulling.sql.js';
import { GelijkRepository, type Gelijk } from './gelijk.repository.js';
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
  /** The lines that are as they were; they are not in `rij`. Null when all lines were read. */
  gelijk: { tabel: string; rest: string; aantal: number } | null;
  /** Records, those with a fout, and those that repeat another. */
  regels: number;
  fout: number;
  dubbel: number;
  /** Of those, rows of a format that only adds, about no enrolment that we know. */
  buiten: number;
}

/** Reads a stored file into work tables of this transaction. A crash leaves none of them: reading is simply repeated. */
@Injectable()
export class InlezerRepository {
  constructor(
    private readonly bestand: Bestandslezer,
    private readonly gelijk: GelijkRepository,
    private readonly sleutels: PgnSleutels,
  ) {}

  /**
   * Reads, types and checks a delivery, but for what is in it exactly as it was.
   * @throws Afkeuring when the file cannot be used at all.
   */
  async lees(tx: Tx, aanlevering: Aanlevering): Promise<Gelezen> {
    await this.stelIn(tx);
    const levert = await this.levert(tx, aanlevering);
    const gelijk = await this.gelijk.zoek(tx, aanlevering, this.afdrukken(levert));
    return this.leesIn(tx, aanlevering, levert, { naam: 'rij', alleen: gelijk?.anders, gelijk });
  }

  /** Reads, types and checks some lines of a delivery. @param naam of the work tables, a name without digits. */
  async leesRegels(tx: Tx, aanlevering: Aanlevering, naam: string, alleen: ReadonlySet<number>): Promise<Gelezen> {
    await this.stelIn(tx);
    return this.leesIn(tx, aanlevering, await this.levert(tx, aanlevering), { naam, alleen, gelijk: null });
  }

  private async leesIn(
    tx: Tx,
    aanlevering: Aanlevering,
    levert: readonly string[],
    { naam, alleen, gelijk }: { naam: string; alleen: ReadonlySet<number> | undefined; gelijk: Gelijk | null },
  ): Promise<Gelezen> {
    const ruw = `inname.${naam}_ruw_${aanlevering.id}`;
    const rij = `inname.${naam}_${aanlevering.id}`;
    await tx.query(ruweTabel(ruw));
    const lees = async (regels: ReadonlySet<number> | undefined): Promise<Kopregel> => {
      const schrijver = new Rijschrijver((pgn) => this.sleutels.hash(pgn), this.afdrukken(levert), regels);
      return this.bestand.lees(tx, aanlevering, schrijver, kopieer(ruw));
    };
    let kop: Kopregel;
    try {
      kop = gelijk?.anders.size === 0 ? gelijk.kop : await lees(alleen);
      if (kop.aanvulling !== undefined && aanlevering.modus !== 'mutaties') throw new Afkeuring('alleenMutaties');
    } catch (fout) {
      // The transaction goes on to say why the file is rejected.
      if (fout instanceof Afkeuring) await tx.query(`drop table ${tabellen(ruw, gelijk)}`);
      throw fout;
    }
    const verwant = gelijk === null || gelijk.anders.size === 0 ? [] : await this.gelijk.neemVerwante(tx, gelijk, ruw);
    if (verwant.length > 0) await lees(new Set(verwant));
    const { sql, meldingen } = typering(ruw, rij, kop);
    await tx.query(sql, [aanlevering.peildatum, levert]);
    const buiten = await this.vulAan(tx, aanlevering, rij, kop);
    const telling = await this.keurOverRijen(tx, rij);
    const aantal = gelijk === null ? 0 : gelijk.aantal - verwant.length;
    return {
      ...{ ruw, rij, kop, meldingen, buiten, ...telling },
      regels: telling.regels + aantal,
      gelijk: gelijk === null ? null : { tabel: gelijk.tabel, rest: gelijk.rest, aantal },
    };
  }

  /** Completes rows of a format that only adds. Gives how many add to nothing that we know. */
  private async vulAan(
    tx: Tx,
    { regioId, school, peildatum }: Aanlevering,
    rij: string,
    { aanvulling }: Kopregel,
  ): Promise<number> {
    if (aanvulling === undefined) return 0;
    await tx.query(vulAan(rij, aanvulling), [regioId, school, peildatum]);
    const [, aantal] = await tx.query<[unknown[], number]>(weesRijen(rij));
    return aantal;
  }

  private async keurOverRijen(tx: Tx, rij: string): Promise<{ regels: number; fout: number; dubbel: number }> {
    await tx.query(keurIdentiteit(rij));
    await tx.query(keurAanmeldingen(rij));
    await tx.query(keurDubbele(rij));
    return this.tel(tx, rij);
  }

  /** Rows of a work table by what the checks say of them. */
  async tel(tx: Tx, rij: string): Promise<{ regels: number; fout: number; dubbel: number }> {
    const [telling] = await tx.query<{ regels: number; fout: number; dubbel: number }[]>(telRijen(rij));
    if (telling === undefined) throw new Error('A count gave nothing.');
    return telling;
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

  async ruimOp(tx: Tx, { ruw, rij, gelijk }: Gelezen): Promise<void> {
    await tx.query(`drop table if exists ${rij}, ${tabellen(ruw, gelijk)}`);
  }

  async andereSchool(
    tx: Tx,
    { regioId, school }: Aanlevering,
    { rij, gelijk }: Gelezen,
  ): Promise<{ goed: number; elders: number }> {
    const [telling] = await tx.query<{ rijen: number; elders: number }[]>(telAndereSchool(rij), [regioId, school]);
    return { goed: (telling?.rijen ?? 0) + (gelijk?.aantal ?? 0), elders: telling?.elders ?? 0 };
  }

  private async stelIn(tx: Tx): Promise<void> {
    await tx.query(`select set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`);
  }

  /** Fingerprints that change with all that decides on how a record is read: the header, our checks, who delivers. */
  private afdrukken(levert: readonly string[]): Afdrukken {
    return (kop) => {
      const kolommen = kop.velden.map((kolom) => kolom?.naam ?? '').join(kop.scheiding);
      const context = [kolommen, typering('', '', kop).sql, levert.toSorted().join()].join('\n');
      return new Afdruk(this.sleutels.afdrukSleutel(), context);
    };
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

function tabellen(ruw: string, gelijk: { tabel: string; rest: string } | null): string {
  return [ruw, ...(gelijk === null ? [] : [gelijk.tabel, gelijk.rest])].join(', ');
}
