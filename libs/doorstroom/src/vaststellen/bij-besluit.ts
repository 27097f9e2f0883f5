import { BijBesluit, type BesluitBestemming, type BesluitVervolg, type BijBesluitVulling, type Werk } from '#casussen';
import type { Tx } from '#database';
import { DomeinFout, nietGevonden } from '#kern';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { neemControlesloten } from '../controlesloten.sql.js';
import { BESTEMMINGEN, BEWIJZEN, GRONDEN, VERVOLGEN } from './bestemming.js';
import { fout } from './bestemming.regels.js';
import { TrajectwerkRepository } from './trajectwerk.repository.js';
import { Trajectwerker } from './trajectwerk.service.js';
import { Vaststellen } from './vaststellen.service.js';

/** Settles what `geenActieNodig` rests on, in the transaction of that besluit. */
@Injectable()
export class BijBesluitVaststellen implements BijBesluitVulling, OnModuleInit {
  constructor(
    private readonly haak: BijBesluit,
    private readonly repository: TrajectwerkRepository,
    private readonly werker: Trajectwerker,
    private readonly vaststellen: Vaststellen,
  ) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  async neemSloten(tx: Tx, regioId: number, leerlingId: string): Promise<void> {
    await neemControlesloten(tx, regioId, [leerlingId], true);
  }

  /** @throws DomeinFout as `Vaststellen`; 409 `keuzeHoudtNiet` */
  async stelVast(casuswerk: Werk, route: string, keuze: BesluitBestemming | BesluitVervolg): Promise<void> {
    const { tx, wie, casus, reden, vandaag, nu } = casuswerk;
    const id = await this.repository.vanCasus(tx, wie.regioId, casus.stand.id);
    const traject = id === null ? null : await this.repository.vergrendel(tx, wie.regioId, id);
    if (traject === null) throw nietGevonden();
    const werk = { tx, wie, traject, reden, vandaag, nu };
    const vast =
      'vervolg' in keuze
        ? this.vaststellen.besluitVervolg(werk, { ...keuze, vervolg: uit(VERVOLGEN, keuze.vervolg, 'vervolg') })
        : await this.vaststellen.besluitBestemming(werk, {
            ...keuze,
            bestemming: uit(BESTEMMINGEN, keuze.bestemming, 'bestemming'),
            bewijs: uit(BEWIJZEN, keuze.bewijs, 'bewijs'),
            ...(keuze.grond === undefined ? {} : { grond: uit(GRONDEN, keuze.grond, 'grond') }),
          } as Parameters<Vaststellen['besluitBestemming']>[1]);
    await this.werker.leg(werk, route, vast);
    if (!(await this.repository.houdt(tx, wie.regioId, traject, vandaag))) throw keuzeHoudtNiet();
    await this.werker.beoordeelOpnieuw(tx, { wie, schooljaar: traject.schooljaar }, traject.leerlingId);
  }
}

function uit<T extends string>(lijst: readonly T[], waarde: string, veld: string): T {
  const gekozen = lijst.find((code) => code === waarde);
  if (gekozen === undefined) throw fout(veld, `Kies een van deze: ${lijst.join(', ')}.`);
  return gekozen;
}

function keuzeHoudtNiet(): DomeinFout {
  const tekst = 'Met deze keuze is de leerling nu niet op koers. Kies iets anders, of een ander besluit.';
  return new DomeinFout('conflict', 'keuzeHoudtNiet', tekst);
}
