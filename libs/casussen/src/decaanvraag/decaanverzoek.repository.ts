import { Binds, type Tx } from '#database';
import type { Reden, Wie } from '#kern';
import { redenVan, zichtbaar } from '#toegang';
import { Injectable } from '@nestjs/common';
import { CASUSKOLOMMEN } from '../casuszicht.js';
import type { Vraagbaar } from './decaanvraag.js';

/** A casus that somebody wants to ask the school about. */
export interface Gevraagd extends Vraagbaar {
  loopt: boolean;
  /** The open question that it waits for already. */
  decaanvraagId: string | null;
  reden: Reden;
}

/** Reads what an officer wants to ask about. */
@Injectable()
export class DecaanverzoekRepository {
  /** Those of these casussen that the asker sees, locked in one order. */
  async vergrendel(tx: Tx, wie: Wie, casusIds: readonly string[]): Promise<Gevraagd[]> {
    const b = new Binds();
    const tekst = `
select c.id::text as "casusId", c.leerling_id::text as "leerlingId", c.school, coalesce(c.loopt, false) as loopt,
       (select t.decaanvraag_id::text from taak t
         where t.regio_id = c.regio_id and t.casus_id = c.id and t.soort = 'decaanvraag' and t.toestand = 'open') as "decaanvraagId",
       ${redenVan(wie, CASUSKOLOMMEN, b)} as reden
  from casus c
 where c.regio_id = ${b.bind(wie.regioId)} and c.id = any (${b.bind(casusIds)}::bigint[]) and ${zichtbaar(wie, CASUSKOLOMMEN, b)}
 order by c.id for no key update of c`;
    return tx.query<Gevraagd[]>(tekst, b.waarden);
  }

  /** The questions that these casussen wait for. */
  async vragenVan(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(VRAGEN, [regioId, casusIds]);
    return rijen.map((r) => r.id);
  }
}

const VRAGEN = `
select distinct decaanvraag_id::text as id from taak
 where regio_id = $1 and casus_id = any ($2::bigint[]) and soort = 'decaanvraag' and toestand = 'open'`;
