import { Binds, type Tx } from '#database';
import type { Reden, Wie } from '#kern';
import { redenVan, zichtbaar } from '#toegang';
import { Injectable } from '@nestjs/common';
import { CASUSKOLOMMEN } from '../casuszicht.js';
import type { Terugval } from '../routering/routering.js';
import type { VerdeelFilter, Verdeeluitkomst } from './verdelen.dto.js';

/** A casus that the asker sees, and why. */
export interface ZichtbareCasus {
  id: string;
  leerlingId: string;
  loopt: boolean;
  reden: Reden;
}

/** What came of one casus. */
export interface Verdeelrij {
  casusId: string;
  uitkomst: Verdeeluitkomst;
  vanId: string | null;
  naarId: string | null;
  wasTerugval: Terugval | null;
}

/** A casus that was given away, as it is now. */
export interface Teruggave {
  casusId: string;
  vanId: string;
  vanNaam: string;
  wasTerugval: Terugval | null;
  loopt: boolean;
  /** Nobody worked on it since. */
  ongemoeid: boolean;
  /** Who had it is active, may hold a casus, and is not away for long. */
  vanKan: boolean;
}

/** Writes verdeling and verdeling_rij. */
@Injectable()
export class VerdelingenRepository {
  async id(tx: Tx): Promise<string> {
    const [rij] = await tx.query<[{ id: string }]>(`select nextval('verdeling_id_seq')::text as id`);
    return rij.id;
  }

  async leg(
    tx: Tx,
    wie: Wie,
    verdeling: { id: string; reden: Buffer; nu: Date; terugTot: Date | null },
  ): Promise<void> {
    const { id, reden, nu, terugTot } = verdeling;
    await tx.query(`insert into verdeling (regio_id, id, reden, door, op, terug_tot) values ($1, $2, $3, $4, $5, $6)`, [
      wie.regioId,
      id,
      reden,
      wie.id,
      nu,
      terugTot,
    ]);
  }

  /** After the casussen were given: keeps the versie that each has by now. */
  async legRijen(tx: Tx, regioId: number, id: string, rijen: readonly Verdeelrij[]): Promise<void> {
    await tx.query(RIJEN, [regioId, id, JSON.stringify(rijen)]);
  }

  async rijen(
    tx: Tx,
    regioId: number,
    id: string,
  ): Promise<{ casusId: string; uitkomst: Verdeeluitkomst; naarId: string | null; naarNaam: string | null }[]> {
    return tx.query(LEES, [regioId, id]);
  }

  /** Locked; null when this person made no such verdeling. */
  async vergrendel(
    tx: Tx,
    wie: Wie,
    id: string,
  ): Promise<{ terugTot: Date | null; teruggedraaidOp: Date | null } | null> {
    const [rij] = await tx.query<{ terugTot: Date | null; teruggedraaidOp: Date | null }[]>(
      `select terug_tot as "terugTot", teruggedraaid_op as "teruggedraaidOp" from verdeling
        where regio_id = $1 and id = $2 and door = $3 for no key update`,
      [wie.regioId, id, wie.id],
    );
    return rij ?? null;
  }

  async terug(tx: Tx, regioId: number, id: string, vandaag: string): Promise<Teruggave[]> {
    return tx.query<Teruggave[]>(TERUG, [regioId, id, vandaag]);
  }

  async meldTeruggedraaid(tx: Tx, regioId: number, id: string, nu: Date): Promise<void> {
    await tx.query(`update verdeling set teruggedraaid_op = $3 where regio_id = $1 and id = $2`, [regioId, id, nu]);
  }

  /**
   * Of these, or of this filter, the casussen that the asker may see, on one of `gronden` where that fits; at most one more
   * than `hoogstens`.
   */
  async zichtbare(
    tx: Tx,
    wie: Wie,
    wat: { casusIds?: readonly string[] | undefined; filter?: VerdeelFilter | undefined },
    hoogstens: number,
    gronden: readonly Reden[],
  ): Promise<ZichtbareCasus[]> {
    const b = new Binds();
    const eisen = [`c.regio_id = ${b.bind(wie.regioId)}`, zichtbaar(wie, CASUSKOLOMMEN, b)];
    if (wat.casusIds !== undefined) eisen.push(`c.id = any (${b.bind(wat.casusIds)}::bigint[])`);
    if (wat.filter !== undefined) {
      const { verantwoordelijke, doelgroep, school } = wat.filter;
      eisen.push('c.loopt', `c.verantwoordelijke_id = ${b.bind(verantwoordelijke)}::bigint`);
      if (doelgroep !== undefined) eisen.push(`c.doelgroep = ${b.bind(doelgroep)}`);
      if (school !== undefined) eisen.push(`c.school = ${b.bind(school)}`);
    }
    const vraag = `
select c.id, c.leerling_id as "leerlingId", coalesce(c.loopt, false) as loopt, ${redenVan(wie, CASUSKOLOMMEN, b, gronden)} as reden
  from casus c where ${eisen.join(' and ')} order by c.geopend_op, c.id limit ${b.bind(hoogstens + 1)}`;
    return tx.query<ZichtbareCasus[]>(vraag, b.waarden);
  }
}

const RIJEN = `
insert into verdeling_rij (regio_id, verdeling_id, plaats, casus_id, uitkomst, van_id, naar_id, was_terugval, gegeven_versie)
select $1, $2, r.plaats, r."casusId", r.uitkomst, r."vanId", r."naarId", r."wasTerugval", case when r.uitkomst = 'toegewezen' then c.versie end
  from rows from (jsonb_to_recordset($3::jsonb) as ("casusId" bigint, uitkomst text, "vanId" bigint, "naarId" bigint, "wasTerugval" text))
       with ordinality as r ("casusId", uitkomst, "vanId", "naarId", "wasTerugval", plaats)
  left join casus c on c.regio_id = $1 and c.id = r."casusId"`;

const LEES = `
select r.casus_id as "casusId", r.uitkomst, r.naar_id as "naarId", m.naam as "naarNaam"
  from verdeling_rij r left join medewerker m on m.regio_id = r.regio_id and m.id = r.naar_id
 where r.regio_id = $1 and r.verdeling_id = $2 order by r.plaats`;

const TERUG = `
with lang as (
  select medewerker_id from (
    select medewerker_id, unnest(range_agg(daterange(van, tot))) as blok from afwezigheid where regio_id = $1 group by medewerker_id) a
   where blok @> $3::date and upper(blok) - lower(blok) >= wetwaarde('waarnemingTotDagen', $3::date))
select r.casus_id as "casusId", r.van_id as "vanId", m.naam as "vanNaam", r.was_terugval as "wasTerugval", coalesce(c.loopt, false) as loopt,
       c.versie = r.gegeven_versie and c.verantwoordelijke_id = r.naar_id as ongemoeid,
       m.actief and m.id not in (select medewerker_id from lang)
         and exists (select from medewerker_rol o where o.regio_id = m.regio_id and o.medewerker_id = m.id
                        and o.rol in ('doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider')) as "vanKan"
  from verdeling_rij r
  join casus c on c.regio_id = r.regio_id and c.id = r.casus_id
  join medewerker m on m.regio_id = r.regio_id and m.id = r.van_id
 where r.regio_id = $1 and r.verdeling_id = $2 and r.uitkomst = 'toegewezen' order by r.plaats for no key update of c`;
