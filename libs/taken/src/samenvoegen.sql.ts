import type { Tx } from '#database';
import type { Hangtabel } from '#leerlingen';

/**
 * Tasks hang on a casus or traject, and so on its youngster: they are remembered, and move when one casus is closed into another. One
 * that somebody finished since stays where it was done.
 */
export const TAAKTABEL: Hangtabel = {
  ...{ tabel: 'taak', sleutel: ['id'], kolom: null, tenzij: ['toestand'] },
  waar: `t.casus_id in (select c.id from casus c where c.regio_id = :regio and c.leerling_id in (:blijft, :vervalt))
    or t.traject_id in (select j.id from traject j where j.regio_id = :regio and j.leerling_id in (:blijft, :vervalt))`,
};

/** Two casussen of which one is closed into the other. */
export interface Casuspaar {
  houd: string;
  sluit: string;
  /** Who answered for the one that is closed: their open tasks become those of the owner of the other. */
  vanEigenaar: string | null;
  naarEigenaar: string | null;
}

/** Moves every task to the casus that stays; an open one that is there already is not asked twice. */
export async function verhuisTaken(
  tx: Tx,
  regioId: number,
  { houd, sluit, vanEigenaar, naarEigenaar }: Casuspaar,
  nu: Date,
): Promise<void> {
  await tx.query(VERVALLEN, [regioId, houd, sluit, nu]);
  await tx.query(VERHUIS, [regioId, houd, sluit, vanEigenaar, naarEigenaar]);
}

/** Of two open tasks about the same traject of both, that of who goes on stays. Before anything moves. */
export async function sluitDubbeleTrajecttaken(
  tx: Tx,
  { regioId, blijft, vervalt, nu }: { regioId: number; blijft: string; vervalt: string; nu: Date },
): Promise<void> {
  await tx.query(DUBBEL, [regioId, blijft, vervalt, nu]);
}

const DUBBEL = `
update taak t set toestand = 'vervallen', resultaat = 'samengevoegd', afgerond_op = $4
  from traject j
 where t.regio_id = $1 and t.toestand = 'open' and j.regio_id = $1 and j.id = t.traject_id and j.leerling_id = $3
   and exists (select from taak h join traject i on i.regio_id = $1 and i.id = h.traject_id
                where h.regio_id = $1 and h.toestand = 'open' and h.soort = t.soort and i.leerling_id = $2 and i.schooljaar = j.schooljaar)`;

const VERVALLEN = `
update taak t set toestand = 'vervallen', resultaat = 'samengevoegd', afgerond_op = $4
 where t.regio_id = $1 and t.casus_id = $3 and t.toestand = 'open'
   and exists (select from taak h where h.regio_id = $1 and h.casus_id = $2 and h.toestand = 'open' and h.soort = t.soort)`;

const VERHUIS = `
update taak t set casus_id = $2,
       eigenaar_id = case when t.toestand = 'open' and t.eigenaar_id = $4 then $5 else t.eigenaar_id end
 where t.regio_id = $1 and t.casus_id = $3`;
