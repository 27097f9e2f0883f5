import type { Tx } from '#database';
import { Klok, type Reden, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { alsCasus } from '../antwoorden.js';
import type { CasusAntwoord } from '../casus.dto.js';
import { CasussenLeesmodel, type CasusRij } from '../casussen.leesmodel.js';
import { Casustoegang } from './casustoegang.js';
import { Dossiersleutel } from './dossiersleutel.js';
import { isBijzonder } from './reden.regels.js';
import { Redenen } from './redenen.service.js';
import { Stappen } from './stap/stappen.service.js';

/** A casus as one reader sees it, with the ground and the youngster for the logboek. */
export interface Beeld {
  antwoord: CasusAntwoord;
  reden: Reden;
  leerlingId: string;
}

/** Makes of a casus what its page shows, by tier: what the reader may not see is absent. */
@Injectable()
export class Casusbeeld {
  constructor(
    private readonly klok: Klok,
    private readonly leesmodel: CasussenLeesmodel,
    private readonly toegang: Casustoegang,
    private readonly redenen: Redenen,
    private readonly stappen: Stappen,
    private readonly sleutel: Dossiersleutel,
  ) {}

  /** Null when there is no such casus, or none for this reader. */
  async voor(tx: Tx, wie: Wie, id: string): Promise<Beeld | null> {
    const rij = await this.leesmodel.casus(tx, wie, id, this.klok.vandaag());
    return rij === null ? null : this.maak(tx, wie, rij);
  }

  /** For who just worked on it, on that ground: also when they gave it away or closed it with that. */
  async bewerkt(tx: Tx, wie: Wie, id: string, reden: Reden): Promise<CasusAntwoord> {
    const rij = await this.leesmodel.bewerkt(tx, wie, id, this.klok.vandaag(), reden);
    if (rij === null) throw new Error('A casus that was changed is not there.');
    return (await this.maak(tx, wie, rij)).antwoord;
  }

  private async maak(tx: Tx, wie: Wie, rij: CasusRij): Promise<Beeld> {
    const { reden, leerlingId } = rij;
    const antwoord = alsCasus(rij, wie);
    if (rij.fase !== 'gesloten' && this.toegang.magWerken(reden)) {
      const { id, fase, doelgroep } = rij;
      antwoord.voorstel = await this.stappen.voorstel(tx, wie.regioId, { id, fase, doelgroep }, this.klok.vandaag());
    }
    if (this.toegang.metInhoud(reden)) await this.vulInhoud(tx, wie.regioId, rij, antwoord);
    else antwoord.afgeschermd = ['T2', 'T3'];
    return { antwoord, reden, leerlingId };
  }

  /** What only who sees the content reads (T2); of special data that it is there (T3). */
  private async vulInhoud(tx: Tx, regioId: number, rij: CasusRij, antwoord: CasusAntwoord): Promise<void> {
    const reden = await this.redenen.lees(tx, regioId, rij.id);
    if (reden !== null) {
      const bijzonder = isBijzonder(reden);
      antwoord.reden = bijzonder ? { bijzonder } : { code: reden, bijzonder };
    }
    const { opschortingId: id, opschortingReden } = rij;
    if (id !== null && opschortingReden !== null && antwoord.opschorting !== undefined) {
      antwoord.opschorting.reden = this.sleutel.ontsleutel(opschortingReden, { ...OPSCHORTING, regioId, id });
    }
  }
}

/** Where the reason of a suspension is closed for. */
export const OPSCHORTING = { kolom: 'opschorting|reden' } as const;
