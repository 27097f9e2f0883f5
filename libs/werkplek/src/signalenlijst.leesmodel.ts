import { Binds, type Tx } from '#database';
import { alsId, leesCursor, type Datum, type Reden, type Wie } from '#kern';
import { openUitslag } from '#doorstroom';
import type { Signaalsoort } from '#signalen';
import { namenZichtbaar, redenVan, zichtbaar, type Kolommen } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { SignalenVraag } from './signalenlijst.dto.js';

export interface SignaalRij {
  id: string;
  soort: Signaalsoort;
  leerlingId: string | null;
  naam: string;
  geboortedatum: string;
  adresGeheim: boolean;
  school: string;
  schoolNaam: string;
  verantwoordelijkeId: string | null;
  schooljaar: number;
  peildatum: string;
  geopendOp: Date;
  casusId: string | null;
  /** Of a signaal about a school: since when it delivered nothing, and of how many the uitslag is open today. */
  stilSinds: string | null;
  zonderUitslag: number | null;
  reden: Reden;
  metNaam: boolean;
}

const KOLOMMEN: Kolommen = {
  onderwerp: 'signaal',
  leerling: 's.leerling_id',
  school: 'p.school',
  woongemeente: 'l.woongemeente',
};

/** Open signalen, newest first. */
@Injectable()
export class SignalenLeesmodel {
  /** One row more than a page, when there is more. */
  async lees(tx: Tx, wie: Wie, vraag: SignalenVraag, vandaag: Datum): Promise<SignaalRij[]> {
    const b = new Binds();
    const eisen = [`s.regio_id = ${b.bind(wie.regioId)}`, 's.gesloten_op is null', zichtbaar(wie, KOLOMMEN, b)];
    if (vraag.soort !== undefined) eisen.push(`s.soort = ${b.bind(vraag.soort)}`);
    if (vraag.school !== undefined) eisen.push(`p.school = ${b.bind(vraag.school)}`, schoolBekend(wie, b));
    if (vraag.na !== undefined) eisen.push(`s.id < ${b.bind(alsId(leesCursor(vraag.na, 1)[0]))}::bigint`);
    const tekst = `
select s.id, s.soort, s.leerling_id as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam, l.geboortedatum,
       coalesce(l.adres_geheim, false) as "adresGeheim", p.school, sch.naam as "schoolNaam",
       c.verantwoordelijke_id as "verantwoordelijkeId", s.schooljaar, s.peildatum, s.geopend_op as "geopendOp", s.casus_id as "casusId",
       z."stilSinds", z."zonderUitslag",
       ${redenVan(wie, KOLOMMEN, b)} as reden, ${namenZichtbaar(wie, KOLOMMEN, b)} as "metNaam"
  from signaal s
 cross join lateral (select coalesce(s.school, s.examenschool) as school) p
  left join leerling l on l.regio_id = s.regio_id and l.id = s.leerling_id
  left join casus c on c.regio_id = s.regio_id and c.id = s.casus_id
  left join school sch on sch.regio_id = s.regio_id and sch.code = p.school
  left join lateral (${schoolfeiten(b.bind(vandaag))}) z on s.school is not null
 where ${eisen.join(' and ')}
 order by s.id desc limit ${b.bind(vraag.aantal + 1)}`;
    return tx.query<SignaalRij[]>(tekst, b.waarden);
  }
}

// A few at a time: signalen about schools are as many as there are schools at the most.
const schoolfeiten = (op: string): string => `
  select case when s.soort = 'geenAanlevering' then (
           select (a.ontvangen_op at time zone 'Europe/Amsterdam')::date from aanlevering a
            where a.regio_id = s.regio_id and a.school = s.school and a.status not in ('afgekeurd','verworpen','vervallen')
              and a.herstel_van is null
            order by a.id desc limit 1) end as "stilSinds",
         case when s.soort = 'uitslagOntbreekt' then (
           select count(*)::int from ${openUitslag(op)} and k.regio_id = s.regio_id and k.school = s.school and k.schooljaar = s.schooljaar) end as "zonderUitslag"`;

// A filter may not tell what the row does not show: the school of a secret address (toegang.md 1).
function schoolBekend(wie: Wie, b: Binds): string {
  return `(l.adres_geheim is not true or c.verantwoordelijke_id = ${b.bind(wie.id)}::bigint)`;
}
