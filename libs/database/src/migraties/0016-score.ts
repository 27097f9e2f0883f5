import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NAAMLIKHEID } from './0016-naamlikheid.sql.js';
import { NAAMVORMEN } from './0016-naamvormen.sql.js';
import { SCORE } from './0016-score.sql.js';

/** How alike two records are: names in all their spellings, dates with a typing error, and what it weighs together. */
export class Score implements MigrationInterface {
  readonly name = 'Score1795000000016';

  async up(db: QueryRunner): Promise<void> {
    await db.query(NAAMVORMEN);
    await db.query(NAAMLIKHEID);
    await db.query(SCORE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
