import { Binds, type Tx } from '#database';
import { alsId, leesCursor, type Reden, type Wie } from '#kern';
import { namenZichtbaar, redenVan, zichtbaar, type Kolommen } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { Aanleiding, Bewijs, Voorstelstatus } from './koppelvoorstel.js';
import type { KoppelvoorstellenVraag } from './koppelvoorstellen.dto.js';

export interface KoppelvoorstelRij {
  id: string;
  status: Voorstelstatus;
  aanleiding: Aanleiding;
  score: number | null;
  bewijs: Bewijs[];
  school: string;
  schoolNaam: string;
  gemaaktOp: Date;
  beslotenOp: Date | null;
  beslisserId: string | null;
  beslisserNaam: string | null;
  besluitReden: string | null;
  versie: number;
  leerlingId: string;
  leerlingNaam: string | null;
  leerlingGeboortedatum: string | null;
  leerlingVoorlopig: boolean;
  kandidaatId: string;
  kandidaatNaam: string | null;
  kandidaatGeboortedatum: string | null;
  kandidaatVoorlopig: boolean;
  adresGeheim: boolean;
  reden: Reden;
}

const VOORSTEL: Kolommen = { onderwerp: 'koppelvoorstel', leerling: 'k.leerling_id' };
// A secret address of either is secret of the pair.
const GEHEIM = '(l.adres_geheim or c.adres_geheim)';

/** Koppelvoorstellen as they are shown: what compares how, values only to who may see that youngster. */
@Injectable()
export class KoppelvoorstellenLeesmodel {
  /** The longest waiting first; one row more than a page, when there is more. */
  async lijst(tx: Tx, wie: Wie, vraag: KoppelvoorstellenVraag): Promise<KoppelvoorstelRij[]> {
    const b = new Binds();
    const eisen: string[] = [];
    if (vraag.status !== undefined) eisen.push(`k.status = ${b.bind(vraag.status)}`);
    if (vraag.school !== undefined) eisen.push(`k.school = ${b.bind(vraag.school)} and not ${GEHEIM}`);
    if (vraag.na !== undefined) eisen.push(`k.id > ${b.bind(alsId(leesCursor(vraag.na, 1)[0]))}::bigint`);
    return lees(tx, wie, b, eisen, vraag.aantal + 1);
  }

  /** Null when there is none, or none for this asker. */
  async een(tx: Tx, wie: Wie, id: string): Promise<KoppelvoorstelRij | null> {
    const b = new Binds();
    const [rij] = await lees(tx, wie, b, [`k.id = ${b.bind(id)}::bigint`], 1);
    return rij ?? null;
  }
}

async function lees(
  tx: Tx,
  wie: Wie,
  b: Binds,
  eisen: readonly string[],
  aantal: number,
): Promise<KoppelvoorstelRij[]> {
  const waar = [`k.regio_id = ${b.bind(wie.regioId)}`, zichtbaar(wie, VOORSTEL, b), ...eisen];
  return tx.query<KoppelvoorstelRij[]>(
    `select k.id, k.status, k.aanleiding, k.score, k.bewijs, k.school, s.naam as "schoolNaam", k.gemaakt_op as "gemaaktOp",
            k.besloten_op as "beslotenOp", m.id as "beslisserId", m.naam as "beslisserNaam", k.besluit_reden as "besluitReden", k.versie,
            ${persoon(wie, 'l', 'leerling', b)}, ${persoon(wie, 'c', 'kandidaat', b)},
            ${GEHEIM} as "adresGeheim", ${redenVan(wie, VOORSTEL, b)} as reden
       from koppelvoorstel k
       join leerling l on l.regio_id = k.regio_id and l.id = k.leerling_id
       join leerling c on c.regio_id = k.regio_id and c.id = k.kandidaat_id
       join school s on s.regio_id = k.regio_id and s.code = k.school
       left join medewerker m on m.regio_id = k.regio_id and m.id = k.besloten_door
      where ${waar.join(' and ')}
      order by k.id limit ${b.bind(aantal)}`,
    b.waarden,
  );
}

/** One of the two, its name and date of birth only for who may see that one by name. */
function persoon(wie: Wie, t: 'l' | 'c', naam: 'leerling' | 'kandidaat', b: Binds): string {
  const mag = namenZichtbaar(wie, { onderwerp: 'leerling', leerling: `${t}.id`, woongemeente: `${t}.woongemeente` }, b);
  return `${t}.id as "${naam}Id", ${t}.voorlopig as "${naam}Voorlopig",
            case when z${t}.mag then concat_ws(' ', ${t}.roepnaam, ${t}.voorvoegsel, ${t}.achternaam) end as "${naam}Naam",
            case when z${t}.mag then ${t}.geboortedatum end as "${naam}Geboortedatum"`.replaceAll(`z${t}.mag`, mag);
}
