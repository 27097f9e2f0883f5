import type { Tx } from '#database';
import { DomeinFout, nietGevonden, type Reden, type Wie } from '#kern';
import { waaromMag } from '#toegang';
import { Injectable } from '@nestjs/common';
import { CasussenLeesmodel } from '../casussen.leesmodel.js';

/** Grounds on which the content of a casus is seen and written: reden, notes, free text (toegang.md 1, T2). */
const INHOUD: readonly Reden[] = ['casusverantwoordelijke', 'waarneming', 'procesbewaker', 'opschaling', 'systeem'];
/** Grounds on which a casus is worked on. A regiocoördinator has numbers, and changes nothing. */
const WERK: readonly Reden[] = [...INHOUD, 'teamleider'];

/** Who may work on a casus. */
@Injectable()
export class Casustoegang {
  constructor(private readonly casussen: CasussenLeesmodel) {}

  /**
   * Why this person may change the casus.
   * @throws DomeinFout 404 `nietGevonden`, also when it exists and the asker may not know; 403 `casusVanCollega`, `alleenLezen`.
   */
  async keur(tx: Tx, wie: Wie, casusId: string): Promise<Reden> {
    const reden = await waaromMag(tx, wie, { casus: casusId }, WERK);
    if (reden === null) throw await this.weigering(tx, wie, casusId);
    if (!this.magWerken(reden)) throw alleenLezen();
    return reden;
  }

  /** On which ground they may change the casus; null when they may not. */
  async grond(tx: Tx, wie: Wie, casusId: string): Promise<Reden | null> {
    const reden = await waaromMag(tx, wie, { casus: casusId }, WERK);
    return reden !== null && this.magWerken(reden) ? reden : null;
  }

  /** Whether who is in on this ground changes something. */
  magWerken(reden: Reden): boolean {
    return WERK.includes(reden);
  }

  /** Whether who is in on this ground sees (and may write) T2. */
  metInhoud(reden: Reden): boolean {
    return INHOUD.includes(reden);
  }

  /** A colleague of the team knows that the casus is there (its row is in the queue): then say whom to ask. */
  async weigering(tx: Tx, wie: Wie, casusId: string): Promise<DomeinFout> {
    const collega = await this.casussen.vanTeamgenoot(tx, wie, casusId);
    if (collega === null) return nietGevonden();
    const tekst = `Deze casus is van ${collega}. Vraag uw collega om de gegevens die u nodig hebt.`;
    return new DomeinFout('verboden', 'casusVanCollega', tekst);
  }
}

function alleenLezen(): DomeinFout {
  const tekst = 'U mag deze casus zien maar niet veranderen. Vraag het aan de casusverantwoordelijke of de teamleider.';
  return new DomeinFout('verboden', 'alleenLezen', tekst);
}

/** The tier is known to be there, not whether anything is in it. */
export function inhoudAfgeschermd(): DomeinFout {
  const tekst = 'Reden en notities zijn voor de casusverantwoordelijke. Vraag het aan haar of hem.';
  return new DomeinFout('verboden', 'inhoudAfgeschermd', tekst);
}
