import { Binds, type Tx } from '#database';
import type { Datum, Reden, Schooljaar, Wie } from '#kern';
import { redenVan } from '#toegang';
import { Injectable } from '@nestjs/common';
import { TRAJECTKOLOMMEN } from '../trajecten.leesmodel.js';
import type { Wettelijk } from './bestemming.regels.js';

/** A traject that somebody settles something about. */
export interface TrajectStand {
  id: string;
  leerlingId: string;
  school: string;
  schooljaar: Schooljaar;
  bestemming: string | null;
  voorgenomenVervolg: string | null;
  aankomstOp: Datum | null;
  versie: number;
}

/** Columns that people settle, by their name in the database. Null empties. */
export type Vastgesteld = Readonly<Record<string, string | number | Buffer | Date | boolean | null>>;

/** The ground of who has a task about it. */
const EIGEN = 'eigen taak';

/** Reads one traject for a change, and writes it. */
@Injectable()
export class TrajectwerkRepository {
  /**
   * Why this person may see it: by their roles, or because they have an open task about it; one of `gronden` when that is
   * among it. Null when they may not, or it is not there, or was taken out of the cohort.
   */
  async grond(
    tx: Tx,
    wie: Wie,
    schooljaar: Schooljaar,
    id: string,
    gronden: readonly Reden[],
  ): Promise<{ reden: Reden; leerlingId: string } | null> {
    const b = new Binds();
    const taak = `exists (select from taak k where k.regio_id = t.regio_id and k.traject_id = t.id and k.toestand = 'open'
      and k.eigenaar_id = ${b.bind(wie.id)}::bigint)`;
    const [rij] = await tx.query<{ reden: Reden | null; eigenTaak: boolean; leerlingId: string }[]>(
      `select t.leerling_id as "leerlingId", ${redenVan(wie, TRAJECTKOLOMMEN, b, gronden)} as reden, ${taak} as "eigenTaak"
           from traject t join leerling l on l.regio_id = t.regio_id and l.id = t.leerling_id
          where t.regio_id = ${b.bind(wie.regioId)} and t.id = ${b.bind(id)}::bigint and t.schooljaar = ${b.bind(schooljaar)}
            and t.gecorrigeerd_op is null`,
      b.waarden,
    );
    if (rij === undefined) return null;
    const { leerlingId, eigenTaak } = rij;
    const alleenTaak = eigenTaak && (rij.reden === null || (gronden.includes(EIGEN) && !gronden.includes(rij.reden)));
    const reden = alleenTaak ? EIGEN : rij.reden;
    return reden === null ? null : { reden, leerlingId };
  }

  /** Locked until the end of the transaction. */
  async vergrendel(tx: Tx, regioId: number, id: string): Promise<TrajectStand | null> {
    const [rij] = await tx.query<TrajectStand[]>(VERGRENDEL, [regioId, id]);
    return rij ?? null;
  }

  /** What the law asks of the youngster on a date. */
  async wettelijk(tx: Tx, regioId: number, leerlingId: string, op: Datum): Promise<Wettelijk> {
    const [rij] = await tx.query<Wettelijk[]>(
      `select doelgroep, startkwalificatie from doelgroepen_op($1, $3::date) where leerling_id = $2`,
      [regioId, leerlingId, op],
    );
    return rij ?? { doelgroep: 'geen', startkwalificatie: false };
  }

  /** Whether a school with this BRIN delivers to us on a date: then its delivery is the proof. */
  async levertZelf(tx: Tx, regioId: number, brin: string, op: Datum): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(
      `select 1 from school where regio_id = $1 and brin = $2 and levert and (geldig_tot is null or geldig_tot > $3::date) limit 1`,
      [regioId, brin, op],
    );
    return rijen.length > 0;
  }

  /** The day up to which a confirmation of before 1 October may be given again (domain.md 3). */
  async herbevestigenTot(tx: Tx, regioId: number, schooljaar: Schooljaar): Promise<Datum> {
    const [rij] = await tx.query<[{ tot: Datum }]>(
      `select termijn_op($1::int, 'bevestigAankomst', '', make_date($2::int + 1, 10, 1)) as tot`,
      [regioId, schooljaar],
    );
    return rij.tot;
  }

  /** The traject that a casus is about: of its open signalen, else the newest of its youngster. */
  async vanCasus(tx: Tx, regioId: number, casusId: string): Promise<string | null> {
    const [rij] = await tx.query<{ id: string }[]>(
      `select t.id from casus c
         join traject t on t.regio_id = c.regio_id and t.leerling_id = c.leerling_id and t.gecorrigeerd_op is null
        where c.regio_id = $1 and c.id = $2
        order by exists (select from signaal s where s.regio_id = c.regio_id and s.traject_id = t.id and s.gesloten_op is null) desc, t.schooljaar desc
        limit 1`,
      [regioId, casusId],
    );
    return rij?.id ?? null;
  }

  /** Whether nothing falls short of the traject on a date, by what was settled. */
  async houdt(tx: Tx, regioId: number, { id, leerlingId, schooljaar }: TrajectStand, op: Datum): Promise<boolean> {
    const rijen = await tx.query<unknown[]>(
      `select 1 from doorstroom_vraag($1, $2, $3::date, null, array[$4::bigint])
        where traject_id = $5 and (bestemd or not tekort and not uitgevallen and onderdrukt is distinct from 'verouderd')`,
      [regioId, schooljaar, op, leerlingId, id],
    );
    return rijen.length > 0;
  }

  async bewaar(tx: Tx, regioId: number, id: string, vast: Vastgesteld): Promise<void> {
    const b = new Binds();
    const zetten = Object.entries(vast).map(([kolom, waarde]) => `${kolom} = ${b.bind(waarde)}`);
    const sql = `update traject set ${zetten.join(', ')} where regio_id = ${b.bind(regioId)} and id = ${b.bind(id)}::bigint`;
    await tx.query(sql, b.waarden);
  }
}

const VERGRENDEL = `
select id, leerling_id as "leerlingId", school, schooljaar, bestemming, voorgenomen_vervolg as "voorgenomenVervolg", aankomst_op as "aankomstOp", versie
  from traject where regio_id = $1 and id = $2 and gecorrigeerd_op is null for no key update`;
