import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { LeerlingRij } from '../antwoorden.js';
import type { Keuze, Overnameaanleiding } from '../routering/routering.js';
import type { Overnametoestand } from './overname.js';
import type { Signaalsoort } from '#signalen';

/** An overname with the casus that it is about. */
export interface OvernameRij extends Omit<LeerlingRij, 'metNaam'> {
  id: string;
  casusId: string;
  nummer: string;
  fase: string;
  toestand: Overnametoestand;
  aanleiding: Overnameaanleiding;
  vanId: string;
  vanNaam: string;
  vanTelefoon: string | null;
  naarId: string | null;
  naarNaam: string | null;
  naarRegio: number | null;
  aangebodenOp: Date;
  vervaltOp: string | null;
  beslistOp: Date | null;
  taakId: string | null;
  uitleg: string;
  roepnaam: string;
  regelId: string | null;
  regelOmschrijving: string | null;
  kandidaten: Keuze['kandidaten'];
  toelichting: Buffer | null;
  antwoord: Buffer | null;
  signalen: Signaalsoort[];
  stap: { id: string; soort: string; vervaltOp: string } | null;
  versie: number;
}

/** Reads overnames. The caller judges who may. */
@Injectable()
export class OvernameLeesmodel {
  /** The newest of a casus; null when there is none. Locked, with its casus, when asked. */
  async vanCasus(tx: Tx, regioId: number, casusId: string, vergrendel = false): Promise<OvernameRij | null> {
    const slot = vergrendel ? ' for no key update of c, o' : '';
    const [rij] = await tx.query<OvernameRij[]>(`${VAN_CASUS}${slot}`, [regioId, casusId]);
    return rij ?? null;
  }

  /** Whether this person was asked to take this casus over and has not answered. */
  async isGevraagd(tx: Tx, regioId: number, casusId: string, medewerkerId: string): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(
      `select from overname where regio_id = $1 and casus_id = $2 and naar_id = $3 and open`,
      [regioId, casusId, medewerkerId],
    );
    return rijen.length > 0;
  }
}

const VAN_CASUS = `
select o.id, o.casus_id as "casusId", c.nummer, c.fase, o.toestand, o.aanleiding, o.van_id as "vanId", v.naam as "vanNaam",
       v.telefoon as "vanTelefoon", o.naar_id as "naarId", n.naam as "naarNaam", o.naar_regio as "naarRegio",
       o.aangeboden_op as "aangebodenOp", t.vervalt_op as "vervaltOp", o.beslist_op as "beslistOp", o.taak_id as "taakId", o.uitleg,
       o.regel_id as "regelId", o.regel_omschrijving as "regelOmschrijving", o.kandidaten, o.toelichting, o.antwoord, o.versie,
       c.leerling_id as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam, l.roepnaam, l.geboortedatum,
       l.adres_geheim as "adresGeheim", c.school, s.naam as "schoolNaam", c.verantwoordelijke_id as "verantwoordelijkeId",
       array(select g.soort from signaal g where g.regio_id = c.regio_id and g.casus_id = c.id and g.gesloten_op is null order by g.id) as signalen,
       (select jsonb_build_object('id', k.id::text, 'soort', k.soort, 'vervaltOp', k.vervalt_op) from taak k
         where k.regio_id = c.regio_id and k.id = c.volgende_taak_id) as stap
  from overname o
  join casus c on c.regio_id = o.regio_id and c.id = o.casus_id
  join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id
  join school s on s.regio_id = c.regio_id and s.code = c.school
  join medewerker v on v.regio_id = o.regio_id and v.id = o.van_id
  left join medewerker n on n.regio_id = o.regio_id and n.id = o.naar_id
  left join taak t on t.regio_id = o.regio_id and t.id = o.taak_id and t.toestand = 'open'
 where o.regio_id = $1 and o.casus_id = $2
 order by o.id desc limit 1`;
