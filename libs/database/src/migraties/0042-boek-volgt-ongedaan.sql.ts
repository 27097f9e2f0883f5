/** Undoing a delivery (0012) while a merge stands (0011): the book of that merge is put right as well. */
export const BOEK_VOLGT = `
-- The merges of people that lead from this leerling to who it is now, as far as their book is kept.
create function staande_samenvoegingen(van_regio int, van_id bigint)
  returns table (id bigint, vervalt_id bigint, blijft_id bigint) language sql stable as $$
  with recursive keten as (
    select l.id, l.samengevoegd_in from leerling l where l.regio_id = van_regio and l.id = van_id
    union
    select l.id, l.samengevoegd_in from keten k join leerling l on l.regio_id = van_regio and l.id = k.samengevoegd_in)
  select s.id, s.vervalt_id, s.blijft_id
    from keten k join samenvoeging s on s.regio_id = van_regio and s.vervalt_id = k.id and s.ongedaan_op is null
   where exists (select from samenvoeging_rij r where r.regio_id = van_regio and r.samenvoeging_id = s.id)
$$;

-- What of a remembered image goes back to what it was before a step, by the rule of the row itself: only what is still what
-- the step wrote. Whose the row is has its own rule.
create function terug_in(beeld jsonb, sleutel jsonb, oud jsonb, nieuw jsonb, altijd text[]) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(k, oud -> k) filter (where k <> 'leerling_id' and beeld -> k = nieuw -> k), '{}')
    from jsonb_object_keys(oud) k
   where beeld @> sleutel and not exists (select from unnest(altijd) a where a <> 'leerling_id' and beeld -> a is distinct from nieuw -> a)
$$;

-- Before a round of changes is put back: the same in what standing merges remember. A merge that no longer has to do with a
-- row, since it goes back to somebody else, leaves it alone.
create function zet_boek_terug(van_regio int, van_tabel text, van_ronde int, sleutels text[], altijd text[]) returns void language plpgsql as $$
declare
  sleutel text := (select 'jsonb_build_object(' || string_agg(format('%1$L, r.was -> %1$L', k), ', ') || ')' from unnest(sleutels) k);
begin
  execute format('update samenvoeging_rij r
      set was = r.was || terug_in(r.was, h.sleutel, h.oud, h.nieuw, $3), werd = r.werd || terug_in(r.werd, h.sleutel, h.oud, h.nieuw, $3)
     from pg_temp.terug_wijziging h, samenvoeging s
    where h.ronde = $2 and h.nieuw is not null and r.regio_id = $1 and r.tabel = %L and r.was is not null and %s = h.sleutel
      and s.regio_id = $1 and s.id = r.samenvoeging_id and s.ongedaan_op is null', van_tabel, sleutel)
    using van_regio, van_ronde, altijd;
  update samenvoeging_rij r
     set was = r.was || jsonb_build_object('leerling_id', h.oud -> 'leerling_id'), werd = r.werd || jsonb_build_object('leerling_id', h.oud -> 'leerling_id')
    from pg_temp.terug_wijziging h cross join lateral staande_samenvoegingen(van_regio, h.was_van) m
   where h.ronde = van_ronde and h.raakt and r.regio_id = van_regio and r.samenvoeging_id = m.id and r.tabel = van_tabel
     and r.sleutel = h.sleutel and r.was is not null;
end $$;

-- After it: a row that went back to somebody who was merged since is remembered as theirs.
create function noteer_in_boek(van_regio int, van_tabel text, van_ronde int, gelijk text) returns void language plpgsql as $$
begin
  execute format('insert into samenvoeging_rij as r (regio_id, samenvoeging_id, tabel, sleutel, was, werd)
    select $1, m.id, %1$L, h.sleutel, n.beeld || jsonb_build_object(''leerling_id'', m.vervalt_id), n.beeld || jsonb_build_object(''leerling_id'', m.blijft_id)
      from pg_temp.terug_wijziging h
     cross join lateral staande_samenvoegingen($1, h.weer_van) m
     cross join lateral jsonb_populate_record(null::%1$I, h.sleutel) p
     cross join lateral (select to_jsonb(t) - ''versie'' - ''waarde'' as beeld from %1$I t where t.regio_id = $1 and %2$s) n
     where h.ronde = $2 and h.raakt
    on conflict (regio_id, samenvoeging_id, tabel, sleutel) do update
       set was = coalesce(r.was, excluded.was) || jsonb_build_object(''leerling_id'', excluded.was -> ''leerling_id''),
           werd = case when r.weg then null
                       else coalesce(r.werd, excluded.werd) || jsonb_build_object(''leerling_id'', excluded.werd -> ''leerling_id'') end',
    van_tabel, replace(gelijk, 'r.', 'p.')) using van_regio, van_ronde;
end $$;

-- Puts back what these steps changed in one table, newest change first: of each row the columns that are still what the
-- step wrote. Gives the leerlingen of the rows that it wrote.
create or replace function zet_terug(van_regio int, stappen bigint[], van_tabel text) returns setof bigint language plpgsql as $$
declare
  args text[] := (select string_to_array(replace(encode(t.tgargs, 'escape'), '\\000', '|'), '|') from pg_trigger t
    where t.tgrelid = van_tabel::regclass and t.tgname = van_tabel || '_gewijzigd');
  sleutels text[] := string_to_array(args[1], ',');
  altijd text[] := string_to_array(args[2], ',');
  gelijk text := (select string_agg(format('t.%1$I = r.%1$I', k), ' and ') from unnest(sleutels) k);
  kolommen text;
  waarden text;
  leerling text := case van_tabel when 'leerling' then 't.id' when 'school_stand' then 'null::bigint' else 't.leerling_id' end;
  ronde int;
  -- a key with the leerling in it, or another than that of the book, has no line of its own in there
  boekt boolean := van_tabel in ('schoolkoppeling', 'leerling_pgn', 'inschrijving', 'examenkandidatuur', 'diploma');
begin
  select string_agg(quote_ident(a.attname), ', '), string_agg('w.' || quote_ident(a.attname), ', ') into kolommen, waarden
    from pg_attribute a
   where a.attrelid = van_tabel::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     and a.attname not in ('regio_id', 'versie', 'gemaakt_in', 'afdruk') and a.attname <> all (sleutels);
  drop table if exists pg_temp.terug_wijziging;
  create temp table terug_wijziging on commit drop as
    select h.id, h.sleutel, h.oud, h.nieuw, row_number() over (partition by h.sleutel order by h.id desc) as ronde,
           (h.nieuw ->> 'leerling_id')::bigint as was_van, (h.oud ->> 'leerling_id')::bigint as weer_van, false as raakt
      from rijgeschiedenis h where h.regio_id = van_regio and h.stap = any (stappen) and h.tabel = van_tabel;
  perform schuif_geschiedenis(van_regio, stappen, van_tabel);
  -- merged since: the row goes where its leerling went, and is still where the step left it when it went along
  update terug_wijziging h set oud = h.oud || jsonb_build_object('leerling_id', huidige_leerling(van_regio, h.weer_van))
   where huidige_leerling(van_regio, h.weer_van) is not null;
  update terug_wijziging h set nieuw = h.nieuw || jsonb_build_object('leerling_id', huidige_leerling(van_regio, h.was_van))
   where huidige_leerling(van_regio, h.was_van) is not null;
  for ronde in 1 .. coalesce((select max(w.ronde) from terug_wijziging w), 0) loop
    if boekt then
      execute format('update pg_temp.terug_wijziging h set raakt = h.nieuw is null or not exists (select from jsonb_populate_record(null::%1$I, h.sleutel) r
          join %1$I t on t.regio_id = $1 and %2$s where t.leerling_id <> (h.nieuw ->> ''leerling_id'')::bigint)
        where h.ronde = $2 and h.weer_van is not null', van_tabel, gelijk) using van_regio, ronde;
    end if;
    perform zet_boek_terug(van_regio, van_tabel, ronde, sleutels, altijd);
    return query execute format('insert into %1$I as t select w.* from terug_wijziging h
      cross join lateral jsonb_populate_record(null::%1$I, h.oud) w
      where h.ronde = $1 and h.nieuw is null on conflict do nothing returning %2$s', van_tabel, leerling) using ronde;
    return query execute format('update %1$I t set (%2$s) = (select %3$s from jsonb_populate_record(t, p.terug) w)
      from (select r.*, (select jsonb_object_agg(k, h.oud -> k) from jsonb_object_keys(h.oud) k where s.nu -> k = h.nieuw -> k) as terug
              from terug_wijziging h
             cross join lateral jsonb_populate_record(null::%1$I, h.sleutel) r
             cross join lateral (select to_jsonb(t) as nu from %1$I t where t.regio_id = $1 and %4$s offset 0) s
             where h.ronde = $2 and h.nieuw is not null
               and not exists (select from unnest($3) k where s.nu -> k is distinct from h.nieuw -> k)) p
     where t.regio_id = $1 and p.terug is not null and %5$s returning %6$s', van_tabel, kolommen, waarden, gelijk,
      replace(gelijk, 'r.', 'p.'), leerling) using van_regio, ronde, altijd;
    if boekt then perform noteer_in_boek(van_regio, van_tabel, ronde, gelijk); end if;
  end loop;
end $$;
`;
