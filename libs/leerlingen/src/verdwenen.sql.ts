import type { Tx } from '#database';
import { neemToewijzingsslot } from '#organisaties';

/**
 * Takes as a fact that rows are gone which a full delivery no longer held: an application becomes `ingetrokken`, an
 * enrolment `uitgeschreven`, both afgeleid (intake.md, «modus=volledig»). For who was candidate at this school in this
 * schooljaar, at whatever school the row is. Only a whole doorstroomcontrole calls it (domain.md 3); a row that is
 * delivered again loses both marks at once.
 * @returns how many rows
 */
export async function neemVerdwijningenAan(
  tx: Tx,
  { regioId, schooljaar, school }: { regioId: number; schooljaar: number; school: string },
): Promise<number> {
  const waarden = [regioId, schooljaar, school];
  if ((await tx.query<unknown[]>(`select ${VERDWENEN} limit 1`, waarden)).length === 0) return 0;
  // Before any of these rows: a delivery that is processed holds the region and wants them.
  await neemToewijzingsslot(tx, regioId);
  const [rij] = await tx.query<{ aantal: number }[]>(NEEM_AAN, waarden);
  return rij?.aantal ?? 0;
}

const VOORWAARDE = `k.regio_id = $1 and k.schooljaar = $2 and k.school = $3
     and i.regio_id = $1 and i.leerling_id = k.leerling_id and i.verdwenen_op is not null and i.afgeleide_status is null
     and i.status in ('aangemeld','intakeGepland','overeenkomstAangeboden','ingeschreven')`;
const VERDWENEN = `from examenkandidatuur k join inschrijving i on ${VOORWAARDE}`;

const NEEM_AAN = `
with gedaan as (
  update inschrijving i set afgeleide_status = case when i.status = 'ingeschreven' then 'uitgeschreven' else 'ingetrokken' end
    from examenkandidatuur k
   where ${VOORWAARDE}
  returning 1)
select count(*)::int as aantal from gedaan`;
