import type { Tx } from '#database';
import { doe } from './doe.sql.js';
import type { Verwerkstaat } from './levering.js';
import { ververs } from './oprichting.repository.js';

/**
 * Candidacies and their uitslag (domain.md 2 and 3). J makes one only with a peildatum from 1 October to 31 July, of that
 * schooljaar; rows of August and September say nothing on last year's uitslag unless it is geslaagd or afgewezen.
 */
export async function werkKandidaturenBij(tx: Tx, staat: Verwerkstaat): Promise<void> {
  if (staat.inSeizoen) {
    await doe(tx, staat, WERK_KANDIDATUUR_BIJ);
    const nieuw = await doe(tx, staat, `${NIEUWE_KANDIDATUREN} ${VOEG_TOE}`);
    await ververs(tx, nieuw, 'examenkandidatuur');
    if (isNieuwSeizoen(staat)) await doe(tx, staat, `${ONVERANDERDE_KANDIDATEN} ${VOEG_TOE}`);
  }
  await doe(tx, staat, UITSLAG_ZONDER_J, { uitslagjaar: staat.inSeizoen ? staat.schooljaar : staat.schooljaar - 1 });
}

/**
 * Who was J and is now enrolled as N (not only from next schooljaar) counts as teruggetrokken from this peildatum, unless the uitslag is there already.
 * Comes after what vanished is marked: the row key may have changed with the J.
 */
export async function merkTeruggetrokken(tx: Tx, staat: Verwerkstaat): Promise<void> {
  if (staat.inSeizoen) await doe(tx, staat, TERUGGETROKKEN);
}

/** Whether unchanged J rows may lack their candidacy: the previous full delivery was before this season. */
function isNieuwSeizoen(staat: Verwerkstaat): boolean {
  return staat.vorigeVolledig === null || staat.vorigeVolledig < `${staat.schooljaar}-10-01`;
}

// The best J row of a leerling at this school: enrolled above left, then the first line.
const BESTE = `order by d.leerling_id, r.status <> 'ingeschreven', d.regel`;

const WERK_KANDIDATUUR_BIJ = `with j as (
    select distinct on (d.leerling_id) d.leerling_id, d.inschrijving_id, d.was_weg, r.leerlingnummer, r.onderwijssoort, r.leerweg,
           r.niveau, nullif(r.uitslag, 'onbekend') as uitslag, r.diplomadatum, r.uitstroomprofiel, r.vervolgkeuze
      from leer_doel d join {{rij}} r on r.regel = d.regel where d.kandidaat ${BESTE}),
  geschreven as (
    update examenkandidatuur e
       set leerlingnummer = j.leerlingnummer, onderwijssoort = j.onderwijssoort, leerweg = j.leerweg, niveau = j.niveau,
           uitslag = coalesce(j.uitslag, e.uitslag),
           uitslag_peildatum = case when j.uitslag <> e.uitslag then :peildatum::date else e.uitslag_peildatum end,
           diplomadatum = coalesce(j.diplomadatum, e.diplomadatum), uitstroomprofiel = coalesce(j.uitstroomprofiel, e.uitstroomprofiel),
           vervolgkeuze = coalesce(j.vervolgkeuze, e.vervolgkeuze), teruggetrokken_op = null, inschrijving_id = j.inschrijving_id,
           laatste_peildatum = case when j.was_weg or e.teruggetrokken_op is not null then :peildatum::date else e.laatste_peildatum end
      from j
     where e.regio_id = :regio and e.leerling_id = j.leerling_id and e.schooljaar = :schooljaar and e.school = :school
       and (j.was_weg or (e.leerlingnummer, e.onderwijssoort, e.leerweg, e.niveau, e.uitslag, e.diplomadatum, e.uitstroomprofiel,
                          e.vervolgkeuze, e.teruggetrokken_op, e.inschrijving_id)
           is distinct from (j.leerlingnummer, j.onderwijssoort, j.leerweg, j.niveau, coalesce(j.uitslag, e.uitslag),
                          coalesce(j.diplomadatum, e.diplomadatum), coalesce(j.uitstroomprofiel, e.uitstroomprofiel),
                          coalesce(j.vervolgkeuze, e.vervolgkeuze), null::date, j.inschrijving_id))
    returning e.leerling_id)
  insert into leer_gewijzigd select leerling_id from geschreven`;

