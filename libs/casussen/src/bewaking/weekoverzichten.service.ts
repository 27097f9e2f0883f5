import { Transactie } from '#database';
import { alsId, leesCursor, maakPagina, type Pagina, type Wie } from '#kern';
import { lijstpad } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { WeekoverzichtAntwoord, WeekoverzichtenVraag } from './weekoverzichten.dto.js';
import { WeekoverzichtenLeesmodel, type WeekoverzichtRij } from './weekoverzichten.leesmodel.js';

/** What each week left, for who leads. It names no youngster, so nobody's data is read. */
@Injectable()
export class Weekoverzichten {
  constructor(
    private readonly transactie: Transactie,
    private readonly leesmodel: WeekoverzichtenLeesmodel,
  ) {}

  /** @throws DomeinFout `cursorOngeldig` */
  lees(wie: Wie, vraag: WeekoverzichtenVraag): Promise<Pagina<WeekoverzichtAntwoord>> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const voor = vraag.na === undefined ? null : alsId(leesCursor(vraag.na, 1)[0]);
      const rijen = await this.leesmodel.lees(tx, wie, vraag.week ?? null, voor, vraag.aantal + 1);
      return maakPagina(rijen, vraag.aantal, lijstpad('/api/v1/weekoverzichten', vraag), (r) => [r.id], alsAntwoord);
    });
  }
}

function alsAntwoord({ team, teamNaam, ...rij }: WeekoverzichtRij): WeekoverzichtAntwoord {
  return { ...rij, ...(team === null ? {} : { team: { code: team, naam: teamNaam ?? team } }) };
}
