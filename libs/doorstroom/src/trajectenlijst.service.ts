import { alsLeerling } from '#casussen';
import { Transactie } from '#database';
import { alsDatum, Klok, maakPagina, schooljaarTekst, type Pagina, type Schooljaar, type Wie } from '#kern';
import { legLezing, Logboek } from '#logboek';
import { Injectable } from '@nestjs/common';
import { GrootboekLeesmodel } from './grootboek/grootboek.leesmodel.js';
import { grootboekOntbreekt } from './grootboek/grootboek.regels.js';
import { ONDERWIJSBESTEMMINGEN } from './vaststellen/bestemming.js';
import type { TrajectenVraag, TrajectItem } from './trajecten.dto.js';
import { TrajectenLeesmodel, type TrajectRij } from './trajecten.leesmodel.js';
import { lijstpad } from '#toegang';

/** The trajecten of a cohort that the asker may see. */
@Injectable()
export class Trajectenlijst {
  constructor(
    private readonly transactie: Transactie,
    private readonly leesmodel: TrajectenLeesmodel,
    private readonly logboek: Logboek,
    private readonly klok: Klok,
    private readonly grootboek: GrootboekLeesmodel,
  ) {}

  /** One page; every youngster on it leaves a logboek row. @throws DomeinFout `cursorOngeldig`, `grootboekOntbreekt` */
  lees(wie: Wie, schooljaar: Schooljaar, vraag: TrajectenVraag): Promise<Pagina<TrajectItem>> {
    const pad = `/api/v1/doorstroom/${schooljaarTekst(schooljaar)}/trajecten`;
    return this.transactie.voerUit({ wie }, async (tx) => {
      const op = vraag.peildatum === undefined ? null : alsDatum(vraag.peildatum);
      if (op !== null && !(await this.grootboek.isBewaard(tx, wie.regioId, schooljaar, op))) throw grootboekOntbreekt();
      const rijen = await this.leesmodel.lees(tx, wie, schooljaar, vraag, this.klok.vandaag());
      const wat = { wie, onderwerp: 'traject', route: 'GET /api/v1/doorstroom/:schooljaar/trajecten' } as const;
      await legLezing(this.logboek, tx, wat, rijen.slice(0, vraag.aantal));
      return maakPagina(
        rijen,
        vraag.aantal,
        lijstpad(pad, vraag),
        (r) => [r.id],
        (r) => alsItem(r, schooljaar, wie),
      );
    });
  }
}

/** A row as this asker sees it. */
export function alsItem(rij: TrajectRij, schooljaar: Schooljaar, wie: Wie): TrajectItem {
  const leerling = alsLeerling(rij, wie);
  // Signalen and casus are T1: a school sees the steps of its own pupils, not what a professional does about them.
  const metCasus = rij.reden !== 'eigen school';
  const inhoud = {
    vraag: rij.vraag,
    onderdrukt: rij.onderdrukt,
    ...(metCasus || ONDERWIJSBESTEMMINGEN.includes(rij.bestemming ?? '')
      ? { bestemming: rij.bestemming, bestemmingTot: rij.bestemmingTot }
      : {}),
    voorgenomenVervolg: rij.voorgenomenVervolg,
    voorgenomenVervolgTot: rij.vervolgTot,
    aankomstBevestigdDatum: rij.bevestigdOp,
    bijzonderheid: rij.bijzonderheid,
  };
  return {
    id: rij.id,
    leerling,
    ...(leerling.school === undefined ? {} : { school: rij.school, schoolNaam: rij.schoolNaam }),
    leerlingnummer: rij.leerlingnummer,
    schooljaar: schooljaarTekst(schooljaar),
    status: rij.status,
    stand: rij.stand,
    ...(metCasus ? { signalen: rij.signalen } : {}),
    verouderd: rij.verouderd,
    ...(rij.metNaam ? { nietBevestigd: rij.nietBevestigd } : {}),
    versie: rij.versie,
    ...gevuld({
      statusDatum: rij.statusDatum,
      casusId: metCasus ? rij.casusId : null,
      // Of a row without a name no more than status, stand, signalen and casus (toegang.md 1, regiocoördinator).
      ...(rij.metNaam ? inhoud : {}),
    }),
  };
}

function gevuld(velden: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(velden).filter((veld): veld is [string, string] => veld[1] !== null));
}
