import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people settle about a traject: another end, an intention with a date, a confirmed arrival elsewhere. */
export class Bestemming implements MigrationInterface {
  readonly name = 'Bestemming1795000000027';

  async up(db: QueryRunner): Promise<void> {
    await db.query(BESTEMMING);
    await db.query(BEVESTIGING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}

const BESTEMMING = `
alter table traject
  add column bestemming_grond bytea,
  add column bestemming_regio int,
  add column bestemming_geaccepteerd_op date,
  add column voorgenomen_vervolg_tot date;
comment on column traject.bestemming_grond is 'On which article it rests; encrypted, since it may tell of health or belief.';
comment on column traject.bestemming_regio is 'The region that took the youngster over, and since when it accepted that.';
comment on column traject.voorgenomen_vervolg_tot is 'Last day on which it holds, when that is earlier than the calendar says.';
alter table traject
  add constraint traject_bestemming_code check (bestemming in ('havo','vmboAndereLeerweg','zittenblijven','vavo','staatsexamen','particulier',
    'inburgering','werkMetStartkwalificatie','werkZonderStartkwalificatie','tussenjaar','zorgBehandeling','detentie','dagbesteding',
    'vrijstelling','vervangendeLeerplicht','overgedragenAndereRegio','buitenland','overleden')),
  add constraint traject_bestemming_volledig check ((bestemming is null) = (bestemming_bewijs is null)
    and (bestemming is null) = (bestemming_door is null) and (bestemming is null) = (bestemming_geldig_van is null)
    and (bestemming is not null or num_nonnulls(bestemming_geldig_tot, bestemming_grond, bestemming_regio, bestemming_geaccepteerd_op) = 0)),
  -- only an end that can be for good has no date on which it is looked at again
  add constraint traject_bestemming_einde check (bestemming_geldig_tot is not null
    or bestemming in ('overleden','buitenland','overgedragenAndereRegio','werkMetStartkwalificatie','vrijstelling')),
  add constraint traject_bestemming_grond check ((bestemming_grond is not null) = coalesce(bestemming in ('vrijstelling','vervangendeLeerplicht'), false)),
  -- an exemption is of a schooljaar
  add constraint traject_bestemming_schooljaar check (bestemming_grond is null or bestemming_geldig_tot is null
    or (extract(month from bestemming_geldig_tot), extract(day from bestemming_geldig_tot)) = (7, 31)),
  add constraint traject_bestemming_overgedragen check (num_nonnulls(bestemming_regio, bestemming_geaccepteerd_op)
    = case when bestemming = 'overgedragenAndereRegio' then 2 else 0 end),
  add constraint traject_voorgenomen_vervolg check (voorgenomen_vervolg in ('havo','vmbo','vavo','zittenblijven','pro','vso','particulier','werk','dagbesteding')),
  add constraint traject_voorgenomen_vervolg_tot check (voorgenomen_vervolg_tot is null or voorgenomen_vervolg is not null);
-- what ends some night
create index traject_bestemming_tot on traject (regio_id, bestemming_geldig_tot) where bestemming_geldig_tot is not null;
`;

const BEVESTIGING = `
alter table traject
  add column aankomst_brin text check (aankomst_brin ~ '^[0-9]{2}[A-Z]{2}$'),
  add column aankomst_op date,
  add column aankomst_bevestigd_op date,
  add column aankomst_bewijs text,
  add column aankomst_door text,
  add column aankomst_geldig_tot date,
  add constraint traject_aankomst check (num_nonnulls(aankomst_brin, aankomst_op, aankomst_bevestigd_op, aankomst_bewijs, aankomst_door) in (0, 5)
    and (aankomst_geldig_tot is null or aankomst_op is not null) and aankomst_op <= aankomst_bevestigd_op);
comment on column traject.aankomst_op is 'Arrived at a school that does not deliver, on this date, as somebody confirmed with proof.';
comment on column traject.aankomst_geldig_tot is 'Confirmed before 1 October: the last day on which it may be confirmed again.';
create index traject_aankomst on traject (regio_id, schooljaar, school) where aankomst_op is not null;

-- A task about a traject: is the youngster still at the school that does not deliver?
alter table taak add column traject_id bigint;
alter table taak add constraint taak_traject foreign key (regio_id, traject_id) references traject (regio_id, id);
create unique index taak_traject_open on taak (regio_id, traject_id, soort) where toestand = 'open' and traject_id is not null;
insert into termijn (soort, doelgroep, geldig_van, werkdagen, bron) values
  ('bevestigAankomst', '', '2000-01-01', 10, 'Ontwerp Sluitend, domein 3');
`;
