import type { Hangtabel } from '#leerlingen';
import { WORDT_STAP } from './stap.sql.js';

/** A casus moves with its youngster. Its lines don't: they are read through the references (leerling_met_voorgangers). */
export const CASUSTABEL: Hangtabel = {
  ...{ tabel: 'casus', sleutel: ['id'] },
  bezet: `t.fase = 'gesloten' and p.fase <> 'gesloten'
    and exists (select from casus o where o.regio_id = :regio and o.leerling_id = p.leerling_id and o.loopt)`,
  // Opened while they were one, about nothing but what is of the other: it goes along, unless there is one already.
  later: `(not t.loopt is true or not exists (select from casus o where o.regio_id = :regio and o.leerling_id = :vervalt and o.loopt))
    and exists (select from signaal s where s.regio_id = :regio and s.casus_id = t.id)
    and not exists (select from signaal s where s.regio_id = :regio and s.casus_id = t.id and s.leerling_id <> :vervalt)`,
};

/** The reden moves with what was known first; of two running casussen the one that stays keeps its own. */
export const REDENTABEL: Hangtabel = {
  ...{ tabel: 'casus_reden', sleutel: ['id'], kolom: null, geheim: ['waarde'] },
  waar: 't.casus_id in (select c.id from casus c where c.regio_id = :regio and c.leerling_id in (:blijft, :vervalt))',
};

/** Who was told goes along with the step that they were told of. */
export const OPSCHALINGTABEL: Hangtabel = {
  ...{ tabel: 'opschaling', sleutel: ['id'], kolom: null },
  waar: 't.casus_id in (select c.id from casus c where c.regio_id = :regio and c.leerling_id in (:blijft, :vervalt))',
};

// Binds of every statement here: $1 region, $2 leerling ids (or casus ids).

export const LOPEND = `select leerling_id as "leerlingId" from casus where regio_id = $1 and leerling_id = any ($2::bigint[]) and loopt`;

// The older one first: that one stays.
export const VERGRENDEL_LOPEND = `
select id, nummer, verantwoordelijke_id as "verantwoordelijkeId" from casus
 where regio_id = $1 and leerling_id = any ($2::bigint[]) and loopt order by geopend_op, id for no key update`;

export const SLUIT_IN = `
update casus set fase = 'gesloten', uitkomst = 'samengevoegd', gesloten_op = $4, volgende_taak_id = null, vervalt_op = null, opgegaan_in = $2,
       opgeschort_tot = null, wacht_op = null, wakker_op = null
 where regio_id = $1 and id = $3`;

// Help that had begun in the other goes on here.
export const NEEM_OVER = `
update casus h
   set fase = case when h.fase = 'nagaan' and s.fase = 'begeleiding' then s.fase else h.fase end,
       eerste_gesprek_op = least(h.eerste_gesprek_op, s.eerste_gesprek_op),
       woordvoerder_id = coalesce(h.woordvoerder_id, s.woordvoerder_id)
  from casus s where h.regio_id = $1 and h.id = $2 and s.regio_id = $1 and s.id = $3`;

export const NEEM_REDEN_OVER = `
update casus_reden r set casus_id = $2
 where r.regio_id = $1 and r.casus_id = $3 and not exists (select from casus_reden h where h.regio_id = $1 and h.casus_id = $2)`;

// Only of the step that is the next one here: that is not told again, and nobody else sees more by it.
export const NEEM_OPSCHALINGEN_OVER = `
update opschaling o set casus_id = c.id from casus c
 where c.regio_id = $1 and c.id = $2 and o.regio_id = $1 and o.casus_id = $3 and o.taak_id = c.volgende_taak_id
   and not exists (select from opschaling e where e.regio_id = $1 and e.casus_id = c.id and e.taak_id = o.taak_id
                      and e.niveau = o.niveau and e.uiterlijk = o.uiterlijk)`;

export const NEEM_SIGNALEN_OVER = `update signaal set casus_id = $2 where regio_id = $1 and casus_id = $3`;

// The first open task of each running casus is its next step: where the one it had is no longer its own and open, or, of the
// casus that stays, where one that came along is due earlier. What a colleague is asked is no step.
const EERSTE_STAP = `
update casus c set ${WORDT_STAP}
  from (select distinct on (t.casus_id) t.casus_id, t.id, t.vervalt_op, t.soort
          from casus k join taak t on t.regio_id = k.regio_id and t.casus_id = k.id and t.toestand = 'open' and t.soort <> 'overname'
         where k.regio_id = $1 and k.leerling_id = any ($2::bigint[]) and k.loopt order by t.casus_id, t.vervalt_op, t.id) t
 where c.regio_id = $1 and c.id = t.casus_id`;
export const VERVROEG_STAP = `${EERSTE_STAP} and t.vervalt_op < c.vervalt_op`;
export const HERSTEL_STAP = `${EERSTE_STAP}
   and not exists (select from taak e where e.regio_id = $1 and e.id = c.volgende_taak_id and e.casus_id = c.id and e.toestand = 'open'
                      and e.vervalt_op = c.vervalt_op)`;

// Open again beside the one that was opened while they were one: it stays closed, into that one.
export const NIET_HEROPEND = `
select c.id as sluit, o.id as houd, (r.was ->> 'verantwoordelijke_id')::bigint as "vanEigenaar", o.verantwoordelijke_id as "naarEigenaar"
  from samenvoeging_rij r
  join casus c on c.regio_id = $1 and c.id = (r.sleutel ->> 'id')::bigint and c.leerling_id = any ($2::bigint[]) and c.fase = 'gesloten'
   and c.opgegaan_in is not null
  join casus o on o.regio_id = $1 and o.leerling_id = c.leerling_id and o.loopt
 where r.regio_id = $1 and r.samenvoeging_id = $3 and r.tabel = 'casus' and r.was ->> 'fase' <> 'gesloten' and r.werd ->> 'fase' = 'gesloten'`;
export const GA_OP_IN = `update casus set opgegaan_in = $2 where regio_id = $1 and id = $3`;

// The book brings the task of an offer back, but not the offer: its answer would be about nothing.
export const LAAT_AANBOD_LOS = `
update taak t set toestand = 'vervallen', resultaat = 'anderToegewezen', afgerond_op = $3
  from casus c
 where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) and t.regio_id = $1 and t.casus_id = c.id and t.toestand = 'open'
   and t.soort in ('overname', 'overnameAndereRegio')
   and not exists (select from overname o where o.regio_id = $1 and o.taak_id = t.id and o.open)`;

// A signaal is never in the casus of somebody else; what it needs is judged again.
export const LAAT_LOS = `
update signaal s set casus_id = null from casus c
 where s.regio_id = $1 and s.leerling_id = any ($2::bigint[]) and c.regio_id = $1 and c.id = s.casus_id and c.leerling_id <> s.leerling_id`;

// Whoever stopped since cannot have the casus that is open again.
export const VERVANG_GESTOPTE = `
update casus c set verantwoordelijke_id = r.procesbewaker_id from regio r, medewerker m
 where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) and c.loopt and r.id = $1
   and m.regio_id = $1 and m.id = c.verantwoordelijke_id and not m.actief`;

export const ZONDER_STAP = `
select c.id as "casusId", c.verantwoordelijke_id as "eigenaarId", c.doelgroep from casus c
 where c.regio_id = $1 and c.leerling_id = any ($2::bigint[]) and c.loopt
   and not exists (select from taak t where t.regio_id = $1 and t.casus_id = c.id and t.toestand = 'open' and t.soort <> 'overname')`;
