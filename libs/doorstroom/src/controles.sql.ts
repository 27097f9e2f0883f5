/** Binds: the fields of NieuweControle, in order. */
export const MAAK = `
insert into doorstroomcontrole (regio_id, schooljaar, peildatum, soort, proef, door, aanlevering_id, gestart_op, idempotentie_sleutel,
                                verzoek)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (regio_id, door, idempotentie_sleutel) where idempotentie_sleutel is not null do nothing
returning id`;

export const MET_SLEUTEL = `
select id, verzoek = $4::jsonb as zelfde from doorstroomcontrole where regio_id = $1 and door = $2 and idempotentie_sleutel = $3`;

// Every school with a candidate that is followed, or with a traject from when it was.
export const VERDEEL = `
insert into doorstroomcontrole_school (regio_id, controle_id, school)
select $1, $2, s.code from school s
 where s.regio_id = $1
   and (exists (select from traject t where t.regio_id = $1 and t.schooljaar = $3 and t.school = s.code)
     or s.gevolgd <> '{}' and exists (select from examenkandidatuur k where k.regio_id = $1 and k.schooljaar = $3 and k.school = s.code))
 order by s.code
returning school`;

// The leerlingen that a delivery touched (pg_temp.geraakt) and that are or were candidate in a followed cohort, or have a
// signaal open from an older one; each at the school of its
// traject, else of its last candidacy that is followed: where the run of that school looks for it.
export const GERAAKTE_COHORTEN = `
select distinct k.schooljaar
  from pg_temp.geraakt g join examenkandidatuur k on k.regio_id = $1 and k.leerling_id = g.leerling_id
 where k.schooljaar = any ($2::int[])
    or exists (select from signaal s where s.regio_id = $1 and s.leerling_id = k.leerling_id and s.schooljaar = k.schooljaar and s.gesloten_op is null)
 order by k.schooljaar`;

export const VERDEEL_GERAAKT = `
insert into doorstroomcontrole_school (regio_id, controle_id, school, leerling_ids)
select $1, $2, school, array_agg(leerling_id order by leerling_id)
  from (select distinct on (k.leerling_id) k.leerling_id, coalesce(t.school, k.school) as school
          from pg_temp.geraakt g join examenkandidatuur k on k.regio_id = $1 and k.leerling_id = g.leerling_id and k.schooljaar = $3
          join school s on s.regio_id = $1 and s.code = k.school
          left join traject t on t.regio_id = $1 and t.leerling_id = k.leerling_id and t.schooljaar = $3
         order by k.leerling_id, k.onderwijssoort = any (s.gevolgd) desc, k.laatste_peildatum desc, k.eerste_peildatum desc, k.id desc) k
 group by school order by school
returning school`;

// Cohorts that are followed, and older ones of which somebody still has an open signaal, or a bestemming that ended since
// the last whole run. $4: today.
export const LOPENDE_COHORTEN = `
select j as schooljaar from unnest($2::int[]) j where exists (select from examenkandidatuur k where k.regio_id = $1 and k.schooljaar = j)
 union
select s.schooljaar from signaal s where s.regio_id = $1 and s.gesloten_op is null and s.traject_id is not null and s.schooljaar < $3
 union
select t.schooljaar from traject t
 where t.regio_id = $1 and t.schooljaar < $3 and t.bestemming_geldig_tot < $4::date and t.gecorrigeerd_op is null
   and not exists (select from doorstroomcontrole c where c.regio_id = $1 and c.schooljaar = t.schooljaar and c.soort = 'heel' and not c.proef
                      and c.peildatum > t.bestemming_geldig_tot)
 order by 1`;

export const VERGRENDEL_SCHOOL = `
select s.leerling_ids as "leerlingIds", s.klaar_op as "klaarOp", c.schooljaar, c.peildatum, c.soort, c.proef
  from doorstroomcontrole_school s join doorstroomcontrole c on c.regio_id = s.regio_id and c.id = s.controle_id
 where s.regio_id = $1 and s.controle_id = $2 and s.school = $3 for update of s`;

export const MELD_SCHOOL_KLAAR = `
update doorstroomcontrole_school
   set kandidaten = $4, nieuwe_signalen = $5, nieuwe_casussen = $6, grootboek = $7, leerling_ids = null, klaar_op = $8
 where regio_id = $1 and controle_id = $2 and school = $3`;

export const VERGRENDEL = `select soort, proef, schooljaar, peildatum, status from doorstroomcontrole where regio_id = $1 and id = $2 for update`;

export const SCHOLEN_TE_GAAN = `
select count(*)::int as aantal from doorstroomcontrole_school where regio_id = $1 and controle_id = $2 and klaar_op is null`;

export const MELD_KLAAR = `
update doorstroomcontrole c
   set status = 'klaar', klaar_op = $3, kandidaten = s.kandidaten, nieuwe_signalen = s.signalen, nieuwe_casussen = s.casussen
  from (select coalesce(sum(kandidaten), 0)::int as kandidaten, coalesce(sum(nieuwe_signalen), 0)::int as signalen,
               coalesce(sum(nieuwe_casussen), 0)::int as casussen
          from doorstroomcontrole_school where regio_id = $1 and controle_id = $2) s
 where c.regio_id = $1 and c.id = $2`;

// A job that was given up leaves its run unfinished until somebody gives it another chance: said here, not stored.
export const LEES = `
select c.id, c.regio_id as "regioId", c.schooljaar, c.peildatum, c.soort, c.proef,
       case when c.status = 'loopt' and exists (select from opdracht o where o.dood_op is not null and o.regio_id = c.regio_id
                                                  and o.soort = 'doorstroom.controleSchool' and o.data ->> 'controleId' = c.id::text)
            then 'mislukt' else c.status end as status,
       case when c.status = 'klaar' then c.kandidaten else t.kandidaten end as kandidaten,
       case when c.status = 'klaar' then c.nieuwe_signalen else t.signalen end as "nieuweSignalen",
       case when c.status = 'klaar' then c.nieuwe_casussen else t.casussen end as "nieuweCasussen",
       c.gestart_op as "gestartOp", c.klaar_op as "klaarOp"
  from doorstroomcontrole c
 cross join lateral (
   select coalesce(sum(s.kandidaten), 0)::int as kandidaten, coalesce(sum(s.nieuwe_signalen), 0)::int as signalen,
          coalesce(sum(s.nieuwe_casussen), 0)::int as casussen
     from doorstroomcontrole_school s where s.regio_id = c.regio_id and s.controle_id = c.id) t
 where c.regio_id = $1 and c.id = $2`;

export const GROOTBOEK_VAN_PROEF = `
select s.school, n.naam as "schoolNaam", s.grootboek
  from doorstroomcontrole_school s join school n on n.regio_id = s.regio_id and n.code = s.school
 where s.regio_id = $1 and s.controle_id = $2 and s.grootboek is not null order by s.school`;

export const LOOPT_NOG = `
select from doorstroomcontrole where regio_id = $1 and soort = 'heel' and not proef and status = 'loopt' and peildatum >= $2::date limit 1`;
