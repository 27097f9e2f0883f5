import { EXAMENSOORTEN } from './cohort.sql.js';

/** A school (alias) that is expected to deliver on this date (a bind). */
export const levert = (school: string, op: string): string =>
  `${school}.levert and (${school}.geldig_tot is null or ${school}.geldig_tot > ${op}::date)`;

/**
 * Candidacies `k` of which the uitslag is open on a date (a bind), as `from` with its `where` (domain.md 3): at the end of
 * June of whom nothing is known, on uitslagGrens also after a herexamen. Only at the last school where they were candidate,
 * while they are there, and where there is an exam.
 */
export const openUitslag = (op: string): string => `examenkandidatuur k
    join school ks on ks.regio_id = k.regio_id and ks.code = k.school and k.onderwijssoort = any (ks.gevolgd) and ${levert('ks', op)}
    left join uitslaggrens kg on kg.regio_id = k.regio_id and kg.schooljaar = k.schooljaar
    left join inschrijving ki on ki.regio_id = k.regio_id and ki.id = k.inschrijving_id
   where k.onderwijssoort in ${EXAMENSOORTEN} and k.teruggetrokken_op is null
     and k.laatste_peildatum between make_date(k.schooljaar, 10, 1) and make_date(k.schooljaar + 1, 7, 31)
     and (k.uitslag = 'onbekend' and ${op}::date >= make_date(k.schooljaar + 1, 6, 30)
       or k.uitslag in ('onbekend','herexamen') and ${op}::date >= coalesce(kg.datum, make_date(k.schooljaar + 1, 7, 8)))
     and (ki.id is null or ki.status not in ('uitgeschreven','ingetrokken'))
     and not exists (select from examenkandidatuur n where n.regio_id = k.regio_id and n.leerling_id = k.leerling_id and n.schooljaar = k.schooljaar
                        and (n.laatste_peildatum, n.id) > (k.laatste_peildatum, k.id) and n.school <> k.school)
     and not exists (select from traject t where t.regio_id = k.regio_id and t.leerling_id = k.leerling_id and t.schooljaar = k.schooljaar
                        and t.gecorrigeerd_op is not null)`;
