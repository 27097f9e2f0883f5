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
const WIJS_OM = `update koppelvoorstel t set leerling_id = ${WIE('leerling_id')}, kandidaat_id = ${WIE('kandidaat_id')},
       -- who goes on was not made provisional by it, so taking the answer back may not do that
       einde_voorlopig = t.einde_voorlopig and t.leerling_id <> :vervalt
  where t.regio_id = :regio and t.status in ('open', 'verschillend') and t.id <> :voorstel and :vervalt in (t.leerling_id, t.kandidaat_id)
    and :blijft not in (t.leerling_id, t.kandidaat_id)
    and not exists (select from koppelvoorstel u where u.regio_id = :regio
                       and (${PAAR('u')}) = (least(${WIE('leerling_id')}, ${WIE('kandidaat_id')}), greatest(${WIE('leerling_id')}, ${WIE('kandidaat_id')})))`;

const REST = `update koppelvoorstel t set status = 'vervallen'
  where t.regio_id = :regio and t.status = 'open' and t.id <> :voorstel and :vervalt in (t.leerling_id, t.kandidaat_id)`;

// Somebody else about whom nothing is asked any more, since its last question cannot be asked.
const LAATSTE = `with klaar as (
  update leerling l set voorlopig = false
   where l.regio_id = :regio and l.voorlopig and l.samengevoegd_in is null and l.id not in (:blijft, :vervalt)
     and not exists (select from koppelvoorstel o where o.regio_id = :regio and o.leerling_id = l.id and o.status = 'open')
  returning l.id),
gemerkt as (
  update koppelvoorstel k set einde_voorlopig = true from klaar
   where k.regio_id = :regio and k.leerling_id = klaar.id and k.kandidaat_id = :vervalt and k.status = 'vervallen')
select id::text as id from klaar`;

/**
 * Brings the other proposals about the two in line with the merge. While the provisional one still is. Gives who else is
 * provisional no more.
 */
export async function volgVoorstellen(tx: Tx, s: Samenvoeging): Promise<string[]> {
  for (const stap of [BEANTWOORD, WIJS_OM, REST]) await voer(tx, s, stap);
  const rijen = await voer<{ id: string }>(tx, s, LAATSTE);
  return rijen.map((rij) => rij.id);
}

const WEER = `with open as (
  select distinct k.leerling_id as id
    from samenvoeging_rij r cross join lateral jsonb_populate_record(null::koppelvoorstel, r.werd) w
    join koppelvoorstel k on k.regio_id = :regio and k.id = w.id
   where r.regio_id = :regio and r.samenvoeging_id = :samenvoeging and r.tabel = 'koppelvoorstel'
     and w.einde_voorlopig and w.status = 'vervallen' and k.status = 'open')
update leerling l set voorlopig = true from open o where l.regio_id = :regio and l.id = o.id and l.samengevoegd_in is null`;

/** Before the book is closed: whose last question the merge had ended, and who has it again, is provisional again. */
export async function herstelVoorlopig(tx: Tx, s: Samenvoeging): Promise<void> {
  await voer(tx, s, WEER);
}
