import { Config } from '#config';
import { Transactie, type Tx } from '#database';
import { alsDatum, nietGevonden, schooljaarTekst, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Controle } from './controle.js';
import type { ControleAntwoord, ControleInvoer } from './controles.dto.js';
import { ControlesRepository } from './controles.repository.js';
import { Doorstroomcontroles } from './controles.service.js';
import { schooljaarUit } from './schooljaar.regels.js';

/** Runs of the doorstroomcontrole for people. */
@Injectable()
export class Controlelijst {
  constructor(
    private readonly transactie: Transactie,
    private readonly controles: Doorstroomcontroles,
    private readonly repository: ControlesRepository,
    private readonly config: Config,
  ) {}

  /**
   * @param sleutel the Idempotency-Key of the request
   * @returns the run, and whether it was made now
   * @throws DomeinFout `schooljaarOngeldig`, `peildatumInToekomst`, `proefVerplicht`, `schooljaarNietBegonnen`,
   *   `idempotentieSleutelAnders`
   */
  async vraagAan(
    wie: Wie,
    { schooljaar: tekst, peildatum, proef }: ControleInvoer,
    sleutel: string | null,
  ): Promise<{ controle: ControleAntwoord; nieuw: boolean }> {
    const schooljaar = schooljaarUit(tekst);
    const op = peildatum === undefined ? undefined : alsDatum(peildatum);
    const verzoek = { schooljaar, peildatum: op, proef, sleutel, testklok: this.config.vandaag !== undefined };
    return this.transactie.voerUit({ wie }, async (tx) => {
      const { nieuw, ...controle } = await this.controles.vraagAan(tx, wie, verzoek);
      return { controle: await this.alsAntwoord(tx, controle), nieuw };
    });
  }

  /** @throws DomeinFout `nietGevonden` */
  lees(wie: Wie, id: string): Promise<ControleAntwoord> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const controle = await this.repository.lees(tx, wie.regioId, id);
      if (controle === null) throw nietGevonden();
      return this.alsAntwoord(tx, controle);
    });
  }

  private async alsAntwoord(tx: Tx, controle: Controle): Promise<ControleAntwoord> {
    const {
      id,
      regioId,
      schooljaar,
      peildatum,
      proef,
      status,
      kandidaten,
      nieuweSignalen,
      nieuweCasussen,
      gestartOp,
      klaarOp,
    } = controle;
    const boek = proef && status === 'klaar' ? await this.repository.grootboekVanProef(tx, regioId, id) : undefined;
    return {
      id,
      schooljaar: schooljaarTekst(schooljaar),
      peildatum,
      proef,
      status,
      kandidaten,
      nieuweSignalen,
      nieuweCasussen,
      gestartOp,
      ...(klaarOp === null ? {} : { klaarOp }),
      ...(boek === undefined
        ? {}
        : { grootboek: boek.map(({ grootboek, ...school }) => ({ ...school, ...grootboek })) }),
    };
  }
}
