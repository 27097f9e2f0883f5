import { Dossiersleutel, Stappen, type Decaanvraag } from '#casussen';
import type { Tx } from '#database';
import type { Datum, Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { DUBBEL, leesAntwoord, NIET_IN_VRAAG, type Antwoord } from './antwoorden.regels.js';
import { AntwoordenRepository, type TeLeggen, type Vraagrij } from './antwoorden.repository.js';
import { TOELICHTING } from './decaanvraagbeeld.service.js';
import type { DecaanantwoordUitkomst } from './decaanvragen.dto.js';

/** An answer that is new or changed, beside what stood there. */
export interface Nieuw {
  rij: Vraagrij;
  antwoord: Antwoord;
  nogmaalsOp: Datum | null;
}

/** What a list of answers comes down to. */
export interface Besluit {
  nieuw: Nieuw[];
  /** In the order of the request; the sentence of what was saved comes later. */
  uitkomsten: (Omit<DecaanantwoordUitkomst, 'tekst'> & { tekst?: string })[];
}

/** Decides about each row of a list of answers, and writes those that say something new. */
@Injectable()
export class Antwoordschrijver {
  constructor(
    private readonly repository: AntwoordenRepository,
    private readonly stappen: Stappen,
    private readonly sleutel: Dossiersleutel,
  ) {}

  /** Locks what is there. The caller holds the question. */
  async besluit(tx: Tx, wie: Wie, vraag: Decaanvraag, invoer: readonly unknown[], vandaag: Datum): Promise<Besluit> {
    const gelezen = invoer.map((rij) => leesAntwoord(rij));
    const ids = gelezen.flatMap((g) => ('code' in g ? [] : [g.trajectId]));
    const rijen = await this.repository.rijen(tx, wie.regioId, vraag.id, ids);
    const perTraject = new Map(rijen.map((rij) => [rij.trajectId, rij]));
    const opnieuw = await this.stappen.nogmaalsOp(tx, wie.regioId, vraag.id, vandaag);
    const gezien = new Set<string>();
    const nieuw: Nieuw[] = [];
    const uitkomsten = gelezen.map((antwoord): Besluit['uitkomsten'][number] => {
      if ('code' in antwoord) return { uitkomst: 'geweigerd', ...antwoord };
      const { trajectId } = antwoord;
      const rij = perTraject.get(trajectId);
      if (rij === undefined) return { trajectId, uitkomst: 'geweigerd', ...NIET_IN_VRAAG };
      if (gezien.has(trajectId)) return { trajectId, uitkomst: 'geweigerd', ...DUBBEL };
      gezien.add(trajectId);
      if (this.isGelijk(wie.regioId, rij, antwoord)) return { trajectId, uitkomst: 'ongewijzigd' };
      // Twice busy is long enough: then the owner of the casus begins.
      const nogmaalsOp = antwoord.antwoord === 'isBezig' && !rij.wasBezig ? opnieuw : null;
      nieuw.push({ rij, antwoord, nogmaalsOp });
      return { trajectId, uitkomst: 'opgeslagen' };
    });
    return { nieuw, uitkomsten };
  }

  async leg(tx: Tx, wie: Wie, nieuw: readonly Nieuw[], vandaag: Datum, nu: Date): Promise<void> {
    const leggen = nieuw.map(({ rij: { id }, antwoord, nogmaalsOp }): TeLeggen => {
      const { toelichting, ...rest } = antwoord;
      const dicht = toelichting === null ? null : this.sleutel.versleutel(toelichting, this.plaats(wie.regioId, id));
      return { ...rest, id, nogmaalsOp, toelichting: dicht === null ? null : dicht.toString('base64') };
    });
    await this.repository.leg(tx, wie.regioId, leggen, nu, wie.id);
    const opTraject = nieuw.map(({ rij, antwoord }) => ({
      ...antwoord,
      toelichting: undefined,
      was: rij.antwoord,
      wasVervolg: rij.vervolgkeuze,
    }));
    await this.repository.legOpTraject(tx, wie.regioId, opTraject, vandaag, wie.id);
  }

  private isGelijk(regioId: number, rij: Vraagrij, antwoord: Antwoord): boolean {
    const { toelichting: dicht } = rij;
    const toelichting = dicht === null ? null : this.sleutel.ontsleutel(dicht, this.plaats(regioId, rij.id));
    return (
      rij.antwoord === antwoord.antwoord &&
      rij.brin === antwoord.brin &&
      rij.vervolgkeuze === antwoord.vervolgkeuze &&
      toelichting === antwoord.toelichting
    );
  }

  private plaats(regioId: number, id: string): { regioId: number; kolom: string; id: string } {
    return { regioId, kolom: TOELICHTING, id };
  }
}
