import type { TestDatabase } from '#database/test';

/** Part by part what is known, by name and not by id; the lines are sorted. */
export type Reeksstand = Readonly<Record<string, readonly string[]>>;

/**
 * Beside ids and counters: what says how it came so and not what is known. Which of two records was first, and so is asked
 * about the other, whether a link needed a rung that says less, and what a check of some night accepted as gone.
 */
const ZONDER = [
  ...[
    'id',
    'regio_id',
    'versie',
    'gemaakt_in',
    'leerling_id',
    'inschrijving_id',
    'bron_aanlevering_id',
    'rij_hash',
    'afdruk',
  ],
  ...[
    'samengevoegd_in',
    'voorlopig',
    'afgeleid',
    'afgeleide_status',
    'eigen_inschrijving_id',
    'vervolg_inschrijving_id',
  ],
];
const RIJ = `(to_jsonb(x) - array[${ZONDER.map((z) => `'${z}'`).join(', ')}])::text`;
const WIE = (id: string): string =>
  `(select string_agg(k.school || ' ' || k.leerlingnummer, ', ' order by k.school, k.leerlingnummer) from schoolkoppeling k where k.regio_id = x.regio_id and k.leerling_id = ${id})`;
// Somebody of whom undoing left nothing but a timeline, a number and a question (ADR 11) is no part of what is known.
const RIJEN = (id: string): string =>
  `exists (select from inschrijving h where h.regio_id = x.regio_id and h.leerling_id = ${id})`;
const VAN = (tabel: string): string => `select coalesce(${WIE('x.leerling_id')}, '-') || ' ' || ${RIJ} from ${tabel} x`;

const DELEN: Readonly<Record<string, string>> = {
  leerling: `select coalesce(${WIE('x.id')}, '-') || ' ' || ${RIJ} from leerling x where x.samengevoegd_in is null and ${RIJEN('x.id')}`,
  leerling_pgn: `select coalesce(${WIE('x.leerling_id')}, '-') || ' ' || encode(x.hash, 'hex') || x.huidig from leerling_pgn x where ${RIJEN('x.leerling_id')}`,
  inschrijving: VAN('inschrijving'),
  examenkandidatuur: VAN('examenkandidatuur'),
  diploma: VAN('diploma'),
  school_stand: `select ${RIJ} from school_stand x`,
  buiten_cohort: `select x.school || ' ' || u.hash || ' ' || u.regel from buiten_cohort x cross join lateral unnest(x.hashes, x.regels) as u (hash, regel) where x.vervangen_in = 0`,
  vragen: `select least(w.a, w.b) || ' = ' || greatest(w.a, w.b) from koppelvoorstel x
            cross join lateral (select coalesce(${WIE('x.leerling_id')}, '-') as a, coalesce(${WIE('x.kandidaat_id')}, '-') as b) w where x.status = 'open' and ${RIJEN('x.leerling_id')} and ${RIJEN('x.kandidaat_id')}`,
  trajecten: `select coalesce(${WIE('x.leerling_id')}, '-') || ' ' || x.school || ' ' || x.status || ' ' || x.uitslag || ' ' || coalesce(x.vraag, '') from traject x where x.gecorrigeerd_op is null`,
  tellingen: `select x.school || ' ' || x.peildatum || ' ' || x.modus || ' ' || x.regels from aanlevering x where x.status = 'verwerkt'`,
};

export async function reeksstand({ bron }: TestDatabase): Promise<Reeksstand> {
  const stand: Record<string, string[]> = {};
  for (const [naam, sql] of Object.entries(DELEN)) {
    const rijen = await bron.query<{ regel: string }[]>(
      `select regel from (${sql}) as deel (regel) order by regel collate "C"`,
    );
    stand[naam] = rijen.map((rij) => rij.regel);
  }
  return stand;
}

/** What may never be, whatever came. */
export async function scheef({ bron }: TestDatabase): Promise<object[]> {
  const vragen = [
    `select 'rij van verwezen leerling' as wat, i.id from inschrijving i join leerling l on l.regio_id = i.regio_id and l.id = i.leerling_id where l.samengevoegd_in is not null`,
    // of the sequences: the number that a school gives somebody ends in which of the persons it is (reeksen.ts)
    `select 'twee personen' as wat, i.leerling_id as id from inschrijving i
      group by i.leerling_id having count(distinct case when substr(i.leerlingnummer, 3, 1) = '9' then i.leerlingnummer else substr(i.leerlingnummer, 3) end) > 1`,
    `select 'tellingen' as wat, a.id from aanlevering a where a.status = 'verwerkt' and a.regels <> a.nieuw + a.gewijzigd + a.ongewijzigd + a.buiten_cohort + a.quarantaine`,
    `select 'negatief' as wat, a.id from aanlevering a where least(a.nieuw, a.gewijzigd, a.ongewijzigd, a.buiten_cohort, a.quarantaine) < 0`,
    `select 'twee huidige nummers' as wat, g.leerling_id as id from leerling_pgn g where g.huidig group by g.regio_id, g.leerling_id having count(*) > 1`,
    `select 'voorlopig zonder vraag' as wat, l.id from leerling l where l.voorlopig and l.samengevoegd_in is null
        and not exists (select from koppelvoorstel k where k.regio_id = l.regio_id and k.leerling_id = l.id and k.status = 'open')`,
    `select 'opdracht' as wat, o.id from opdracht o where o.klaar_op is null`,
    `select 'verdwaald' as wat, t.id from traject t where t.gecorrigeerd_op is null and not exists (
        select from examenkandidatuur k where k.regio_id = t.regio_id and k.leerling_id = t.leerling_id and k.schooljaar = t.schooljaar)`,
  ];
  const gevonden = await Promise.all(vragen.map((vraag) => bron.query<object[]>(vraag)));
  return gevonden.flat();
}
