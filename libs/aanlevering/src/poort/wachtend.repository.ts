import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import { WACHT_SINDS } from '../aanleveringen.vragen.js';
import { WERKDAGEN_VOOR_SCHOOL } from './beslisser.js';

/** Tasks of the coordinator about deliveries that the school leaves waiting. */
@Injectable()
export class WachtendRepository {
  /**
   * One task, due the next werkdag, for each delivery that the coordinator may decide on from today; of the region's first
   * coordinator, else of the procesbewaker. A second time adds none.
   */
  async vraagCoordinator(tx: Tx, regioId: number, vandaag: Datum, nu: Date): Promise<void> {
    await this.sluit(tx, regioId, nu);
    await tx.query(
      `insert into taak (regio_id, soort, school, aanlevering_id, eigenaar_id, vervalt_op, gemaakt_op)
       select $1, 'aanleveringBesluit', a.school, a.id, coalesce(
                (select min(m.id) from medewerker_rol o join medewerker m on m.regio_id = o.regio_id and m.id = o.medewerker_id and m.actief
                  where o.regio_id = $1 and o.rol = 'regiocoordinator'), r.procesbewaker_id), plus_werkdagen($2::date, 1), $3
         from aanlevering a join regio r on r.id = a.regio_id
        where a.regio_id = $1 and a.status = 'wachtOpBevestiging'
          and plus_werkdagen((${WACHT_SINDS} at time zone 'Europe/Amsterdam')::date, $4) <= $2::date
          and not exists (select from taak t where t.regio_id = $1 and t.aanlevering_id = a.id and t.soort = 'aanleveringBesluit')
        order by a.id`,
      [regioId, vandaag, nu, WERKDAGEN_VOOR_SCHOOL],
    );
  }

  /** Ends the tasks about deliveries that wait no more, whoever decided or whatever overtook them. */
  async sluit(tx: Tx, regioId: number, nu: Date): Promise<void> {
    await tx.query(
      `update taak t set toestand = 'vervallen', resultaat = 'wachtNietMeer', afgerond_op = $2
         from aanlevering a
        where t.regio_id = $1 and t.soort = 'aanleveringBesluit' and t.toestand = 'open'
          and a.regio_id = $1 and a.id = t.aanlevering_id and a.status <> 'wachtOpBevestiging'`,
      [regioId, nu],
    );
  }
}
