import { Transactie } from '#database';
import { maakPagina, type Pagina, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { lijstpad } from '#toegang';
import { Injectable } from '@nestjs/common';
import { alsKoppelvoorstel } from './antwoorden.js';
import type { KoppelvoorstelAntwoord, KoppelvoorstellenVraag } from './koppelvoorstellen.dto.js';
import { KoppelvoorstellenLeesmodel } from './koppelvoorstellen.leesmodel.js';

const PAD = '/api/v1/koppelvoorstellen';

/** The koppelvoorstellen that the asker may see. */
@Injectable()
export class Voorstellenlijst {
  constructor(
    private readonly transactie: Transactie,
    private readonly leesmodel: KoppelvoorstellenLeesmodel,
    private readonly logboek: Logboek,
  ) {}

  /** One page; both youngsters of each row leave a logboek row. @throws DomeinFout `cursorOngeldig` */
  lees(wie: Wie, vraag: KoppelvoorstellenVraag): Promise<Pagina<KoppelvoorstelAntwoord>> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rijen = await this.leesmodel.lijst(tx, wie, vraag);
      const getoond = rijen.slice(0, vraag.aantal);
      await this.logboek.leg(tx, {
        ...{ wie, handeling: 'lezen', onderwerp: 'koppelvoorstel', route: `GET ${PAD}` },
        leerlingIds: getoond.flatMap((rij) => [rij.leerlingId, rij.kandidaatId]),
        reden: getoond[0]?.reden ?? 'niets gevonden',
      });
      return maakPagina(rijen, vraag.aantal, lijstpad(PAD, vraag), (rij) => [rij.id], alsKoppelvoorstel);
    });
  }
}
