/**
 * The rest of «Normalise» (domain.md 2): partner names however they are joined, the letters of Azeri and Sami, and «thoe»
 * and «op de» among the tussenvoegsels. Stored names follow at once: an old form beside a new one would link nothing.
 */
// Between the halves of a double name. A slash after three letters: «v/d Berg» is one name.
const STREEP = '[-‐‑‒–—―−(]';
const SCHEIDING = String.raw`${STREEP}|(?<=[[:alpha:]][[:alpha:]][[:alpha:]])\s*/|\m(e\.?[ /]?v\.?|geb\.?)(?=\s)`;

export const NAAMVORMEN = String.raw`
create or replace function naam_letters(naam text) returns text language sql immutable parallel safe as $$
  select case when octet_length(naam) = length(naam) then translate(lower(naam), './,()_''"${'`'}', '      ')
    else translate(lower(regexp_replace(normalize(
        replace(replace(replace(replace(replace(replace(replace(replace(
          translate(naam, 'ıİłŁøØđĐðÐħĦŋŊəƏŧŦĸƶƵɓɗƙ´‐‑‒–—―−', 'iIlLoOdDdDhHnNeEtTkzZbdk''-------'),
          'ß', 'ss'), 'ẞ', 'SS'), 'æ', 'ae'), 'Æ', 'AE'), 'œ', 'oe'), 'Œ', 'OE'), 'þ', 'th'), 'Þ', 'TH'),
        nfkd), '[\u0300-\u036f\u00ad\u02b0-\u02ff\u2000-\u206f]', '', 'g')), './,()_''"${'`'}', '      ') end
$$;

create or replace function naam_norm(naam text) returns text language sql immutable parallel safe as $$
  select case when naam !~ '[^A-Za-z]' then replace(lower(naam), 'ij', 'y')
    else replace(coalesce(
      nullif(translate(regexp_replace(naam_letters(naam),
        '\m(van|von|vom|vor|vant|vander|vanden|vande|v|vd|vdr|vdn|vh|vt|de|d|der|den|dr|dn|het|t|ten|ter|te|toe|thoe|in|int|op|opt|opde|opden|aan|af|bij|uit|uijt|uyt|over|onder|voor|tot|zu|zum|zur|la|le|les|lo|los|du|des|del|della|di|da|dos|das|do|s)\M',
        '', 'g'), ' -', ''), ''),
      translate(naam_letters(naam), ' -', '')), 'ij', 'y') end
$$;

-- All that a surname may be written as elsewhere: whole; of a double name (joined by a hyphen or a slash, by «e.v.» or
-- «geb.», or with one in brackets) also each half of at least three letters, and the halves the other way round.
create or replace function naam_vormen(naam text) returns text[] language sql immutable parallel safe as $$
  select array(
    select naam_norm(naam)
    union select naam_norm(deel) from regexp_split_to_table(naam, '${SCHEIDING}', 'i') deel where length(naam_norm(deel)) >= 3
    union select string_agg(naam_norm(deel), '' order by nr desc)
            from regexp_split_to_table(naam, '${SCHEIDING}', 'i') with ordinality as d (deel, nr) having count(*) = 2)
$$;

create or replace function naam_gelijk(een_norm text, een text, ander_norm text, ander text) returns boolean
language sql immutable parallel safe as $$
  select case when een_norm = ander_norm then true
    when een !~* '${SCHEIDING}' and ander !~* '${SCHEIDING}' then false
    else een_norm = any (naam_vormen(ander)) or ander_norm = any (naam_vormen(een)) end
$$;

update leerling set achternaam_norm = naam_norm(achternaam), roepnaam_norm = roepnaam_norm(roepnaam)
 where (achternaam_norm, roepnaam_norm) is distinct from (naam_norm(achternaam), roepnaam_norm(roepnaam));
`;
