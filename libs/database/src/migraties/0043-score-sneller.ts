import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SCORE_SNELLER } from './0043-score-sneller.sql.js';

/** The score without measuring names of pairs that cannot reach the threshold: the same outcome at less cost. */
export class ScoreSneller implements MigrationInterface {
  readonly name = 'ScoreSneller1795000000043';

  async up(db: QueryRunner): Promise<void> {
    await db.query(SCORE_SNELLER);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
