import type { Tx } from '#database';
import { BijVerwerkt, type BijVerwerktVulling, type Ongedaan, type Verwerkt } from '#aanlevering';
import { Klok } from '#kern';
import { Signalen } from '#signalen';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Casusgevolgen } from './casusgevolgen.service.js';
import { Doorstroomcontroles } from './controles.service.js';
import { Schoolsignalen } from './schoolsignalen.service.js';
import { TerugwegRepository } from './terugweg.repository.js';
import { regelUitCohort } from './tijdlijn.regels.js';

/** Checks what a delivery changed, or the undoing of one, from the transaction that changed it. */
@Injectable()
export class NaAanlevering implements OnModuleInit, BijVerwerktVulling {
  constructor(
    private readonly haak: BijVerwerkt,
    private readonly controles: Doorstroomcontroles,
    private readonly schoolsignalen: Schoolsignalen,
    private readonly terugweg: TerugwegRepository,
    private readonly signalen: Signalen,
    private readonly gevolgen: Casusgevolgen,
    private readonly klok: Klok,
  ) {}

  onModuleInit(): void {
    this.haak.vul(this);
  }

  async verwerkt(tx: Tx, { regioId, aanleveringId, school }: Verwerkt): Promise<void> {
    await this.controles.naAanlevering(tx, { regioId, aanleveringId });
    await this.schoolsignalen.naAanlevering(tx, regioId, school);
  }

  /** Trajecten hold on to no enrolment that goes; those of whom nothing happened go with their leerling. */
  laatLos(tx: Tx, regioId: number): Promise<void> {
    return this.terugweg.laatLos(tx, regioId);
  }

  /**
   * Whose candidacy is gone leaves the cohort with the undoing as reason: their signalen close, a casus in which nobody
   * worked closes, in others is asked whether help is still needed. All who are touched are checked again.
   */
  async ongedaan(tx: Tx, { regioId, aanleveringId }: Ongedaan): Promise<void> {
    const nu = this.klok.nu();
    const bron = `aanlevering:${aanleveringId}`;
    const uit = await this.terugweg.corrigeer(tx, regioId, aanleveringId, nu);
    const signalen = await this.terugweg.openSignalen(
      tx,
      regioId,
      uit.map((traject) => traject.id),
    );
    if (signalen.length > 0) await this.signalen.sluit(tx, regioId, signalen, 'gecorrigeerd', nu);
    const regels = uit.map((traject) => regelUitCohort(traject.leerlingId, bron));
    await this.gevolgen.leg(tx, regioId, regels, nu);
    const leerlingen = uit.map((traject) => traject.leerlingId);
    await this.gevolgen.volgLeerlingen(tx, regioId, leerlingen, { peildatum: this.klok.vandaag(), nu, bron });
    await this.controles.naAanlevering(tx, { regioId, aanleveringId });
  }
}
