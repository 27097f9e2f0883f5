import type { Aanvulling } from '../formaten/aanvulling.js';
import { INSCHRIJVING_ONBEKEND } from './typering.sql.js';

/** Always the enrolment's own: what its row key is made of, and what only the contract's own format says. */
const EIGEN = [
  ...[
    'leerlingnummer',
    'rijsleutel',
    'onderwijssoort',
    'leerweg',
    'niveau',
    'opleidingscode',
    'opleiding',
    'begindatum',
  ],
  ...[
    'examenkandidaat',
    'verschenen_op',
    'bijzonderheid',
    'mentor',
    'decaan',
    'zorgcoordinator',
    'warme_overdracht_nodig',
  ],
];
/** The enrolment's own, unless the file says otherwise. */
const AANGEVULD = ['leerjaar', 'groep', 'einddatum', 'reden_uitstroom'];
const PERSOON = ['achternaam', 'voorvoegsel', 'roepnaam', 'geslacht', 'postcode'];

/** Left, and not only going to. */
const WEG = `(r.status = 'uitgeschreven' and coalesce(r.einddatum <= $3::date, false))`;

const WIE = {
  pgn: `join leerling_pgn w on w.regio_id = $1 and w.hash = r.pgn_hash`,
  leerlingnummer: `join schoolkoppeling w on w.regio_id = $1 and w.school = $2 and w.leerlingnummer = r.leerlingnummer`,
} as const;

/**
 * Completes each row from the newest enrolment at this school of the person whom it is about: found by this key, and only
 * with the same date of birth, of the same course and first day where the file names them, and begun before the day on
 * which it says that somebody left. Binds: $1 region, $2 school, $3 peildatum.
 */
export function vulAan(rij: string, { sleutel }: Aanvulling): string {
  const eigen = EIGEN.map((kolom) => `${kolom} = b.${kolom}`);
  const aangevuld = [...AANGEVULD, ...PERSOON].map((kolom) => `${kolom} = coalesce(r.${kolom}, b.${kolom})`);
  return `update ${rij} r set ${[...eigen, ...aangevuld].join(', ')},
         status = case when ${WEG} then r.status else b.status end,
         status_datum = case when ${WEG} and b.status <> 'uitgeschreven' then r.einddatum else b.status_datum end
    from (select r.regel, ${[...EIGEN, ...AANGEVULD, 'status', 'status_datum'].map((kolom) => `i.${kolom}`).join(', ')},
                 ${PERSOON.map((kolom) => `l.${kolom}`).join(', ')}
            from ${rij} r
            ${WIE[sleutel]}
            join leerling l on l.regio_id = $1 and l.id = w.leerling_id and l.geboortedatum = r.geboortedatum
           cross join lateral (
             select * from inschrijving i
              where i.regio_id = $1 and i.leerling_id = l.id and i.school = $2 and i.verdwenen_op is null
                ${sleutel === 'leerlingnummer' ? 'and i.leerlingnummer = r.leerlingnummer' : ''}
                and (r.opleidingscode is null or i.opleidingscode = lpad(r.opleidingscode, 5, '0'))
                and (r.begindatum is null or i.begindatum = r.begindatum)
                and (r.einddatum is null or i.begindatum <= r.einddatum)
              order by i.begindatum desc, i.id desc limit 1) i
           where r.goed) b
   where b.regel = r.regel`;
}

/** Rows about nobody's enrolment take no further part. Gives their lines. */
export function weesRijen(rij: string): string {
  return `update ${rij} set goed = false, dubbel = true, meldingen = coalesce(meldingen, '{}') || ${INSCHRIJVING_ONBEKEND}::smallint
   where goed and rijsleutel is null returning regel`;
}
