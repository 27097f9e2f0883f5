// Binds of every statement here: $1 region, $2 what it is about.

export const IDS = `select nextval('overname_id_seq')::text as id from generate_series(1, $1)`;

export const BIED = `
insert into overname (regio_id, id, casus_id, aanleiding, van_id, naar_id, naar_regio, toelichting, aangeboden_op, aangeboden_door, taak_id,
                      regel_id, regel_omschrijving, invoer, kandidaten, uitleg)
select $1, n.id, n."casusId", n.aanleiding, n."vanId", n."naarId", n."naarRegio", decode(n.toelichting, 'base64'), $3, n.door, n."taakId",
       n."regelId", n."regelOmschrijving", n.invoer, n.kandidaten, n.uitleg
  from jsonb_to_recordset($2::jsonb) as n (id bigint, "casusId" bigint, aanleiding text, "vanId" bigint, "naarId" bigint, "naarRegio" int,
       toelichting text, door text, "taakId" bigint, "regelId" bigint, "regelOmschrijving" text, invoer jsonb, kandidaten jsonb, uitleg text)`;

/** The offers that are open over these casussen. */
export const OPEN_OVER = `
select casus_id as "casusId", naar_id as "naarId", aanleiding, taak_id as "taakId"
  from overname where regio_id = $1 and casus_id = any ($2::bigint[]) and open`;

// $7 date, $8 werkdagen: who handed it over to a colleague reads on that long.
export const BESLIS = `
update overname set toestand = $3::text, antwoord = $4, beslist_op = $5, beslist_door = $6,
       nalezen_tot = case when $3::text = 'geaccepteerd' and naar_id is not null then plus_werkdagen($7::date, $8::int) end
 where regio_id = $1 and id = $2`;

export const LAAT_VERVALLEN = `
update overname set toestand = 'vervallen' where regio_id = $1 and casus_id = any ($2::bigint[]) and open`;

// Offers to people who won't answer any more. What the rules asked is judged again; what a colleague asked goes back to them.
export const ZONDER_ONTVANGER = `
select o.casus_id as "casusId", o.aangeboden_door <> 'systeem' as "doorMens", c.leerling_id as "leerlingId",
       o.van_id as "eigenaarId", c.doelgroep
  from overname o join casus c on c.regio_id = o.regio_id and c.id = o.casus_id
 where o.regio_id = $1 and o.open and o.naar_id = any ($2::bigint[]) order by o.casus_id`;

export const OPNIEUW_TE_HERZIEN = `
update casus set gerouteerd_doelgroep = null where regio_id = $1 and id = any ($2::bigint[]) and loopt`;
