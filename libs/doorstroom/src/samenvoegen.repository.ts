import type { Tx } from '#database';
import type { Hangtabel, Samenvoeging } from '#leerlingen';
import { Injectable } from '@nestjs/common';

const AFGELEID = [
  ...[
    'status',
    'rang',
    'rood',
    'status_datum',
    'bijzonderheid',
    'vervolg_inschrijving_id',
    'vervolg_begindatum',
    'aangekomen_op',
  ],
  ...[
    'uitgevallen_op',
    'lopend_vanaf',
    'vraag',
    'onderdrukt',
    'op_koers',
    'beoordeeld_rang',
    'beoordeeld_rood',
    'verouderd',
  ],
];

const KANDIDAAT = (
  wie: string,
): string => `exists (select from examenkandidatuur e where e.regio_id = :regio and e.leerling_id = ${wie}
  and e.schooljaar = t.schooljaar)`;

/**
 * One traject per leerling and schooljaar: the one that somebody did something with stays. What a check computes of it is put
 * back when the merge is undone, also what it remembers of before (arrival, the last judgement), and computed again.
 */
export const TRAJECTTABEL: Hangtabel = {
  tabel: 'traject',
  sleutel: ['id'],
  uniek: {
    op: ['schooljaar'],
    beter: 't.gecorrigeerd_op is not null, t.bestemming is null, t.rang desc',
    vult: [
      ['voorgenomen_vervolg_bron', 'voorgenomen_vervolg', 'voorgenomen_vervolg_tot'],
      [
        'aankomst_op',
        'aankomst_brin',
        'aankomst_bevestigd_op',
        'aankomst_bewijs',
        'aankomst_door',
        'aankomst_geldig_tot',
      ],
      ['aangemeld_bij', 'aangemeld_bij_op', 'aangemeld_bij_tot'],
      ['aangekomen_op'],
    ],
    verwijzers: [
      { tabel: 'signaal', kolom: 'traject_id' },
      { tabel: 'taak', kolom: 'traject_id' },
    ],
  },
  afgeleid: AFGELEID,
  verwijst: { eigen_inschrijving_id: 'inschrijving', vervolg_inschrijving_id: 'inschrijving' },
  later: `${KANDIDAAT(':vervalt')} and not ${KANDIDAAT(':blijft')}`,
};

/** How a traject was counted in the stored ledgers hangs on the traject, and goes with it. */
export const STANDTABEL: Hangtabel = {
  ...{ tabel: 'standverloop', sleutel: ['traject_id', 'vanaf'], kolom: null },
  waar: `t.traject_id in (select j.id from traject j where j.regio_id = :regio and j.leerling_id in (:blijft, :vervalt))`,
  gaatMee: { tabel: 'traject', kolom: 'traject_id' },
};

/** Who is to be checked, and what the ledgers counted meanwhile. */
@Injectable()
export class SamenvoegenRepository {
  /**
   * A signaal that came from the other hangs on a traject that was on course when it was last judged: a check only looks at
   * the signalen of who was not.
   */
  async heroverweeg(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<void> {
    await tx.query(HEROVERWEEG, [regioId, leerlingIds]);
  }

  /** The ledgers that were stored while the merge stood did not count the trajecten that it took out. */
  async sloegOver(tx: Tx, s: Samenvoeging): Promise<void> {
    await tx.query(SLOEG_OVER, [s.regioId, s.id]);
  }

  /** Puts them in pg_temp.geraakt, as a delivery does; beside who is there already. */
  async geraakt(tx: Tx, leerlingIds: readonly string[]): Promise<void> {
    await tx.query('create temp table if not exists geraakt (leerling_id bigint primary key) on commit drop');
    await tx.query('insert into pg_temp.geraakt select unnest($1::bigint[]) on conflict do nothing', [leerlingIds]);
  }
}

// Binds: $1 regio, $2 samenvoeging. From the first date of which the ledger was stored since; the next one counts them again.
const SLOEG_OVER = `
insert into standverloop as w (regio_id, traject_id, vanaf, school, stand, buiten_noemer, zonder_contact, vastgelopen)
select t.regio_id, t.id, c.vanaf, v.school, null, false, false, false
  from samenvoeging s
  join samenvoeging_rij r on r.regio_id = s.regio_id and r.samenvoeging_id = s.id and r.tabel = 'traject' and r.weg
  join traject t on t.regio_id = s.regio_id and t.id = (r.sleutel ->> 'id')::bigint
 cross join lateral (
   select min(d.peildatum) as vanaf from doorstroomcontrole d
    where d.regio_id = s.regio_id and d.schooljaar = t.schooljaar and d.soort = 'heel' and not d.proef and d.klaar_op > s.gedaan_op) c
 cross join lateral (
   select x.school from standverloop x where x.regio_id = s.regio_id and x.traject_id = t.id and x.vanaf <= c.vanaf
    order by x.vanaf desc limit 1) v
 where s.regio_id = $1 and s.id = $2
on conflict (regio_id, traject_id, vanaf) do update
   set (stand, buiten_noemer, zonder_contact, vastgelopen) = (null, false, false, false)`;

const HEROVERWEEG = `
update traject t set op_koers = false
 where t.regio_id = $1 and t.leerling_id = any ($2::bigint[]) and t.op_koers and t.onderdrukt is distinct from 'geenDoelgroep'
   and exists (select from signaal s where s.regio_id = $1 and s.traject_id = t.id and s.gesloten_op is null)`;
