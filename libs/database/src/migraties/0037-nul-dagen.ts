import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No days later is the same day, also when that is no day of the calendar. */
export class NulDagen implements MigrationInterface {
  readonly name = 'NulDagen1795000000037';

  async up(db: QueryRunner): Promise<void> {
    await db.query(SCHUIF);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const SCHUIF = `
-- A date moved by days of the calendar of this soort: by none it stays, also when that is no day of the calendar.
create or replace function schuif_termijn(van_regio int, van_soort text, van_datum date, aantal int) returns date
language sql stable parallel safe as $$
  select case when aantal = 0 then van_datum
              when kalender_van(van_soort, van_datum) = 'schoolwerkdagen'
              then plus_schoolwerkdagen((select vakantiezone from regio where id = van_regio), van_datum, aantal)
              else plus_werkdagen(van_datum, aantal) end
$$;
`;
