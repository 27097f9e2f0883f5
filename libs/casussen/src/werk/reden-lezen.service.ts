import { Transactie } from '#database';
import type { Wie } from '#kern';
import { Logboek } from '#logboek';
import { Injectable } from '@nestjs/common';
import { Casustoegang, inhoudAfgeschermd } from './casustoegang.js';
import { isBijzonder } from './reden.regels.js';
import { Redenen } from './redenen.service.js';
import type { RedenAntwoord } from './werk.dto.js';
import { WerkVragen } from './werk.vragen.js';

/** Opens the reden of a casus by name. */
@Injectable()
export class RedenLezen {
  constructor(
    private readonly transactie: Transactie,
    private readonly toegang: Casustoegang,
    private readonly redenen: Redenen,
    private readonly vragen: WerkVragen,
    private readonly logboek: Logboek,
  ) {}

  /**
   * Special data included; each time is a logboek row of its own.
   * @throws DomeinFout 404, 403 as `Casustoegang.keur`; 403 `inhoudAfgeschermd`
   */
  lees(wie: Wie, casusId: string): Promise<RedenAntwoord> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const grond = await this.toegang.keur(tx, wie, casusId);
      if (!this.toegang.metInhoud(grond)) throw inhoudAfgeschermd();
      const leerlingIds = [await this.vragen.leerlingVan(tx, wie.regioId, casusId)];
      const reden = await this.redenen.lees(tx, wie.regioId, casusId);
      const wat = { wie, handeling: 'lezen', onderwerp: 'reden', leerlingIds, reden: grond } as const;
      await this.logboek.leg(tx, { ...wat, route: 'GET /api/v1/casussen/:id/reden' });
      return reden === null ? { bijzonder: false } : { code: reden, bijzonder: isBijzonder(reden) };
    });
  }
}
