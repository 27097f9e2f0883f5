import { Binds, type Tx } from '#database';
import type { Datum, Reden, Wie } from '#kern';
import type { Signaalsoort } from '#signalen';
import { namenZichtbaar, redenVan, zichtbaar } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { Doelgroep, Fase } from './casus.js';
import { CASUSKOLOMMEN } from './casuszicht.js';
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
    return this.een(tx, b, vandaag, zichtkolommen(wie, b), alleen(wie, id, b));
  }

  /** For who just worked on it, on the ground that they had: they may have closed it or given it away with that. */
  async bewerkt(tx: Tx, wie: Wie, id: string, vandaag: Datum, reden: Reden): Promise<CasusRij | null> {
    const b = new Binds();
    const kolommen = `${b.bind(reden)}::text as reden, true as "metNaam"`;
    return this.een(tx, b, vandaag, kolommen, `c.regio_id = ${b.bind(wie.regioId)} and c.id = ${b.bind(id)}::bigint`);
  }

  private async een(tx: Tx, b: Binds, vandaag: Datum, zicht: string, waar: string): Promise<CasusRij | null> {
    const vraag = `
select c.id, c.nummer, c.leerling_id as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam,
       l.geboortedatum, l.adres_geheim as "adresGeheim", c.school, sch.naam as "schoolNaam", c.doelgroep, c.fase,
       c.verantwoordelijke_id as "verantwoordelijkeId", m.naam as "verantwoordelijkeNaam", c.volgende_taak_id as "volgendeTaakId",
       c.geopend_op as "geopendOp", c.gesloten_op as "geslotenOp", c.uitkomst, c.versie,
       c.woordvoerder_id as "woordvoerderId", w.naam as "woordvoerderNaam",
       coalesce(c.opgeschort_tot > ${b.bind(vandaag)}::date, false) as opgeschort,
       coalesce((select jsonb_agg(jsonb_build_object('soort', s.soort, 'schooljaar', s.schooljaar, 'geopendOp', s.geopend_op,
                 'geslotenOp', s.gesloten_op) order by s.id) from signaal s where s.regio_id = c.regio_id and s.casus_id = c.id), '[]') as signalen,
       coalesce((select jsonb_agg(jsonb_build_object('id', t.id::text, 'soort', t.soort, 'vervaltOp', t.vervalt_op,
                 'eigenaarId', t.eigenaar_id::text, 'eigenaarNaam', e.naam) order by t.vervalt_op, t.id)
                   from taak t left join medewerker e on e.regio_id = t.regio_id and e.id = t.eigenaar_id
                  where t.regio_id = c.regio_id and t.casus_id = c.id and t.toestand = 'open'), '[]') as taken,
       ${zicht}
  from casus c
  join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id
  join school sch on sch.regio_id = c.regio_id and sch.code = c.school
  left join medewerker m on m.regio_id = c.regio_id and m.id = c.verantwoordelijke_id
  left join medewerker w on w.regio_id = c.regio_id and w.id = c.woordvoerder_id
 where ${waar}`;
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
