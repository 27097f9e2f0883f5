import { Binds, type Tx } from '#database';
import { alsId, cursorOngeldig, isDatum, leesCursor, scholenVan, type Reden, type Wie } from '#kern';
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
  decaanvraagId: string | null;
  decanen: string[];
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
    if (vraag.van === 'mij') eisen.push(vanMij(wie, b));
    if (vraag.soort !== undefined) eisen.push(`t.soort = ${b.bind(vraag.soort)}`);
    if (vraag.vervaltVoor !== undefined) eisen.push(`t.vervalt_op < ${b.bind(vraag.vervaltVoor)}::date`);
    if (vraag.na !== undefined) eisen.push(vanaf(vraag.na, b));
    const tekst = `
select t.id, t.soort, t.vervalt_op as "vervaltOp", t.eigenaar_id as "eigenaarId", e.naam as "eigenaarNaam", t.casus_id as "casusId",
       c.nummer as "casusNummer", t.koppelvoorstel_id as "koppelvoorstelId", t.traject_id as "trajectId", t.opschaling_id as "opschalingId", l.id as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam,
       l.geboortedatum, coalesce(l.adres_geheim, false) as "adresGeheim", coalesce(c.school, j.school) as examenschool, sch.naam as "schoolNaam",
       c.verantwoordelijke_id as "verantwoordelijkeId", t.school, t.decaanvraag_id as "decaanvraagId", ${DECANEN} as decanen, t.gemaakt_op as "gemaaktOp", t.versie,
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

const DECANEN = `
       case when t.decaanvraag_id is not null and t.casus_id is not null then
         array(select m.naam from decaanvraag v
                 join medewerker_rol mr on mr.regio_id = v.regio_id and mr.rol = 'decaan' and v.school = any (mr.scholen)
                 join medewerker m on m.regio_id = mr.regio_id and m.id = mr.medewerker_id and m.actief
                where v.regio_id = t.regio_id and v.id = t.decaanvraag_id order by m.naam)
       else '{}' end`;

/** One's own, and those of one's school that belong to no casus. */
function vanMij(wie: Wie, b: Binds): string {
  const scholen = scholenVan(wie, 'decaan', 'zorgcoordinator');
  const mij = `t.eigenaar_id = ${b.bind(wie.id)}::bigint`;
  return scholen.length === 0
    ? mij
    : `(${mij} or (t.casus_id is null and t.school = any (${b.bind(scholen)}::text[])))`;
}

function vanaf(na: string, b: Binds): string {
  const [datum, id] = leesCursor(na, 2);
  if (typeof datum !== 'string' || !isDatum(datum)) throw cursorOngeldig();
  return `(t.vervalt_op, t.id) > (${b.bind(datum)}::date, ${b.bind(alsId(id))}::bigint)`;
}
