/**
 * How much two names are alike, 0 to 100 (ADR 10). 100 is the same after normalisation. What lies below is never linked
 * without a person: it only decides whether somebody is asked.
 */
export const NAAMLIKHEID = String.raw`
-- Lengths of names are short and Levenshtein is in C; trusted since PostgreSQL 13, so the owner of a managed database may.
create extension if not exists fuzzystrmatch with schema public;

-- What is left of a name when spelling goes: one sign per group of sounds, nothing double, no vowels. «Mohammed»,
-- «Muhammad» and «Mohamed», «Youssef» and «Yusuf», «Soekhoe» and «Sukhu», «Kowalski» and «Kowalska» become the same.
create function naam_klank(norm text) returns text language sql immutable strict parallel safe as $$
  select translate(
    replace(replace(replace(replace(replace(replace(replace(replace(regexp_replace(norm, '(.)\1+', '\1', 'g'),
      'sch', 's'), 'sh', 's'), 'ch', 's'), 'sz', 's'), 'cz', 's'), 'dj', 'j'), 'ph', 'f'), 'ck', 'k'),
    'bdvzcqxgaeiouyhwj', 'ptfskkkk')
$$;

-- A short key to look candidates up by: the first sounds of a name. A name of vowels is its own key.
create function naam_sleutel(norm text, lengte int) returns text language sql immutable strict parallel safe as $$
  select left(coalesce(nullif(translate(norm, 'bdvzcqxgaeiouyhwj', 'ptfskkkk'), ''), norm), lengte)
$$;

-- The words of a name, tussenvoegsels included: of «Nguyễn Văn An» three.
create function naam_woorden(naam text) returns text[] language sql immutable strict parallel safe as $$
  select array_remove(string_to_array(translate(replace(naam_letters(naam), 'ij', 'y'), '-', ' '), ' '), '')
$$;

create function naam_lijkt(een_norm text, een text, ander_norm text, ander text) returns int
language plpgsql immutable strict parallel safe as $$
declare
  kortste int := least(length(een_norm), length(ander_norm));
  verschil int;
  woorden text[];
  meer text[];
begin
  if een_norm = ander_norm then return 100; end if;
  if naam_gelijk(een_norm, een, ander_norm, ander) then return 95; end if;
  -- with or without the article, in one word: «El Amrani», «Elamrani», «Amrani»
  if kortste >= 4 and (een_norm in ('el' || ander_norm, 'al' || ander_norm) or ander_norm in ('el' || een_norm, 'al' || een_norm)) then
    return 95;
  end if;
  verschil := levenshtein_less_equal(left(een_norm, 60), left(ander_norm, 60), 3);
  if verschil = 1 then
    return case when kortste >= 5 then 88 when kortste >= 3 then 70 when left(een_norm, 1) = left(ander_norm, 1) then 55 else 0 end;
  end if;
  -- two letters that changed places
  if verschil = 2 and length(een_norm) = length(ander_norm) and kortste >= 4
     and array(select unnest(string_to_array(een_norm, null)) order by 1) = array(select unnest(string_to_array(ander_norm, null)) order by 1) then
    return 85;
  end if;
  if kortste >= 4 and length(naam_klank(een_norm)) >= 2 and naam_klank(een_norm) = naam_klank(ander_norm) then return 82; end if;
  if verschil = 2 and kortste >= 8 then return 80; end if;
  -- one is part of the other: a second first name, a partner's name, a middle name that is not written
  woorden := naam_woorden(een);
  meer := naam_woorden(ander);
  if cardinality(woorden) > cardinality(meer) then
    woorden := meer; meer := naam_woorden(een);
  end if;
  if cardinality(meer) > cardinality(woorden) and woorden <@ meer and length(array_to_string(woorden, '')) >= 3 then return 85; end if;
  if cardinality(meer) = cardinality(woorden) and cardinality(meer) > 1 and woorden <@ meer and meer <@ woorden then return 95; end if;
  -- what is written as one word here, begins another there: «Mohamedamin», «Mohamed»
  if kortste >= 4 and cardinality(meer) = 1 and (starts_with(een_norm, ander_norm) or starts_with(ander_norm, een_norm)) then return 75; end if;
  if verschil = 2 and kortste >= 7 or verschil = 3 and kortste >= 9 then return 65; end if;
  return 0;
end $$;

-- Surname and roepnaam changed places, or a middle name stands with the other: the same words all together, or all of the
-- one in the other. Common in Vietnamese, Chinese and Hungarian names.
create function naam_zelfde_woorden(een text, ander text) returns boolean language plpgsql immutable strict parallel safe as $$
declare
  a text[] := naam_woorden(een);
  b text[] := naam_woorden(ander);
begin
  return least(cardinality(a), cardinality(b)) >= 2 and (a <@ b or b <@ a);
end $$;
`;
