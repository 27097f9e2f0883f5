/** The ask of each traject on a date, and its column in the ledger (domain.md 3, product.md): follows that of 0007. */
export const VRAAG = `
drop function doorstroom_stand(int, int, date, text[]);
drop function doorstroom_vraag(int, int, date, text[], bigint[]);

-- One row per traject of a cohort: what the calendar asks of it on a date, whether that is suppressed and why, and whether
-- it is met.
--   van_scholen, van_leerlingen  only these; null: all. A condition outside the call comes too late to save the work.
--   tekort      the step is asked and not met: there must be a signaal
--   uitgevallen left the exam school, and that signaal holds
--   verouderd   a school that it depends on is silent; its ask is suppressed for 10 werkdagen, unless it is red
--   op_koers    what «onderweg» means in the ledger; not null onderdrukt implies it
create function doorstroom_vraag(van_regio int, van_schooljaar int, op date, van_scholen text[] default null, van_leerlingen bigint[] default null)
returns table (traject_id bigint, leerling_id bigint, school text, signaal text, vraag text, onderdrukt text, tekort boolean,
               uitgevallen boolean, aangekomen boolean, bestemd boolean, op_koers boolean, eerste_vanaf date,
               status text, status_datum date, rang smallint, rood boolean, beoordeeld_rang smallint, beoordeeld_rood boolean,
               beoordeelde_vraag text, beoordeeld_onderdrukt text, beoordeeld_op_koers boolean,
               verouderd boolean, beoordeeld_verouderd boolean)
language sql stable parallel safe as $$
  with kalender as materialized (select * from doorstroom_kalender(van_regio, van_schooljaar, op, van_scholen)),
  -- schools that should deliver and do not, and until when that is a reason to wait
  stil as materialized (
    select s.school, plus_werkdagen(s.peildatum, 10) as tot
      from signaal s where s.regio_id = van_regio and s.school is not null and s.soort = 'geenAanlevering' and s.gesloten_op is null and s.peildatum <= op),
  gesteld as (
    select t.id, t.leerling_id, t.school, t.uitslag, t.status, t.status_datum, t.rang, t.rood, t.beoordeeld_rang, t.beoordeeld_rood,
           t.vraag as beoordeelde_vraag, t.onderdrukt as beoordeeld_onderdrukt, t.op_koers as beoordeeld_op_koers, t.aangekomen_op,
           t.uitgevallen_op, t.lopend_vanaf, t.verouderd as beoordeeld_verouderd, k.bewijs_vanaf, k.nazorg_tot, k.eerste_vanaf, k.vraag as volle_vraag,
           t.status = 'aangekomen' as aangekomen,
           doorstroom_bestemd(t.bestemming, t.bestemming_geldig_van, t.bestemming_geldig_tot, op) as bestemd,
           w.open as uitslag_open,
           case when w.open or w.begonnen then k.vorig_signaal else k.signaal end as signaal,
           case when w.open or w.begonnen then k.vorige_vraag else k.vraag end as vraag,
           -- werk and dagbesteding without that profile: only once neither leer- nor kwalificatieplichtig
           case when coalesce(t.voorgenomen_vervolg, 'mbo') = 'mbo' then false
                when t.voorgenomen_vervolg_tot < op then false
                else op < case when t.kalenderprofiel in ('arbeid','dagbesteding') then k.teldatum else k.bewijs_vanaf end end as vervolg_loopt,
           coalesce(t.voorgenomen_vervolg in ('werk','dagbesteding') and t.kalenderprofiel not in ('arbeid','dagbesteding'), false) as vervolg_na_plicht,
           -- the exam school, or the school of a live application; nobody is looked up while every school speaks
           case when exists (select from stil) then (
             select max(z.tot) from stil z
              where z.school = t.school
                 or z.school in (select i.school from inschrijving i
                                  where i.regio_id = van_regio and i.leerling_id = t.leerling_id and i.id is distinct from t.eigen_inschrijving_id
                                    and i.begindatum >= make_date(van_schooljaar, 10, 1) and i.afgeleide_status is null
                                    and i.status not in ('afgewezen','ingetrokken','nietVerschenen','uitgeschreven')
                                    and coalesce(i.einddatum >= op, true))) end as stil_tot
      from traject t
      join kalender k on k.school = t.school and k.profiel = t.kalenderprofiel
     cross join lateral (
       select -- geenPlaatsing waits for the uitslag: the previous ask stands
              k.signaal = 'geenPlaatsing' and op < k.uitslag_grens and t.uitslag in ('onbekend','herexamen')
                and t.onderwijssoort in ('vmbo','havo','vwo','vavo') as open,
              -- who began just before 1 October, or moved on from where they had arrived, has 10 werkdagen to be proven there
              case when k.signaal = 'nietAangekomen' and t.rang = 4 and t.vervolg_begindatum between op - 40
                          and case when t.aangekomen_op is null then k.aankomst_vanaf else op end
                   then plus_werkdagen(t.vervolg_begindatum, 10) > op else false end as begonnen offset 0) w
     where t.regio_id = van_regio and t.schooljaar = van_schooljaar and t.gecorrigeerd_op is null
       and (van_scholen is null or t.school = any (van_scholen)) and (van_leerlingen is null or t.leerling_id = any (van_leerlingen))),
  gewogen as materialized (
    select y.*, not y.aangekomen and not y.bestemd and y.vraag is not null and y.rang < doorstroom_rang(y.vraag) as onder_vraag,
           -- the whole ask is suppressed, red included
           case when y.vraag is null or y.aangekomen or y.bestemd then null
                when y.uitslag in ('afgewezen','teruggetrokken','gespreid') and op < y.bewijs_vanaf then y.uitslag
                when op >= y.nazorg_tot and y.aangekomen_op is not null and coalesce(y.status_datum, op) >= y.nazorg_tot then 'nazorgVoorbij'
           end as reden,
           not y.aangekomen and not y.bestemd and coalesce(y.uitgevallen_op <= op, false) and not coalesce(y.lopend_vanaf <= op, false)
             and (y.uitslag <> 'afgewezen' or y.rang < greatest(doorstroom_rang(y.volle_vraag), 1)) as vertrokken
      from gesteld y),
  -- only whoever falls short is looked up
  groep as materialized (
    select d.leerling_id, case when l.id is not null then 'overleden' else d.doelgroep end as doelgroep
      from doelgroepen_op(van_regio, op) d
      left join leerling l on l.regio_id = van_regio and l.id = d.leerling_id and l.overleden_op <= op
     where d.leerling_id in (select x.leerling_id from gewogen x
                              where x.onder_vraag and x.reden is null or x.vertrokken or x.vervolg_loopt and x.vervolg_na_plicht))
  select x.id, x.leerling_id, x.school, x.signaal, x.vraag, o.onderdrukt,
         x.onder_vraag and x.reden is null and not v.vervolg and not v.stil and not v.overleden, v.uitgevallen and not v.overleden,
         x.aangekomen, x.bestemd or v.overleden,
         x.aangekomen or x.bestemd or v.overleden or o.onderdrukt is not null or not (v.uitgevallen or x.onder_vraag and x.reden is null and not v.vervolg),
         x.eerste_vanaf, x.status, x.status_datum, x.rang, x.rood, x.beoordeeld_rang, x.beoordeeld_rood,
         x.beoordeelde_vraag, x.beoordeeld_onderdrukt, x.beoordeeld_op_koers, x.stil_tot is not null, x.beoordeeld_verouderd
    from gewogen x
    left join groep d on d.leerling_id = x.leerling_id
   cross join lateral (
     select n.vervolg, coalesce(d.doelgroep = 'overleden', false) as overleden, u.uitgevallen,
            -- no data is never «not arrived»; what is known to be red does not wait
            x.onder_vraag and x.reden is null and not n.vervolg and not u.uitgevallen and not x.rood and coalesce(x.stil_tot >= op, false)
              and d.doelgroep is distinct from 'geen' as stil
       from (select x.vervolg_loopt and (not x.vervolg_na_plicht or coalesce(d.doelgroep in ('doorstroompunt','geen'), false)) as vervolg) n
      cross join lateral (select x.vertrokken and not (x.uitslag = 'afgewezen' and n.vervolg) as uitgevallen) u) v
   cross join lateral (
     select case when v.uitgevallen then case when d.doelgroep = 'geen' then 'geenDoelgroep' end
                 when x.vraag is null or x.aangekomen or x.bestemd then null
                 when x.reden is not null then x.reden
                 when v.vervolg then 'voorgenomenVervolg'
                 when v.stil then 'verouderd'
                 when x.onder_vraag and d.doelgroep = 'geen' then 'geenDoelgroep'
                 when x.uitslag_open and not x.onder_vraag and x.rang < doorstroom_rang(x.volle_vraag) then 'uitslagOpen' end as onderdrukt offset 0) o
$$;

-- One row per traject with its column in the ledger, the ask being that of a date.
create function doorstroom_stand(van_regio int, van_schooljaar int, op date, van_scholen text[] default null)
returns table (traject_id bigint, leerling_id bigint, school text, stand text, buiten_noemer boolean, zonder_contact boolean,
               vastgelopen boolean, casus_id bigint, vraag text, onderdrukt text, verouderd boolean)
language sql stable parallel safe as $$
  select v.traject_id, v.leerling_id, v.school, s.stand, s.stand = 'verklaard' and w.weg,
         s.stand = 'inBehandeling' and c.eerste_gesprek_op is null,
         -- the next step is more than 10 werkdagen overdue
         case when s.stand = 'inBehandeling' and c.vervalt_op < op - 13 then plus_werkdagen(c.vervalt_op, 10) < op else false end,
         c.id, v.vraag, v.onderdrukt, v.verouderd
    from doorstroom_vraag(van_regio, van_schooljaar, op, van_scholen) v
    join traject t on t.regio_id = van_regio and t.id = v.traject_id
    join leerling l on l.regio_id = van_regio and l.id = v.leerling_id
    left join casus c on c.regio_id = van_regio and c.leerling_id = v.leerling_id and c.fase <> 'gesloten'
   cross join lateral (select coalesce(l.overleden_op <= op, false) or v.bestemd and doorstroom_weg(t.bestemming) as weg) w
   cross join lateral (select doorstroom_kolom(w.weg, v.aangekomen, v.bestemd, c.id is not null, v.op_koers) as stand) s
$$;
`;
