import type { Tx } from '#database';
import { DomeinFout, type Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import { OpschortingenRepository } from './opschortingen.repository.js';

/** An open task of which the term is suspended. */
export interface OpTeSchorten {
  id: string;
  vervaltOp: Datum;
}

/** What changed. */
export interface Opgeschort {
  taakId: string;
  van: Datum;
  /** The first day on which the term runs again. */
  tot: Datum;
  /** The date of the task as it is now. */
  vervaltOp: Datum;
}

/**
 * Suspends the term of a task (domain.md 5): its date moves by the days of its calendar in the time that it does not run.
 * There may be many, one after the other. Access and timeline are the caller's.
 */
@Injectable()
export class Opschortingen {
  constructor(private readonly opschortingen: OpschortingenRepository) {}

  /**
   * @param versleutel closes the reason for the row with this id
   * @throws DomeinFout 400 `opschortingOngeldig`: it ends before it begins, begins after today or after the task is due;
   * 409 `alOpgeschort`: it overlaps with another.
   */
  async schortOp(
    tx: Tx,
    regioId: number,
    taak: OpTeSchorten,
    wens: { van: Datum; tot: Datum; medewerkerId: string; vandaag: Datum; nu: Date },
    versleutel: (opschortingId: string) => Buffer,
  ): Promise<Opgeschort> {
    const { van, tot, medewerkerId, vandaag, nu } = wens;
    if (tot <= vandaag || van >= tot)
      throw ongeldig('tot', 'Kies een dag na vandaag als eerste dag na de opschorting.');
    if (van > vandaag) throw ongeldig('van', 'Een opschorting begint vandaag of eerder.');
    if (van > taak.vervaltOp)
      throw ongeldig('van', 'De termijn was toen al voorbij. Kies een dag voor het einde ervan.');
    const lopend = await this.opschortingen.lopend(tx, regioId, taak.id, van);
    if (lopend !== null) throw alOpgeschort();
    const id = await this.opschortingen.id(tx);
    await this.opschortingen.leg(
      tx,
      regioId,
      { id, taakId: taak.id, van, tot, reden: versleutel(id), medewerkerId },
      nu,
    );
    const vervaltOp = await this.opschortingen.verschuif(tx, regioId, taak.id, 'later', van, tot);
    if (vervaltOp === null) throw new Error('A task that is not open was suspended.');
    return { taakId: taak.id, van, tot, vervaltOp };
  }

  /**
   * Lets the term run again from today: the days that were not used come off again.
   * @throws DomeinFout 409 `nietOpgeschort`
   */
  async beeindig(
    tx: Tx,
    regioId: number,
    taakId: string,
    { medewerkerId, vandaag, nu }: { medewerkerId: string; vandaag: Datum; nu: Date },
  ): Promise<Opgeschort> {
    const lopend = await this.opschortingen.lopend(tx, regioId, taakId, vandaag);
    if (lopend === null) throw nietOpgeschort();
    await this.opschortingen.beeindig(tx, regioId, lopend.id, vandaag, medewerkerId, nu);
    const vervaltOp = await this.opschortingen.verschuif(tx, regioId, taakId, 'eerder', vandaag, lopend.tot);
    if (vervaltOp === null) throw nietOpgeschort();
    return { taakId, van: lopend.van, tot: vandaag, vervaltOp };
  }
}

function ongeldig(veld: string, tekst: string): DomeinFout {
  const fouten = [{ veld, code: 'opschortingOngeldig', tekst }];
  return new DomeinFout('ongeldig', 'opschortingOngeldig', tekst, { fouten });
}

function alOpgeschort(): DomeinFout {
  const tekst = 'De termijn is in die tijd al opgeschort. Beëindig die opschorting eerst, of kies een andere begindag.';
  return new DomeinFout('conflict', 'alOpgeschort', tekst);
}

function nietOpgeschort(): DomeinFout {
  return new DomeinFout('conflict', 'nietOpgeschort', 'De termijn is niet opgeschort. Er is niets om te beëindigen.');
}
