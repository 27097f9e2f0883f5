import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger with the list behind each stored number, and the nightly proof that it adds up. */
export class Bewijs implements MigrationInterface {
  readonly name = 'Bewijs1795000000029';

  async up(db: QueryRunner): Promise<void> {
    await db.query(STANDVERLOOP);
    await db.query(BEWIJS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const STANDVERLOOP = `
-- In which column of the stored ledger a traject was counted, from the night on which that changed.
create table standverloop (
  regio_id int not null,
  traject_id bigint not null,
  vanaf date not null,
  school text not null,
  -- null: from here on no longer counted
  stand text check (stand in ('verklaard','aangekomen','inBehandeling','onderweg','onverklaard')),
  buiten_noemer boolean not null,
  zonder_contact boolean not null,
  vastgelopen boolean not null,
  primary key (regio_id, traject_id, vanaf),
  foreign key (regio_id, traject_id) references traject (regio_id, id) on delete cascade,
  foreign key (regio_id, school) references school (regio_id, code)
);

-- How every traject of a cohort was counted on a date of which the ledger is stored.
create function doorstroom_stand_op(van_regio int, van_schooljaar int, op date)
returns table (traject_id bigint, leerling_id bigint, school text, stand text, buiten_noemer boolean, zonder_contact boolean, vastgelopen boolean)
language sql stable parallel safe as $$
  select t.id, t.leerling_id, v.school, v.stand, v.buiten_noemer, v.zonder_contact, v.vastgelopen
    from traject t
   cross join lateral (select s.* from standverloop s where s.regio_id = van_regio and s.traject_id = t.id and s.vanaf <= op
                        order by s.vanaf desc limit 1) v
   where t.regio_id = van_regio and t.schooljaar = van_schooljaar and v.stand is not null
$$;

drop function doorstroom_stand_na_controle(int, int, date);
-- As the last check judged it, without asking again: for the snapshot that ends a whole run.
create function doorstroom_stand_na_controle(van_regio int, van_schooljaar int, op date)
returns table (traject_id bigint, school text, stand text, buiten_noemer boolean, zonder_contact boolean, vastgelopen boolean)
language sql stable parallel safe as $$
  select t.id, t.school, s.stand, s.stand = 'verklaard' and b.weg, s.stand = 'inBehandeling' and c.eerste_gesprek_op is null,
         case when s.stand = 'inBehandeling' and c.vervalt_op < op - 13 then plus_werkdagen(c.vervalt_op, 10) < op else false end
    from traject t
    left join casus c on c.regio_id = van_regio and c.leerling_id = t.leerling_id and c.fase <> 'gesloten'
    left join leerling l on l.regio_id = van_regio and l.id = t.leerling_id and l.overleden_op <= op
   cross join lateral (
     select x.geldig, l.id is not null or x.geldig and doorstroom_weg(t.bestemming) as weg
       from (select doorstroom_bestemd(t.bestemming, t.bestemming_geldig_van, t.bestemming_geldig_tot, op) as geldig) x) b
   cross join lateral (select doorstroom_kolom(b.weg, t.status = 'aangekomen', b.geldig, c.id is not null, t.op_koers) as stand) s
   where t.regio_id = van_regio and t.schooljaar = van_schooljaar and t.gecorrigeerd_op is null
$$;
`;

const BEWIJS = `
-- What came of counting again, from the trajecten, the casussen and the deliveries, beside each stored ledger.
create table grootboekbewijs (
  regio_id int not null references regio,
  schooljaar int not null,
  peildatum date not null,
  trajecten int not null,
  casussen int not null,
  kandidaturen int not null,
  -- [{soort, school, grootboek, geteld}]: numbers only
  verschillen jsonb not null,
  klopt boolean not null generated always as (verschillen = '[]'::jsonb) stored,
  primary key (regio_id, schooljaar, peildatum)
);
insert into termijn (soort, doelgroep, geldig_van, werkdagen, bron) values
  ('grootboekVerschil', '', '2000-01-01', 1, 'Afspraak: een grootboek dat niet klopt wordt de volgende werkdag bekeken');
create unique index taak_grootboek_open on taak (regio_id, soort) where toestand = 'open' and soort = 'grootboekVerschil';
`;
