import { Binds, type Tx } from '#database';
import { alsId, leesCursor, type Datum, type Reden, type Schooljaar, type Wie } from '#kern';
import type { Signaalsoort } from '#signalen';
import { namenZichtbaar, redenVan, zichtbaar, type Kolommen } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { Stand, Trajectstatus } from './traject.js';
import type { TrajectenVraag } from './trajecten.dto.js';

export interface TrajectRij {
  id: string;
  leerlingId: string;
  naam: string;
  geboortedatum: string;
  adresGeheim: boolean;
  school: string;
  schoolNaam: string;
  leerlingnummer: string;
  status: Trajectstatus;
  statusDatum: string | null;
  stand: Stand;
  signalen: Signaalsoort[];
  vraag: string | null;
  onderdrukt: string | null;
  casusId: string | null;
  verantwoordelijkeId: string | null;
  bestemming: string | null;
  voorgenomenVervolg: string | null;
  bijzonderheid: string | null;
  verouderd: boolean;
  nietBevestigd: boolean;
  reden: Reden;
  metNaam: boolean;
  bestemmingTot: Datum | null;
  vervolgTot: Datum | null;
  bevestigdOp: Datum | null;
  versie: number;
}

/** The columns of `traject t` and `leerling l` over which need-to-know is written. */
export const TRAJECTKOLOMMEN: Kolommen = {
  onderwerp: 'traject',
  leerling: 't.leerling_id',
  school: 't.school',
  woongemeente: 'l.woongemeente',
};

const INSCHRIJVING: Kolommen = {
  ...{ onderwerp: 'inschrijving', leerling: 'i.leerling_id', school: 'i.school', woongemeente: 'l.woongemeente' },
};

/** The trajecten of a cohort as they stand today. */
@Injectable()
export class TrajectenLeesmodel {
  /** One row more than a page, when there is more. */
  async lees(tx: Tx, wie: Wie, schooljaar: Schooljaar, vraag: TrajectenVraag, vandaag: Datum): Promise<TrajectRij[]> {
    const b = new Binds();
    const stand = standOp(b, wie.regioId, schooljaar, vraag.peildatum ?? vandaag, vraag.peildatum !== undefined);
    const eisen = [zichtbaar(wie, TRAJECTKOLOMMEN, b)];
    if (vraag.stand !== undefined) eisen.push(`v.stand = ${b.bind(vraag.stand)}`);
    // T1, so not for a school: which of its pupils nobody spoke with is not in the row either.
    if (vraag.waarvan !== undefined)
      eisen.push(WAARVAN[vraag.waarvan], `${redenVan(wie, TRAJECTKOLOMMEN, b)} is distinct from 'eigen school'`);
    if (vraag.status !== undefined) eisen.push(`t.status = ${b.bind(vraag.status)}`);
    // A filter may not tell what the row does not show: the school of a secret address (toegang.md 1).
    if (vraag.school !== undefined) {
      eisen.push(`v.school = ${b.bind(vraag.school)}`, `(not l.adres_geheim or ${eigen(wie, b)})`);
    }
    if (vraag.na !== undefined) eisen.push(`t.id > ${b.bind(alsId(leesCursor(vraag.na, 1)[0]))}::bigint`);
    const tekst = `${kop(wie, stand, b)}
 where ${eisen.join(' and ')}
 order by t.id limit ${b.bind(vraag.aantal + 1)}`;
    return tx.query<TrajectRij[]>(tekst, b.waarden);
  }

  /** One traject for who works on it, on a ground that was judged before; null when it is in no cohort. */
  async een(
    tx: Tx,
    wie: Wie,
    schooljaar: Schooljaar,
    { id, reden, vandaag }: { id: string; reden: Reden; vandaag: Datum },
  ): Promise<TrajectRij | null> {
    const b = new Binds();
    const school = `(select array_agg(z.school) from traject z where z.regio_id = ${b.bind(wie.regioId)} and z.id = ${b.bind(id)}::bigint)`;
    const binds = `${b.bind(wie.regioId)}::int, ${b.bind(schooljaar)}::int, ${b.bind(vandaag)}::date`;
    const tekst = `${kop(wie, `doorstroom_stand(${binds}, ${school})`, b, reden)} where t.id = ${b.bind(id)}::bigint`;
    const [rij] = await tx.query<TrajectRij[]>(tekst, b.waarden);
    return rij ?? null;
  }
}

