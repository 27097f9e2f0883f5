import type { Aanleiding } from '#casussen';
import type { Tx } from '#database';
import { Klok, type Datum } from '#kern';
import { neemVerdwijningenAan } from '#leerlingen';
import { neemToewijzingsslot } from '#organisaties';
import { Signalen, type NieuwSignaal } from '#signalen';
import { Injectable } from '@nestjs/common';
import type { Bereik } from './bereik.js';
import { Casusgevolgen } from './casusgevolgen.service.js';
import type { Schooluitslag } from './controle.js';
import { ControlesRepository, type Schooldeel } from './controles.repository.js';
import { Doorstroomcontroles } from './controles.service.js';
import { GrootboekRepository } from './grootboek/grootboek.repository.js';
import { inProef } from './proef.js';
import { regelHerinnering, regelStatus } from './tijdlijn.regels.js';
import { type Cohort, type Gevolg, TrajectenRepository } from './trajecten.repository.js';

/** The run, school and date that one job is about. */
interface Opdracht extends Cohort {
  controleId: string;
  school: string;
  /** Date on which is judged. */
  op: Datum;
  deel: Schooldeel;
}

/** The doorstroomcontrole of one school: trajecten, status, judgement, signalen, casussen. One transaction. */
@Injectable()
export class Schoolcontrole {
  constructor(
    private readonly controles: ControlesRepository,
    private readonly runs: Doorstroomcontroles,
    private readonly trajecten: TrajectenRepository,
    private readonly grootboek: GrootboekRepository,
    private readonly signalen: Signalen,
    private readonly gevolgen: Casusgevolgen,
    private readonly klok: Klok,
  ) {}

  /** Safe to repeat and to run at the same time: a school that is done is left alone. */
  async voerUit(
    tx: Tx,
    regioId: number,
    { controleId, school }: { controleId: string; school: string },
  ): Promise<void> {
    const deel = await this.controles.vergrendelSchool(tx, regioId, controleId, school);
    if (deel === null) throw new Error(`Run ${controleId} has no school ${school}.`);
    if (deel.klaarOp !== null) return;
    // A job that waited till the next day judges on that day: what a newer run saw is not turned back.
    const op = deel.proef || deel.peildatum > this.klok.vandaag() ? deel.peildatum : this.klok.vandaag();
    const opdracht: Opdracht = { regioId, controleId, school, op, deel, schooljaar: deel.schooljaar };
    const uitslag = deel.proef
      ? await inProef(tx, () => this.controleer(tx, opdracht))
      : await this.controleer(tx, opdracht);
    await this.controles.meldSchoolKlaar(tx, regioId, controleId, school, uitslag, this.klok.nu());
    // Before the row of the run: other schools of it hold the slot when they come to that row.
    await neemToewijzingsslot(tx, regioId);
    const wanneer = this.wanneer(op, controleId);
    await this.runs.rondAf(tx, regioId, controleId, () => this.gevolgen.herrouteer(tx, regioId, wanneer));
  }

  private wanneer(peildatum: Datum, controleId: string): Aanleiding {
    return { peildatum, nu: this.klok.nu(), bron: `doorstroomcontrole:${controleId}` };
  }

  private async controleer(tx: Tx, opdracht: Opdracht): Promise<Schooluitslag> {
    const { regioId, school, deel, op } = opdracht;
    const bereik: Bereik =
      deel.leerlingIds === null ? { soort: 'school', school } : { soort: 'leerlingen', ids: deel.leerlingIds };
    await this.trajecten.vergrendelSchool(tx, opdracht, school);
    await this.trajecten.volgCohort(tx, opdracht, bereik);
    if (deel.soort === 'heel') await neemVerdwijningenAan(tx, opdracht);
    const gewijzigd = await this.trajecten.herbereken(tx, opdracht, bereik, op);
    const wanneer = this.wanneer(op, opdracht.controleId);
    await this.gevolgen.leg(
      tx,
      regioId,
      gewijzigd.map((w) => regelStatus(w, wanneer.bron)),
      wanneer.nu,
    );
    const { kandidaten, gevolgen } = await this.trajecten.beoordeel(tx, opdracht, bereik, op);
    const nieuweSignalen = await this.doeSignalen(tx, opdracht, gevolgen);
    const nieuweCasussen = await this.gevolgen.volg(tx, regioId, gevolgen, wanneer);
    await this.gevolgen.vraagAankomstOpnieuw(tx, opdracht, bereik, wanneer);
    await this.gevolgen.naStatus(tx, regioId, gewijzigd, wanneer);
    if (deel.soort === 'heel') await this.herinner(tx, opdracht, wanneer);
    const grootboek = deel.proef ? await this.grootboek.vanSchool(tx, opdracht, school, op) : null;
    return { kandidaten, nieuweSignalen, nieuweCasussen, grootboek };
  }

  /** Says an open signaal once more, on the dates for that. */
  private async herinner(tx: Tx, { regioId, schooljaar, school, op }: Opdracht, wanneer: Aanleiding): Promise<void> {
    const nog = await this.signalen.herinner(tx, regioId, schooljaar, school, op);
    await this.gevolgen.leg(
      tx,
      regioId,
      nog.map((signaal) => regelHerinnering(signaal, wanneer.bron)),
      wanneer.nu,
    );
  }

  /** Gives how many were opened. Closing comes first: a later calendar signaal follows on an earlier one. */
  private async doeSignalen(
    tx: Tx,
    { regioId, schooljaar, op }: Opdracht,
    gevolgen: readonly Gevolg[],
  ): Promise<number> {
    const nu = this.klok.nu();
    const sluiten = new Map<string, string[]>();
    const openen: NieuwSignaal[] = [];
    for (const g of gevolgen) {
      if (g.openen !== null)
        openen.push({ leerlingId: g.leerlingId, trajectId: g.trajectId, schooljaar, soort: g.openen });
      else if (g.sluiten !== null) sluiten.set(g.reden, [...(sluiten.get(g.reden) ?? []), g.sluiten]);
    }
    for (const [reden, ids] of sluiten) await this.signalen.sluit(tx, regioId, ids, reden, nu);
    return this.signalen.open(tx, regioId, openen, { peildatum: op, nu });
  }
}
