import { Binds, type Tx } from '#database';
import type { Datum, Reden, Rol, RolMetScope, Wie } from '#kern';
import { redenVan } from './zichtbaar.js';

/** People who may see a youngster on the same ground: of one organisation, with one role. No names. */
export interface MagZien {
  reden: Reden;
  rollen: Rol[];
  organisatie: string;
  aantal: number;
}

interface Kandidaat {
  id: string;
  organisatie: string;
  rollen: RolMetScope[];
}

/** So many askers are judged in one statement. */
const PER_VRAAG = 40;

/**
 * Who may see this youngster (tier T0) on a day, and why. Judged by the predicate itself, for each active employee of the
 * region: what this list says is what `zichtbaar` does.
 */
export async function mogenZien(tx: Tx, regioId: number, leerlingId: string, vandaag: Datum): Promise<MagZien[]> {
  const mensen = await tx.query<Kandidaat[]>(MENSEN, [regioId]);
  const groepen = new Map<string, MagZien>();
  for (let begin = 0; begin < mensen.length; begin += PER_VRAAG) {
    const deel = mensen.slice(begin, begin + PER_VRAAG);
    const redenen = await redenenVan(tx, regioId, leerlingId, vandaag, deel);
    for (const [nr, { organisatie, rollen }] of deel.entries()) {
      const reden = redenen[nr];
      if (reden === null || reden === undefined) continue;
      const namen = rollen.map((r) => r.rol);
      const sleutel = JSON.stringify([reden, organisatie, namen]);
      const groep = groepen.get(sleutel) ?? { reden, rollen: namen, organisatie, aantal: 0 };
      groepen.set(sleutel, { ...groep, aantal: groep.aantal + 1 });
    }
  }
  return [...groepen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, groep]) => groep);
}

async function redenenVan(
  tx: Tx,
  regioId: number,
  leerlingId: string,
  vandaag: Datum,
  deel: readonly Kandidaat[],
): Promise<(Reden | null)[]> {
  const b = new Binds();
  const kolommen = { onderwerp: 'leerling', leerling: 'l.id', woongemeente: 'l.woongemeente' } as const;
  const uitdrukkingen = deel.map(({ id, rollen }) => {
    const wie: Wie = { soort: 'medewerker', id, regioId, naam: '', rollen, vandaag };
    return redenVan(wie, kolommen, b);
  });
  const [rij] = await tx.query<{ redenen: (Reden | null)[] }[]>(
    `select array[${uitdrukkingen.join(', ')}] as redenen from leerling l
      where l.regio_id = ${b.bind(regioId)} and l.id = ${b.bind(leerlingId)}::bigint`,
    b.waarden,
  );
  return rij?.redenen ?? [];
}

/** The organisation that an employee `m` works for: the executing one, else the schools or gemeenten of the roles, else the region. */
export const ORGANISATIE = `coalesce(m.uitvoeringsorganisatie,
  (select string_agg(distinct s.naam, ', ' order by s.naam) from medewerker_rol r join school s on s.regio_id = r.regio_id and s.code = any (r.scholen)
    where r.regio_id = m.regio_id and r.medewerker_id = m.id),
  (select string_agg(distinct g.naam, ', ' order by g.naam) from medewerker_rol r join gemeente g on g.regio_id = r.regio_id and g.code = any (r.gemeenten)
    where r.regio_id = m.regio_id and r.medewerker_id = m.id),
  (select z.naam from regio z where z.id = m.regio_id))`;

const MENSEN = `
select m.id, ${ORGANISATIE} as organisatie,
       jsonb_agg(jsonb_build_object('rol', r.rol, 'scholen', r.scholen, 'gemeenten', r.gemeenten, 'heleRegio', r.hele_regio)
                 order by r.rol) as rollen
  from medewerker m join medewerker_rol r on r.regio_id = m.regio_id and r.medewerker_id = m.id
 where m.regio_id = $1 and m.actief group by m.regio_id, m.id, m.uitvoeringsorganisatie order by m.id`;
