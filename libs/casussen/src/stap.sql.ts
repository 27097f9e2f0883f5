// The next step of running casus `c`. Bind: $1 region.

/** Which soort of task it begins with when its own term starts. */
export const STAPSOORT = `case when c.fase <> 'nagaan' then 'begeleiding' when c.eerste_gesprek_op is null then 'eersteContact' else 'besluit' end`;

/**
 * Sets task `t` (id, vervalt_op, soort) as the next step. What it waited for went with the step before: only a question to a
 * school keeps it out of «vandaag», until that is due; a suspension is of the task itself.
 */
export const WORDT_STAP = `volgende_taak_id = t.id, vervalt_op = t.vervalt_op,
       wacht_op = case when t.soort in ('decaanvraag', 'decaanvraagNogmaals') then 'antwoordSchool' end,
       wakker_op = case when t.soort in ('decaanvraag', 'decaanvraagNogmaals') then t.vervalt_op end,
       opgeschort_tot = (select max(o.tot) from opschorting o where o.regio_id = $1 and o.taak_id = t.id)`;
