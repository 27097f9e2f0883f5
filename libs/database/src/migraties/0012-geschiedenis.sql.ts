/**
 * Before-images of what a step of processing changes. Triggers per statement, on update and delete only: what a first
 * delivery inserts costs nothing but its default, and an unchanged night updates nothing.
 */
export const GESCHIEDENIS = `
-- A fingerprint of the line is no news: undoing forgets it. Arguments: the key columns, and columns that are noted with every change and under which alone it may be undone.
create function noteer_wijziging() returns trigger language plpgsql as $$
declare
  stap bigint := nullif(current_setting('app.verwerkstap', true), '')::bigint;
  sleutels text[] := string_to_array(tg_argv[0], ',');
  altijd text[] := string_to_array(tg_argv[1], ',');
  koppel text := (select string_agg(format('n.%1$I = o.%1$I', k), ' and ') from unnest(sleutels) k);
  sleutel text := (select 'jsonb_build_object(' || string_agg(format('%1$L, o.%1$I', k), ', ') || ')' from unnest(sleutels) k);
  leerling text := case when tg_table_name = 'leerling' then 'o.id' when tg_table_name = 'school_stand' then 'null::bigint' else 'o.leerling_id' end;
begin
  if stap is null then return null; end if;
  if tg_op = 'DELETE' then
    execute format('insert into rijgeschiedenis (regio_id, stap, tabel, sleutel, leerling_id, oud)
      select o.regio_id, $1, %L, %s, %s, to_jsonb(o) from oude_rijen o where o.gemaakt_in is distinct from $1', tg_table_name, sleutel, leerling)
      using stap;
    return null;
  end if;
  execute format('insert into rijgeschiedenis (regio_id, stap, tabel, sleutel, leerling_id, oud, nieuw)
    select x.regio_id, $1, %L, x.sleutel, x.leerling_id, v.oud, v.nieuw
      from (select o.regio_id, %s as sleutel, %s as leerling_id, to_jsonb(o) as oud, to_jsonb(n) as nieuw
              from oude_rijen o join nieuwe_rijen n on n.regio_id = o.regio_id and %s
             where o.gemaakt_in is distinct from $1 offset 0) x
     cross join lateral (
       select jsonb_object_agg(e.key, e.value) as oud, jsonb_object_agg(e.key, x.nieuw -> e.key) as nieuw,
              bool_or(x.nieuw -> e.key <> e.value) as anders
         from jsonb_each(x.oud) e
        where e.key not in (''versie'', ''afdruk'') and (x.nieuw -> e.key <> e.value or e.key = any ($2))) v
     where v.anders', tg_table_name, sleutel, leerling, koppel)
    using stap, altijd;
  return null;
end $$;

create function volg_wijzigingen(van_tabel text, sleutels text, altijd text) returns void language plpgsql as $$
begin
  execute format('alter table %I add column gemaakt_in bigint', van_tabel);
  -- evaluated per row that is inserted, also by COPY; the rows that are there were made by no step that is known
  execute format('alter table %I alter column gemaakt_in set default nullif(current_setting(''app.verwerkstap'', true), '''')::bigint', van_tabel);
  execute format('create trigger %I after update on %I referencing old table as oude_rijen new table as nieuwe_rijen
    for each statement execute function noteer_wijziging(%L, %L)', van_tabel || '_gewijzigd', van_tabel, sleutels, altijd);
  execute format('create trigger %I after delete on %I referencing old table as oude_rijen
    for each statement execute function noteer_wijziging(%L, %L)', van_tabel || '_verwijderd', van_tabel, sleutels, altijd);
end $$;

-- Puts back what these steps changed in one table, newest change first: of each row the columns that are still what the
-- step wrote. Gives the leerlingen of the rows that it wrote.
create function zet_terug(van_regio int, stappen bigint[], van_tabel text) returns setof bigint language plpgsql as $$
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
begin
  select string_agg(quote_ident(a.attname), ', '), string_agg('w.' || quote_ident(a.attname), ', ') into kolommen, waarden
    from pg_attribute a
   where a.attrelid = van_tabel::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     and a.attname not in ('regio_id', 'versie', 'gemaakt_in', 'afdruk') and a.attname <> all (sleutels);
  drop table if exists pg_temp.terug_wijziging;
  create temp table terug_wijziging on commit drop as
    select h.id, h.sleutel, h.oud, h.nieuw, row_number() over (partition by h.sleutel order by h.id desc) as ronde
      from rijgeschiedenis h where h.regio_id = van_regio and h.stap = any (stappen) and h.tabel = van_tabel;
  perform schuif_geschiedenis(van_regio, stappen, van_tabel);
  -- merged since: the row goes where its leerling went
  update terug_wijziging h set oud = h.oud || jsonb_build_object('leerling_id', huidige_leerling(van_regio, (h.oud ->> 'leerling_id')::bigint))
   where h.oud ? 'leerling_id' and huidige_leerling(van_regio, (h.oud ->> 'leerling_id')::bigint) is not null;
  for ronde in 1 .. coalesce((select max(w.ronde) from terug_wijziging w), 0) loop
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
  end loop;
end $$;

-- A later step that changed the same column again would, undone itself, put back what is being undone now: it puts back
-- what was there before that.
create function schuif_geschiedenis(van_regio int, stappen bigint[], van_tabel text) returns void language plpgsql as $$
begin
  update rijgeschiedenis l set oud = l.oud || p.eerder
    from (select l.stap, l.id, jsonb_object_agg(k, h.oud -> k) as eerder
            from pg_temp.terug_wijziging h
            join rijgeschiedenis l on l.regio_id = van_regio and l.tabel = van_tabel and l.sleutel = h.sleutel and l.id > h.id
             and l.stap <> all (stappen)
           cross join lateral jsonb_object_keys(h.oud) k
           where h.nieuw is not null and l.oud -> k = h.nieuw -> k
           group by l.stap, l.id) p
   where l.regio_id = van_regio and l.stap = p.stap and l.id = p.id;
end $$;

-- Of the rows of a table whose ids stand in this temporary table: those that some row of whatever table still refers to,
-- but for what is a part of them and goes along.
create function in_gebruik(van_regio int, van_tabel text, kandidaten text, behalve text[]) returns setof bigint language plpgsql as $$
declare verwijzing record;
begin
  for verwijzing in
    select c.conrelid::regclass as tabel, a.attname as kolom
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_length(c.conkey, 1)]
     where c.contype = 'f' and c.confrelid = van_tabel::regclass and c.confdeltype <> 'c' and c.conrelid::regclass::text <> all (behalve)
  loop
    return query execute format('select distinct v.%1$I from %2$s v join pg_temp.%3$I g on g.id = v.%1$I where v.regio_id = $1',
      verwijzing.kolom, verwijzing.tabel, kandidaten) using van_regio;
  end loop;
end $$;
`;
