import type { Tx } from '#database';
import type { Hangtabel } from '#leerlingen';
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

/** Who is to be checked. */
@Injectable()
export class SamenvoegenRepository {
  /**
   * A signaal that came from the other hangs on a traject that was on course when it was last judged: a check only looks at
   * the signalen of who was not.
   */
  async heroverweeg(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<void> {
    await tx.query(HEROVERWEEG, [regioId, leerlingIds]);
  }

  /** Puts them in pg_temp.geraakt, as a delivery does; beside who is there already. */
  async geraakt(tx: Tx, leerlingIds: readonly string[]): Promise<void> {
    await tx.query('create temp table if not exists geraakt (leerling_id bigint primary key) on commit drop');
    await tx.query('insert into pg_temp.geraakt select unnest($1::bigint[]) on conflict do nothing', [leerlingIds]);
  }
}

const HEROVERWEEG = `
update traject t set op_koers = false
 where t.regio_id = $1 and t.leerling_id = any ($2::bigint[]) and t.op_koers and t.onderdrukt is distinct from 'geenDoelgroep'
   and exists (select from signaal s where s.regio_id = $1 and s.traject_id = t.id and s.gesloten_op is null)`;
