import type { Tx } from '#database';
import type { Datum } from '#kern';
import { TAAKTEKST, Taken, type GemaakteTaak, type NieuweTaak } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Gebeurtenis, Wanneer } from '../casus.js';
import { ANTWOORDTEKST, type Beantwoord } from './decaanvraag.js';
import { StappenRepository, type Vervolgcasus } from './stappen.repository.js';

/** Who answered which question, and when. */
export interface Antwoorder extends Wanneer {
  decaanvraagId: string;
  medewerkerId: string;
  bron: string;
}

/** What comes next in a casus when its school answered. */
@Injectable()
export class Stappen {
  constructor(
    private readonly stappen: StappenRepository,
    private readonly taken: Taken,
  ) {}

  /**
   * Gives each casus its next step: from now on its own term runs (domain.md 4), or the school is asked again. A casus with
   * which somebody went on meanwhile keeps its steps, and gets the line only. The caller holds the slot of the region.
   * @returns the lines for the timeline
   */
  async naAntwoord(
    tx: Tx,
    regioId: number,
    antwoorden: readonly Beantwoord[],
    door: Antwoorder,
  ): Promise<Gebeurtenis[]> {
    const leerlingIds = antwoorden.map((a) => a.leerlingId);
    const casussen = await this.stappen.vanLeerlingen(tx, regioId, leerlingIds, door.decaanvraagId);
    const perLeerling = new Map(casussen.map((c) => [c.leerlingId, c]));
    const volgers = antwoorden.flatMap((antwoord) => {
      const casus = perLeerling.get(antwoord.leerlingId);
      return casus?.volgt === true ? [{ casus, antwoord }] : [];
    });
    await this.sluit(tx, regioId, volgers, door);
    const bewaker = await this.stappen.procesbewaker(tx, regioId);
    const nieuw = volgers.flatMap(({ casus, antwoord }) => stappenVan(casus, antwoord, door.decaanvraagId, bewaker));
    const gemaakt = await this.taken.maak(tx, regioId, nieuw, door);
    await this.stappen.zetStap(
      tx,
      regioId,
      volgers.map(({ casus }) => casus.casusId),
    );
    const perCasus = new Map(gemaakt.filter((t) => t.soort !== 'meldingNagaan').map((t) => [t.casusId, t]));
    return antwoorden.map((antwoord) => {
      const casus = perLeerling.get(antwoord.leerlingId);
      return regelAntwoord(antwoord, casus, casus === undefined ? undefined : perCasus.get(casus.casusId), door);
    });
  }

  /** The day on which the school of this question is asked again; null when there is none before the holiday. */
  nogmaalsOp(tx: Tx, regioId: number, decaanvraagId: string, op: Datum): Promise<Datum | null> {
    return this.stappen.nogmaalsOp(tx, regioId, decaanvraagId, op);
  }

  private async sluit(
    tx: Tx,
    regioId: number,
    volgers: readonly { casus: Vervolgcasus; antwoord: Beantwoord }[],
    { nu, medewerkerId, decaanvraagId }: Antwoorder,
  ): Promise<void> {
    for (const resultaat of new Set(volgers.map(({ antwoord }) => antwoord.antwoord))) {
      const groep = volgers.filter(({ antwoord }) => antwoord.antwoord === resultaat);
      const casusIds = groep.map(({ casus }) => casus.casusId);
      const vraag = { casusIds, nu, decaanvraagId };
      await this.stappen.sluitTaken(tx, regioId, {
        ...{ ...vraag, soort: 'decaanvraag', toestand: 'afgerond', resultaat, doorId: medewerkerId },
      });
      // what an earlier answer led to
      await this.stappen.sluitTaken(tx, regioId, { ...vraag, toestand: 'vervallen', resultaat: 'antwoordGewijzigd' });
    }
  }
}

function stappenVan(
  casus: Vervolgcasus,
  { antwoord, nogmaalsOp }: Beantwoord,
  decaanvraagId: string,
  bewaker: string | null,
): NieuweTaak[] {
  const { casusId, doelgroep, eigenaarId, soort } = casus;
  const basis = { casusId, doelgroep, decaanvraagId };
  if (antwoord === 'isBezig' && nogmaalsOp !== null)
    return [{ ...basis, soort: 'decaanvraagNogmaals', eigenaarId: null, vervaltOp: nogmaalsOp }];
  const eigen: NieuweTaak = { ...basis, soort, eigenaarId };
  // Whether the flag is right is looked into beside it: who waits for that loses no time.
  return antwoord === 'onjuist' ? [eigen, { ...basis, soort: 'meldingNagaan', eigenaarId: bewaker }] : [eigen];
}

function regelAntwoord(
  { leerlingId, antwoord, gewijzigd }: Beantwoord,
  casus: Vervolgcasus | undefined,
  taak: GemaakteTaak | undefined,
  { bron, medewerkerId, decaanvraagId }: Antwoorder,
): Gebeurtenis {
  const zin = `${gewijzigd ? 'De school wijzigde het antwoord' : 'De school antwoordde'}: ${ANTWOORDTEKST[antwoord]}.`;
  const stap = taak === undefined ? '' : ` Volgende stap: ${TAAKTEKST[taak.soort]}, uiterlijk ${taak.vervaltOp}.`;
  return {
    leerlingId,
    casusId: casus?.casusId ?? null,
    soort: 'decaanAntwoord',
    tekst: zin + stap,
    gegevens: { decaanvraagId, antwoord },
    bron,
    door: `medewerker:${medewerkerId}`,
  };
}
