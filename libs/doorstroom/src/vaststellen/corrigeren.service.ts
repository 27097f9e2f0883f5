import { Dossiersleutel } from '#casussen';
import { Transactie } from '#database';
import { nietGevonden, type Wie } from '#kern';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import { neemControlesloten } from '../controlesloten.sql.js';
import { UitCohort } from '../uit-cohort.service.js';
import { fout } from './bestemming.regels.js';
import { Trajectwerker } from './trajectwerk.service.js';
import type { CorrectieInvoer } from './vaststellen.dto.js';
import type { Welk } from './vaststellen.service.js';

const ROUTE = 'POST /api/v1/doorstroom/:schooljaar/trajecten/:id/correctie';

/** Takes a traject out of the cohort, with a reason: nobody leaves it otherwise (domain.md 3, «Cohort»). */
@Injectable()
export class Corrigeren {
  constructor(
    private readonly transactie: Transactie,
    private readonly werker: Trajectwerker,
    private readonly uitCohort: UitCohort,
    private readonly sleutel: Dossiersleutel,
  ) {}

  /**
   * Its signalen close; a casus in which nobody worked closes, in others is asked whether help is still needed.
   * @throws DomeinFout as `Trajectwerker.bewerk`; 400 `bestemmingOngeldig` without words where they are needed
   */
  corrigeer(wie: Wie, welk: Welk, { reden, toelichting }: CorrectieInvoer): Promise<void> {
    if (reden === 'anders' && toelichting === undefined) throw fout('toelichting', 'Leg uit waarom.');
    const verzoek = { ...welk, wie, route: ROUTE, gronden: ['regiocoördinator', 'procesbewaker'] };
    return this.transactie.voerUit({ wie }, async (tx) => {
      const { leerlingId } = await this.werker.keur(tx, verzoek);
      // The order of every check: school, region, rows.
      await neemControlesloten(tx, wie.regioId, [leerlingId], true);
      await neemToewijzingsslot(tx, wie.regioId);
      const werk = await this.werker.neem(tx, verzoek);
      const { traject, nu } = werk;
      if (traject.leerlingId !== leerlingId) throw nietGevonden();
      const plaats = { regioId: wie.regioId, kolom: 'traject|correctie_toelichting', id: traject.id };
      const vast = {
        gecorrigeerd_op: nu,
        correctie_reden: reden,
        correctie_door: `medewerker:${wie.id}`,
        correctie_toelichting: toelichting === undefined ? null : this.sleutel.versleutel(toelichting, plaats),
        vraag: null,
        onderdrukt: null,
        op_koers: true,
        beoordeeld_rang: null,
        beoordeeld_rood: null,
      };
      const tekst = 'De leerling hoort niet in dit cohort en wordt hier niet meer gevolgd.';
      await this.werker.leg(werk, ROUTE, { vast, soort: 'uitCohort', tekst });
      await this.uitCohort.laatGaan(tx, wie.regioId, [traject], ROUTE);
    });
  }
}
