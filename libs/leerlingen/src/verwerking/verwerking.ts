import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import { PgnSleutels } from '../pgn-sleutels.js';
import { beginStap, noteerVerplaatst, zonderStap } from '../terugweg/stap.repository.js';
import { bewaarBuitenCohort, heeftBuitenCohort, zoekTreffers } from './buiten-cohort.repository.js';
import { werkContactenBij } from './contact.repository.js';
import { werkDiplomasBij, werkEldersBij } from './gevolgen.repository.js';
import * as inschrijvingen from './inschrijvingen.repository.js';
import { merkTeruggetrokken, werkKandidaturenBij } from './kandidaturen.repository.js';
import { neemEenduidigeWeg } from './eenduidig.repository.js';
import { beklim, weigerGedeeldPgn } from './ladder.repository.js';
import type { Levering, Treffer, Uitkomst, Verlies, Verwerkstaat } from './levering.js';
import { richtOp, telOpen, verzamelPgnVanBekenden, verzamelPgnVanNieuwen } from './oprichting.repository.js';
import { bewaarKoppelingen, werkPersonenBij } from './personen.repository.js';
import { bewaarPgn } from './pgn.repository.js';
import { waarschuw, zetInQuarantaine } from './quarantaine.repository.js';
import { begin, leesRijen, maakTabellen, telRijen, verzamelPersonen } from './rijen.repository.js';
import { bewaarGeraakt, telGewijzigd, telOnzeker, telVerlies } from './tellingen.repository.js';
import * as voorstellen from './voorstellen.repository.js';

/** Matches the rows of a delivery with the youngsters that we follow, and merges what they say. Set-based throughout. */
@Injectable()
export class Verwerking {
  constructor(private readonly sleutels: PgnSleutels) {}

  /**
   * Processes the good rows of a work table in the caller's transaction: all of it or nothing. Deliveries of one region
   * wait for each other.
   *
   * Leaves for the caller, until the next call or commit: `pg_temp.matchbevinding (regel, kolom, waarde, code, tekst,
   * ernst)`, findings of matching; `goed = false` in the work table for rows that it kept out; and until commit
   * `pg_temp.geraakt (leerling_id)`, whoever really changed in any call of this transaction.
   */
  async verwerk(tx: Tx, levering: Levering): Promise<Uitkomst> {
    const staat = await begin(tx, levering);
    await beginStap(tx, levering);
    await maakTabellen(tx);
    await leesRijen(tx, staat);
    const rijen = await telRijen(tx, staat);
    const personen = await verzamelPersonen(tx, staat);
    const koppelvoorstellen = personen === 0 ? 0 : await this.koppel(tx, staat);
    const quarantaine = personen === 0 ? 0 : await zetInQuarantaine(tx, staat);
    if (personen > 0) await waarschuw(tx, staat);
    const buitenCohort = await bewaarBuitenCohort(tx, staat, this.sleutels.identiteitSleutel());
    const { nieuw, gewijzigd, verdwenen } = await this.voegSamen(tx, staat);
    return {
      nieuw,
      gewijzigd,
      ongewijzigd: (levering.gelijk?.aantal ?? 0) + rijen - nieuw - gewijzigd - buitenCohort - quarantaine,
      buitenCohort,
      quarantaine,
      verdwenen,
      koppelvoorstellen,
      geraakt: await bewaarGeraakt(tx, staat),
    };
  }

  /** Remembers, for when it is undone, how the rows of the last `verwerk` moved in the counts of the delivery they are of. */
  async noteerVerplaatst(tx: Tx, regioId: number, nieuw: number, quarantaine: number): Promise<void> {
    await noteerVerplaatst(tx, regioId, nieuw, quarantaine);
  }

  /** What a full delivery would take away. Changes nothing. */
  async verdwijnend(tx: Tx, levering: Levering): Promise<Verlies> {
    return telVerlies(tx, await begin(tx, levering));
  }

  /** How many rows of the school a full delivery does not hold, of which nobody can say that they are gone. Changes nothing. */
  async onzeker(tx: Tx, levering: Levering): Promise<number> {
    return telOnzeker(tx, await begin(tx, levering));
  }

