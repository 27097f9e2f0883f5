import { Binds, type Tx } from '#database';
import { alsId, cursorOngeldig, isDatum, leesCursor, type Reden, type Wie } from '#kern';
import { namenZichtbaar, redenVan, zichtbaar, type Kolommen } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { TakenVraag } from './takenlijst.dto.js';

export interface TaakRij {
  id: string;
  soort: string;
  vervaltOp: string;
  eigenaarId: string | null;
  eigenaarNaam: string | null;
  casusId: string | null;
  casusNummer: string | null;
  koppelvoorstelId: string | null;
  trajectId: string | null;
  opschalingId: string | null;
  leerlingId: string | null;
  naam: string;
  geboortedatum: string;
  adresGeheim: boolean;
  examenschool: string;
  schoolNaam: string;
  verantwoordelijkeId: string | null;
  school: string | null;
  gemaaktOp: Date;
  versie: number;
  reden: Reden;
  metNaam: boolean;
}

const KOLOMMEN: Kolommen = {
  onderwerp: 'taak',
  leerling: 'c.leerling_id',
  casus: 't.casus_id',
  eigenaar: 't.eigenaar_id',
  school: 'p.school',
  woongemeente: 'c.woongemeente',
  verantwoordelijke: 'c.verantwoordelijke_id',
  fase: 'c.fase',
  geslotenOp: 'c.gesloten_op',
};

/** Open tasks, the first due first. */
@Injectable()
export class TakenLeesmodel {
  /** One row more than a page, when there is more. */
  async lees(tx: Tx, wie: Wie, vraag: TakenVraag): Promise<TaakRij[]> {
    const b = new Binds();
    const eisen = [`t.regio_id = ${b.bind(wie.regioId)}`, `t.toestand = 'open'`, zichtbaar(wie, KOLOMMEN, b)];
    if (vraag.van === 'mij') eisen.push(`t.eigenaar_id = ${b.bind(wie.id)}::bigint`);
    if (vraag.soort !== undefined) eisen.push(`t.soort = ${b.bind(vraag.soort)}`);
    if (vraag.vervaltVoor !== undefined) eisen.push(`t.vervalt_op < ${b.bind(vraag.vervaltVoor)}::date`);
    if (vraag.na !== undefined) eisen.push(vanaf(vraag.na, b));
    const tekst = `
select t.id, t.soort, t.vervalt_op as "vervaltOp", t.eigenaar_id as "eigenaarId", e.naam as "eigenaarNaam", t.casus_id as "casusId",
       c.nummer as "casusNummer", t.koppelvoorstel_id as "koppelvoorstelId", t.traject_id as "trajectId", t.opschaling_id as "opschalingId", l.id as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam,
       l.geboortedatum, coalesce(l.adres_geheim, false) as "adresGeheim", coalesce(c.school, j.school) as examenschool, sch.naam as "schoolNaam",
       c.verantwoordelijke_id as "verantwoordelijkeId", t.school, t.gemaakt_op as "gemaaktOp", t.versie,
       ${redenVan(wie, KOLOMMEN, b)} as reden, ${namenZichtbaar(wie, KOLOMMEN, b)} as "metNaam"
  from taak t
  left join casus c on c.regio_id = t.regio_id and c.id = t.casus_id
 cross join lateral (select coalesce(c.school, t.school) as school) p
  left join traject j on j.regio_id = t.regio_id and j.id = t.traject_id
  left join leerling l on l.regio_id = t.regio_id and l.id = coalesce(c.leerling_id, j.leerling_id)
  left join school sch on sch.regio_id = t.regio_id and sch.code = coalesce(c.school, j.school)
  left join medewerker e on e.regio_id = t.regio_id and e.id = t.eigenaar_id
 where ${eisen.join(' and ')}
 order by t.vervalt_op, t.id limit ${b.bind(vraag.aantal + 1)}`;
    return tx.query<TaakRij[]>(tekst, b.waarden);
  }
}

function vanaf(na: string, b: Binds): string {
  const [datum, id] = leesCursor(na, 2);
  if (typeof datum !== 'string' || !isDatum(datum)) throw cursorOngeldig();
  return `(t.vervalt_op, t.id) > (${b.bind(datum)}::date, ${b.bind(alsId(id))}::bigint)`;
}
