import { Dossiersleutel } from '#casussen';
import { alsDatum, DomeinFout, type GelezenVersie, type Reden, type Schooljaar, type Wie } from '#kern';
import { LosseTaken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { TrajectItem } from '../trajecten.dto.js';
import { fout, keurBestemming, keurEinde } from './bestemming.regels.js';
import type { Bestemming } from './bestemming.js';
import { Trajectwerker, type Trajectwerk, type Vaststelling } from './trajectwerk.service.js';
import { TrajectwerkRepository } from './trajectwerk.repository.js';
import type { AankomstInvoer, BestemmingInvoer, VervolgInvoer } from './vaststellen.dto.js';

/** Which traject, and on which state of it. */
export interface Welk {
  schooljaar: Schooljaar;
  id: string;
  gelezen: GelezenVersie;
}

/** Who works on the casus of the youngster (toegang.md 1). */
const WERK: readonly Reden[] = ['casusverantwoordelijke', 'waarneming', 'procesbewaker', 'opschaling', 'teamleider'];
const EIGEN_SCHOOL: readonly Reden[] = [...WERK, 'eigen school'];
const BASIS = 'PUT /api/v1/doorstroom/:schooljaar/trajecten/:id';

/** Settles another end, an intention or a confirmed arrival (domain.md 3); the leerling is judged again after it. */
@Injectable()
export class Vaststellen {
  constructor(
    private readonly werker: Trajectwerker,
    private readonly repository: TrajectwerkRepository,
    private readonly sleutel: Dossiersleutel,
    private readonly taken: LosseTaken,
  ) {}

  /** @throws DomeinFout as `Trajectwerker.bewerk` and `keurBestemming` */
  bestemming(wie: Wie, welk: Welk, invoer: BestemmingInvoer): Promise<TrajectItem> {
    const verzoek = { ...welk, wie, route: `${BASIS}/bestemming`, gronden: WERK };
    return this.werker.bewerk(verzoek, (werk) => this.besluitBestemming(werk, invoer));
  }

  /** Also by the decaan or zorgcoördinator, of own pupils. @throws DomeinFout as `Trajectwerker.bewerk`; 400 `bestemmingOngeldig` */
  vervolg(wie: Wie, welk: Welk, invoer: VervolgInvoer): Promise<TrajectItem> {
    const verzoek = { ...welk, wie, route: `${BASIS}/voorgenomen-vervolg`, gronden: EIGEN_SCHOOL };
    return this.werker.bewerk(verzoek, (werk) => Promise.resolve(this.besluitVervolg(werk, invoer)));
  }

  /**
   * At a school that does not deliver; also by the exam school, and by whoever was asked to confirm it again.
   * @throws DomeinFout as `Trajectwerker.bewerk`; 400 `bestemmingOngeldig`; 409 `schoolLevertZelf`
   */
  aankomst(wie: Wie, welk: Welk, invoer: AankomstInvoer): Promise<TrajectItem> {
    const gronden = [...EIGEN_SCHOOL, 'eigen taak'];
    const verzoek = { ...welk, wie, route: `${BASIS}/aankomstbevestiging`, gronden };
    return this.werker.bewerk(verzoek, (werk) => this.besluitAankomst(werk, invoer));
  }

  /** What another end comes to; also for a besluit about the casus. */
  async besluitBestemming({ tx, wie, traject, vandaag }: Trajectwerk, invoer: BestemmingInvoer): Promise<Vaststelling> {
    const { bestemming, grond, naarRegio, acceptatieDatum } = invoer;
    if (bestemming === null) return { vast: LEEG, soort: 'bestemming', tekst: 'De andere bestemming is ingetrokken.' };
    const wet = await this.repository.wettelijk(tx, wie.regioId, traject.leerlingId, vandaag);
    const tot = keurBestemming(wie, { ...invoer, bestemming }, wet, vandaag);
    const plaats = { regioId: wie.regioId, kolom: 'traject|bestemming_grond', id: traject.id };
    const vast = {
      ...LEEG,
      bestemming: bestemming satisfies Bestemming,
      bestemming_bewijs: invoer.bewijs ?? null,
      bestemming_door: `medewerker:${wie.id}`,
      bestemming_geldig_van: vandaag,
      bestemming_geldig_tot: tot,
      bestemming_grond: grond === undefined ? null : this.sleutel.versleutel(grond, plaats),
      bestemming_regio: naarRegio ?? null,
      bestemming_geaccepteerd_op: acceptatieDatum ?? null,
    };
    const tekst = `Er is een andere bestemming vastgelegd${tot === null ? '' : `, geldig tot en met ${tot}`}.`;
    return { vast, soort: 'bestemming', tekst, gegevens: { geldigTot: tot } };
  }

  /** What an intention comes to; also for a besluit about the casus. */
  besluitVervolg({ wie, vandaag }: Trajectwerk, { vervolg, geldigTot }: VervolgInvoer): Vaststelling {
    // A person's choice, also that there is none: the school's file does not fill it again.
    const bron = { voorgenomen_vervolg_bron: `medewerker:${wie.id}` };
    if (vervolg === null) {
      const vast = { ...bron, voorgenomen_vervolg: null, voorgenomen_vervolg_tot: null };
      return { vast, soort: 'voorgenomenVervolg', tekst: 'Het voorgenomen vervolg is ingetrokken.' };
    }
    const tot = geldigTot === undefined ? null : keurEinde(alsDatum(geldigTot), vandaag, false);
    const vast = { ...bron, voorgenomen_vervolg: vervolg, voorgenomen_vervolg_tot: tot };
    const tekst = `Het voorgenomen vervolg is vastgelegd${tot === null ? '' : `, geldig tot en met ${tot}`}.`;
    return { vast, soort: 'voorgenomenVervolg', tekst, gegevens: { geldigTot: tot } };
  }

  private async besluitAankomst(
    werk: Trajectwerk,
    { brin, aankomstDatum, bewijs }: AankomstInvoer,
  ): Promise<Vaststelling> {
    const { tx, wie, traject, vandaag, nu } = werk;
    const [regioId, door, trajectIds] = [wie.regioId, wie.id, [traject.id]];
    const over = { soort: 'bevestigAankomst' as const, trajectIds };
    if (brin === null) {
      await this.taken.rondAf(tx, regioId, over, { resultaat: 'ingetrokken', nu, door });
      return { vast: NIET_BEVESTIGD, soort: 'aankomst', tekst: 'De bevestiging van de aankomst is ingetrokken.' };
    }
    const op = alsDatum(aankomstDatum ?? '');
    const teldatum = `${traject.schooljaar + 1}-10-01`;
    if (op > vandaag) throw fout('aankomstDatum', 'Deze dag komt nog. Kies de dag waarop de leerling er echt was.');
    if (op < `${traject.schooljaar}-10-01`) throw fout('aankomstDatum', 'Deze dag ligt voor dit cohort.');
    if (await this.repository.levertZelf(tx, regioId, brin, vandaag)) throw schoolLevertZelf();
    await this.taken.rondAf(tx, regioId, over, { resultaat: 'bevestigd', nu, door });
    const tot = vandaag < teldatum ? await this.repository.herbevestigenTot(tx, regioId, traject.schooljaar) : null;
    const vast = {
      aankomst_brin: brin,
      aankomst_op: op,
      aankomst_bevestigd_op: vandaag,
      aankomst_bewijs: bewijs ?? null,
      aankomst_door: `medewerker:${wie.id}`,
      aankomst_geldig_tot: tot,
    };
    const tekst = `De aankomst op een school die niet aanlevert is bevestigd${tot === null ? '' : '. Op 1 oktober wordt dat nog eens gevraagd'}.`;
    return { vast, soort: 'aankomst', tekst, gegevens: { aankomstDatum: op } };
  }
}

const LEEG = {
  bestemming: null,
  bestemming_bewijs: null,
  bestemming_door: null,
  bestemming_geldig_van: null,
  bestemming_geldig_tot: null,
  bestemming_grond: null,
  bestemming_regio: null,
  bestemming_geaccepteerd_op: null,
};

const NIET_BEVESTIGD = {
  aankomst_brin: null,
  aankomst_op: null,
  aankomst_bevestigd_op: null,
  aankomst_bewijs: null,
  aankomst_door: null,
  aankomst_geldig_tot: null,
};

function schoolLevertZelf(): DomeinFout {
  const tekst =
    'Deze school levert zelf aan: haar levering is het bewijs. Vraag de school om de leerling aan te leveren.';
  return new DomeinFout('conflict', 'schoolLevertZelf', tekst);
}
