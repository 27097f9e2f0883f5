import type { Tx } from '#database';
import { BijVerwerkt, type BijVerwerktVulling, type Ongedaan, type Verwerkt } from '#aanlevering';
import { Klok } from '#kern';
import { Voorsteltaken } from '#taken';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Doorstroomcontroles } from './controles.service.js';
import { neemControlesloten } from './controlesloten.sql.js';
import { Schoolsignalen } from './schoolsignalen.service.js';
import { TerugwegRepository } from './terugweg.repository.js';
import { UitCohort } from './uit-cohort.service.js';

/** Checks what a delivery changed, or the undoing of one, and gives what it asks to somebody; from that transaction. */
@Injectable()
export class NaAanlevering implements OnModuleInit, BijVerwerktVulling {
  constructor(
    private readonly haak: BijVerwerkt,
    private readonly controles: Doorstroomcontroles,
    private readonly schoolsignalen: Schoolsignalen,
    private readonly terugweg: TerugwegRepository,
    private readonly uitCohort: UitCohort,
    private readonly voorsteltaken: Voorsteltaken,
    private readonly klok: Klok,
  ) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  async verwerkt(tx: Tx, { regioId, aanleveringId, school }: Verwerkt): Promise<void> {
    await this.controles.vanGeraakten(tx, { regioId, aanleveringId });
    await this.schoolsignalen.naAanlevering(tx, regioId, school);
    await this.volgVoorstellen(tx, regioId);
  }

  /** What the school is told of its silence is over. */
  aangehouden(tx: Tx, { regioId, school }: Pick<Verwerkt, 'regioId' | 'school'>): Promise<void> {
    return this.schoolsignalen.naAanlevering(tx, regioId, school);
  }

  neemSloten(tx: Tx, regioId: number, leerlingIds: readonly string[], wacht: boolean): Promise<boolean> {
    return neemControlesloten(tx, regioId, leerlingIds, wacht);
  }

  /** Trajecten hold on to no enrolment that goes; those of whom nothing happened go with their leerling. */
  laatLos(tx: Tx, regioId: number): Promise<void> {
    return this.terugweg.laatLos(tx, regioId);
  }

  /** All who are touched are checked again. */
  async ongedaan(tx: Tx, { regioId, aanleveringId }: Ongedaan): Promise<void> {
    await this.uitCohort.corrigeer(tx, regioId, aanleveringId);
    await this.controles.vanGeraakten(tx, { regioId, aanleveringId });
    await this.volgVoorstellen(tx, regioId);
  }

  private volgVoorstellen(tx: Tx, regioId: number): Promise<void> {
    const moment = { vandaag: this.klok.vandaag(), nu: this.klok.nu(), medewerkerId: null };
    return this.voorsteltaken.voorstellenVeranderd(tx, { regioId, ...moment });
  }
}
