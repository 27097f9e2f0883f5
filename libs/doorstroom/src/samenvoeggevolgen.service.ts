import { Casussamenvoeging, CASUSTABEL, DECAANVRAAGTABEL, OPSCHALINGTABEL, REDENTABEL } from '#casussen';
import type { Tx } from '#database';
import { Klok } from '#kern';
import { BijSamenvoegen, type BijSamenvoegenVulling, type Hangtabel, type Samenvoeging } from '#leerlingen';
import { SIGNAALTABEL, sluitDubbele } from '#signalen';
import { sluitDubbeleTrajecttaken, TAAKTABEL } from '#taken';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Doorstroomcontroles } from './controles.service.js';
import { neemControlesloten } from './controlesloten.sql.js';
import { SamenvoegenRepository, STANDTABEL, TRAJECTTABEL } from './samenvoegen.repository.js';

/** What merging two leerlingen means for who follows them: trajecten, signalen, casussen and tasks, and a new judgement. */
@Injectable()
export class Samenvoeggevolgen implements BijSamenvoegenVulling, OnModuleInit {
  // A signaal names its traject and casus, so it comes back after the traject.
  readonly tabellen: readonly Hangtabel[] = [
    ...[TRAJECTTABEL, STANDTABEL, SIGNAALTABEL, CASUSTABEL, REDENTABEL, TAAKTABEL, DECAANVRAAGTABEL, OPSCHALINGTABEL],
  ];

  constructor(
    private readonly haak: BijSamenvoegen,
    private readonly casussen: Casussamenvoeging,
    private readonly repository: SamenvoegenRepository,
    private readonly controles: Doorstroomcontroles,
    private readonly klok: Klok,
  ) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  neemSloten(tx: Tx, regioId: number, leerlingIds: readonly string[], wacht: boolean): Promise<boolean> {
    return neemControlesloten(tx, regioId, leerlingIds, wacht);
  }

  metLopendeCasus(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<string[]> {
    return this.casussen.metLopendeCasus(tx, regioId, leerlingIds);
  }

  async voorVerplaatsen(tx: Tx, s: Samenvoeging): Promise<void> {
    await sluitDubbele(tx, s);
    await sluitDubbeleTrajecttaken(tx, s);
    await this.casussen.voegSamen(tx, s);
  }

  async samengevoegd(tx: Tx, { regioId, blijft }: Samenvoeging): Promise<void> {
    await this.controleer(tx, regioId, [blijft]);
  }

  async gescheiden(tx: Tx, s: Samenvoeging): Promise<void> {
    await this.repository.sloegOver(tx, s);
    await this.casussen.scheid(tx, s, this.klok.vandaag());
    await this.controleer(tx, s.regioId, [s.blijft, s.vervalt]);
  }

  async controleer(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<void> {
    await this.repository.heroverweeg(tx, regioId, leerlingIds);
    await this.repository.geraakt(tx, leerlingIds);
    await this.controles.vanGeraakten(tx, { regioId, aanleveringId: null });
  }
}