const NIEUWE_KANDIDATUREN = `with j as (
    select distinct on (d.leerling_id) d.leerling_id, d.inschrijving_id, r.*
      from leer_doel d join {{rij}} r on r.regel = d.regel where d.kandidaat ${BESTE})`;

const ONVERANDERDE_KANDIDATEN = `with j as (
    select distinct on (d.leerling_id) d.leerling_id, d.inschrijving_id, r.*
      from (select n.regel, n.oud_leerling_id as leerling_id, n.inschrijving_id from leer_rij n
             where n.hash = n.oud_hash and n.kandidaat) d
      join {{rij}} r on r.regel = d.regel ${BESTE})`;

const VOEG_TOE = `, geschreven as (
    insert into examenkandidatuur (regio_id, leerling_id, school, schooljaar, leerlingnummer, onderwijssoort, leerweg, niveau, uitslag,
      uitslag_peildatum, diplomadatum, uitstroomprofiel, vervolgkeuze, eerste_peildatum, laatste_peildatum, inschrijving_id)
    select :regio, j.leerling_id, :school, :schooljaar, j.leerlingnummer, j.onderwijssoort, j.leerweg, j.niveau,
           coalesce(j.uitslag, 'onbekend'), case when j.uitslag <> 'onbekend' then :peildatum::date end, j.diplomadatum,
           j.uitstroomprofiel, j.vervolgkeuze, :peildatum, :peildatum, j.inschrijving_id
      from j
     where not exists (select from examenkandidatuur e where e.regio_id = :regio and e.leerling_id = j.leerling_id
                          and e.schooljaar = :schooljaar and e.school = :school)
    returning leerling_id)
  insert into leer_gewijzigd select leerling_id from geschreven`;

// Without J a row still tells the uitslag of a candidacy at this school: in the season its own, in August and September
// last year's.
const UITSLAG_ZONDER_J = `with u as (
    select distinct on (e.id) e.id, r.uitslag, r.diplomadatum
      from leer_doel d
      join {{rij}} r on r.regel = d.regel
      join examenkandidatuur e on e.regio_id = :regio and e.leerling_id = d.leerling_id and e.schooljaar = :uitslagjaar
       and e.school = :school and e.onderwijssoort = r.onderwijssoort and e.leerweg is not distinct from r.leerweg
     where (:inSeizoen::boolean and not d.kandidaat and r.uitslag <> 'onbekend') or (not :inSeizoen::boolean and r.uitslag in ('geslaagd', 'afgewezen'))
     order by e.id, r.status <> 'ingeschreven', d.regel),
  geschreven as (
    update examenkandidatuur e set uitslag = u.uitslag, diplomadatum = coalesce(u.diplomadatum, e.diplomadatum),
           uitslag_peildatum = case when u.uitslag <> e.uitslag then :peildatum::date else e.uitslag_peildatum end
      from u
     where e.regio_id = :regio and e.id = u.id
       and (u.uitslag <> e.uitslag or coalesce(u.diplomadatum, e.diplomadatum) is distinct from e.diplomadatum)
    returning e.leerling_id)
  insert into leer_gewijzigd select leerling_id from geschreven`;

const TERUGGETROKKEN = `with geschreven as (
    update examenkandidatuur e set teruggetrokken_op = :peildatum
     where e.regio_id = :regio and e.school = :school and e.schooljaar = :schooljaar and e.teruggetrokken_op is null
       and e.uitslag not in ('geslaagd', 'afgewezen')
       and e.leerling_id in (select d.leerling_id from leer_doel d where not d.kandidaat)
       and exists (select from inschrijving i where i.regio_id = :regio and i.leerling_id = e.leerling_id and i.school = :school
                      and not i.examenkandidaat and i.status = 'ingeschreven' and i.verdwenen_op is null
                      and i.begindatum <= :peildatum)
       and not exists (select from inschrijving i where i.regio_id = :regio and i.leerling_id = e.leerling_id and i.school = :school
                          and i.examenkandidaat and i.verdwenen_op is null)
    returning e.leerling_id)
  insert into leer_gewijzigd select leerling_id from geschreven`;
