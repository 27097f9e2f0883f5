// Binds of every statement here: $1 region, $2 question or JSON of rows.

export const VERGRENDEL = `
select id::text as id, school, schooljaar, status, vervalt_op as "vervaltOp" from decaanvraag where regio_id = $1 and id = $2 for update`;

// Null school: there is no such question.
export const SCHOOL = `select school from decaanvraag where regio_id = $1 and id = $2`;

// Who of these trajecten ($3) is in the question.
export const LEERLINGEN = `
select t.leerling_id::text as id
  from decaanvraag v
  join decaanvraag_leerling d on d.regio_id = $1 and d.decaanvraag_id = v.id
  join traject t on t.regio_id = $1 and t.leerling_id = d.leerling_id and t.schooljaar = v.schooljaar and t.id = any ($3::bigint[])
 where v.regio_id = $1 and v.id = $2 order by d.leerling_id`;

export const RIJEN = `
select d.id::text as id, d.leerling_id::text as "leerlingId", t.id::text as "trajectId", d.antwoord, d.brin, d.vervolgkeuze, d.toelichting,
       d.nogmaals_op as "nogmaalsOp",
       exists (select from decaanvraag_leerling e join decaanvraag w on w.regio_id = $1 and w.id = e.decaanvraag_id
                where e.regio_id = $1 and e.leerling_id = d.leerling_id and e.id <> d.id and e.antwoord = 'isBezig'
                  and w.schooljaar = v.schooljaar and w.school = v.school) as "wasBezig"
  from decaanvraag v
  join decaanvraag_leerling d on d.regio_id = $1 and d.decaanvraag_id = v.id
  join traject t on t.regio_id = $1 and t.leerling_id = d.leerling_id and t.schooljaar = v.schooljaar and t.id = any ($3::bigint[])
 where v.regio_id = $1 and v.id = $2 order by d.id for update of d`;

// $3 instant, $4 who.
export const LEG = `
update decaanvraag_leerling d
   set antwoord = n.antwoord, brin = n.brin, vervolgkeuze = n.vervolgkeuze, toelichting = decode(n.toelichting, 'base64'),
       nogmaals_op = n."nogmaalsOp", beantwoord_op = $3, beantwoord_door = $4, vanzelf_op = null
  from jsonb_to_recordset($2::jsonb) as n (id bigint, antwoord text, brin text, vervolgkeuze text, toelichting text, "nogmaalsOp" date)
 where d.regio_id = $1 and d.id = n.id`;

const TRAJECTEN = `jsonb_to_recordset($2::jsonb) as n ("trajectId" bigint, was text, "wasVervolg" text, antwoord text, brin text, vervolgkeuze text)`;

// An answer that is taken back takes along what it said, as far as nobody changed it since; that is no step down.
export const NEEM_TERUG: readonly string[] = [
  `update traject t set aangemeld_bij = null, aangemeld_bij_op = null, aangemeld_bij_tot = null,
          beoordeeld_rang = case when t.status = 'aangemeld' and t.vervolg_inschrijving_id is null then least(t.beoordeeld_rang, 0) else t.beoordeeld_rang end
     from ${TRAJECTEN}
    where t.regio_id = $1 and t.id = n."trajectId" and n.was = 'aangemeldBij' and n.antwoord <> 'aangemeldBij'`,
  `update traject t set voorgenomen_vervolg = null, voorgenomen_vervolg_bron = null, voorgenomen_vervolg_tot = null
     from ${TRAJECTEN}
    where t.regio_id = $1 and t.id = n."trajectId" and n.was = 'voorgenomenVervolg' and n.antwoord <> 'voorgenomenVervolg'
      and t.voorgenomen_vervolg = n."wasVervolg" and t.voorgenomen_vervolg_bron like 'medewerker:%'`,
];

// $3 date. Another school in the same answer does not make its term longer.
export const MELD_AAN = `
update traject t set aangemeld_bij = n.brin,
       aangemeld_bij_op = case when n.was = 'aangemeldBij' and t.aangemeld_bij is not null then t.aangemeld_bij_op else $3::date end,
       aangemeld_bij_tot = case when n.was = 'aangemeldBij' and t.aangemeld_bij is not null then t.aangemeld_bij_tot else s.tot end
  from ${TRAJECTEN}
 cross join (select termijn_op($1, 'aangemeldBij', '', $3::date) as tot) s
 where t.regio_id = $1 and t.id = n."trajectId" and n.antwoord = 'aangemeldBij'`;

// $3 who.
export const NEEM_VOOR = `
update traject t set voorgenomen_vervolg = n.vervolgkeuze, voorgenomen_vervolg_bron = $3, voorgenomen_vervolg_tot = null
  from ${TRAJECTEN}
 where t.regio_id = $1 and t.id = n."trajectId" and n.antwoord = 'voorgenomenVervolg'`;
