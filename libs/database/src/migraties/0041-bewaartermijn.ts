import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long what is no youngster's file is kept (toegang.md 7): raw uploads, findings, the books of merges. */
export class Bewaartermijn implements MigrationInterface {
  readonly name = 'Bewaartermijn1795000000041';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TERMIJNEN);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const TERMIJNEN = `
-- Like wetregel and termijn the same for every region until one asks otherwise.
create table bewaartermijn (
  soort text not null,
  geldig_van date not null,
  dagen int not null check (dagen >= 0),
  bron text not null,
  primary key (soort, geldig_van)
);
insert into bewaartermijn (soort, geldig_van, dagen, bron) values
  ('upload', '2000-01-01', 14, 'Ontwerp Sluitend, toegang 7: ruwe uploads; met wat een aanlevering veranderde'),
  ('bevinding', '2000-01-01', 90, 'Ontwerp Sluitend, toegang 7: bevindingen'),
  ('samenvoegboek', '2000-01-01', 365, 'Ontwerp zwijgt: een heel schooljaar lang kan blijken dat twee leerlingen niet dezelfde zijn');

-- Everything from before this instant may go. Null, and so nothing, when there is no term.
create function bewaren_vanaf(gevraagd text, op date, nu timestamptz) returns timestamptz language sql stable parallel safe as $$
  select nu - make_interval(days => t.dagen) from bewaartermijn t where t.soort = gevraagd and t.geldig_van <= op order by t.geldig_van desc limit 1 $$;
`;
