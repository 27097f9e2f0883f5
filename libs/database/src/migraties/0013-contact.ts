import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom to call: phone and e-mail of a candidate and the parents, as the school delivers them. */
export class Contact implements MigrationInterface {
  readonly name = 'Contact1795000000013';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CONTACT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const CONTACT = `
create table contact (
  regio_id int not null,
  leerling_id bigint not null,
  soort text not null check (soort in ('leerling', 'ouder1', 'ouder2')),
  naam text,
  -- E.164
  telefoon text check (telefoon ~ '^[+][1-9][0-9]{7,14}$'),
  email text,
  gezag text check (gezag in ('ja', 'nee', 'onbekend')),
  -- whose delivery it comes from: only that school takes it away, and an older delivery never replaces a newer one
  bron_school text not null,
  bron_op date not null,
  primary key (regio_id, leerling_id, soort),
  -- a part of the leerling: it goes with the leerling
  foreign key (regio_id, leerling_id) references leerling (regio_id, id) on delete cascade,
  foreign key (regio_id, bron_school) references school (regio_id, code),
  check (num_nonnulls(naam, telefoon, email, gezag) > 0)
);
comment on table contact is 'T1, candidates only. With adres_geheim only for the casusverantwoordelijke and the own school.';

-- The format that the sender named; null: the content tells.
alter table aanlevering add column formaat text
  check (formaat in ('csv', 'xlsx', 'duo-vsv', 'rod', 'edexml', 'oneroster'));
`;
