import type { Tx } from '#database';
import { Klok, type Reden, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { alsCasus } from '../antwoorden.js';
import type { CasusAntwoord } from '../casus.dto.js';
import { CasussenLeesmodel, type CasusRij } from '../casussen.leesmodel.js';
import { Casustoegang } from './casustoegang.js';
import { isBijzonder } from './reden.regels.js';
import { Redenen } from './redenen.service.js';

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
    const antwoord = alsCasus(rij, wie);
    const beeld = { reden: rij.reden, leerlingId: rij.leerlingId };
    if (!this.toegang.metInhoud(rij.reden)) return { ...beeld, antwoord: { ...antwoord, afgeschermd: ['T2', 'T3'] } };
    const reden = await this.redenen.lees(tx, wie.regioId, rij.id);
    if (reden === null) return { ...beeld, antwoord };
    const bijzonder = isBijzonder(reden);
    return { ...beeld, antwoord: { ...antwoord, reden: bijzonder ? { bijzonder } : { code: reden, bijzonder } } };
  }
}
