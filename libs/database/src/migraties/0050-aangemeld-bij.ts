import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a school says of an application that nobody delivered yet. */
export class AangemeldBij implements MigrationInterface {
  readonly name = 'AangemeldBij1795000000050';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TRAJECT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const TRAJECT = `
-- The word of the school: good for rank 1 until a date, then it needs delivery.
alter table traject
  add column aangemeld_bij text check (aangemeld_bij ~ '^[0-9]{2}[A-Z]{2}$'),
  add column aangemeld_bij_op date,
  add column aangemeld_bij_tot date,
  add constraint traject_aangemeld_bij check (num_nonnulls(aangemeld_bij, aangemeld_bij_op, aangemeld_bij_tot) in (0, 3));
comment on column traject.aangemeld_bij_tot is 'Last day on which the word of the decaan counts as an application.';
create index traject_aangemeld_bij on traject (regio_id, schooljaar, school) where aangemeld_bij is not null;
`;
