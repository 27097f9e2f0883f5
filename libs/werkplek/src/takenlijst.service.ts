import { alsLeerling } from '#casussen';
import { Transactie } from '#database';
import { maakPagina, type Pagina, type Wie } from '#kern';
import { legLezing, Logboek } from '#logboek';
import { Injectable } from '@nestjs/common';
import type { TaakItem, TakenVraag } from './takenlijst.dto.js';
import { TakenLeesmodel, type TaakRij } from './takenlijst.leesmodel.js';
import { lijstpad } from '#toegang';

/** The open tasks that the asker may see. */
@Injectable()
export class Takenlijst {
  constructor(
    private readonly transactie: Transactie,
    private readonly leesmodel: TakenLeesmodel,
    private readonly logboek: Logboek,
  ) {}

  /** One page; every youngster on it leaves a logboek row. @throws DomeinFout `cursorOngeldig` */
  lees(wie: Wie, vraag: TakenVraag): Promise<Pagina<TaakItem>> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rijen = await this.leesmodel.lees(tx, wie, vraag);
      const route = 'GET /api/v1/taken';
      await legLezing(this.logboek, tx, { wie, onderwerp: 'taak', route }, rijen.slice(0, vraag.aantal));
      const pad = lijstpad('/api/v1/taken', vraag);
      return maakPagina(
        rijen,
        vraag.aantal,
        pad,
        (r) => [r.vervaltOp, r.id],
        (r) => alsItem(r, wie),
      );
    });
  }
}

function alsItem(rij: TaakRij, wie: Wie): TaakItem {
  const { leerlingId, casusId, casusNummer, koppelvoorstelId, trajectId, opschalingId } = rij;
  const { eigenaarId, eigenaarNaam } = rij;
  return {
    id: rij.id,
    soort: rij.soort,
    vervaltOp: rij.vervaltOp,
    ...(eigenaarId === null || eigenaarNaam === null ? {} : { eigenaar: { id: eigenaarId, naam: eigenaarNaam } }),
    ...(casusId === null || casusNummer === null ? {} : { casusId, casusNummer }),
    ...(koppelvoorstelId === null ? {} : { koppelvoorstelId }),
    ...(trajectId === null ? {} : { trajectId }),
    ...(opschalingId === null ? {} : { opschalingId }),
    ...(leerlingId === null ? {} : { leerling: alsLeerling({ ...rij, leerlingId, school: rij.examenschool }, wie) }),
    ...(rij.school === null ? {} : { school: rij.school }),
    ...(rij.decaanvraagId === null ? {} : { decaanvraagId: rij.decaanvraagId }),
    ...(rij.decanen.length === 0 || !metSchool(rij, wie) ? {} : { decanen: rij.decanen }),
    gemaaktOp: rij.gemaaktOp,
    versie: rij.versie,
  };
}

/** Whom to call tells the school: of a secret address only for who holds the casus (toegang.md 1). */
function metSchool({ adresGeheim, metNaam, verantwoordelijkeId }: TaakRij, wie: Wie): boolean {
  return metNaam && (!adresGeheim || verantwoordelijkeId === wie.id);
}
