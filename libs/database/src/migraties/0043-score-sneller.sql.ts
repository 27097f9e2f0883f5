/**
 * The score of 0016 for many pairs: the same points, without measuring names where no outcome of it could matter. Most
 * pairs of a block share a birthday and no more.
 */
export const SCORE_SNELLER = String.raw`
-- Not strict, for PostgreSQL to put it in place of the call: a region has a million names.
create or replace function naam_sleutel(norm text, lengte int) returns text language sql immutable parallel safe as $$
  select left(coalesce(nullif(translate(norm, 'bdvzcqxgaeiouyhwj', 'ptfskkkk'), ''), norm), lengte)
$$;

create function dagen_in_maand(jaar int, maand int) returns int language sql immutable parallel safe as $$
  select case when maand = 2 and jaar % 4 = 0 and (jaar % 100 <> 0 or jaar % 400 = 0) then 29
    else (array[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])[maand] end
$$;

-- Every date that one typing error makes of this one: a digit, day and month, or the placeholder of that year. In whole
-- numbers, and not strict: once for each birthday that occurs.
create or replace function datum_varianten(datum date) returns setof date language sql immutable parallel safe rows 30 as $$
  with deel as (select extract(year from datum)::int as j, extract(month from datum)::int as m, extract(day from datum)::int as d),
  anders (j, m, d) as (
    select j + 10 * (c - j / 10 % 10), m, d from deel, generate_series(0, 9) c where c <> j / 10 % 10
    union all select j + c - j % 10, m, d from deel, generate_series(0, 9) c where c <> j % 10
    union all select j, m + 10 * (c - m / 10), d from deel, generate_series(0, 1) c where c <> m / 10
    union all select j, m + c - m % 10, d from deel, generate_series(0, 9) c where c <> m % 10
    union all select j, m, d + 10 * (c - d / 10) from deel, generate_series(0, 3) c where c <> d / 10
    union all select j, m, d + c - d % 10 from deel, generate_series(0, 9) c where c <> d % 10
    union all select j, d, m from deel where d <> m
    union all select j, c, 1 from deel, unnest(array[1, 7]) c where (c, 1) <> (m, d))
  select distinct v
    -- one expression: a condition of whoever asks may be tried before ours
    from (select case when m not between 1 and 12 then null when d between 1 and dagen_in_maand(j, m) then make_date(j, m, d) end as v from anders) x
   where v is not null
$$;

-- Whether two names of one word each may be alike at all. Everything by which naam_lijkt gives points to such names is
-- here in a cheaper form: some letters that differ, one that begins with the other, or one sound (of which no sound of
-- l, m, n and r is ever written otherwise).
create function naam_mogelijk(een text, ander text) returns boolean language sql immutable parallel safe as $$
  select levenshtein_less_equal(left(een, 60), left(ander, 60), 3) <= 3 or starts_with(een, ander) or starts_with(ander, een)
    or ((strpos(een, 'l') > 0) = (strpos(ander, 'l') > 0) and (strpos(een, 'm') > 0) = (strpos(ander, 'm') > 0)
        and (strpos(een, 'n') > 0) = (strpos(ander, 'n') > 0) and (strpos(een, 'r') > 0) = (strpos(ander, 'r') > 0))
$$;

create or replace function koppel_punten(een koppelkenmerk, ander koppelkenmerk, zelfde_nummer boolean, ander_pgn boolean, drempel int)
returns int[] language plpgsql immutable parallel safe as $$
declare
  geslacht int := case when een.geslacht = ander.geslacht then 20 when een.geslacht in ('M', 'V') and ander.geslacht in ('M', 'V') then -60 end;
  nummer int := case when zelfde_nummer then 150 end;
  pgn int := case when ander_pgn then -350 end;
  basis int := coalesce(geslacht, 0) + coalesce(nummer, 0) + coalesce(pgn, 0);
  hoogst int := basis + case when een.geboortedatum = ander.geboortedatum then 300 else 190 end
    + case when een.postcode = ander.postcode then 150 when left(een.postcode, 4) = left(ander.postcode, 4) then 70
           when een.postcode is null or ander.postcode is null then 0 else 30 end;
  datum int;
  postcode int;
  achternaam int;
  roepnaam int;
begin
  if hoogst + 500 < drempel then return null; end if;
  -- With one of the names another, no more than 250 and -50: then both must be alike. Only names of one word are looked
  -- at so quickly; of others the words may be the same in another order.
  if hoogst + 200 < drempel
     and not (naam_mogelijk(een.achternaam_norm, ander.achternaam_norm) and naam_mogelijk(een.roepnaam_norm, ander.roepnaam_norm))
     and een.achternaam_norm <> ander.roepnaam_norm and een.roepnaam_norm <> ander.achternaam_norm
     and een.achternaam !~ '[^[:alpha:]]' and een.roepnaam !~ '[^[:alpha:]]'
     and ander.achternaam !~ '[^[:alpha:]]' and ander.roepnaam !~ '[^[:alpha:]]' then
    return null;
  end if;
  datum := datum_punten(een.geboortedatum, ander.geboortedatum);
  postcode := postcode_punten(een.postcode, ander.postcode);
  basis := basis + datum + coalesce(postcode, 0);
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
`;
