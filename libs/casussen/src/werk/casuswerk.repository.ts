import { Binds, type Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { CasusStand, Wijzigbaar } from './casus.entity.js';

/** Column of each property that a person may change. */
const KOLOM: Readonly<Record<keyof Wijzigbaar, string>> = {
  fase: 'fase',
  verantwoordelijkeId: 'verantwoordelijke_id',
  uitkomst: 'uitkomst',
  geslotenOp: 'gesloten_op',
  heropendOp: 'heropend_op',
  eersteGesprekOp: 'eerste_gesprek_op',
  woordvoerderId: 'woordvoerder_id',
  wachtOp: 'wacht_op',
  wakkerOp: 'wakker_op',
};

/** Reads one casus for a change, and writes it. */
@Injectable()
export class CasuswerkRepository {
  /** Locked until the end of the transaction; null when there is none. The caller judges who may. */
  async vergrendel(tx: Tx, regioId: number, id: string): Promise<CasusStand | null> {
    const [rij] = await tx.query<CasusStand[]>(VERGRENDEL, [regioId, id]);
    return rij ?? null;
  }

  /**
   * Writes what changed; its versie rises, also when nothing of the row itself did. The next step of an open casus becomes
   * its first open task.
   * @returns false when it is open and has nothing to do next
   */
  async bewaar(
    tx: Tx,
    regioId: number,
    id: string,
    wijzigingen: Partial<Wijzigbaar>,
    isOpen: boolean,
  ): Promise<boolean> {
    const b = new Binds();
    const zetten = ['versie = versie'];
    for (const [naam, kolom] of Object.entries(KOLOM)) {
      const waarde = wijzigingen[naam as keyof Wijzigbaar];
      if (waarde !== undefined) zetten.push(`${kolom} = ${b.bind(waarde)}`);
    }
    if (isOpen) zetten.push(`(volgende_taak_id, vervalt_op, opgeschort_tot) = (${EERSTE_TAAK})`);
    else zetten.push('volgende_taak_id = null', 'vervalt_op = null', 'opgeschort_tot = null');
    // The check on an open casus is not deferred: without a step nothing may be written.
    if (isOpen && !(await this.heeftStap(tx, regioId, id))) return false;
    await tx.query(
      `update casus c set ${zetten.join(', ')} where c.regio_id = ${b.bind(regioId)} and c.id = ${b.bind(id)}`,
      b.waarden,
    );
    return true;
  }

  private async heeftStap(tx: Tx, regioId: number, id: string): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(HEEFT_STAP, [regioId, id]);
    return rijen.length > 0;
  }
}

const VERGRENDEL = `
select id, nummer, leerling_id as "leerlingId", school, doelgroep, fase, verantwoordelijke_id as "verantwoordelijkeId",
       volgende_taak_id as "volgendeTaakId", vervalt_op as "vervaltOp", uitkomst, gesloten_op as "geslotenOp", heropend_op as "heropendOp",
       eerste_gesprek_op as "eersteGesprekOp", woordvoerder_id as "woordvoerderId", wacht_op as "wachtOp", wakker_op as "wakkerOp", versie
  from casus where regio_id = $1 and id = $2 for no key update`;

// What a colleague is asked about taking it over is no step of the owner.
const EERSTE_TAAK = `
select t.id, t.vervalt_op, (select max(o.tot) from opschorting o where o.regio_id = t.regio_id and o.taak_id = t.id)
  from taak t where t.regio_id = c.regio_id and t.casus_id = c.id and t.toestand = 'open' and t.soort <> 'overname' order by t.vervalt_op, t.id limit 1`;

const HEEFT_STAP = `
select from taak where regio_id = $1 and casus_id = $2 and toestand = 'open' and soort <> 'overname' limit 1`;
