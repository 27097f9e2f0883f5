/**
 * The score of two records that may be of one youngster (ADR 10): points per field, at most 1000 together. The points are
 * the evidence too; a value of a person is never in it.
 */
export const SCORE = String.raw`
create type koppelkenmerk as (
  achternaam_norm text, achternaam text, roepnaam_norm text, roepnaam text, geboortedatum date, postcode text, geslacht text);

-- 1 January and 1 July stand for «unknown» in many countries of origin.
create function datum_onzeker(datum date) returns boolean language sql immutable strict parallel safe as $$
  select extract(day from datum) = 1 and extract(month from datum) in (1, 7)
$$;

-- Day and month the other way round; null where that is no date.
create function datum_verwisseld(datum date) returns date language sql immutable strict parallel safe as $$
  select case when extract(day from datum) <= 12
    then make_date(extract(year from datum)::int, extract(day from datum)::int, extract(month from datum)::int) end
$$;

-- How many digits of eight differ.
create function datum_cijfers(een date, ander date) returns int language sql immutable strict parallel safe as $$
  select count(*) filter (where substr(to_char(een, 'YYYYMMDD'), p, 1) <> substr(to_char(ander, 'YYYYMMDD'), p, 1))::int from generate_series(1, 8) p
$$;

-- Every date that one typing error makes of this one: a digit, day and month, or the placeholder of that year.
create function datum_varianten(datum date) returns setof date language sql immutable strict parallel safe rows 30 as $$
  with tekst as (select to_char(datum, 'YYYYMMDD') as t)
  select make_date(left(v, 4)::int, substr(v, 5, 2)::int, right(v, 2)::int)
    from (select overlay(t placing c from p for 1) as v from tekst, generate_series(3, 8) p, unnest(array['0','1','2','3','4','5','6','7','8','9']) c
           where substr(t, p, 1) <> c) x
   where substr(v, 5, 2) between '01' and '12' and right(v, 2) between '01' and '31'
     and right(v, 2)::int <= extract(day from (make_date(left(v, 4)::int, substr(v, 5, 2)::int, 1) + interval '1 month' - interval '1 day'))
  union select datum_verwisseld(datum) where datum_verwisseld(datum) <> datum
  union select make_date(extract(year from datum)::int, m, 1) from unnest(array[1, 7]) m where make_date(extract(year from datum)::int, m, 1) <> datum
$$;

create function datum_punten(een date, ander date) returns int language sql immutable strict parallel safe as $$
  select case
    when een = ander then case when datum_onzeker(een) then 220 else 300 end
    when datum_verwisseld(een) = ander then 190
    when datum_cijfers(een, ander) = 1 then 160
    when extract(year from een) = extract(year from ander) and (datum_onzeker(een) or datum_onzeker(ander)) then 110
    when datum_cijfers(een, ander) = 2 and extract(year from een) = extract(year from ander) then 60
    else -40 end
$$;

create function postcode_punten(een text, ander text) returns int language sql immutable strict parallel safe as $$
  select case
    when een = ander then 150
    when left(een, 4) = left(ander, 4) then 70
    when left(een, 4) ~ '^[0-9]{4}$' and left(ander, 4) ~ '^[0-9]{4}$' and abs(left(een, 4)::int - left(ander, 4)::int) <= 2 then 30
    else -20 end
$$;

-- «Janneke» for «Jan» is another person more often than «Jansen» for «Janssen»: brothers and sisters share the surname.
create function naam_punten(likheid int, anders int) returns int language sql immutable strict parallel safe as $$
  select case when likheid = 100 then 250 when likheid >= 50 then likheid * 5 / 2 - 20 else anders end
$$;

-- Points for achternaam, roepnaam, geboortedatum, postcode, geslacht, leerlingnummer, pgn; null where one side says
-- nothing. Null altogether when «drempel» is out of reach: most pairs end there, before any name is measured.
create function koppel_punten(een koppelkenmerk, ander koppelkenmerk, zelfde_nummer boolean, ander_pgn boolean, drempel int)
returns int[] language plpgsql immutable parallel safe as $$
declare
  datum int := datum_punten(een.geboortedatum, ander.geboortedatum);
  postcode int := postcode_punten(een.postcode, ander.postcode);
  geslacht int := case when een.geslacht = ander.geslacht then 20 when een.geslacht in ('M', 'V') and ander.geslacht in ('M', 'V') then -60 end;
  nummer int := case when zelfde_nummer then 150 end;
  pgn int := case when ander_pgn then -350 end;
  basis int := datum + coalesce(postcode, 0) + coalesce(geslacht, 0) + coalesce(nummer, 0) + coalesce(pgn, 0);
  achternaam int;
  roepnaam int;
begin
  if basis + 500 < drempel then return null; end if;
  roepnaam := naam_lijkt(een.roepnaam_norm, een.roepnaam, ander.roepnaam_norm, ander.roepnaam);
  achternaam := naam_lijkt(een.achternaam_norm, een.achternaam, ander.achternaam_norm, ander.achternaam);
  if (roepnaam < 85 or achternaam < 50)
     and naam_zelfde_woorden(een.achternaam || ' ' || een.roepnaam, ander.achternaam || ' ' || ander.roepnaam) then
    roepnaam := greatest(roepnaam, 92);
    achternaam := greatest(achternaam, 92);
  end if;
  roepnaam := naam_punten(roepnaam, -200);
  achternaam := naam_punten(achternaam, -50);
  if basis + roepnaam + achternaam < drempel then return null; end if;
  return array[achternaam, roepnaam, datum, postcode, geslacht, nummer, pgn];
end $$;

create function koppel_score(punten int[]) returns smallint language sql immutable strict parallel safe as $$
  select greatest(0, least(1000, (select sum(p) from unnest(punten) p)))::smallint
$$;

-- The evidence waterfall: per field whether it is gelijk, bijna, anders or ontbreekt, and what it weighed.
create function koppel_bewijs(punten int[]) returns jsonb language sql immutable strict parallel safe as $$
  select jsonb_agg(jsonb_build_object('veld', v.veld, 'oordeel',
           case when p.punten is null then 'ontbreekt' when p.punten >= v.gelijk then 'gelijk' when p.punten > 0 then 'bijna' else 'anders' end,
           'punten', coalesce(p.punten, 0)) order by v.nr)
    from unnest(array['achternaam', 'roepnaam', 'geboortedatum', 'postcode', 'geslacht', 'leerlingnummer', 'pgn'],
                array[250, 250, 220, 150, 20, 150, 1]) with ordinality as v (veld, gelijk, nr)
    left join unnest(punten) with ordinality as p (punten, nr) using (nr)
$$;

-- Candidates at the same address; the dates and names have an index already.
create index leerling_postcode on leerling (regio_id, postcode) where postcode is not null;
`;