/** Everything of a row; with a ground that was judged before, or as each row gives it. */
function kop(wie: Wie, stand: string, b: Binds, grond?: Reden): string {
  const reden = grond === undefined ? redenVan(wie, TRAJECTKOLOMMEN, b) : `${b.bind(grond)}::text`;
  const metNaam =
    grond === undefined ? namenZichtbaar(wie, TRAJECTKOLOMMEN, b) : `${b.bind(grond !== ZONDER_NAMEN)}::boolean`;
  return `
select t.id, t.leerling_id as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam, l.geboortedatum,
       l.adres_geheim and not ${eigen(wie, b)} as "adresGeheim", t.school, s.naam as "schoolNaam", t.leerlingnummer,
       t.status, t.status_datum as "statusDatum", v.stand, v.vraag, v.onderdrukt, v.casus_id as "casusId",
       c.verantwoordelijke_id as "verantwoordelijkeId", t.bestemming, t.bestemming_geldig_tot as "bestemmingTot",
       t.voorgenomen_vervolg as "voorgenomenVervolg", t.voorgenomen_vervolg_tot as "vervolgTot", t.aankomst_bevestigd_op as "bevestigdOp",
       t.bijzonderheid, v.verouderd, t.versie,
       array(select g.soort from signaal g where g.regio_id = t.regio_id and g.traject_id = t.id and g.gesloten_op is null order by g.id) as signalen,
       exists (select from inschrijving i where i.regio_id = t.regio_id and i.leerling_id = t.leerling_id and i.niet_bevestigd
                  and ${namenZichtbaar(wie, INSCHRIJVING, b)}) as "nietBevestigd",
       ${reden} as reden, ${metNaam} as "metNaam"
  from ${stand} v
  join traject t on t.regio_id = ${b.bind(wie.regioId)} and t.id = v.traject_id
  join leerling l on l.regio_id = t.regio_id and l.id = t.leerling_id
  join school s on s.regio_id = t.regio_id and s.code = t.school
  left join casus c on c.regio_id = t.regio_id and c.id = v.casus_id`;
}

const ZONDER_NAMEN: Reden = 'regiocoördinator';

const WAARVAN = { zonderContact: 'v.zonder_contact', vastgelopen: 'v.vastgelopen', buitenNoemer: 'v.buiten_noemer' };

/** The counted trajecten: asked now, or as they were stored. */
function standOp(b: Binds, regioId: number, schooljaar: Schooljaar, op: string, bewaard: boolean): string {
  const binds = `${b.bind(regioId)}::int, ${b.bind(schooljaar)}::int, ${b.bind(op)}::date`;
  return bewaard
    ? `(select o.*, null::text as vraag, null::text as onderdrukt, w.verouderd,
               (select z.id from casus z where z.regio_id = w.regio_id and z.leerling_id = w.leerling_id and z.loopt) as casus_id
          from doorstroom_stand_op(${binds}) o join traject w on w.regio_id = ${b.bind(regioId)} and w.id = o.traject_id)`
    : `doorstroom_stand(${binds})`;
}

/** Who may see the school of a secret address: who holds the casus, and the school itself. */
function eigen(wie: Wie, b: Binds): string {
  const scholen = wie.rollen.filter((r) => SCHOOLROLLEN.has(r.rol)).flatMap((r) => r.scholen);
  const eigenSchool = `t.school = any (${b.bind(scholen)}::text[])`;
  return wie.soort === 'medewerker'
    ? `(${eigenSchool} or coalesce(c.verantwoordelijke_id = ${b.bind(wie.id)}::bigint, false))`
    : eigenSchool;
}

const SCHOOLROLLEN: ReadonlySet<string> = new Set(['zorgcoordinator', 'decaan']);
