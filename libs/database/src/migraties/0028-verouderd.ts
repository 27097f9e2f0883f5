import type { MigrationInterface, QueryRunner } from 'typeorm';
import { VRAAG } from './0028-vraag.sql.js';

/** The ask waits for a school that is silent, and an intention may end earlier than the calendar says. */
export class Verouderd implements MigrationInterface {
  readonly name = 'Verouderd1795000000028';

  async up(db: QueryRunner): Promise<void> {
    await db.query(VRAAG);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
