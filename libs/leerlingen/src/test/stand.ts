import type { TestDatabase } from '#database/test';

/** What is known of youngsters and schools, without the ids, versions and hashes that may differ between two histories. */
export type Stand = Readonly<Record<string, unknown[]>>;

const ZONDER = `'id', 'versie', 'regio_id', 'gemaakt_in', 'leerling_id', 'inschrijving_id', 'bron_aanlevering_id', 'rij_hash', 'afdruk'`;
const rij = (alias: string): string => `(to_jsonb(${alias}) - array[${ZONDER}])`;
const WIE = `(select concat_ws(' ', l.roepnaam, l.achternaam, l.geboortedatum) from leerling l where l.regio_id = x.regio_id and l.id = x.leerling_id)`;

const VRAGEN: Readonly<Record<string, string>> = {
  leerling: `select ${rij('x')} || jsonb_build_object('samengevoegd_in', x.samengevoegd_in is not null) as rij from leerling x`,
  leerling_pgn: `select jsonb_build_object('wie', ${WIE}, 'hash', encode(x.hash, 'hex'), 'soort', x.onderwijsnummer, 'huidig', x.huidig) as rij from leerling_pgn x`,
  schoolkoppeling: `select ${rij('x')} || jsonb_build_object('wie', ${WIE}) as rij from schoolkoppeling x`,
  inschrijving: `select ${rij('x')} || jsonb_build_object('wie', ${WIE}) as rij from inschrijving x`,
  examenkandidatuur: `select ${rij('x')} || jsonb_build_object('wie', ${WIE}, 'rij',
    (select i.rijsleutel from inschrijving i where i.regio_id = x.regio_id and i.id = x.inschrijving_id)) as rij from examenkandidatuur x`,
  diploma: `select ${rij('x')} || jsonb_build_object('wie', ${WIE}) as rij from diploma x`,
  elders_aangemeld: `select ${rij('x')} || jsonb_build_object('wie', ${WIE}) as rij from elders_aangemeld x`,
  contact: `select ${rij('x')} || jsonb_build_object('wie', ${WIE}) as rij from contact x`,
  school_stand: `select ${rij('x')} as rij from school_stand x`,
  buiten_cohort: `select jsonb_build_object('school', x.school, 'hash', u.hash, 'regel', u.regel) as rij
    from buiten_cohort x cross join lateral unnest(x.hashes, x.regels) as u (hash, regel) where x.vervangen_in = 0`,
};

/** Two histories that lead to the same have the same one. */
export async function leesStand(db: TestDatabase): Promise<Stand> {
  const delen = await Promise.all(
    Object.entries(VRAGEN).map(async ([tabel, vraag]) => {
      const rijen = await db.bron.query<{ rij: unknown }[]>(`select rij from (${vraag}) x order by rij::text`);
      return [tabel, rijen.map((r) => r.rij)] as const;
    }),
  );
  return Object.fromEntries(delen);
}
