import { alsLeerling } from '#casussen';
import { Transactie } from '#database';
import { Klok, maakPagina, type Pagina, type Wie } from '#kern';
import { legLezing, Logboek } from '#logboek';
import { Injectable } from '@nestjs/common';
import type { WerkvoorraadItem, WerkvoorraadVraag } from './werkvoorraad.dto.js';
import { WerkvoorraadLeesmodel, type WerkvoorraadRij } from './werkvoorraad.leesmodel.js';
import { lijstpad } from '#toegang';

/** The queue of whoever asks. */
@Injectable()
export class Werkvoorraad {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly leesmodel: WerkvoorraadLeesmodel,
    private readonly logboek: Logboek,
  ) {}

  /** One page; every youngster on it leaves a logboek row. @throws DomeinFout `cursorOngeldig` */
  lees(wie: Wie, vraag: WerkvoorraadVraag): Promise<Pagina<WerkvoorraadItem>> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rijen = await this.leesmodel.lees(tx, wie, vraag, this.klok.vandaag());
      const route = 'GET /api/v1/werkvoorraad';
      await legLezing(this.logboek, tx, { wie, onderwerp: 'werkvoorraad', route }, rijen.slice(0, vraag.aantal));
      const pad = lijstpad('/api/v1/werkvoorraad', vraag);
      return maakPagina(
        rijen,
        vraag.aantal,
        pad,
        (r) => [r.sleutel, r.casusId],
        (r) => alsItem(r, wie),
      );
    });
  }
}

function alsItem(rij: WerkvoorraadRij, wie: Wie): WerkvoorraadItem {
  return {
    casusId: rij.casusId,
    nummer: rij.nummer,
    leerling: alsLeerling(rij, wie),
    ...(rij.metNaam ? { doelgroep: rij.doelgroep } : {}),
    fase: rij.fase,
    signalen: rij.signalen,
    casusverantwoordelijke: { id: rij.verantwoordelijkeId, naam: rij.verantwoordelijkeNaam },
    volgendeTaak: { id: rij.taakId, soort: rij.taakSoort, vervaltOp: rij.vervaltOp },
    geopendOp: rij.geopendOp,
    ...(rij.terugval === null ? {} : { terugval: rij.terugval }),
    ...(rij.reden === 'waarneming' ? { waarneming: true } : {}),
    opgeschort: rij.opgeschort,
    ...(rij.wachtOp === null || rij.wakkerOp === null ? {} : { wachtOp: { soort: rij.wachtOp, tot: rij.wakkerOp } }),
    versie: rij.versie,
  };
}
