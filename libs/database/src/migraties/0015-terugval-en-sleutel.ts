import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the regiocoördinator lists: casussen that fell back on the procesbewaker. And the key of a request for a run. */
export class TerugvalEnSleutel implements MigrationInterface {
  readonly name = 'TerugvalEnSleutel1795000000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TERUGVAL);
    await db.query(SLEUTEL);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

// Kept by the database on every assignment, whoever makes it: a casus that gets a regular owner leaves the list by itself.
const TERUGVAL = `
alter table casus add column terugval text check (terugval in ('geenRegel','teamLeeg','teamVol'));
comment on column casus.terugval is 'Why the procesbewaker has it, of the newest toewijzing; null when a rule gave it an owner.';

create function casus_terugval() returns trigger language plpgsql as $$
begin
  update casus c set terugval = n.terugval
    from (select distinct on (regio_id, casus_id) regio_id, casus_id, terugval from nieuw order by regio_id, casus_id, id desc) n
   where c.regio_id = n.regio_id and c.id = n.casus_id and c.terugval is distinct from n.terugval;
  return null;
end $$;
create trigger toewijzing_terugval after insert on toewijzing referencing new table as nieuw
  for each statement execute function casus_terugval();

update casus c set terugval = t.terugval
  from (select distinct on (regio_id, casus_id) regio_id, casus_id, terugval from toewijzing order by regio_id, casus_id, id desc) t
 where c.regio_id = t.regio_id and c.id = t.casus_id and t.terugval is not null;
create index casus_terugval on casus (regio_id, vervalt_op, id) where loopt is not null and terugval is not null;
`;

const SLEUTEL = `
alter table doorstroomcontrole
  add column idempotentie_sleutel text check (length(idempotentie_sleutel) between 1 and 255),
  -- what was asked under that key, as it was asked
  add column verzoek jsonb,
  add constraint doorstroomcontrole_sleutel_met_verzoek check ((idempotentie_sleutel is null) = (verzoek is null));
create unique index doorstroomcontrole_sleutel on doorstroomcontrole (regio_id, door, idempotentie_sleutel)
  where idempotentie_sleutel is not null;
`;
