import type { Tx } from '#database';
import { voer } from './boek.repository.js';
import type { Samenvoeging } from './hangtabel.js';

const PAAR = (t: string): string =>
  `least(${t}.leerling_id, ${t}.kandidaat_id), greatest(${t}.leerling_id, ${t}.kandidaat_id)`;
const WIE = (kolom: string): string => `case when t.${kolom} = :vervalt then :blijft else t.${kolom} end`;

// A provisional record is one of its candidates: the questions about the others are answered.
const BEANTWOORD = `update koppelvoorstel t set status = 'vervallen'
  where t.regio_id = :regio and t.status = 'open' and t.id <> :voorstel
    and t.leerling_id = (select v.leerling_id from koppelvoorstel v join leerling l on l.regio_id = v.regio_id and l.id = v.leerling_id
                          where v.regio_id = :regio and v.id = :voorstel and l.voorlopig)`;

// Questions and answers about the one that was merged are about who goes on, unless that pair was asked already.
const WIJS_OM = `update koppelvoorstel t set leerling_id = ${WIE('leerling_id')}, kandidaat_id = ${WIE('kandidaat_id')}
  where t.regio_id = :regio and t.status in ('open', 'verschillend') and t.id <> :voorstel and :vervalt in (t.leerling_id, t.kandidaat_id)
    and :blijft not in (t.leerling_id, t.kandidaat_id)
    and not exists (select from koppelvoorstel u where u.regio_id = :regio
                       and (${PAAR('u')}) = (least(${WIE('leerling_id')}, ${WIE('kandidaat_id')}), greatest(${WIE('leerling_id')}, ${WIE('kandidaat_id')})))`;

const REST = `update koppelvoorstel t set status = 'vervallen'
  where t.regio_id = :regio and t.status = 'open' and t.id <> :voorstel and :vervalt in (t.leerling_id, t.kandidaat_id)`;

/** Brings the other proposals about the two in line with the merge. While the provisional one still is. */
export async function volgVoorstellen(tx: Tx, s: Samenvoeging): Promise<void> {
  for (const stap of [BEANTWOORD, WIJS_OM, REST]) await voer(tx, s, stap);
}
