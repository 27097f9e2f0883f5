import type { Tx } from '#database';
import { doe, vraag } from '../verwerking/doe.sql.js';
import { KOLOMMEN } from '../verwerking/inschrijvingen.repository.js';
import type { Levering } from '../verwerking/levering.js';
import { MISSCHIEN_GEWEIGERD } from '../verwerking/ongeplaatst.sql.js';
import { begin, rijhash } from '../verwerking/rijen.repository.js';

export const DROOGLOOPSOORTEN = ['verdwenen', 'gewijzigd', 'nieuw'] as const;
export type Droogloopsoort = (typeof DROOGLOOPSOORTEN)[number];

/** A row that a delivery would take away, change or bring, with the columns that would change. */
export interface Droogrij {
  leerlingnummer: string;
  wijzigingen: { kolom: string; oud: string | null; nieuw: string | null }[];
}

/** Rows in one portion, and portions in memory at a time. */
const PORTIE = 500;
const TEGELIJK = 10;

const IDENTITEIT = ['achternaam', 'voorvoegsel', 'roepnaam', 'geboortedatum', 'postcode', 'geslacht'];

const waarde = (kolom: string, oud: string): string => `('${kolom}', ${oud}::text, r.${kolom}::text)`;
const VERSCHIL = [
  ...KOLOMMEN.map((kolom) => waarde(kolom, `i.${kolom}`)),
  // what another school wrote is not shown to this one
  ...IDENTITEIT.map((kolom) => waarde(kolom, `case when l.bron_school = :school then l.${kolom} else r.${kolom} end`)),
].join(', ');

const RIJEN: Readonly<Record<Droogloopsoort, (hash: string) => string>> = {
  verdwenen: () => `
    select i.leerlingnummer, i.rijsleutel, '[]'::jsonb as wijzigingen from inschrijving i
     where i.regio_id = :regio and i.school = :school and i.verdwenen_op is null and :volledig::boolean
       and i.id in (select s.inschrijving_id from {{rest}} s)
       and not exists (select from {{rij}} r where r.rijsleutel = i.rijsleutel)
       and not exists (select from {{rij}} r where not r.goed and r.leerlingnummer = i.leerlingnummer)
       and not ${MISSCHIEN_GEWEIGERD}`,
  gewijzigd: (hash) => `
    select r.leerlingnummer, r.rijsleutel, w.wijzigingen
      from {{rij}} r
      join inschrijving i on i.regio_id = :regio and i.school = :school and i.rijsleutel = r.rijsleutel and i.verdwenen_op is null
      join leerling l on l.regio_id = :regio and l.id = i.leerling_id
     cross join lateral (
       select jsonb_agg(jsonb_build_object('kolom', v.kolom, 'oud', v.oud, 'nieuw', v.nieuw)) as wijzigingen
         from (values ${VERSCHIL}) v (kolom, oud, nieuw) where v.oud is distinct from v.nieuw) w
     where r.goed and i.rij_hash is distinct from ${hash} and w.wijzigingen is not null and :volledig::boolean is not null`,
  nieuw: () => `
    select r.leerlingnummer, r.rijsleutel, '[]'::jsonb as wijzigingen from {{rij}} r
     where r.goed and :volledig::boolean is not null and not exists (
       select from inschrijving i where i.regio_id = :regio and i.school = :school and i.rijsleutel = r.rijsleutel and i.verdwenen_op is null)`,
};

/**
 * What processing the good rows of a work table would do to the rows of its school, before matching. Changes nothing.
 * @param bewaar gets portions in the order of leerlingnummer.
 */
export async function loopDroog(
  tx: Tx,
  levering: Levering,
  bewaar: (soort: Droogloopsoort, volgnummer: number, rijen: Droogrij[]) => Promise<void>,
): Promise<void> {
  const staat = await begin(tx, levering);
  const meer = { volledig: levering.modus === 'volledig' };
  for (const soort of DROOGLOOPSOORTEN) {
    await doe(
      tx,
      staat,
      `declare droogloop no scroll cursor for
       select x.blok as volgnummer, jsonb_agg(jsonb_build_object('leerlingnummer', x.leerlingnummer, 'wijzigingen', x.wijzigingen) order by x.plaats) as rijen
         from (select y.*, row_number() over w as plaats, ((row_number() over w - 1) / ${PORTIE})::int as blok
                 from (${RIJEN[soort](rijhash(staat))}) y window w as (order by y.leerlingnummer, y.rijsleutel)) x
        group by x.blok order by x.blok`,
      meer,
    );
    const volgende = (): Promise<{ volgnummer: number; rijen: Droogrij[] }[]> =>
      vraag(tx, staat, `fetch ${TEGELIJK} from droogloop`);
    for (let blokken = await volgende(); blokken.length > 0; blokken = await volgende())
      for (const { volgnummer, rijen } of blokken) await bewaar(soort, volgnummer, rijen);
    await doe(tx, staat, 'close droogloop');
  }
}
