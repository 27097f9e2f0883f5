import type { Tx } from '#database';
import type { Hangtabel, Samenvoeging } from '#leerlingen';

/** Signalen move with their leerling and come back with it; one that was opened since is of whoever its traject is of. */
export const SIGNAALTABEL: Hangtabel = {
  tabel: 'signaal',
  sleutel: ['id'],
  bezet: `t.gesloten_op is not null and p.gesloten_op is null and exists (select from signaal o where o.regio_id = :regio
    and o.leerling_id = p.leerling_id and o.schooljaar = p.schooljaar and o.soort = p.soort and o.gesloten_op is null)`,
  later: `exists (select from traject j where j.regio_id = :regio and j.id = t.traject_id and j.leerling_id = :vervalt)
    and (t.gesloten_op is not null or not exists (select from signaal o where o.regio_id = :regio and o.leerling_id = :vervalt
      and o.schooljaar = t.schooljaar and o.soort = t.soort and o.gesloten_op is null))`,
};

/** Of two open ones about the same the older stays: one cause is one signaal. */
export async function sluitDubbele(tx: Tx, { regioId, blijft, vervalt, nu }: Samenvoeging): Promise<void> {
  await tx.query(SLUIT_DUBBELE, [regioId, [blijft, vervalt], nu]);
}

const SLUIT_DUBBELE = `
update signaal s set gesloten_op = $3, sluitreden = 'samengevoegd'
  from (select id, row_number() over (partition by schooljaar, soort order by geopend_op, id) as plaats
          from signaal where regio_id = $1 and leerling_id = any ($2::bigint[]) and gesloten_op is null) d
 where s.regio_id = $1 and s.id = d.id and d.plaats > 1`;
