import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BOEK_VOLGT } from './0042-boek-volgt-ongedaan.sql.js';

/** A merge that stands while a delivery is undone gives back, when it is taken back itself, what was there without that delivery. */
export class BoekVolgtOngedaan implements MigrationInterface {
  readonly name = 'BoekVolgtOngedaan1795000000042';

  async up(db: QueryRunner): Promise<void> {
    await db.query(BOEK_VOLGT);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
