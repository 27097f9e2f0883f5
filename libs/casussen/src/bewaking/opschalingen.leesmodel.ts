import { Binds, type Tx } from '#database';
import type { Reden, Wie } from '#kern';
import { namenZichtbaar, redenVan } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { Fase } from '../casus.js';
import { CASUSKOLOMMEN } from '../casuszicht.js';
import { STAAT_STIL } from './opschalen.sql.js';
import type { Niveau, Opschalingsgrond, Opschalingstatus } from './opschaling.js';

export interface OpschalingRij {
  id: string;
  status: Opschalingstatus;
  casusId: string;
  nummer: string;
  leerlingId: string;
  naam: string;
  geboortedatum: string;
  adresGeheim: boolean;
  school: string;
  schoolNaam: string;
  fase: Fase;
  verantwoordelijkeId: string | null;
  verantwoordelijkeNaam: string | null;
  niveau: Niveau;
  om: Opschalingsgrond;
  taakId: string;
  taakSoort: string;
  uiterlijk: string;
  opgeschaaldOp: Date;
  gezienOp: Date | null;
  beeindigdOp: Date | null;
  versie: number;
  /** Why the asker sees the casus; null when they don't. */
  reden: Reden | null;
  metNaam: boolean;
}

export interface Opschalingvraag {
  status?: Opschalingstatus;
  id?: string;
  /** Only what came after this one. */
  na: string | null;
  aantal: number;
}

// A casus that moved this morning is no longer open, also before the night writes that.
const STATUS = `case when o.beeindigd_op is not null or not (${STAAT_STIL}) then 'beeindigd' when o.gezien_op is not null then 'gezien' else 'open' end`;

/** Of what somebody was told. */
@Injectable()
export class OpschalingenLeesmodel {
  /** The asker's own, the oldest first; one more than asked for when there is more. */
  async lees(tx: Tx, wie: Wie, { status, id, na, aantal }: Opschalingvraag): Promise<OpschalingRij[]> {
    const b = new Binds();
    const eisen = [`o.regio_id = ${b.bind(wie.regioId)}`, `o.naar_id = ${b.bind(wie.id)}::bigint`];
    if (status !== undefined) eisen.push(`s.status = ${b.bind(status)}`);
    if (id !== undefined) eisen.push(`o.id = ${b.bind(id)}::bigint`);
    if (na !== null) eisen.push(`o.id > ${b.bind(na)}::bigint`);
    const tekst = `
select o.id, s.status, o.casus_id as "casusId", c.nummer, c.leerling_id as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam,
       l.geboortedatum, l.adres_geheim as "adresGeheim", c.school, sch.naam as "schoolNaam", c.fase,
       c.verantwoordelijke_id as "verantwoordelijkeId", m.naam as "verantwoordelijkeNaam", o.niveau, o.om, t.id as "taakId", t.soort as "taakSoort",
       o.uiterlijk, o.opgeschaald_op as "opgeschaaldOp", o.gezien_op as "gezienOp", o.beeindigd_op as "beeindigdOp", o.versie,
       ${redenVan(wie, CASUSKOLOMMEN, b)} as reden, ${namenZichtbaar(wie, CASUSKOLOMMEN, b)} as "metNaam"
  from opschaling o
  join casus c on c.regio_id = o.regio_id and c.id = o.casus_id
 cross join lateral (select ${STATUS} as status) s
  join taak t on t.regio_id = o.regio_id and t.id = o.taak_id
  join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id
  join school sch on sch.regio_id = c.regio_id and sch.code = c.school
  left join medewerker m on m.regio_id = c.regio_id and m.id = c.verantwoordelijke_id
 where ${eisen.join(' and ')}
 order by o.id limit ${b.bind(aantal)}`;
    return tx.query<OpschalingRij[]>(tekst, b.waarden);
  }
}
