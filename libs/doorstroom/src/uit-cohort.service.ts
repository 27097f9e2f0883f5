import type { Tx } from '#database';
import { Klok } from '#kern';
import { Signalen } from '#signalen';
import { Injectable } from '@nestjs/common';
import { Casusgevolgen } from './casusgevolgen.service.js';
import { TerugwegRepository } from './terugweg.repository.js';
import { regelUitCohort } from './tijdlijn.regels.js';

/**
 * Whose candidacy is gone with a delivery that was undone, leaves the cohort with that as reason: their signalen close, a
 * casus in which nobody worked closes, in others is asked whether help is still needed.
 */
@Injectable()
export class UitCohort {
  constructor(
    private readonly terugweg: TerugwegRepository,
    private readonly signalen: Signalen,
    private readonly gevolgen: Casusgevolgen,
    private readonly klok: Klok,
  ) {}

  async corrigeer(tx: Tx, regioId: number, aanleveringId: string): Promise<void> {
    const bron = `aanlevering:${aanleveringId}`;
    const uit = await this.terugweg.corrigeer(tx, regioId, aanleveringId, this.klok.nu());
    const regels = uit.map(({ leerlingId }) => regelUitCohort(leerlingId, bron));
    await this.gevolgen.leg(tx, regioId, regels, this.klok.nu());
    await this.laatGaan(tx, regioId, uit, bron);
  }

  /** What follows for signalen and casussen when these trajecten left the cohort. */
  async laatGaan(
    tx: Tx,
    regioId: number,
    uit: readonly { id: string; leerlingId: string }[],
    bron: string,
  ): Promise<void> {
    const nu = this.klok.nu();
    const trajecten = uit.map((traject) => traject.id);
    const signalen = await this.terugweg.openSignalen(tx, regioId, trajecten);
    if (signalen.length > 0) await this.signalen.sluit(tx, regioId, signalen, 'gecorrigeerd', nu);
    const leerlingen = uit.map((traject) => traject.leerlingId);
    await this.gevolgen.volgLeerlingen(tx, regioId, leerlingen, { peildatum: this.klok.vandaag(), nu, bron });
  }
}
