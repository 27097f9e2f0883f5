import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a delivery changes of contact data can be put back as well (0012). */
export class ContactVolgen implements MigrationInterface {
  readonly name = 'ContactVolgen1795000000019';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`select volg_wijzigingen('contact', 'leerling_id,soort', 'bron_school,bron_op')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
