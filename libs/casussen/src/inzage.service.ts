import { Transactie } from '#database';
import { alsId, Klok, leesCursor, maakPagina, nietGevonden, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { mogenZien, waaromMag, lijstpad, type PaginaVraag } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { InzagePagina } from './inzage.dto.js';
import { InzageLeesmodel, type InzageRij } from './inzage.leesmodel.js';
import { ZONDER_NAMEN } from './raadplegen.service.js';

/** Who may see a youngster and who has (AVG art. 15; toegang.md 3), for who follows the youngster by name. */
@Injectable()
export class Inzage {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly leesmodel: InzageLeesmodel,
    private readonly logboek: Logboek,
  ) {}

  /** Looking is itself a row, from the next look on. @throws DomeinFout 404 `nietGevonden` for who may not see it. */
  vanLeerling(wie: Wie, id: string, vraag: PaginaVraag): Promise<InzagePagina> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const reden = await waaromMag(tx, wie, { leerling: id, laag: 'T1' });
      if (reden === null || reden === ZONDER_NAMEN) throw nietGevonden();
      const huidig = await this.leesmodel.huidig(tx, wie.regioId, id);
      const voor = vraag.na === undefined ? null : alsId(leesCursor(vraag.na, 1)[0]);
      const rijen = await this.leesmodel.gezien(tx, wie.regioId, huidig, voor, vraag.aantal + 1);
      const magZien = await mogenZien(tx, wie.regioId, huidig, this.klok.vandaag());
      await this.logboek.leg(tx, {
        ...{ wie, handeling: 'lezen', onderwerp: 'inzage', leerlingIds: [huidig], reden },
        route: 'GET /api/v1/leerlingen/:id/inzage',
      });
      const pad = lijstpad(`/api/v1/leerlingen/${id}/inzage`, vraag);
      return { magZien, ...maakPagina(rijen, vraag.aantal, pad, (r) => [r.id], alsItem) };
    });
  }
}

function alsItem({ organisatie, ...rij }: InzageRij): InzagePagina['resultaten'][number] {
  return { ...rij, ...(organisatie === null ? {} : { organisatie }) };
}
