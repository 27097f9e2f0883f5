import { Transactie } from '#database';
import { maakPagina, nietGevonden, type Pagina, type Wie } from '#kern';
import { legLezing, Logboek } from '#logboek';
import { lijstpad } from '#toegang';
import { Injectable } from '@nestjs/common';
import { alsItem, Decaanvraagbeeld } from './decaanvraagbeeld.service.js';
import type { DecaanvraagAntwoord, DecaanvraagItem, DecaanvragenVraag } from './decaanvragen.dto.js';
import { DecaanvragenLeesmodel } from './decaanvragen.leesmodel.js';

/** Questions to schools, for the school that is asked and for who follows the pupils in them. */
@Injectable()
export class Decaanvragenlijst {
  constructor(
    private readonly transactie: Transactie,
    private readonly leesmodel: DecaanvragenLeesmodel,
    private readonly beeld: Decaanvraagbeeld,
    private readonly logboek: Logboek,
  ) {}

  /** Numbers only, newest first. @throws DomeinFout `cursorOngeldig` */
  lijst(wie: Wie, vraag: DecaanvragenVraag): Promise<Pagina<DecaanvraagItem>> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rijen = await this.leesmodel.lijst(tx, wie, vraag);
      return maakPagina(rijen, vraag.aantal, lijstpad('/api/v1/decaanvragen', vraag), (r) => [r.id], alsItem);
    });
  }

  /** One question with who is in it; every pupil that is shown leaves a logboek row. @throws DomeinFout 404 `nietGevonden` */
  een(wie: Wie, id: string): Promise<DecaanvraagAntwoord> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const beeld = await this.beeld.voor(tx, wie, id);
      if (beeld === null) throw nietGevonden();
      const wat = { wie, onderwerp: 'decaanvraag', route: 'GET /api/v1/decaanvragen/:id' } as const;
      await legLezing(this.logboek, tx, wat, beeld.getoond);
      return beeld.antwoord;
    });
  }
}
