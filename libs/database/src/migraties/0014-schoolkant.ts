import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCHOOLVAKANTIES } from './0014-schoolvakanties.sql.js';

/** The school's side: uploads that hold no connection, repairs, the state of each school's deliveries, school holidays. */
export class Schoolkant implements MigrationInterface {
  readonly name = 'Schoolkant1795000000014';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UPLOADS);
    await db.query(HERSTEL);
    await db.query(STILTE);
    await db.query(SCHOOLVAKANTIES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const UPLOADS = `
-- A file that is being sent, or whose blocks are kept. Blocks are stored as they come, each in its own short transaction;
-- the delivery follows with the last one. Without a delivery nobody reads them, and they are removed.
create table upload (
  regio_id int not null references regio,
  -- the id that the delivery gets
  id bigint not null,
  client_id text not null,
  gestart_op timestamptz not null,
  -- last sign of life by the real clock: the process that receives it renews it
  levend_op timestamptz not null,
  klaar boolean not null default false,
  primary key (regio_id, id)
);
create index upload_open on upload (regio_id, client_id) where not klaar;
insert into upload (regio_id, id, client_id, gestart_op, levend_op, klaar)
select regio_id, id, client_id, ontvangen_op, ontvangen_op, true from aanlevering;
alter table aanlevering_blok drop constraint aanlevering_blok_regio_id_aanlevering_id_fkey;
alter table aanlevering_blok add constraint aanlevering_blok_upload
  foreign key (regio_id, aanlevering_id) references upload (regio_id, id) on delete cascade;
`;

const HERSTEL = `
alter table aanlevering add column herstel_van bigint;
comment on column aanlevering.herstel_van is 'The delivery of which this one repairs rows that were kept out; it is never a repair itself.';
alter table aanlevering add constraint aanlevering_herstel_van foreign key (regio_id, herstel_van) references aanlevering (regio_id, id);
alter table aanlevering add constraint aanlevering_herstel_mutaties check (herstel_van is null or modus = 'mutaties');
create index aanlevering_herstel on aanlevering (regio_id, herstel_van) where herstel_van is not null;
`;

const STILTE = `
-- The newest of a school: what was processed, and what came in.
create index aanlevering_verwerkt on aanlevering (regio_id, school, peildatum, id) where status = 'verwerkt';

-- Since when a school is expected to deliver: the first night that found it so. Before its first delivery, silence counts
-- from here.
create table leververwachting (
  regio_id int not null,
  school text not null,
  vanaf date not null,
  primary key (regio_id, school),
  foreign key (regio_id, school) references school (regio_id, code)
);

-- Working days after a date, until and with another, on which there is school in this zone.
create function schoolwerkdagen(van_zone text, na date, tot_en_met date) returns int language sql stable parallel safe as $$
  select count(*)::int from kalenderdag k
   where k.werkdag and k.datum > na and k.datum <= tot_en_met
     and not exists (select from schoolvakantie v where v.zone = van_zone and k.datum between v.eerste_dag and v.laatste_dag)
$$;

-- Working days after a date, until and with another.
create function werkdagen(na date, tot_en_met date) returns int language sql stable parallel safe as $$
  select t.werkdag_nr - v.werkdag_nr from kalenderdag v, kalenderdag t where v.datum = na and t.datum = tot_en_met
$$;
`;
