import { Sleutelbos } from '#config';
import type { Tx } from '#database';
import { Terugweg, type Droogloopsoort, type Droogrij } from '#leerlingen';
import { Injectable } from '@nestjs/common';
import type { Aanlevering } from '../aanlevering.js';
import type { Gelezen } from '../controle/inlezer.repository.js';
import { leveringVan } from '../levering.js';

/** A stored portion of what a waiting delivery would change. */
export interface Portie {
  soort: Droogloopsoort;
  volgnummer: number;
  rijen: Droogrij[];
}

/** What waiting deliveries would change: computed once, stored encrypted, gone when nobody has to decide any more. */
@Injectable()
export class DroogloopRepository {
  constructor(
    private readonly terugweg: Terugweg,
    private readonly sleutelbos: Sleutelbos,
  ) {}

  /** Takes the place of what was stored of this delivery. */
  async bewaar(tx: Tx, aanlevering: Aanlevering, gelezen: Gelezen, nu: Date): Promise<void> {
    const { regioId, id } = aanlevering;
    await tx.query('delete from aanlevering_verschil where regio_id = $1 and aanlevering_id = $2', [regioId, id]);
    await this.terugweg.loopDroog(tx, leveringVan(aanlevering, gelezen, nu), async (soort, volgnummer, rijen) => {
      const inhoud = this.sleutelbos.versleutel(
        'aanlevering',
        plaats(regioId, id, soort, volgnummer),
        Buffer.from(JSON.stringify(rijen)),
      );
      await tx.query(
        `insert into aanlevering_verschil (regio_id, aanlevering_id, soort, volgnummer, aantal, inhoud) values ($1, $2, $3, $4, $5, $6)`,
        [regioId, id, soort, volgnummer, rijen.length, inhoud],
      );
    });
  }

  /** Of the deliveries of this school that wait no more. */
  async wis(tx: Tx, { regioId, school }: Aanlevering): Promise<void> {
    await tx.query(
      `delete from aanlevering_verschil v using aanlevering a
        where v.regio_id = $1 and a.regio_id = $1 and a.id = v.aanlevering_id and a.school = $2 and a.status <> 'wachtOpBevestiging'`,
      [regioId, school],
    );
  }

  async tel(tx: Tx, regioId: number, id: string): Promise<Partial<Record<Droogloopsoort, number>>> {
    const rijen = await tx.query<{ soort: Droogloopsoort; aantal: number }[]>(
      `select soort, sum(aantal)::int as aantal from aanlevering_verschil where regio_id = $1 and aanlevering_id = $2 group by soort`,
      [regioId, id],
    );
    return Object.fromEntries(rijen.map(({ soort, aantal }) => [soort, aantal]));
  }

  /** The portion at this place or the first one after it; null at the end. */
  async lees(tx: Tx, regioId: number, id: string, soort: Droogloopsoort, volgnummer: number): Promise<Portie | null> {
    const [rij] = await tx.query<{ volgnummer: number; inhoud: Buffer }[]>(
      `select volgnummer, inhoud from aanlevering_verschil
        where regio_id = $1 and aanlevering_id = $2 and soort = $3 and volgnummer >= $4 order by volgnummer limit 1`,
      [regioId, id, soort, volgnummer],
    );
    if (rij === undefined) return null;
    const open = this.sleutelbos.ontsleutel('aanlevering', plaats(regioId, id, soort, rij.volgnummer), rij.inhoud);
    return { soort, volgnummer: rij.volgnummer, rijen: JSON.parse(open.toString('utf8')) as Droogrij[] };
  }
}

function plaats(regioId: number, id: string, soort: string, volgnummer: number): string {
  return `${regioId}|aanlevering_verschil|inhoud|${id}.${soort}.${volgnummer}`;
}
