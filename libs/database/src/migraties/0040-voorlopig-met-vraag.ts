import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A provisional leerling has an open question: otherwise nobody ever decides, and nothing about it goes to a school. */
export class VoorlopigMetVraag implements MigrationInterface {
  readonly name = 'VoorlopigMetVraag1795000000040';

  async up(db: QueryRunner): Promise<void> {
    await db.query(HERSTEL);
    await db.query(BEWAAK);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

// What undoing and merging left behind before this was guarded.
const HERSTEL = `
update leerling l set voorlopig = false
 where l.voorlopig and l.samengevoegd_in is null
   and not exists (select from koppelvoorstel k where k.regio_id = l.regio_id and k.leerling_id = l.id and k.status = 'open')`;

// At commit, by trigger and not by foreign key: one of several questions is as good as another, and a pointer at one would
// have to be moved with each answer. Write skew, which breaks such triggers, is not possible: whoever asks, answers or takes
// back holds the slot of the region.
const BEWAAK = `
create function keur_voorlopig() returns trigger language plpgsql as $$
declare
  wie bigint;
begin
  if tg_table_name = 'leerling' then wie := new.id; else wie := old.leerling_id; end if;
  if exists (select from leerling l where l.regio_id = coalesce(new.regio_id, old.regio_id) and l.id = wie and l.voorlopig and l.samengevoegd_in is null)
    and not exists (select from koppelvoorstel k where k.regio_id = coalesce(new.regio_id, old.regio_id) and k.leerling_id = wie and k.status = 'open')
  then
    raise exception 'Provisional leerling % has no open question.', wie
      using errcode = 'check_violation', constraint = 'leerling_voorlopig_met_vraag', table = 'leerling';
  end if;
  return null;
end $$;

create constraint trigger leerling_voorlopig_met_vraag after insert or update of voorlopig, samengevoegd_in on leerling
  deferrable initially deferred for each row when (new.voorlopig and new.samengevoegd_in is null) execute function keur_voorlopig();
create constraint trigger koppelvoorstel_voorlopig_anders after update of status, leerling_id on koppelvoorstel
  deferrable initially deferred for each row
  when (old.status = 'open' and (new.status <> 'open' or new.leerling_id <> old.leerling_id)) execute function keur_voorlopig();
create constraint trigger koppelvoorstel_voorlopig_weg after delete on koppelvoorstel
  deferrable initially deferred for each row when (old.status = 'open') execute function keur_voorlopig();
`;
