import type { DataSource } from 'typeorm';
import { legMensen } from './mensen.js';

/**
 * The people of `legMensen` and youngsters, one for each way of being seen or not. By roepnaam:
 * Anna 99AA00, lives in 0796, open casus of the coach, application at the mbo · Bram 99BB00, 0828, open casus of the
 * procesbewaker · Cato 99AA00, 0796, on course · Daan 99BB00, 0796, casus of the coach, closed on 13 March · Eva 99AA00, 0828, open
 * casus of the coach of 0796 · Finn 99BB00, 0796, open signaal, no casus · Kees of region 37, school 99AA00 there.
 */
export async function legJongeren(bron: DataSource): Promise<void> {
  await legMensen(bron);
  await bron.query(TEAMS);
  await bron.query(LEERLINGEN);
  await bron.query(CASUSSEN);
  await bron.query(AFWEZIG);
}

const TEAMS = `
insert into team (regio_id, code, naam) values (36, 'coaches', 'Doorstroomcoaches'), (36, 'oost', 'Team Oost');
insert into medewerker (regio_id, email, naam) values (36, 'teamleider-oost@regio.example', 'Teamleider Oost');
insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio)
  select 36, id, 'teamleider', true from medewerker where email = 'teamleider-oost@regio.example';
insert into account (issuer, sub, regio_id, medewerker_id)
  select 'proef', email, regio_id, id from medewerker where email = 'teamleider-oost@regio.example';
insert into teamlid (regio_id, team, medewerker_id) select 36, t.team, m.id from (values
  ('coaches', 'coach@regio.example'), ('oost', 'coach-oss@regio.example'), ('oost', 'teamleider-oost@regio.example')) as t (team, email)
  join medewerker m on m.email = t.email`;

const LEERLINGEN = `
insert into leerling (regio_id, achternaam, roepnaam, geboortedatum, woongemeente, achternaam_norm, roepnaam_norm)
select regio_id, 'Proef', naam, '2009-05-01', gemeente, 'proef', lower(naam) from (values
  (36, 'Anna', '0796'), (36, 'Bram', '0828'), (36, 'Cato', '0796'), (36, 'Daan', '0796'), (36, 'Eva', '0828'),
  (36, 'Finn', '0796'), (37, 'Kees', '0772')) as l (regio_id, naam, gemeente);
insert into schoolkoppeling (regio_id, school, leerlingnummer, leerling_id)
select l.regio_id, s.school, l.id::text, l.id from (values ('Anna', '99AA00'), ('Anna', '99ZZ00'), ('Bram', '99BB00'),
  ('Cato', '99AA00'), ('Daan', '99BB00'), ('Eva', '99AA00'), ('Finn', '99BB00'), ('Kees', '99AA00')) as s (naam, school)
  join leerling l on l.roepnaam = s.naam;
insert into traject (regio_id, leerling_id, schooljaar, school, leerlingnummer, onderwijssoort)
select regio_id, leerling_id, 2025, school, leerlingnummer, 'vmbo' from schoolkoppeling where school <> '99ZZ00';
insert into signaal (regio_id, soort, leerling_id, schooljaar, traject_id, peildatum, geopend_op, gesloten_op, sluitreden)
select t.regio_id, 'geenAanmelding', t.leerling_id, 2025, t.id, '2026-03-16', '2026-03-16', g.op, g.reden
  from traject t join leerling l on l.regio_id = t.regio_id and l.id = t.leerling_id
  cross join lateral (select case when l.roepnaam = 'Daan' then timestamptz '2026-03-13' end as op,
                             case when l.roepnaam = 'Daan' then 'opgelost' end as reden) as g
 where l.roepnaam <> 'Cato';
insert into aanlevering (regio_id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort, client_id, sha256, bytes)
select regio_id, code, 2025, '2026-03-16', 'volledig', 'ontvangen', '2026-03-16', 'client', 'x', sha256(code::bytea), 1 from school`;

// The coach of 's-Hertogenbosch is away on 16 March and the one of Oss observes; that one was away before.
const AFWEZIG = `
insert into afwezigheid (regio_id, medewerker_id, van, tot, vervanger_id)
select 36, weg.id, a.van, a.tot, voor.id from (values
  ('coach@regio.example', date '2026-03-16', date '2026-03-18', 'coach-oss@regio.example'),
  ('coach@regio.example', '2026-03-02', '2026-03-16', 'leerplicht@regio.example'),
  ('coach-oss@regio.example', '2026-03-17', '2026-03-20', 'leerplicht@regio.example')) as a (email, van, tot, vervanger)
  join medewerker weg on weg.email = a.email join medewerker voor on voor.email = a.vervanger`;

const CASUSSEN = `
begin;
insert into taak (regio_id, soort, eigenaar_id, vervalt_op, gemaakt_op, toestand, afgerond_op)
select m.regio_id, 'eersteContact ' || c.naam, m.id, '2026-03-18', '2026-03-16', c.toestand,
       case when c.toestand <> 'open' then timestamptz '2026-03-13' end from (values
  ('Anna', 'coach@regio.example', 'open'), ('Bram', 'bewaker@regio.example', 'open'), ('Daan', 'coach@regio.example', 'afgerond'),
  ('Eva', 'coach@regio.example', 'open'), ('Kees', 'coach@kempen.example', 'open')) as c (naam, email, toestand)
  join medewerker m on m.email = c.email;
insert into casus (regio_id, jaar, volgnummer, leerling_id, school, doelgroep, fase, verantwoordelijke_id, volgende_taak_id,
                   vervalt_op, geopend_op, gesloten_op, uitkomst, woongemeente)
select k.regio_id, 2026, row_number() over (order by k.id), l.id, '99AA00', 'kwalificatieplicht',
       case k.toestand when 'open' then 'nagaan' else 'gesloten' end, k.eigenaar_id, k.id, '2026-03-18', '2026-03-16',
       case when k.toestand <> 'open' then timestamptz '2026-03-13' end, case when k.toestand <> 'open' then 'alsnogOpKoers' end, l.woongemeente
  from taak k join leerling l on l.regio_id = k.regio_id and k.soort = 'eersteContact ' || l.roepnaam;
update taak set casus_id = c.id, soort = 'eersteContact' from casus c
 where c.regio_id = taak.regio_id and c.volgende_taak_id = taak.id;
insert into toewijzing (regio_id, casus_id, medewerker_id, invoer, kandidaten, uitleg, toegewezen_op, door)
select regio_id, id, verantwoordelijke_id, '{}', '[]', 'Proef.', geopend_op, 'proef' from casus;
commit`;
