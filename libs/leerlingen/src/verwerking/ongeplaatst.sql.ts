// A row that was refused and whose key and leerlingnummer nobody here has: it stands for somebody, but not for whom.
const ONGEPLAATST = `not q.goed
        and not exists (select from inschrijving e where e.regio_id = :regio and e.school = :school and e.rijsleutel = q.rijsleutel)
        and not exists (select from schoolkoppeling e where e.regio_id = :regio and e.school = :school and e.leerlingnummer = q.leerlingnummer)`;

/** Whether there is a refused row that does not tell whose it is: as long as it is there, nobody is gone. */
export const NAAMLOOS = `exists (select from {{rij}} q where ${ONGEPLAATST} and (q.achternaam is null or q.geboortedatum is null)
                 and not exists (select from leerling_pgn p where p.regio_id = :regio and p.hash = q.pgn_hash))`;

/**
 * Whether enrolment `i` may be the one of a refused row that cannot be placed by its key or leerlingnummer: by its PGN or
 * its name and geboortedatum where it has those; of a row that does not tell whose it is, that is every enrolment. Who
 * may be in the file is not gone (intake.md, check).
 */
export const MISSCHIEN_GEWEIGERD = `(
       ${NAAMLOOS}
       or i.leerling_id in (
            select p.leerling_id from {{rij}} q join leerling_pgn p on p.regio_id = :regio and p.hash = q.pgn_hash where ${ONGEPLAATST}
            union all
            select coalesce(l.samengevoegd_in, l.id) from {{rij}} q
              join leerling l on l.regio_id = :regio and l.geboortedatum = q.geboortedatum and l.achternaam_norm = naam_norm(q.achternaam)
             where ${ONGEPLAATST}))`;
