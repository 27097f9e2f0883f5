/** The signaleringskalender (domain.md 3): defaults as data, a region's own moments over them, and the step on a date. */
export const KALENDER = `
create table signaleringsstandaard (
  profiel text not null check (profiel in ('vervolgonderwijs','isk','entree','arbeid','dagbesteding')),
  signaal text not null check (signaal in ('geenAanmelding','geenPlaatsing','nietIngeschreven','nietAangekomen')),
  vanaf_schooljaar int not null,
  maand_dag text check (maand_dag ~ '^[0-9]{2}-[0-9]{2}$'),
  na_eerste_lesdag_werkdagen int check (na_eerste_lesdag_werkdagen >= 0),
  minimaal text not null,
  bron text not null,
  primary key (profiel, signaal, vanaf_schooljaar),
  check ((maand_dag is null) <> (na_eerste_lesdag_werkdagen is null))
);
comment on table signaleringsstandaard is 'The calendar of every region that says nothing else in signaleringsmoment.';
insert into signaleringsstandaard (profiel, signaal, vanaf_schooljaar, maand_dag, na_eerste_lesdag_werkdagen, minimaal, bron)
select p, s.signaal, 2000, s.maand_dag, s.dagen, s.minimaal, s.bron
  from unnest(array['vervolgonderwijs','isk','entree']) p,
       (values ('geenAanmelding', '04-02', null, 'aangemeld', 'WEB art. 8.0.1: aanmelden uiterlijk 1 april'),
               ('geenPlaatsing', '07-01', null, 'overeenkomstAangeboden', 'Ontwerp Sluitend, domein 3'),
               ('nietIngeschreven', null, 5, 'ingeschreven', 'Ontwerp Sluitend, domein 3'),
               ('nietAangekomen', '10-01', null, 'aangekomen', 'Teldatum 1 oktober'))
         s (signaal, maand_dag, dagen, minimaal, bron);
update signaleringsstandaard set maand_dag = '06-01', bron = 'Ontwerp Sluitend, domein 3: doorlopende instroom'
 where profiel in ('isk','entree') and signaal = 'geenAanmelding';
insert into signaleringsstandaard (profiel, signaal, vanaf_schooljaar, maand_dag, minimaal, bron)
select p, s.signaal, 2000, s.maand_dag, s.minimaal, 'Ontwerp Sluitend, domein 3'
  from unnest(array['arbeid','dagbesteding']) p,
       (values ('geenPlaatsing', '07-01', 'overeenkomstAangeboden'), ('nietAangekomen', '10-01', 'aangekomen')) s (signaal, maand_dag, minimaal);

-- Null and red are 0.
create function doorstroom_rang(status text) returns smallint language sql immutable parallel safe as $$
  select (case status when 'aangemeld' then 1 when 'intakeGepland' then 2 when 'overeenkomstAangeboden' then 3
                      when 'ingeschreven' then 4 when 'aangekomen' then 5 else 0 end)::smallint
$$;

-- A month and day of the calendar of a cohort lies in the year in which it leaves; an early application deadline from
-- October lies in the year before. 02-29 in an ordinary year is 1 March.
create function doorstroom_dag(van_schooljaar int, van_signaal text, maand_dag text) returns date language sql immutable parallel safe as $$
  select make_date(van_schooljaar + case when van_signaal = 'geenAanmelding' and maand_dag >= '10-01' then 0 else 1 end,
                   left(maand_dag, 2)::int, 1) + right(maand_dag, 2)::int - 1
$$;

-- The asked step of each school and profile on a date, the one before it, and the dates on which suppression turns. Without
-- van_scholen of every school. isk and entree have their own geenAanmelding and follow the region's «vervolgonderwijs» in
-- the other three. Dates that count from the first lesson day are worked out once per day, not per school.
create function doorstroom_kalender(van_regio int, van_schooljaar int, op date, van_scholen text[])
returns table (school text, profiel text, signaal text, vraag text, vorig_signaal text, vorige_vraag text, eerste_vanaf date,
               aankomst_vanaf date, uitslag_grens date, bewijs_vanaf date, teldatum date, nazorg_tot date)
language sql stable parallel safe as $$
  with moment as materialized (
    select c.profiel, v.volgorde, v.signaal, coalesce(r.minimaal, a.minimaal, d.minimaal) as vraag,
           doorstroom_dag(van_schooljaar, v.signaal, case when r.signaal is not null then r.maand_dag when a.signaal is not null then a.maand_dag else d.maand_dag end) as datum,
           case when r.signaal is not null then r.na_eerste_lesdag_werkdagen when a.signaal is not null then a.na_eerste_lesdag_werkdagen
                else d.na_eerste_lesdag_werkdagen end as werkdagen
      from unnest(array['vervolgonderwijs','isk','entree','arbeid','dagbesteding']) c (profiel)
     cross join (values (1, 'geenAanmelding'), (2, 'geenPlaatsing'), (3, 'nietIngeschreven'), (4, 'nietAangekomen')) v (volgorde, signaal)
      left join signaleringsmoment r on r.regio_id = van_regio and r.schooljaar = van_schooljaar
                                    and r.profiel = c.profiel and r.signaal = v.signaal
      left join signaleringsmoment a on a.regio_id = van_regio and a.schooljaar = van_schooljaar and a.profiel = 'vervolgonderwijs'
                                    and a.signaal = v.signaal and c.profiel in ('isk','entree') and v.signaal <> 'geenAanmelding'
      left join lateral (select x.* from signaleringsstandaard x
                          where x.profiel = c.profiel and x.signaal = v.signaal and x.vanaf_schooljaar <= van_schooljaar
                          order by x.vanaf_schooljaar desc limit 1) d on true
     where coalesce(r.minimaal, a.minimaal, d.minimaal) is not null),
  lesdag as materialized (
    select s.code as school, eerste_lesdag_van(van_regio, s.code, van_schooljaar + 1) as datum
      from school s where s.regio_id = van_regio and (van_scholen is null or s.code = any (van_scholen))),
  dag as materialized (
    select l.datum, plus_werkdagen(l.datum, 10) as bewijs_vanaf from (select distinct datum from lesdag) l),
  stap as materialized (
    select e.datum as lesdag, e.bewijs_vanaf, e.profiel,
           (array_agg(e.signaal order by e.volgorde desc) filter (where e.vanaf <= op)) as signalen,
           (array_agg(e.vraag order by e.volgorde desc) filter (where e.vanaf <= op)) as vragen,
           min(e.vanaf) as eerste_vanaf, max(e.vanaf) filter (where e.signaal = 'nietAangekomen') as aankomst_vanaf
      from (select d.datum, d.bewijs_vanaf, m.*, coalesce(m.datum, plus_werkdagen(d.datum, m.werkdagen)) as vanaf from dag d cross join moment m) e
           (datum, bewijs_vanaf, profiel, volgorde, signaal, vraag, vaste_datum, werkdagen, vanaf)
     group by e.datum, e.bewijs_vanaf, e.profiel)
  select l.school, t.profiel, t.signalen[1], t.vragen[1], t.signalen[2], t.vragen[2], t.eerste_vanaf, t.aankomst_vanaf,
         coalesce((select u.datum from uitslaggrens u where u.regio_id = van_regio and u.schooljaar = van_schooljaar),
                  make_date(van_schooljaar + 1, 7, 8)),
         t.bewijs_vanaf, make_date(van_schooljaar + 1, 10, 1), make_date(van_schooljaar + 2, 10, 1)
    from lesdag l join stap t on t.lesdag = l.datum
$$;
`;
