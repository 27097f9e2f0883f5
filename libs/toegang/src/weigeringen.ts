import { Transactie } from '#database';
import { systeem, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { Injectable } from '@nestjs/common';

/** Leaves a logboek row of every request that was turned down, in a transaction of its own: the request's was undone. */
@Injectable()
export class Weigeringen {
  constructor(
    private readonly transactie: Transactie,
    private readonly logboek: Logboek,
  ) {}

  /**
   * @param wie undefined: somebody whom we don't know (a bad token)
   * @param code of the refusal, e.g. `geenToegang`
   * @param route method and path without query
   */
  async leg(wie: Wie | undefined, code: string, route: string): Promise<void> {
    const wieOfOnbekend: Wie = wie ?? { ...systeem(0), id: 'onbekend' };
    await this.transactie.voerUit({ wie: wieOfOnbekend }, (tx) =>
      this.logboek.leg(tx, {
        wie: wieOfOnbekend,
        handeling: 'weigeren',
        onderwerp: 'route',
        leerlingIds: [],
        reden: code,
        route,
      }),
    );
  }
}
