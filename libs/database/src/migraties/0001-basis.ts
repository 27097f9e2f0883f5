import type { MigrationInterface, QueryRunner } from 'typeorm';
import { vulKalender } from './kalender.js';

/** Roles, the instance, the tenant, the calendar and the law table. */
export class Basis implements MigrationInterface {
  readonly name = 'Basis1795000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(ROLLEN);
    await db.query(TABELLEN);
    await vulKalender(db);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

// Roles belong to the cluster, not to one database: another instance may have made them already, or be making them now.
const ROLLEN = `
do $$
declare rol text;
begin
  foreach rol in array array['sluitend_api', 'sluitend_worker'] loop
    if not exists (select from pg_roles where rolname = rol) then
      begin
        execute format('create role %I nologin', rol);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    -- Whoever made a role with createrole may administer it, but (PostgreSQL 16) only becomes it after a grant.
    if not (select rolsuper from pg_roles where rolname = current_user) then
      begin
        execute format('grant %I to current_user', rol);
      exception when insufficient_privilege then null; -- made by another owner, who granted it or has yet to
      end;
    end if;
    execute format('grant usage on schema public to %I', rol);
    execute format('alter default privileges in schema public grant select, insert, update, delete on tables to %I', rol);
    execute format('alter default privileges in schema public grant usage, select on sequences to %I', rol);
  end loop;
end $$;
`;

const TABELLEN = `
create schema inname;
comment on schema inname is 'Unlogged work tables of running deliveries; nothing here outlives its transaction.';
grant usage, create on schema inname to sluitend_worker;

create function verhoog_versie() returns trigger language plpgsql as $$
begin
  new.versie := old.versie + 1;
  return new;
end $$;

create function alleen_toevoegen() returns trigger language plpgsql as $$
begin
  raise exception 'Deze tabel is alleen om aan toe te voegen.' using errcode = 'insufficient_privilege';
end $$;

create table instantie (
  enige boolean primary key default true check (enige),
  soort text not null check (soort in ('proef', 'productie')),
  gestart_op timestamptz not null default now()
);
create trigger instantie_vast before update or delete on instantie for each row execute function alleen_toevoegen();

create table regio (
  id int primary key check (id between 1 and 40),
  naam text not null,
  vakantiezone text not null check (vakantiezone in ('Noord', 'Midden', 'Zuid')),
  procesbewaker_id bigint,
  versie int not null default 1
);
create trigger regio_versie before update on regio for each row execute function verhoog_versie();

create table wetregel (
  code text not null,
  geldig_van date not null,
  waarde int not null,
  bron text not null,
  primary key (code, geldig_van)
);
insert into wetregel (code, geldig_van, waarde, bron) values
  ('leerplichtTotLeeftijd', '1969-01-01', 16, 'Leerplichtwet 1969 art. 3'),
  ('kwalificatieplichtTotLeeftijd', '2007-08-01', 18, 'Leerplichtwet 1969 art. 4a'),
  ('doorstroompuntTotLeeftijd', '2002-01-01', 23, 'RMC-wetgeving, WEC/WVO/WEB tot 2026'),
  ('doorstroompuntTotLeeftijd', '2026-01-01', 27, 'Wet van school naar duurzaam werk');

create table kalenderdag (
  datum date primary key,
  werkdag boolean not null,
  -- how many working days there are up to and including this date: adding n working days is one look-up
  werkdag_nr int not null
);
comment on table kalenderdag is 'Dutch calendar with the holidays of the Algemene termijnenwet art. 3; filled by migreer.';
create unique index kalenderdag_werkdag on kalenderdag (werkdag_nr) where werkdag;

create table schoolvakantie (
  zone text not null check (zone in ('Noord', 'Midden', 'Zuid')),
  schooljaar int not null,
  soort text not null check (soort in ('herfst', 'kerst', 'voorjaar', 'mei', 'zomer')),
  eerste_dag date not null,
  laatste_dag date not null check (laatste_dag >= eerste_dag),
  primary key (zone, schooljaar, soort)
);
comment on column schoolvakantie.schooljaar is 'The schooljaar in which the holiday begins: summer 2026 belongs to 2025.';
insert into schoolvakantie (zone, schooljaar, soort, eerste_dag, laatste_dag) values
  ('Noord', 2022, 'zomer', '2023-07-22', '2023-09-03'), ('Midden', 2022, 'zomer', '2023-07-08', '2023-08-20'), ('Zuid', 2022, 'zomer', '2023-07-15', '2023-08-27'),
  ('Noord', 2023, 'zomer', '2024-07-20', '2024-09-01'), ('Midden', 2023, 'zomer', '2024-07-13', '2024-08-25'), ('Zuid', 2023, 'zomer', '2024-07-06', '2024-08-18'),
  ('Noord', 2024, 'zomer', '2025-07-12', '2025-08-24'), ('Midden', 2024, 'zomer', '2025-07-19', '2025-08-31'), ('Zuid', 2024, 'zomer', '2025-07-05', '2025-08-17'),
  ('Noord', 2025, 'zomer', '2026-07-04', '2026-08-16'), ('Midden', 2025, 'zomer', '2026-07-18', '2026-08-30'), ('Zuid', 2025, 'zomer', '2026-07-11', '2026-08-23'),
  ('Noord', 2026, 'zomer', '2027-07-10', '2027-08-22'), ('Midden', 2026, 'zomer', '2027-07-17', '2027-08-29'), ('Zuid', 2026, 'zomer', '2027-07-24', '2027-09-05');

create function schooljaar_van(datum date) returns int language sql immutable parallel safe as
  $$ select extract(year from datum)::int - case when extract(month from datum) < 8 then 1 else 0 end $$;

-- Day 0 is the start; a start on a day off counts from the last working day before it.
-- plpgsql keeps its plan for the session; before PostgreSQL 18 a function in sql is planned again in every statement.
create function plus_werkdagen(van_datum date, aantal int) returns date language plpgsql stable parallel safe as $$
begin
  return (select na.datum from kalenderdag van join kalenderdag na on na.werkdag and na.werkdag_nr = van.werkdag_nr + aantal where van.datum = van_datum);
end $$;

create function wetwaarde(gevraagd text, op date) returns int language sql stable parallel safe as
  $$ select waarde from wetregel where code = gevraagd and geldig_van <= op order by geldig_van desc limit 1 $$;
`;
