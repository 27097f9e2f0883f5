import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a person took a traject out of the cohort, in words. */
export class Correctie implements MigrationInterface {
  readonly name = 'Correctie1795000000030';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table traject
        add column correctie_door text,
        add column correctie_toelichting bytea,
        add constraint traject_correctie check (gecorrigeerd_op is not null or num_nonnulls(correctie_door, correctie_toelichting) = 0);
      comment on column traject.correctie_toelichting is 'T2: ciphertext.'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
