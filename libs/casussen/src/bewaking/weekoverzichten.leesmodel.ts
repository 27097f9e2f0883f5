import { Binds, type Tx } from '#database';
import type { Wie } from '#kern';
import { zichtbaar } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { WeekoverzichtAntwoord } from './weekoverzichten.dto.js';

export type WeekoverzichtRij = Omit<WeekoverzichtAntwoord, 'team'> & { team: string | null; teamNaam: string | null };

/** The weekly overviews that the asker may see. */
@Injectable()
export class WeekoverzichtenLeesmodel {
  /** The newest first. @param voor only what is before this id */
  async lees(tx: Tx, wie: Wie, week: string | null, voor: string | null, aantal: number): Promise<WeekoverzichtRij[]> {
    const b = new Binds();
    const eisen = [
      `w.regio_id = ${b.bind(wie.regioId)}`,
      zichtbaar(wie, { onderwerp: 'weekoverzicht', soort: 'w.soort', team: 'w.team' }, b),
    ];
    if (week !== null) eisen.push(`w.week = ${b.bind(week)}::date`);
    if (voor !== null) eisen.push(`w.id < ${b.bind(voor)}::bigint`);
    return tx.query<WeekoverzichtRij[]>(
      `select w.id, w.week, w.soort, w.team, t.naam as "teamNaam", w.tellingen, w.casussen, w.taken, w.gemaakt_op as "gemaaktOp"
         from weekoverzicht w left join team t on t.regio_id = w.regio_id and t.code = w.team
        where ${eisen.join(' and ')} order by w.id desc limit ${b.bind(aantal)}`,
      b.waarden,
    );
  }
}
