import type { Datum } from '#kern';
import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { MomentInrichting, RegelInrichting, UitslaggrensInrichting } from './inrichting.js';

/** Writes routeringsregel, signaleringsmoment and uitslaggrens. */
@Injectable()
export class RegelsRepository {
  /** A rule that is no longer named, or whose content changed, ends today: what it decided keeps pointing at it. */
  async legRegels(tx: Tx, regioId: number, regels: RegelInrichting[], vandaag: Datum): Promise<void> {
    const json = JSON.stringify(regels);
    await tx.query(REGELS_BIJGEWERKT, [regioId, json]);
    await tx.query(REGELS_EINDIGEN, [regioId, json, vandaag]);
    await tx.query(REGELS, [regioId, json]);
  }

  async legMomenten(tx: Tx, regioId: number, momenten: MomentInrichting[]): Promise<void> {
    await tx.query(`delete from signaleringsmoment where regio_id = $1`, [regioId]);
    await tx.query(
      `insert into signaleringsmoment (regio_id, schooljaar, profiel, signaal, maand_dag, na_eerste_lesdag_werkdagen, minimaal)
       select $1, schooljaar, profiel, signaal, "maandDag", "naEersteLesdagWerkdagen", minimaal
         from jsonb_to_recordset($2::jsonb) as m (schooljaar int, profiel text, signaal text, "maandDag" text,
              "naEersteLesdagWerkdagen" int, minimaal text)`,
      [regioId, JSON.stringify(momenten)],
    );
  }

  async legUitslaggrenzen(tx: Tx, regioId: number, grenzen: UitslaggrensInrichting[]): Promise<void> {
    await tx.query(`delete from uitslaggrens where regio_id = $1`, [regioId]);
    await tx.query(
      `insert into uitslaggrens (regio_id, schooljaar, datum)
       select $1, schooljaar, datum from jsonb_to_recordset($2::jsonb) as g (schooljaar int, datum date)`,
      [regioId, JSON.stringify(grenzen)],
    );
  }
}

const NIEUW = `
  select volgorde, omschrijving, team, "geldigVan" as geldig_van, "geldigTot" as geldig_tot,
         nullif(als.periode, '{}') as periode, nullif(als.school, '{}') as school, nullif(als.woongemeente, '{}') as woongemeente,
         nullif(als.doelgroep, '{}') as doelgroep, nullif(als.onderwijssoort, '{}') as onderwijssoort, nullif(als.signaal, '{}') as signaal
    from jsonb_to_recordset($2::jsonb) as r (volgorde int, omschrijving text, team text, "geldigVan" date, "geldigTot" date, als jsonb),
         jsonb_to_record(r.als) as als (periode text[], school text[], woongemeente text[], doelgroep text[], onderwijssoort text[], signaal text[])`;

const ZELFDE = `(n.volgorde, n.team, n.geldig_van, n.periode, n.school, n.woongemeente, n.doelgroep, n.onderwijssoort, n.signaal)
  is not distinct from (r.volgorde, r.team, r.geldig_van, r.periode, r.school, r.woongemeente, r.doelgroep, r.onderwijssoort, r.signaal)`;

const REGELS_BIJGEWERKT = `
with n as (${NIEUW})
update routeringsregel r set omschrijving = n.omschrijving, geldig_tot = n.geldig_tot
  from n where r.regio_id = $1 and ${ZELFDE} and (r.omschrijving, r.geldig_tot) is distinct from (n.omschrijving, n.geldig_tot)`;

const REGELS_EINDIGEN = `
with n as (${NIEUW})
update routeringsregel r set geldig_tot = greatest($3::date, r.geldig_van)
 where r.regio_id = $1 and (r.geldig_tot is null or r.geldig_tot > $3::date) and not exists (select from n where ${ZELFDE})`;

const REGELS = `
with n as (${NIEUW})
insert into routeringsregel (regio_id, volgorde, omschrijving, periode, school, woongemeente, doelgroep, onderwijssoort, signaal, team, geldig_van, geldig_tot)
select $1, volgorde, omschrijving, periode, school, woongemeente, doelgroep, onderwijssoort, signaal, team, geldig_van, geldig_tot
  from n where not exists (select from routeringsregel r where r.regio_id = $1 and ${ZELFDE})`;
