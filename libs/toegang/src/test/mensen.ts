import type { DataSource } from 'typeorm';

/**
 * Two regions with a school each way, employees with an account at the built-in provider, and clients. Enough to ask who
 * is who; specs that need pupils add them.
 */
export async function legMensen(bron: DataSource): Promise<void> {
  await bron.query(MENSEN);
}

const MENSEN = `
insert into regio (id, naam, vakantiezone) values (36, 'Noordoost-Brabant', 'Zuid'), (37, 'De Kempen', 'Zuid');
insert into gemeente (regio_id, code, naam) values (36, '0796', '''s-Hertogenbosch'), (36, '0828', 'Oss'), (37, '0772', 'Eindhoven');
insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd) values
  (36, '99AA', '00', 'Demo College', '{vmbo}', '0796', '{vmbo}'),
  (36, '99BB', '00', 'Ander College', '{vmbo}', '0828', '{vmbo}'),
  (36, '99ZZ', '00', 'Demo ROC', '{mbo}', '0796', '{}'),
  (37, '99AA', '00', 'Kempen College', '{vmbo}', '0772', '{vmbo}');
insert into medewerker (regio_id, email, naam, actief)
select m.regio_id, m.email, split_part(m.email, '@', 1), m.actief from (values
  (36, 'coach@regio.example', true), (36, 'coach-oss@regio.example', true), (36, 'leerplicht@regio.example', true),
  (36, 'bewaker@regio.example', true), (36, 'generalist@regio.example', true), (36, 'teamleider@regio.example', true),
  (36, 'coordinator@regio.example', true), (36, 'zorg-vo@school.example', true), (36, 'zorg-mbo@school.example', true),
  (36, 'decaan-bb@school.example', true), (36, 'mentor@school.example', true), (36, 'beheer@regio.example', true),
  (36, 'auditor@regio.example', true), (36, 'weg@regio.example', false), (36, 'rolloos@regio.example', true),
  (37, 'coach@kempen.example', true), (37, 'coordinator@kempen.example', true)) as m (regio_id, email, actief);
insert into medewerker_rol (regio_id, medewerker_id, rol, scholen, gemeenten, hele_regio)
select e.regio_id, e.id, r.rol, r.scholen::text[], r.gemeenten::text[], r.hele_regio from (values
  ('coach@regio.example', 'doorstroomcoach', '{}', '{0796}', false),
  ('coach-oss@regio.example', 'doorstroomcoach', '{}', '{0828}', false),
  ('leerplicht@regio.example', 'leerplichtambtenaar', '{}', '{0796}', false),
  ('bewaker@regio.example', 'generalist', '{}', '{}', true),
  ('generalist@regio.example', 'generalist', '{}', '{}', true),
  ('teamleider@regio.example', 'teamleider', '{}', '{}', true),
  ('coordinator@regio.example', 'regiocoordinator', '{}', '{}', true),
  ('zorg-vo@school.example', 'zorgcoordinator', '{99AA00}', '{}', false),
  ('zorg-mbo@school.example', 'zorgcoordinator', '{99ZZ00}', '{}', false),
  ('decaan-bb@school.example', 'decaan', '{99BB00}', '{}', false),
  ('mentor@school.example', 'mentor', '{99AA00}', '{}', false),
  ('beheer@regio.example', 'beheerder', '{}', '{}', true),
  ('auditor@regio.example', 'auditor', '{}', '{}', true),
  ('weg@regio.example', 'doorstroomcoach', '{}', '{0796}', false),
  ('coach@kempen.example', 'doorstroomcoach', '{}', '{0772}', false),
  ('coordinator@kempen.example', 'regiocoordinator', '{}', '{}', true)) as r (email, rol, scholen, gemeenten, hele_regio)
join medewerker e on e.email = r.email;
update regio set procesbewaker_id = (select id from medewerker where email = 'bewaker@regio.example') where id = 36;
insert into account (issuer, sub, regio_id, medewerker_id) select 'proef', email, regio_id, id from medewerker;
insert into client (regio_id, id, rol, scholen, actief) values
  (36, 'school-99AA', 'aanleveraar', '{99AA00}', true), (36, 'school-99BB', 'aanleveraar', '{99BB00}', true),
  (36, 'school-weg', 'aanleveraar', '{99AA00}', false), (37, 'kempen-99AA', 'aanleveraar', '{99AA00}', true)`;
