import { Transactie, type Tx } from '#database';
import { alsId, Klok, leesCursor, maakPagina, nietGevonden, type Pagina, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { neemToewijzingsslot } from '#organisaties';
import { Opschaaltaken } from '#taken';
import { lijstpad } from '#toegang';
import { Injectable } from '@nestjs/common';
import { alsLeerling } from '../antwoorden.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { regelGezien } from './bewaking.regels.js';
import { BewakingRepository } from './bewaking.repository.js';
import type { OpschalingAntwoord, OpschalingenVraag } from './opschalingen.dto.js';
import { OpschalingenLeesmodel, type OpschalingRij } from './opschalingen.leesmodel.js';

const PAD = '/api/v1/opschalingen';

/** Of what the asker was told, and that they looked. */
@Injectable()
export class Opschalingen {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly leesmodel: OpschalingenLeesmodel,
    private readonly repository: BewakingRepository,
    private readonly taken: Opschaaltaken,
    private readonly tijdlijn: Tijdlijn,
    private readonly logboek: Logboek,
  ) {}

  /** @throws DomeinFout `cursorOngeldig` */
  lees(wie: Wie, vraag: OpschalingenVraag): Promise<Pagina<OpschalingAntwoord>> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const na = vraag.na === undefined ? null : alsId(leesCursor(vraag.na, 1)[0]);
      const rijen = await this.leesmodel.lees(tx, wie, { status: vraag.status, na, aantal: vraag.aantal + 1 });
      await this.leg(tx, wie, rijen.slice(0, vraag.aantal), `GET ${PAD}`);
      return maakPagina(
        rijen,
        vraag.aantal,
        lijstpad(PAD, vraag),
        (r) => [r.id],
        (r) => alsAntwoord(r, wie),
      );
    });
  }

  /**
   * «Gezien»: the asker looks after it. Its task is done; the opschaling runs until the casus moves. A second time changes
   * nothing.
   * @throws DomeinFout 404 `nietGevonden`
   */
  gezien(wie: Wie, id: string): Promise<OpschalingAntwoord> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      await this.eigen(tx, wie, id);
      await neemToewijzingsslot(tx, wie.regioId);
      const nu = this.klok.nu();
      // Again under the slot: a night may have turned it to somebody else while we waited.
      const eerst = await this.eigen(tx, wie, id);
      if (await this.repository.meldGezien(tx, wie, id, nu)) {
        await this.taken.gezien(tx, wie.regioId, nu);
        const route = `POST ${PAD}/:id/gezien`;
        const regel = regelGezien(eerst, { naam: wie.naam, id: wie.id }, route);
        await this.tijdlijn.legVan(tx, { wie, reden: eerst.reden ?? EIGEN, route }, [eerst.leerlingId], [regel], nu);
      }
      return alsAntwoord(await this.eigen(tx, wie, id), wie);
    });
  }

  private async eigen(tx: Tx, wie: Wie, id: string): Promise<OpschalingRij> {
    const [rij] = await this.leesmodel.lees(tx, wie, { id, na: null, aantal: 1 });
    if (rij === undefined) throw nietGevonden();
    return rij;
  }

  private async leg(tx: Tx, wie: Wie, rijen: readonly OpschalingRij[], route: string): Promise<void> {
    const getoond = rijen.filter((r) => r.reden !== null);
    for (const reden of new Set(getoond.map((r) => r.reden ?? EIGEN))) {
      const leerlingIds = getoond.filter((r) => r.reden === reden).map((r) => r.leerlingId);
      await this.logboek.leg(tx, { wie, handeling: 'lezen', onderwerp: 'casus', leerlingIds, reden, route });
    }
  }
}

const EIGEN = 'eigen taak';

function alsAntwoord(rij: OpschalingRij, wie: Wie): OpschalingAntwoord {
  const { verantwoordelijkeId, verantwoordelijkeNaam, gezienOp, beeindigdOp } = rij;
  return {
    id: rij.id,
    status: rij.status,
    casusId: rij.casusId,
    nummer: rij.nummer,
    ...(rij.reden === null ? {} : { leerling: alsLeerling(rij, wie) }),
    fase: rij.fase,
    ...(verantwoordelijkeId === null || verantwoordelijkeNaam === null
      ? {}
      : { casusverantwoordelijke: { id: verantwoordelijkeId, naam: verantwoordelijkeNaam } }),
    niveau: rij.niveau,
    om: rij.om,
    taak: { id: rij.taakId, soort: rij.taakSoort, vervaltOp: rij.uiterlijk },
    opgeschaaldOp: rij.opgeschaaldOp,
    ...(gezienOp === null ? {} : { gezienOp }),
    ...(beeindigdOp === null ? {} : { beeindigdOp }),
    versie: rij.versie,
  };
}
