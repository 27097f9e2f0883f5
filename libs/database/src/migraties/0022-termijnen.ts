import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terms in two calendars, and suspensions of a term. */
export class Termijnen implements MigrationInterface {
  readonly name = 'Termijnen1795000000022';

  async up(db: QueryRunner): Promise<void> {
    await db.query(KALENDERS);
    await db.query(SOORTEN);
    await db.query(OPSCHORTING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const KALENDERS = `
alter table termijn add column kalender text not null default 'werkdagen' check (kalender in ('werkdagen', 'schoolwerkdagen'));
comment on column termijn.werkdagen is 'How many days of its calendar: werkdagen for officers, schoolwerkdagen for people of a school.';

-- Day 0 is the start, as in plus_werkdagen; a day counts when there is school in this zone. Backwards with a negative number.
create function plus_schoolwerkdagen(van_zone text, van_datum date, aantal int) returns date language plpgsql stable parallel safe as $$
begin
  if aantal > 0 then
    return (select k.datum from kalenderdag k
             where k.werkdag and k.datum > van_datum
               and not exists (select from schoolvakantie v where v.zone = van_zone and k.datum between v.eerste_dag and v.laatste_dag)
             order by k.datum offset aantal - 1 limit 1);
  end if;
  return (select k.datum from kalenderdag k
           where k.werkdag and k.datum <= van_datum
             and not exists (select from schoolvakantie v where v.zone = van_zone and k.datum between v.eerste_dag and v.laatste_dag)
           order by k.datum desc offset - aantal limit 1);
end $$;

-- The calendar of a soort on a date; what has no term counts in werkdagen.
create function kalender_van(van_soort text, op date) returns text language sql stable parallel safe as $$
  select coalesce((select t.kalender from termijn t where t.soort = van_soort and t.geldig_van <= op
                    order by t.doelgroep <> '', t.geldig_van desc limit 1), 'werkdagen')
$$;

-- A date moved by days of the calendar of this soort.
create function schuif_termijn(van_regio int, van_soort text, van_datum date, aantal int) returns date language sql stable parallel safe as $$
  select case kalender_van(van_soort, van_datum)
           when 'schoolwerkdagen' then plus_schoolwerkdagen((select vakantiezone from regio where id = van_regio), van_datum, aantal)
           else plus_werkdagen(van_datum, aantal) end
$$;

-- Days of that calendar from a day until, but not including, another.
create function termijndagen(van_regio int, van_soort text, van date, tot date) returns int language sql stable parallel safe as $$
  select case kalender_van(van_soort, van)
           when 'schoolwerkdagen' then schoolwerkdagen((select vakantiezone from regio where id = van_regio), van - 1, tot - 1)
           else werkdagen(van - 1, tot - 1) end
$$;

-- The date on which a task that starts on this date is due: the term of its own doelgroep before the general one, in the
-- calendar that the term says, in the holiday zone of the region.
drop function termijn_op(text, text, date);
create function termijn_op(van_regio int, van_soort text, van_doelgroep text, start date) returns date language sql stable parallel safe as $$
  select case t.kalender
           when 'schoolwerkdagen' then plus_schoolwerkdagen((select vakantiezone from regio where id = van_regio), start, t.werkdagen)
           else plus_werkdagen(start, t.werkdagen) end
    from termijn t
   where t.soort = van_soort and t.doelgroep in (van_doelgroep, '') and t.geldig_van <= start
   order by t.doelgroep = '', t.geldig_van desc limit 1
$$;
`;

const SOORTEN = `
insert into termijn (soort, doelgroep, geldig_van, werkdagen, kalender, bron) values
  ('opvolging', 'leerplicht', '2000-01-01', 2, 'werkdagen', 'Afspraak: zo lang als een eerste contact'),
  ('opvolging', 'kwalificatieplicht', '2000-01-01', 2, 'werkdagen', 'Afspraak: zo lang als een eerste contact'),
  ('opvolging', '', '2000-01-01', 5, 'werkdagen', 'Afspraak: zo lang als een eerste contact'),
  ('andereWeg', '', '2000-01-01', 5, 'werkdagen', 'Afspraak: na drie keer niet bereikt een andere weg proberen'),
  ('besluit', '', '2000-01-01', 5, 'werkdagen', 'Afspraak: besluiten binnen een week na het gesprek'),
  ('begeleiding', '', '2000-01-01', 10, 'werkdagen', 'Afspraak: elke twee weken een stap'),
  ('antwoordSchool', '', '2000-01-01', 5, 'schoolwerkdagen', 'Afspraak: een school antwoordt binnen een schoolweek'),
  ('inschrijving', '', '2000-01-01', 10, 'werkdagen', 'Afspraak: twee weken voor een inschrijving'),
  ('terugkoppeling', '', '2000-01-01', 10, 'werkdagen', 'Ontwerp Sluitend, domein 5'),
  ('nazorg', '', '2000-01-01', 30, 'schoolwerkdagen', 'Afspraak: zes schoolweken na aankomst');
`;

const OPSCHORTING = `
-- A time in which the term of a task does not run: its date moves by the days of its calendar that are in it.
create table opschorting (
  regio_id int not null references regio,
  id bigint generated by default as identity,
  taak_id bigint not null,
  van date not null,
  -- the first day on which the term runs again; brought forward when it ends early
  tot date not null check (tot >= van),
  -- T2: ciphertext
  reden bytea not null,
  door bigint not null,
  gemaakt_op timestamptz not null,
  beeindigd_op timestamptz,
  beeindigd_door bigint,
  primary key (regio_id, id),
  check ((beeindigd_op is null) = (beeindigd_door is null)),
  foreign key (regio_id, taak_id) references taak (regio_id, id),
  foreign key (regio_id, door) references medewerker (regio_id, id),
  foreign key (regio_id, beeindigd_door) references medewerker (regio_id, id),
  -- no day counts twice
  constraint opschorting_los exclude using gist
    (int4range(regio_id, regio_id, '[]') with &&, int8range(taak_id, taak_id, '[]') with &&, daterange(van, tot) with &&)
);
create index opschorting_taak on opschorting (regio_id, taak_id);
revoke delete, truncate on opschorting from sluitend_api, sluitend_worker;
`;
