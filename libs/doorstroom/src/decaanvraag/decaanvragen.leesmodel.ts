import type { Decaanantwoord, Decaanvraagstatus } from '#casussen';
import { Binds, type Tx } from '#database';
import { alsId, leesCursor, scholenVan, type Reden, type Wie } from '#kern';
import { namenZichtbaar, redenVan, zichtbaar, type Kolommen } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { Trajectstatus } from '../traject.js';
import type { Vervolgkeuze } from './antwoorden.regels.js';
import type { DecaanvragenVraag } from './decaanvragen.dto.js';

export interface DecaanvraagTelling {
  id: string;
  school: string;
  schoolNaam: string;
  schooljaar: number;
  status: Decaanvraagstatus;
  gesteldOp: Date;
  vervaltOp: string;
  herinnerdOp: Date | null;
  leerlingen: number;
  beantwoord: number;
  vanzelf: number;
}

export interface DecaanvraagLeerlingRij {
  id: string;
  trajectId: string;
  leerlingId: string;
  naam: string;
  roepnaam: string;
  groep: string | null;
  status: Trajectstatus;
  casusId: string | null;
  casusLoopt: boolean;
  verantwoordelijke: string | null;
  antwoord: Decaanantwoord | null;
  brin: string | null;
  vervolgkeuze: Vervolgkeuze | null;
  toelichting: Buffer | null;
  beantwoordOp: Date | null;
  beantwoordDoor: string | null;
  nogmaalsOp: string | null;
  vanzelf: boolean;
  aangemeldTot: string | null;
  reden: Reden;
  metNaam: boolean;
}

const KOLOMMEN: Kolommen = {
  onderwerp: 'decaanvraag',
  casus: 'c.id',
  leerling: 'd.leerling_id',
  school: 'v.school',
  woongemeente: 'c.woongemeente',
  verantwoordelijke: 'c.verantwoordelijke_id',
  fase: 'c.fase',
  geslotenOp: 'c.gesloten_op',
  nagaander: 'n.eigenaar_id',
};

// Of each pupil the casus that runs, else the last one; and who looks into it when the school says that the flag is wrong.
const VAN = `
  from decaanvraag v
  join school s on s.regio_id = v.regio_id and s.code = v.school
  join decaanvraag_leerling d on d.regio_id = v.regio_id and d.decaanvraag_id = v.id
  join leerling l on l.regio_id = v.regio_id and l.id = d.leerling_id
  left join lateral (
    select k.* from casus k where k.regio_id = v.regio_id and k.leerling_id = d.leerling_id order by k.loopt nulls last, k.id desc limit 1) c on true
  left join lateral (
    select k.eigenaar_id from taak k
     where k.regio_id = v.regio_id and k.casus_id = c.id and k.decaanvraag_id = v.id and k.soort = 'meldingNagaan' and k.toestand = 'open' limit 1) n on true`;

const TELLING = `
select v.id::text as id, v.school, s.naam as "schoolNaam", v.schooljaar, v.status, v.gesteld_op as "gesteldOp", v.vervalt_op as "vervaltOp",
       v.herinnerd_op as "herinnerdOp", count(*)::int as leerlingen, count(d.antwoord)::int as beantwoord,
       (count(d.vanzelf_op) filter (where d.antwoord is null))::int as vanzelf${VAN}`;

const GROEP = `group by v.regio_id, v.id, s.naam`;

/** Questions to schools, as far as the asker follows who is in them. */
@Injectable()
export class DecaanvragenLeesmodel {
  /** Newest first; one more than a page, when there is more. */
  async lijst(tx: Tx, wie: Wie, vraag: DecaanvragenVraag): Promise<DecaanvraagTelling[]> {
    const b = new Binds();
    const eisen = voorwaarden(wie, b);
    if (vraag.school !== undefined) eisen.push(`v.school = ${b.bind(vraag.school)}`);
    if (vraag.status !== undefined) eisen.push(`v.status = ${b.bind(vraag.status)}`);
    if (vraag.na !== undefined) eisen.push(`v.id < ${b.bind(alsId(leesCursor(vraag.na, 1)[0]))}::bigint`);
    const tekst = `${TELLING} where ${eisen.join(' and ')} ${GROEP} order by v.id desc limit ${b.bind(vraag.aantal + 1)}`;
    return tx.query<DecaanvraagTelling[]>(tekst, b.waarden);
  }

