import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Aanlevering } from '../aanlevering.js';
import { Afdrukschrijver } from '../lezer/afdrukschrijver.js';
import { Afkeuring, type Kopregel } from '../lezer/kopregel.js';
import type { Afdrukken } from '../lezer/rijschrijver.js';
import { Bestandslezer } from './bestandslezer.js';
import { afdrukTabel, kopieerAfdruk, neemVerwante, vindAndere, vindGelijke, vindRest } from './gelijk.sql.js';

/** Above this many changed lines, or this share of the file, everything is read at once. */
const MEESTE_ANDERE = 100_000;
const GROOTSTE_DEEL = 0.25;

/** What of a file is as it was, and which lines are not. */
export interface Gelijk {
  kop: Kopregel;
  /** Work table (regel, inschrijving_id, leerlingnummer, rijsleutel, onderwijssoort) of the equal lines. */
  tabel: string;
  /** Work table (inschrijving_id) of what the school has that is not among them. */
  rest: string;
  aantal: number;
  anders: ReadonlySet<number>;
}

/**
 * Finds the lines of a full delivery that nothing needs to be done for: most of them, on most nights. They are not even
 * typed; a fingerprint of the line says that it is the one that was taken over before.
 */
@Injectable()
export class GelijkRepository {
  constructor(private readonly bestand: Bestandslezer) {}

  /** Null when it would not help: a first delivery, mutaties, the first one of a season, or too much that changed. */
  async zoek(tx: Tx, aanlevering: Aanlevering, afdrukken: Afdrukken): Promise<Gelijk | null> {
    if (!(await this.kanHelpen(tx, aanlevering))) return null;
    const { regioId, id, school } = aanlevering;
    const [afdruk, tabel, rest] = [`inname.afdruk_${id}`, `inname.gelijk_${id}`, `inname.rest_${id}`];
    await tx.query(afdrukTabel(afdruk));
    let kop: Kopregel;
    try {
      kop = await this.bestand.lees(tx, aanlevering, new Afdrukschrijver(afdrukken), kopieerAfdruk(afdruk));
    } catch (fout) {
      // The transaction goes on to say why the file is rejected.
      if (fout instanceof Afkeuring) await tx.query(`drop table ${afdruk}`);
      throw fout;
    }
    await tx.query(vindGelijke(afdruk, tabel), [regioId, school]);
    await tx.query(`analyze ${tabel} (regel, inschrijving_id)`);
    const [stand] = await tx.query<{ gelijk: number; anders: number[] | null }[]>(vindAndere(afdruk, tabel), [
      MEESTE_ANDERE,
    ]);
    await tx.query(`drop table ${afdruk}`);
    const { gelijk: aantal = 0, anders = null } = stand ?? {};
    if (anders === null || anders.length > GROOTSTE_DEEL * (aantal + anders.length)) {
      await tx.query(`drop table ${tabel}`);
      return null;
    }
    await tx.query(vindRest(tabel, rest), [regioId, school]);
    return { kop, tabel, rest, aantal, anders: new Set(anders) };
  }

  /** The equal lines that the checks across rows need beside the changed ones; they count as changed from here on. */
  async neemVerwante(tx: Tx, { tabel, rest, kop }: Gelijk, ruw: string): Promise<number[]> {
    const [stand] = await tx.query<{ regels: number[] }[]>(neemVerwante(ruw, tabel, rest, kop));
    return stand?.regels ?? [];
  }

  /** Between seasons an unchanged row can mean something else: a candidacy of a new schooljaar. */
  private async kanHelpen(tx: Tx, { regioId, school, schooljaar, peildatum, modus }: Aanlevering): Promise<boolean> {
    if (modus !== 'volledig') return false;
    const oktober = `${schooljaar}-10-01`;
    const seizoen = peildatum < oktober ? `${schooljaar}-08-01` : oktober;
    const stand = await tx.query<unknown[]>(
      'select from school_stand where regio_id = $1 and school = $2 and volledig_op >= $3',
      [regioId, school, seizoen],
    );
    return stand.length > 0;
  }
}
