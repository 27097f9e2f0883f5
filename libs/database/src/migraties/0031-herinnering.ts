import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders on a signaal that stays open: never a new one (domain.md 3). */
export class Herinnering implements MigrationInterface {
  readonly name = 'Herinnering1795000000031';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table signaleringsherinnering (
        signaal text not null,
        maand_dag text not null check (maand_dag ~ '^[0-9]{2}-[0-9]{2}$'),
        vanaf_schooljaar int not null,
        bron text not null,
        primary key (signaal, maand_dag, vanaf_schooljaar)
      );
      comment on table signaleringsherinnering is 'Days in the year in which a cohort leaves, on which a signaal that is open since before is said once more.';
      insert into signaleringsherinnering (signaal, maand_dag, vanaf_schooljaar, bron) values
        ('geenAanmelding', '05-01', 2000, 'Ontwerp Sluitend, domein 3'), ('geenAanmelding', '06-01', 2000, 'Ontwerp Sluitend, domein 3');
      alter table signaal add column herinnerd_op date`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
