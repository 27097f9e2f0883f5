import type { TestDatabase } from '#database/test';

/** What is known of everybody, part by part; each line tells who by name and not by id, and the lines are sorted. */
export type Eindstand = Readonly<Record<string, readonly string[]>>;

const WIE = `l.roepnaam || ' ' || l.achternaam || ' ' || l.geboortedatum`;
const VAN = (tabel: string): string => `${tabel} t join leerling l on l.regio_id = t.regio_id and l.id = t.leerling_id`;

/** Beside every id: counters of writes, hashes under the keys of one instance, and which of two equal files was read. */
const TOEVALLIG = [
  ...['versie', 'rij_hash', 'identiteit', 'hash', 'waarde', 'nummer', 'volgnummer'],
  ...['bron_school', 'bron_op', 'achternaam_norm', 'roepnaam_norm', 'bron', 'gegevens', 'gemaakt_in'],
];
const RIJ_VAN = (t: string): string =>
  `(select jsonb_object_agg(k.key, k.value)::text from jsonb_each(to_jsonb(${t})) k
     where k.key !~ '(^|_)id$' and k.key <> all('{${TOEVALLIG.join(',')}}') and k.value <> 'null')`;
const RIJ = RIJ_VAN('t');
const MEDEWERKER = (kolom: string): string =>
  `(select ' van ' || m.email from medewerker m where m.regio_id = t.regio_id and m.id = t.${kolom})`;

/** As it stands now: what does not depend on the order in which the files of a night came. */
const NU: Readonly<Record<string, string>> = {
  leerlingen: `select ${RIJ} from leerling t`,
  nummers: `select ${WIE} || ${RIJ} from ${VAN('leerling_pgn')}`,
  koppelingen: `select ${WIE} || ${RIJ} from ${VAN('schoolkoppeling')}`,
  inschrijvingen: `select ${WIE} || ${RIJ} from ${VAN('inschrijving')}`,
  kandidaturen: `select ${WIE} || ${RIJ} from ${VAN('examenkandidatuur')}`,
  diplomas: `select ${WIE} || ${RIJ} from ${VAN('diploma')}`,
  elders: `select ${WIE} || ${RIJ} from ${VAN('elders_aangemeld')}`,
  trajecten: `select ${WIE} || ${RIJ} || coalesce((select i.school || ' ' || i.rijsleutel from inschrijving i
                where i.regio_id = t.regio_id and i.id = t.vervolg_inschrijving_id), '') from ${VAN('traject')}`,
  // Who has one, and not which: a calendar signaal that was open already stays beside what happened since, so a check
  // that comes between two files may leave one more.
  openSignalen: `select ${WIE} || ' ' || t.schooljaar || ' ' || t.examenschool || ' in casus: ' || bool_and(t.casus_id is not null)
                   from ${VAN('signaal')} where t.gesloten_op is null group by ${WIE}, t.schooljaar, t.examenschool`,
  openCasussen: `select ${WIE} || ' ' || t.school || ' ' || t.woongemeente || ' ' || t.doelgroep || ' ' || t.fase || ${MEDEWERKER('verantwoordelijke_id')}
                   from ${VAN('casus')} where t.loopt`,
  // Nazorg is for who had a casus on the way, which the order of deliveries decides.
  openTaken: `select ${WIE} || ' ' || k.soort || ' ' || k.vervalt_op from ${VAN('casus')}
                join taak k on k.regio_id = t.regio_id and k.casus_id = t.id where k.toestand = 'open' and k.soort <> 'nazorg'`,
  grootboek: `select ${RIJ} from grootboek t`,
  aanleveringen: `select t.school || ' ' || t.peildatum || ' ' || t.status || ' ' || coalesce(t.regels, -1) || ' ' || t.quarantaine || ' ' || t.verdwenen
                    from aanlevering t`,
};

/** Also how it came so. */
const GESCHIEDENIS: Readonly<Record<string, string>> = {
  ...NU,
  signalen: `select ${WIE} || ${RIJ} from ${VAN('signaal')}`,
  casussen: `select ${WIE} || ${RIJ} || coalesce(${MEDEWERKER('verantwoordelijke_id')}, '') from ${VAN('casus')}`,
  taken: `select ${WIE} || ${RIJ_VAN('k')} from ${VAN('casus')}
            join taak k on k.regio_id = t.regio_id and k.casus_id = t.id`,
  gebeurtenissen: `select ${WIE} || ' ' || t.soort || ' ' || t.op from ${VAN('gebeurtenis')}`,
  toewijzingen: `select ${WIE} || ' ' || a.regel_omschrijving || ' ' || m.email from ${VAN('casus')}
                   join toewijzing a on a.regio_id = t.regio_id and a.casus_id = t.id
                   join medewerker m on m.regio_id = a.regio_id and m.id = a.medewerker_id`,
};

/** @param deel `nu` is the state; `alles` is also the way to it, for runs that do the same in the same order. */
export async function eindstand({ bron }: TestDatabase, deel: 'nu' | 'alles' = 'nu'): Promise<Eindstand> {
  const stand: Record<string, string[]> = {};
  for (const [naam, sql] of Object.entries(deel === 'nu' ? NU : GESCHIEDENIS)) {
    const rijen = await bron.query<{ regel: string | null }[]>(
      `select regel from (${sql}) as deel(regel) order by regel collate "C"`,
    );
    stand[naam] = rijen.map(({ regel }) => regel ?? 'null');
  }
  return stand;
}

/** Back to a region in which nothing was delivered yet. */
export async function maakLeeg({ bron }: TestDatabase): Promise<void> {
  // what is append-only may be emptied here
  await bron.query(`
    set session_replication_role = replica;
    truncate leerling, aanlevering, upload, leververwachting, taak, casus, signaal, casusteller, doorstroomcontrole, grootboek, school_stand,
      opdracht, buiten_cohort restart identity cascade;
    reset session_replication_role`);
}
