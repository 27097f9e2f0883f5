import { Binds, type Tx } from '#database';
import type { Datum, Reden, Wie } from '#kern';
import type { Signaalsoort } from '#signalen';
import { namenZichtbaar, redenVan, zichtbaar } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { Doelgroep, Fase } from './casus.js';
import { casusVraag } from './casusrij.sql.js';
import { CASUSKOLOMMEN } from './casuszicht.js';
import type { WachtOp } from './werk/casus.entity.js';
import type { Invoer, Kandidaat, Toewijsaanleiding } from './routering/routering.js';

export interface CasusRij {
  id: string;
  nummer: string;
  leerlingId: string;
  naam: string;
  geboortedatum: string;
  adresGeheim: boolean;
  school: string;
  schoolNaam: string;
  doelgroep: Doelgroep;
  fase: Fase;
  verantwoordelijkeId: string | null;
  verantwoordelijkeNaam: string | null;
  volgendeTaakId: string | null;
  geopendOp: Date;
  geslotenOp: Date | null;
  uitkomst: string | null;
  opgeschort: boolean;
  woordvoerderId: string | null;
  woordvoerderNaam: string | null;
  wachtOp: WachtOp | null;
  wakkerOp: string | null;
  opschortingId: string | null;
  opschortingVan: string | null;
  opschortingTot: string | null;
  opschortingReden: Buffer | null;
  leerplichtigTot: string;
  kwalificatieplichtigTot: string | null;
  doorstroompuntTot: string | null;
  versie: number;
  signalen: { soort: Signaalsoort; schooljaar: number; geopendOp: string; geslotenOp: string | null }[];
  taken: { id: string; soort: string; vervaltOp: string; eigenaarId: string | null; eigenaarNaam: string | null }[];
  reden: Reden;
  metNaam: boolean;
}

export interface ToewijzingRij {
  medewerkerId: string;
  medewerkerNaam: string;
  regelId: string | null;
  regelOmschrijving: string | null;
  terugval: string | null;
  invoer: Invoer;
  kandidaten: Kandidaat[];
  uitleg: string;
  toegewezenOp: Date;
  aanleiding: Toewijsaanleiding;
  door: string;
  leerlingId: string;
  roepnaam: string;
  adresGeheim: boolean;
  verantwoordelijkeId: string | null;
  reden: Reden;
  metNaam: boolean;
}

/** One casus as a page shows it, for who may see it. */
@Injectable()
export class CasussenLeesmodel {
  /** Null when there is no such casus, or none for this asker. */
  async casus(tx: Tx, wie: Wie, id: string, vandaag: Datum): Promise<CasusRij | null> {
    const b = new Binds();
    return this.een(tx, b, wie, vandaag, zichtkolommen(wie, b), alleen(wie, id, b));
  }

  /** For who just worked on it, on the ground that they had: they may have closed it or given it away with that. */
  async bewerkt(tx: Tx, wie: Wie, id: string, vandaag: Datum, reden: Reden): Promise<CasusRij | null> {
    const b = new Binds();
    const kolommen = `${b.bind(reden)}::text as reden, true as "metNaam"`;
    return this.een(
      tx,
      b,
      wie,
      vandaag,
      kolommen,
      `c.regio_id = ${b.bind(wie.regioId)} and c.id = ${b.bind(id)}::bigint`,
    );
  }

  private async een(
    tx: Tx,
    b: Binds,
    { regioId }: Wie,
    vandaag: Datum,
    zicht: string,
    waar: string,
  ): Promise<CasusRij | null> {
    const vraag = casusVraag(b, { regioId, vandaag, zicht, waar });
    const [rij] = await tx.query<CasusRij[]>(vraag, b.waarden);
    return rij ?? null;
  }

  /** The newest assignment; null when there is no such casus for this asker. */
  async toewijzing(tx: Tx, wie: Wie, casusId: string): Promise<ToewijzingRij | null> {
    const b = new Binds();
    const vraag = `
select t.medewerker_id as "medewerkerId", m.naam as "medewerkerNaam", t.regel_id as "regelId", t.regel_omschrijving as "regelOmschrijving",
       t.terugval, t.invoer, t.kandidaten, t.uitleg, t.toegewezen_op as "toegewezenOp", t.door, t.aanleiding, c.leerling_id as "leerlingId", l.roepnaam,
       l.adres_geheim as "adresGeheim", c.verantwoordelijke_id as "verantwoordelijkeId",
       ${zichtkolommen(wie, b)}
  from casus c
  join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id
  join toewijzing t on t.regio_id = c.regio_id and t.casus_id = c.id
  join medewerker m on m.regio_id = t.regio_id and m.id = t.medewerker_id
 where ${alleen(wie, casusId, b)}
 order by t.id desc limit 1`;
    const [rij] = await tx.query<ToewijzingRij[]>(vraag, b.waarden);
    return rij ?? null;
  }

  /** Name of the colleague in one's own team who has this running casus; null when it is someone else's. */
  async vanTeamgenoot(tx: Tx, wie: Wie, casusId: string): Promise<string | null> {
    const [rij] = await tx.query<{ naam: string }[]>(TEAMGENOOT, [wie.regioId, casusId, wie.id]);
    return rij?.naam ?? null;
  }
}

const TEAMGENOOT = `
select m.naam from casus c
  join medewerker m on m.regio_id = c.regio_id and m.id = c.verantwoordelijke_id
 where c.regio_id = $1 and c.id = $2 and c.loopt and exists (
   select from teamlid ik join teamlid zij on zij.regio_id = ik.regio_id and zij.team = ik.team
    where ik.regio_id = c.regio_id and ik.medewerker_id = $3 and zij.medewerker_id = c.verantwoordelijke_id)`;

function zichtkolommen(wie: Wie, b: Binds): string {
  return `${redenVan(wie, CASUSKOLOMMEN, b)} as reden, ${namenZichtbaar(wie, CASUSKOLOMMEN, b)} as "metNaam"`;
}

function alleen(wie: Wie, casusId: string, b: Binds): string {
  return `c.regio_id = ${b.bind(wie.regioId)} and c.id = ${b.bind(casusId)}::bigint and ${zichtbaar(wie, CASUSKOLOMMEN, b)}`;
}
