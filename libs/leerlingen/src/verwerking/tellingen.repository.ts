import type { Tx } from '#database';
import { doe, vraag } from './doe.sql.js';
import type { Verlies, Verwerkstaat } from './levering.js';
import { MISSCHIEN_GEWEIGERD, NAAMLOOS } from './ongeplaatst.sql.js';

/** Adds the leerlingen of this call to pg_temp.geraakt. Gives how many are in it now. */
export async function bewaarGeraakt(tx: Tx, staat: Verwerkstaat): Promise<number> {
  await doe(
    tx,
    staat,
    `insert into geraakt select distinct g.leerling_id from leer_gewijzigd g
      where not exists (select from geraakt e where e.leerling_id = g.leerling_id)`,
  );
  const [rij] = await vraag<{ aantal: number }>(tx, staat, 'select count(*)::int as aantal from geraakt');
  return rij?.aantal ?? 0;
}

/** Known rows that changed: themselves, or through what they say about their leerling. */
export async function telGewijzigd(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const [rij] = await vraag<{ aantal: number }>(
    tx,
    staat,
    `select count(*)::int as aantal from leer_doel d
      where not d.nieuw and (d.anders or d.leerling_id in (select g.leerling_id from leer_gewijzigd g))`,
  );
  return rij?.aantal ?? 0;
}

/**
 * Enrolments (not applications) that a full delivery would take away (intake.md, gate). Candidates of an ended schooljaar
 * don't count in the first full delivery after 1 August: everybody left. Whoever is there under another row key (a corrected
 * first day, an aanmeldingId since today) is not gone. When nobody is gone among lines that are as they were, there is
 * nothing to count.
 */
export async function telVerlies(tx: Tx, staat: Verwerkstaat): Promise<Verlies> {
  if (staat.gelijk !== null && staat.gelijk !== undefined) {
    const weg = await vraag(
      tx,
      staat,
      `select from (${VERDWIJNT}) v join {{rest}} s on s.inschrijving_id = v.id limit 1`,
    );
    if (weg.length === 0) return { ingeschreven: 0, verdwijnt: 0 };
  }
  const [rij] = await vraag<Verlies>(
    tx,
    staat,
    `select (select count(*) from inschrijving i where ${INGESCHREVEN})::int as ingeschreven,
            (select count(*) from (${VERDWIJNT}) v)::int as verdwijnt`,
  );
  return rij ?? { ingeschreven: 0, verdwijnt: 0 };
}

/** Rows of the school that are not in a full delivery, and stay only because a refused row does not tell whose it is. */
export async function telOnzeker(tx: Tx, staat: Verwerkstaat): Promise<number> {
  const [rij] = await vraag<{ aantal: number }>(tx, staat, ONZEKER);
  return rij?.aantal ?? 0;
}

const ONZEKER = `select count(*)::int as aantal from inschrijving i
      where ${NAAMLOOS} and i.regio_id = :regio and i.school = :school and i.verdwenen_op is null
        and i.id in (select s.inschrijving_id from {{rest}} s)
        and i.rijsleutel not in (select r.rijsleutel from {{rij}} r where r.rijsleutel is not null)
        and i.leerlingnummer not in (select r.leerlingnummer from {{rij}} r where not r.goed and r.leerlingnummer is not null)`;

const INGESCHREVEN = `i.regio_id = :regio and i.school = :school and i.status = 'ingeschreven' and i.verdwenen_op is null and i.einddatum is null
        and not exists (select from examenkandidatuur e where e.regio_id = :regio and e.leerling_id = i.leerling_id
                           and e.inschrijving_id = i.id and e.diplomadatum is not null)
        and not (i.examenkandidaat and coalesce(:vorigeVolledig::date < make_date(:schooljaar, 8, 1), false))`;

const VERDWIJNT = `select i.id from inschrijving i
      where ${INGESCHREVEN}
        and (i.leerlingnummer, i.onderwijssoort) not in (select h.leerlingnummer, h.onderwijssoort from {{gelijk}} h)
        and i.rijsleutel not in (select r.rijsleutel from {{rij}} r where r.rijsleutel is not null)
        and (i.leerlingnummer, i.onderwijssoort) not in (select r.leerlingnummer, r.onderwijssoort from {{rij}} r where r.goed)
        and i.leerlingnummer not in (select r.leerlingnummer from {{rij}} r where not r.goed and r.leerlingnummer is not null)
        and not ${MISSCHIEN_GEWEIGERD}`;
