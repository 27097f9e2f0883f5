import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a delivered line is recognised as the one that was taken over before. */
export class Afdruk implements MigrationInterface {
  readonly name = 'Afdruk1795000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
alter table inschrijving add column afdruk bigint;
comment on column inschrijving.afdruk is 'First 64 bits of a keyed SHA-256 of the delivered line and of how it is read. Null: read it again next time.';
`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
