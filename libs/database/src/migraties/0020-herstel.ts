import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a repair took over of the delivery that it repairs, so that its undoing can give it back. */
export class Herstel implements MigrationInterface {
  readonly name = 'Herstel1795000000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(HERSTEL);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const HERSTEL = `
-- A finding on a line that was repaired since is not shown, and counts no more.
alter table bevinding add column hersteld_in bigint;
alter table bevinding add constraint bevinding_hersteld_in foreign key (regio_id, hersteld_in) references aanlevering (regio_id, id);
create index bevinding_hersteld on bevinding (regio_id, hersteld_in) where hersteld_in is not null;

alter table aanlevering add column verplaatst int[];
comment on column aanlevering.verplaatst is 'Of a repair: lines that it moved out of quarantaine in the counts of herstel_van, to nieuw, gewijzigd, ongewijzigd and buitenCohort; and how many kandidaten_in_quarantaine fewer.';
alter table aanlevering add constraint aanlevering_verplaatst
  check (verplaatst is null or (herstel_van is not null and status = 'verwerkt' and cardinality(verplaatst) = 5));

-- The same bytes can be a delivery, and a repair of one.
drop index aanlevering_zelfde;
create unique index aanlevering_zelfde on aanlevering (regio_id, school, peildatum, modus, sha256, na_id, coalesce(herstel_van, 0))
  where status not in ('afgekeurd','verworpen','vervallen');
`;
