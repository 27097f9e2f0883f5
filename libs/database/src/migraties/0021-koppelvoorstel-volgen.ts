import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A question that a delivery answered can be asked again when that delivery is undone (0012). */
export class KoppelvoorstelVolgen implements MigrationInterface {
  readonly name = 'KoppelvoorstelVolgen1795000000021';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`select volg_wijzigingen('koppelvoorstel', 'id', '')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