  /**
   * Which lines of stored deliveries the last `verwerk` makes worth reading again: they were nobody's then and are, by
   * their hashes, of somebody who is followed now. Read them, and call `verwerk` with `herlezing`; repeat until none.
   */
  async buitenCohortTreffers(tx: Tx, levering: Levering): Promise<Treffer[]> {
    if (!(await heeftBuitenCohort(tx, levering.regioId))) return [];
    return zoekTreffers(tx, await begin(tx, levering), this.sleutels.identiteitSleutel());
  }

  /** Decides who is who, and puts on record what a person must decide. Gives how many questions are new. */
  private async koppel(tx: Tx, staat: Verwerkstaat): Promise<number> {
    await weigerGedeeldPgn(tx, staat);
    await this.beklimLadder(tx, staat);
    const ronde = await voorstellen.maakWachtenden(tx, staat);
    if (ronde !== null) await bewaarPgn(tx, staat, this.sleutels, ronde);
    return voorstellen.bewaarVoorstellen(tx, staat);
  }

  /** The ladder, until nobody new is made: persons of one file may be each other. */
  private async beklimLadder(tx: Tx, staat: Verwerkstaat): Promise<void> {
    let gewogen = false;
    for (let ronde = 0; ; ronde += 2) {
      await beklim(tx, staat);
      await voorstellen.laatNieuwenDoor(tx, staat);
      const geleerd = await verzamelPgnVanBekenden(tx, staat, ronde);
      if (geleerd > 0) await bewaarPgn(tx, staat, this.sleutels, ronde);
      const open = await telOpen(tx, staat);
      if (open === 0) return;
      if (geleerd > 0) continue;
      // Once: who is made in this delivery is no candidate for another row of it.
      if (!gewogen) await voorstellen.zoekKandidaten(tx, staat);
      gewogen = true;
      const nieuw = await richtOp(tx, staat, ronde + 1);
      if (nieuw === 0) return;
      if ((await verzamelPgnVanNieuwen(tx, staat, ronde + 1)) > 0) await bewaarPgn(tx, staat, this.sleutels, ronde + 1);
      if (nieuw === open) return;
    }
  }

  private async voegSamen(tx: Tx, staat: Verwerkstaat): Promise<Pick<Uitkomst, 'nieuw' | 'gewijzigd' | 'verdwenen'>> {
    const werk = await inschrijvingen.bepaalDoel(tx, staat);
    let nieuw = 0;
    if (werk > 0) {
      await werkPersonenBij(tx, staat);
      await bewaarKoppelingen(tx, staat);
      nieuw = await inschrijvingen.voegToe(tx, staat);
      if (nieuw < werk) await inschrijvingen.werkBij(tx, staat);
      await inschrijvingen.noteerGeraakt(tx, staat);
      await werkContactenBij(tx, staat);
    }
    if (!staat.eerste && !staat.herlezing) await zonderStap(tx, () => inschrijvingen.bewaarAfdrukken(tx, staat));
    if (werk > 0) await neemEenduidigeWeg(tx, staat, this.sleutels);
    const verdwenen = await this.merkAfwezig(tx, staat);
    await werkKandidaturenBij(tx, staat);
    await merkTeruggetrokken(tx, staat);
    await werkDiplomasBij(tx, staat);
    await werkEldersBij(tx, staat);
    if (!staat.herlezing) await inschrijvingen.bewaarStand(tx, staat);
    return { nieuw, gewijzigd: await telGewijzigd(tx, staat), verdwenen };
  }

  /** Known rows that are not among the good ones: refused, or gone. */
  private async merkAfwezig(tx: Tx, staat: Verwerkstaat): Promise<number> {
    if (staat.herlezing || staat.eerste) return 0;
    await inschrijvingen.merkNietBevestigd(tx, staat);
    return staat.modus === 'volledig' ? inschrijvingen.merkVerdwenen(tx, staat) : 0;
  }
}
