import type { Tx } from '#database';
import type { Datum } from '#kern';
import { Injectable } from '@nestjs/common';

/** A question to a school that was just asked. */
export interface Schoolvraag {
  decaanvraagId: string;
  school: string;
  vervaltOp: string;
}

/** Writes the tasks of schools: of no casus, for whoever has a role at the school. Binds: $1 region. */
@Injectable()
export class SchooltakenRepository {
  async maakVragen(tx: Tx, regioId: number, vragen: readonly Schoolvraag[], nu: Date): Promise<void> {
    await tx.query(MAAK_VRAGEN, [regioId, JSON.stringify(vragen), nu]);
  }

  async sluitVragen(tx: Tx, regioId: number, vraagIds: readonly string[], gedaan: boolean, nu: Date): Promise<void> {
    const [toestand, resultaat] = gedaan ? ['afgerond', 'beantwoord'] : ['vervallen', 'verlopen'];
    await tx.query(SLUIT_VRAGEN, [regioId, vraagIds, toestand, resultaat, nu]);
  }

  async volgSignalen(tx: Tx, regioId: number, vandaag: Datum, nu: Date): Promise<void> {
    await tx.query(SLUIT_SIGNALEN, [regioId, nu]);
    await tx.query(MAAK_SIGNALEN, [regioId, vandaag, nu]);
  }
}

const MAAK_VRAGEN = `
insert into taak (regio_id, soort, decaanvraag_id, school, vervalt_op, gemaakt_op)
select $1, 'decaanvraag', v."decaanvraagId", v.school, v."vervaltOp", $3
  from jsonb_to_recordset($2::jsonb) as v ("decaanvraagId" bigint, school text, "vervaltOp" date)
 order by v."decaanvraagId"`;

const SLUIT_VRAGEN = `
update taak set toestand = $3, resultaat = $4, afgerond_op = $5
 where regio_id = $1 and decaanvraag_id = any ($2::bigint[]) and casus_id is null and toestand = 'open'`;

const SLUIT_SIGNALEN = `
update taak t set toestand = 'vervallen', resultaat = s.sluitreden, afgerond_op = $2
  from signaal s
 where t.regio_id = $1 and t.toestand = 'open' and t.signaal_id is not null
   and s.regio_id = $1 and s.id = t.signaal_id and s.gesloten_op is not null`;

// Once for each signaal: who called the school is not told to call again the next night. The procesbewaker sees to it, and
// the people of the school see it as theirs.
const MAAK_SIGNALEN = `
insert into taak (regio_id, soort, signaal_id, school, eigenaar_id, vervalt_op, gemaakt_op)
select $1, s.soort, s.id, s.school, r.procesbewaker_id, termijn_op($1, s.soort, '', $2::date), $3
  from signaal s join regio r on r.id = s.regio_id
 where s.regio_id = $1 and s.school is not null and s.gesloten_op is null
   and not exists (select from taak t where t.regio_id = $1 and t.signaal_id = s.id)
 order by s.id
on conflict (regio_id, signaal_id) where signaal_id is not null do nothing`;
