import { Dossiersleutel } from '#casussen';
import type { Tx } from '#database';
import { Klok, schooljaarTekst, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { DecaanvraagAntwoord, DecaanvraagItem, DecaanvraagRij } from './decaanvragen.dto.js';
import {
  DecaanvragenLeesmodel,
  type DecaanvraagLeerlingRij,
  type DecaanvraagTelling,
} from './decaanvragen.leesmodel.js';
import { vervolgzin } from './decaanvragen.regels.js';

/** Grounds on which the content of a casus is seen (toegang.md 1, T2). */
const INHOUD: readonly string[] = ['casusverantwoordelijke', 'waarneming', 'procesbewaker', 'meldingNagaan'];
const EIGEN_SCHOOL = 'eigen school';

/** A question as one reader sees it. */
export interface Beeld {
  antwoord: DecaanvraagAntwoord;
  /** Who was shown, and why: for the logboek. */
  getoond: readonly { leerlingId: string; reden: string }[];
}

/** Makes of a question what its reader sees of it: a school its own pupils and answers, an officer whom they follow. */
@Injectable()
export class Decaanvraagbeeld {
  constructor(
    private readonly leesmodel: DecaanvragenLeesmodel,
    private readonly sleutel: Dossiersleutel,
    private readonly klok: Klok,
  ) {}

  /** Null when there is no such question, or none for this reader. */
  async voor(tx: Tx, wie: Wie, id: string): Promise<Beeld | null> {
    const telling = await this.leesmodel.telling(tx, wie, id);
    if (telling === null) return null;
    const rijen = (await this.leesmodel.rijen(tx, wie, id)).filter((rij) => rij.metNaam);
    const decanen = await this.leesmodel.decanen(tx, wie.regioId, telling.school);
    const voorbij = telling.vervaltOp < this.klok.vandaag();
    const antwoord = {
      ...alsItem(telling),
      decanen,
      ...(rijen.length === 0 ? {} : { rijen: rijen.map((rij) => this.alsRij(rij, wie, voorbij)) }),
    };
    return { antwoord, getoond: rijen.map(({ leerlingId, reden }) => ({ leerlingId, reden })) };
  }

  private alsRij(rij: DecaanvraagLeerlingRij, wie: Wie, voorbij: boolean): DecaanvraagRij {
    const volgt = rij.reden !== EIGEN_SCHOOL;
    const leesbaar = INHOUD.includes(rij.reden) || rij.beantwoordDoor === wie.id;
    const toelichting = rij.toelichting !== null && leesbaar ? this.lees(rij.toelichting, wie.regioId, rij.id) : null;
    return {
      trajectId: rij.trajectId,
      leerling: {
        ...{ id: rij.leerlingId, naam: rij.naam, roepnaam: rij.roepnaam },
        ...(rij.groep === null ? {} : { groep: rij.groep }),
      },
      status: rij.status,
      ...(rij.verantwoordelijke === null ? {} : { casusverantwoordelijke: rij.verantwoordelijke }),
      ...(volgt && rij.casusId !== null ? { casusId: rij.casusId } : {}),
      ...(rij.antwoord === null ? {} : { antwoord: rij.antwoord }),
      ...(rij.brin === null ? {} : { brin: rij.brin }),
      ...(rij.vervolgkeuze === null ? {} : { vervolgkeuze: rij.vervolgkeuze }),
      ...(toelichting === null ? {} : { toelichting }),
      ...(rij.beantwoordOp === null ? {} : { beantwoordOp: rij.beantwoordOp }),
      ...(rij.nogmaalsOp === null ? {} : { nogmaalsOp: rij.nogmaalsOp }),
      vanzelf: rij.vanzelf,
      tekst: vervolgzin({ ...rij, voorbij }),
    };
  }

  private lees(waarde: Buffer, regioId: number, id: string): string {
    return this.sleutel.ontsleutel(waarde, { regioId, kolom: TOELICHTING, id });
  }
}

/** Where the text stands that a school wrote with an answer. */
export const TOELICHTING = 'decaanvraag_leerling|toelichting';

export function alsItem({ herinnerdOp, schooljaar, ...telling }: DecaanvraagTelling): DecaanvraagItem {
  return {
    ...telling,
    schooljaar: schooljaarTekst(schooljaar),
    ...(herinnerdOp === null ? {} : { herinnerdOp }),
  };
}
