/** Doelgroep on a date (domain.md 2): derived from the law table, never stored, never typed in. */
export const DOELGROEP = `
-- The ages that the law asks on a date, as one row: join it once, then doelgroep() below is a bare expression.
create function wet_op(op date) returns table (leerplicht_tot int, kwalificatieplicht_tot int, doorstroompunt_tot int)
language sql stable parallel safe as $$
  select wetwaarde('leerplichtTotLeeftijd', op), wetwaarde('kwalificatieplichtTotLeeftijd', op), wetwaarde('doorstroompuntTotLeeftijd', op)
$$;

-- leerplicht: to the end of the schooljaar in which one turns 16 (Leerplichtwet 1969 art. 3 lid 1 b).
-- kwalificatieplicht: from then to the 18th birthday, not with a startkwalificatie and not exempt (art. 4a).
-- doorstroompunt: after that, without startkwalificatie, up to the age of the date.
create function doelgroep(geboortedatum date, startkwalificatie boolean, vrijgesteld boolean, op date,
                          leerplicht_tot int, kwalificatieplicht_tot int, doorstroompunt_tot int) returns text
language sql immutable parallel safe as $$
  select case
    when schooljaar_van(op) <= schooljaar_van((geboortedatum + make_interval(years => leerplicht_tot))::date) then 'leerplicht'
    when startkwalificatie then 'geen'
    when not vrijgesteld and op < geboortedatum + make_interval(years => kwalificatieplicht_tot) then 'kwalificatieplicht'
    when op < geboortedatum + make_interval(years => doorstroompunt_tot) then 'doorstroompunt'
    else 'geen' end
$$;

-- For one person; over many rows use wet_op() and the form above.
create function doelgroep(geboortedatum date, startkwalificatie boolean, vrijgesteld boolean, op date) returns text
language sql stable parallel safe as $$
  select doelgroep(geboortedatum, startkwalificatie, vrijgesteld, op, w.leerplicht_tot, w.kwalificatieplicht_tot, w.doorstroompunt_tot)
    from wet_op(op) w
$$;

-- Of every leerling of a region, as a set that the planner inlines: filter or join it on leerling_id.
-- vrijgesteld: getuigschrift or diploma praktijkonderwijs, or vso with profiel arbeid or dagbesteding (art. 4a lid 2).
create function doelgroepen_op(regio int, op date)
returns table (leerling_id bigint, doelgroep text, startkwalificatie boolean, vrijgesteld boolean)
language sql stable parallel safe as $$
  select l.id, doelgroep(l.geboortedatum, k.startkwalificatie, k.vrijgesteld, op, w.leerplicht_tot, w.kwalificatieplicht_tot, w.doorstroompunt_tot),
         k.startkwalificatie, k.vrijgesteld
    from leerling l
   cross join wet_op(op) w
   cross join lateral (
     select exists (select from diploma d where d.regio_id = l.regio_id and d.leerling_id = l.id and d.startkwalificatie and d.datum <= op) as startkwalificatie,
            exists (select from diploma d where d.regio_id = l.regio_id and d.leerling_id = l.id and d.onderwijssoort = 'pro' and d.datum <= op)
         or exists (select from examenkandidatuur e where e.regio_id = l.regio_id and e.leerling_id = l.id and e.onderwijssoort = 'vso'
                       and e.uitstroomprofiel in ('arbeid', 'dagbesteding') and e.eerste_peildatum <= op) as vrijgesteld
   ) k
   where l.regio_id = regio
$$;

create function doelgroep_op(regio int, leerling bigint, op date) returns text language sql stable parallel safe as $$
  select d.doelgroep from doelgroepen_op(regio, op) d where d.leerling_id = leerling
$$;
`;
