import { Transactie, type Tx } from '#database';
import { nietGevonden, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { waaromMag } from '#toegang';
import { Injectable } from '@nestjs/common';
import { ZONDER_NAMEN } from '../raadplegen.service.js';
import { Casustoegang } from '../werk/casustoegang.js';
import { Dossiersleutel } from '../werk/dossiersleutel.js';
import { alsOvername } from './overname.antwoord.js';
import type { OvernameAntwoord } from './overname.dto.js';
import { OvernameLeesmodel, type OvernameRij } from './overname.leesmodel.js';

/** Why the receiver may look before accepting. */
const AANGEBODEN = 'aangeboden overname';

/** Reads the overname of a casus for people: who offers, who receives, and who leads them. */
@Injectable()
export class Overnamebeeld {
  constructor(
    private readonly transactie: Transactie,
    private readonly leesmodel: OvernameLeesmodel,
    private readonly toegang: Casustoegang,
    private readonly sleutel: Dossiersleutel,
    private readonly logboek: Logboek,
  ) {}

  /** The newest overname of a casus. @throws DomeinFout 404 `nietGevonden` when there is none, or none for this asker */
  lees(wie: Wie, casusId: string): Promise<OvernameAntwoord> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rij = await this.leesmodel.vanCasus(tx, wie.regioId, casusId);
      if (rij === null) throw nietGevonden();
      return this.voor(tx, wie, rij);
    });
  }

  /** @throws DomeinFout 404 `nietGevonden` for who may not see it */
  async voor(tx: Tx, wie: Wie, rij: OvernameRij): Promise<OvernameAntwoord> {
    const reden = await this.reden(tx, wie, rij);
    const metInhoud = this.toegang.metInhoud(reden) || (reden === OVERGEDRAGEN && rij.vanId === wie.id);
    const wat = { wie, handeling: 'lezen', onderwerp: 'casus', leerlingIds: [rij.leerlingId], reden } as const;
    await this.logboek.leg(tx, { ...wat, route: 'GET /api/v1/casussen/:id/overname' });
    return alsOvername(rij, wie, metInhoud ? this.teksten(wie, rij) : {}, reden !== ZONDER_NAMEN);
  }

  private async reden(tx: Tx, wie: Wie, rij: OvernameRij): Promise<string> {
    const reden = await waaromMag(tx, wie, { casus: rij.casusId });
    if (reden !== null && reden !== ZONDER_NAMEN) return reden;
    if (rij.toestand === 'aangeboden' && rij.naarId === wie.id) return AANGEBODEN;
    throw nietGevonden();
  }

  private teksten(
    { regioId }: Wie,
    { id, toelichting, antwoord }: OvernameRij,
  ): { toelichting?: string; antwoord?: string } {
    const open = (waarde: Buffer, kolom: string): string => this.sleutel.ontsleutel(waarde, { regioId, kolom, id });
    return {
      ...(toelichting === null ? {} : { toelichting: open(toelichting, 'overname|toelichting') }),
      ...(antwoord === null ? {} : { antwoord: open(antwoord, 'overname|antwoord') }),
    };
  }
}

/** The ground on which who handed a casus over reads on. */
const OVERGEDRAGEN = 'overgedragen';
