import type { Tx } from '#database';
import { neemToewijzingsslot } from '#organisaties';
import { TAAKTEKST, Taken, type GemaakteTaak } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Aanleiding, Gebeurtenis } from '../casus.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { DecaanvragenRepository } from './decaanvragen.repository.js';
import { Decaanvragen } from './decaanvragen.service.js';
import { StappenRepository, type Vervolgcasus } from './stappen.repository.js';

type Vragende = Vervolgcasus & { decaanvraagId: string };

/** What the night does with questions to schools: it reminds, gives up waiting, and asks again. */
@Injectable()
export class Decaanvraagnacht {
  constructor(
    private readonly vragen: DecaanvragenRepository,
    private readonly decaanvragen: Decaanvragen,
    private readonly stappen: StappenRepository,
    private readonly taken: Taken,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** Safe to repeat. */
  async nacht(tx: Tx, regioId: number, door: Aanleiding): Promise<void> {
    await neemToewijzingsslot(tx, regioId);
    await this.decaanvragen.werkBij(tx, regioId, null, door.nu);
    const herinnerd = await this.vragen.herinner(tx, regioId, door);
    const regels = herinnerd.map((casus) =>
      regel(
        casus,
        'decaanHerinnerd',
        `De school is herinnerd aan de vraag; antwoord uiterlijk ${casus.vervaltOp}.`,
        door,
      ),
    );
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
    await this.verloop(tx, regioId, door);
    await this.vraagNogmaals(tx, regioId, door);
  }

  private async verloop(tx: Tx, regioId: number, door: Aanleiding): Promise<void> {
    await this.decaanvragen.verloop(tx, regioId, door);
    const casussen = await this.stappen.gestrand(tx, regioId);
    if (casussen.length === 0) return;
    const casusIds = casussen.map((c) => c.casusId);
    await this.stappen.sluitTaken(tx, regioId, {
      ...{ casusIds, toestand: 'vervallen', resultaat: 'verlopen', nu: door.nu, soort: 'decaanvraag' },
    });
    const taken = await this.begin(tx, regioId, casussen, door);
    const namen = await this.stappen.decanen(tx, regioId, [...new Set(casussen.map((c) => c.decaanvraagId))]);
    const regels = casussen.map((casus) => {
      const wie = namen.get(casus.decaanvraagId);
      const bel = wie === undefined ? '' : ` Bel de decaan: ${wie}.`;
      return regel(casus, 'decaanvraagVerlopen', `De school gaf geen antwoord.${bel}${stapzin(taken, casus)}`, door);
    });
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
  }

  private async vraagNogmaals(tx: Tx, regioId: number, door: Aanleiding): Promise<void> {
    const casussen = await this.stappen.nogmaals(tx, regioId, door.peildatum);
    if (casussen.length === 0) return;
    const casusIds = casussen.map((c) => c.casusId);
    await this.stappen.sluitTaken(tx, regioId, {
      ...{ casusIds, toestand: 'afgerond', resultaat: 'opnieuwGevraagd', nu: door.nu, soort: 'decaanvraagNogmaals' },
    });
    const gevraagd = await this.decaanvragen.stel(tx, regioId, casussen, door);
    const wel = new Set(gevraagd.map((t) => t.casusId));
    const zelf = await this.begin(
      tx,
      regioId,
      casussen.filter((c) => !wel.has(c.casusId)),
      door,
    );
    await this.stappen.zetStap(tx, regioId, [...wel]);
    const taken = new Map([...zelf, ...gevraagd.map((t) => [t.casusId, t] as const)]);
    const regels = casussen.map((casus) => {
      const tekst = wel.has(casus.casusId)
        ? 'De school is opnieuw gevraagd.'
        : 'De school wordt niet opnieuw gevraagd.';
      return regel(casus, 'decaanvraagNogmaals', tekst + stapzin(taken, casus), door);
    });
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
  }

  /** From here on the owner's own term runs. */
  private async begin(
    tx: Tx,
    regioId: number,
    casussen: readonly Vragende[],
    door: Aanleiding,
  ): Promise<ReadonlyMap<string, GemaakteTaak>> {
    const taken = await this.taken.maak(tx, regioId, casussen, door);
    await this.stappen.zetStap(
      tx,
      regioId,
      casussen.map((c) => c.casusId),
    );
    return new Map(taken.map((t) => [t.casusId, t]));
  }
}

function stapzin(taken: ReadonlyMap<string, GemaakteTaak>, { casusId }: { casusId: string }): string {
  const taak = taken.get(casusId);
  return taak === undefined ? '' : ` Volgende stap: ${TAAKTEKST[taak.soort]}, uiterlijk ${taak.vervaltOp}.`;
}

function regel(
  { leerlingId, casusId }: { leerlingId: string; casusId: string },
  soort: string,
  tekst: string,
  { bron }: Aanleiding,
): Gebeurtenis {
  return { leerlingId, casusId, soort, tekst, bron, door: 'systeem' };
}
