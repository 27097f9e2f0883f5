import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stuck is the same in the ledger as in the weekly overview: a suspended casus is not, nor one that waits for its date. */
export class Vastgelopen implements MigrationInterface {
  readonly name = 'Vastgelopen1795000000056';

  async up(db: QueryRunner): Promise<void> {
    await db.query(STAND);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const STAND = `
create or replace function doorstroom_stand(van_regio int, van_schooljaar int, op date, van_scholen text[] default null)
returns table (traject_id bigint, leerling_id bigint, school text, stand text, buiten_noemer boolean, zonder_contact boolean,
               vastgelopen boolean, casus_id bigint, vraag text, onderdrukt text, verouderd boolean)
language sql stable parallel safe as $$
  select v.traject_id, v.leerling_id, v.school, s.stand, s.stand = 'verklaard' and w.weg,
         s.stand = 'inBehandeling' and c.eerste_gesprek_op is null,
         s.stand = 'inBehandeling' and vast.casus_id is not null,
         c.id, v.vraag, v.onderdrukt, v.verouderd
    from doorstroom_vraag(van_regio, van_schooljaar, op, van_scholen) v
    join traject t on t.regio_id = van_regio and t.id = v.traject_id
    join leerling l on l.regio_id = van_regio and l.id = v.leerling_id
    left join casus c on c.regio_id = van_regio and c.leerling_id = v.leerling_id and c.fase <> 'gesloten'
    left join casussen_vastgelopen(van_regio, op) vast on vast.casus_id = c.id
   cross join lateral (select coalesce(l.overleden_op <= op, false) or v.bestemd and doorstroom_weg(t.bestemming) as weg) w
   cross join lateral (select doorstroom_kolom(w.weg, v.aangekomen, v.bestemd, c.id is not null, v.op_koers) as stand) s
$$;

create or replace function doorstroom_stand_na_controle(van_regio int, van_schooljaar int, op date)
returns table (traject_id bigint, school text, stand text, buiten_noemer boolean, zonder_contact boolean, vastgelopen boolean)
language sql stable parallel safe as $$
  select t.id, t.school, s.stand, s.stand = 'verklaard' and b.weg, s.stand = 'inBehandeling' and c.eerste_gesprek_op is null,
         s.stand = 'inBehandeling' and vast.casus_id is not null
    from traject t
    left join casus c on c.regio_id = van_regio and c.leerling_id = t.leerling_id and c.fase <> 'gesloten'
    left join casussen_vastgelopen(van_regio, op) vast on vast.casus_id = c.id
    left join leerling l on l.regio_id = van_regio and l.id = t.leerling_id and l.overleden_op <= op
   cross join lateral (
     select x.geldig, l.id is not null or x.geldig and doorstroom_weg(t.bestemming) as weg
       from (select doorstroom_bestemd(t.bestemming, t.bestemming_geldig_van, t.bestemming_geldig_tot, op) as geldig) x) b
   cross join lateral (select doorstroom_kolom(b.weg, t.status = 'aangekomen', b.geldig, c.id is not null, t.op_koers) as stand) s
   where t.regio_id = van_regio and t.schooljaar = van_schooljaar and t.gecorrigeerd_op is null
$$;
`;