  /** Null when there is no such question, or none for this asker. */
  async telling(tx: Tx, wie: Wie, id: string): Promise<DecaanvraagTelling | null> {
    const b = new Binds();
    const eisen = [...voorwaarden(wie, b), `v.id = ${b.bind(id)}::bigint`];
    const [rij] = await tx.query<DecaanvraagTelling[]>(`${TELLING} where ${eisen.join(' and ')} ${GROEP}`, b.waarden);
    return rij ?? null;
  }

  /** The pupils in it, by name. */
  async rijen(tx: Tx, wie: Wie, id: string): Promise<DecaanvraagLeerlingRij[]> {
    const b = new Binds();
    const eisen = [...voorwaarden(wie, b), `v.id = ${b.bind(id)}::bigint`];
    const tekst = `
select d.id::text as id, t.id::text as "trajectId", d.leerling_id::text as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam,
       l.roepnaam, i.groep, t.status, c.id::text as "casusId", coalesce(c.loopt, false) as "casusLoopt", m.naam as verantwoordelijke,
       d.antwoord, d.brin, d.vervolgkeuze, d.toelichting, d.beantwoord_op as "beantwoordOp", d.beantwoord_door::text as "beantwoordDoor",
       d.nogmaals_op as "nogmaalsOp", d.antwoord is null and d.vanzelf_op is not null as vanzelf, t.aangemeld_bij_tot as "aangemeldTot",
       ${redenVan(wie, KOLOMMEN, b)} as reden, ${namenZichtbaar(wie, KOLOMMEN, b)} as "metNaam"${VAN}
  join traject t on t.regio_id = v.regio_id and t.leerling_id = d.leerling_id and t.schooljaar = v.schooljaar
  left join inschrijving i on i.regio_id = v.regio_id and i.id = t.eigen_inschrijving_id and i.school = v.school
  left join medewerker m on m.regio_id = v.regio_id and m.id = c.verantwoordelijke_id and c.loopt
 where ${eisen.join(' and ')} order by l.achternaam, l.roepnaam, d.id`;
    return tx.query<DecaanvraagLeerlingRij[]>(tekst, b.waarden);
  }

  /** Who can answer at this school. */
  async decanen(tx: Tx, regioId: number, school: string): Promise<string[]> {
    const rijen = await tx.query<{ naam: string }[]>(DECANEN, [regioId, school]);
    return rijen.map((r) => r.naam);
  }
}

function voorwaarden(wie: Wie, b: Binds): string[] {
  const eigen = `v.school = any (${b.bind(scholenVan(wie, 'decaan', 'zorgcoordinator'))}::text[])`;
  const mij = wie.soort === 'medewerker' ? `c.verantwoordelijke_id = ${b.bind(wie.id)}::bigint` : 'false';
  return [
    `v.regio_id = ${b.bind(wie.regioId)}`,
    zichtbaar(wie, KOLOMMEN, b),
    // Being in it tells the school: of a secret address only for the school itself and who holds the casus (toegang.md 1).
    `(not l.adres_geheim or ${eigen} or coalesce(${mij}, false))`,
  ];
}

const DECANEN = `
select m.naam from medewerker_rol r join medewerker m on m.regio_id = r.regio_id and m.id = r.medewerker_id and m.actief
 where r.regio_id = $1 and r.rol in ('decaan', 'zorgcoordinator') and $2 = any (r.scholen)
 group by m.id, m.naam order by min(r.rol), m.naam`;
