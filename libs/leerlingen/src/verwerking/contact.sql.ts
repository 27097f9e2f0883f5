const DELEN = ['naam', 'telefoon', 'email', 'gezag'] as const;

/** Column of the work table for each part of each contact; a leerling has a name already, and no gezag. */
const SOORTEN: readonly { soort: string; velden: Partial<Record<(typeof DELEN)[number], string>> }[] = [
  { soort: 'leerling', velden: { telefoon: 'telefoon', email: 'email' } },
  ...['ouder1', 'ouder2'].map((soort) => ({
    soort,
    velden: Object.fromEntries(DELEN.map((deel) => [deel, `${soort}_${deel}`])),
  })),
];

/**
 * The one statement that writes contact.
 * @param contact columns of the work table. @param aanvulling whether what is empty in them leaves what was known.
 */
export function contactBijwerken(contact: readonly string[], aanvulling: boolean): string {
  const heeft = new Set(contact);
  const soorten = SOORTEN.filter(({ velden }) => Object.values(velden).some((veld) => heeft.has(veld)));
  const waarden = soorten.map(({ soort, velden }) => {
    const uit = (vorm: (veld: string | undefined) => string): string =>
      DELEN.map((deel) => vorm(velden[deel])).join(', ');
    const heeftDeel = (veld: string | undefined): boolean => veld !== undefined && heeft.has(veld);
    const waarde = uit((veld) => (heeftDeel(veld) ? `k.${veld}` : 'null::text'));
    return `('${soort}', ${waarde}, ${uit((veld) => String(heeftDeel(veld)))})`;
  });
  const nieuw = (deel: string): string => (aanvulling ? `coalesce(g.${deel}, c.${deel})` : `g.${deel}`);
  const doel = DELEN.map((deel) => `case when g.heeft_${deel} then ${nieuw(deel)} else c.${deel} end as ${deel}`);
  const lijst = (tabel: string): string => DELEN.map((deel) => `${tabel}.${deel}`).join(', ');
  return `with kandidaat as materialized (
       select distinct on (d.leerling_id) d.leerling_id, ${contact.map((veld) => `r.${veld}`).join(', ')}
         from leer_doel d join {{rij}} r on r.regel = d.regel where d.kandidaat order by d.leerling_id, d.regel),
     doel as materialized (
       select k.leerling_id, g.soort, ${doel.join(', ')}
         from kandidaat k
        cross join lateral (values ${waarden.join(', ')})
              g (soort, ${DELEN.join(', ')}, ${DELEN.map((deel) => `heeft_${deel}`).join(', ')})
         left join contact c on c.regio_id = :regio and c.leerling_id = k.leerling_id and c.soort = g.soort
        where c.bron_op is null or c.bron_op <= :peildatum),
     weg as (
       delete from contact c using doel d
        where c.regio_id = :regio and c.leerling_id = d.leerling_id and c.soort = d.soort and c.bron_school = :school
          and num_nonnulls(${lijst('d')}) = 0
       returning c.leerling_id),
     geschreven as (
       insert into contact as c (regio_id, leerling_id, soort, ${DELEN.join(', ')}, bron_school, bron_op)
       select :regio, d.leerling_id, d.soort, ${lijst('d')}, :school, :peildatum from doel d where num_nonnulls(${lijst('d')}) > 0
       on conflict (regio_id, leerling_id, soort) do update
          set (${DELEN.join(', ')}, bron_school, bron_op) = (${lijst('excluded')}, excluded.bron_school, excluded.bron_op)
        where (${lijst('c')}) is distinct from (${lijst('excluded')})
       returning c.leerling_id)
     insert into leer_gewijzigd select leerling_id from weg union select leerling_id from geschreven`;
}
