import { Transactie, type Tx } from '#database';
import { alsId, leesCursor, maakPagina, nietGevonden, type Pagina, type Reden, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { waaromMag, lijstpad, type PaginaVraag } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { CasusAntwoord, ToewijzingAntwoord } from './casus.dto.js';
import { alsToewijzing, alsTijdlijnregel } from './antwoorden.js';
import { CasussenLeesmodel } from './casussen.leesmodel.js';
import type { TijdlijnRegel } from './tijdlijn.dto.js';
import { TijdlijnLeesmodel, type TijdlijnRij } from './tijdlijn.leesmodel.js';
import { Casusbeeld } from './werk/casusbeeld.service.js';
import { Casustoegang } from './werk/casustoegang.js';
import { Notities } from './werk/contact/notities.service.js';

/** Reads casussen for people: who may see it, what of it, and a logboek row in the same transaction. */
@Injectable()
export class Raadplegen {
  constructor(
    private readonly transactie: Transactie,
    private readonly beeld: Casusbeeld,
    private readonly casussen: CasussenLeesmodel,
    private readonly tijdlijnen: TijdlijnLeesmodel,
    private readonly toegang: Casustoegang,
    private readonly notities: Notities,
    private readonly logboek: Logboek,
  ) {}

  /** @throws DomeinFout 404 `nietGevonden`, also when it exists and the asker may not know; 403 `casusVanCollega`. */
  casus(wie: Wie, id: string): Promise<CasusAntwoord> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const beeld = await this.beeld.voor(tx, wie, id);
      if (beeld === null) throw await this.toegang.weigering(tx, wie, id);
      await this.leg(tx, wie, 'casus', beeld.leerlingId, beeld.reden, 'casussen/:id');
      return beeld.antwoord;
    });
  }

  /** Why this person has the casus. @throws DomeinFout as `casus`. */
  toewijzing(wie: Wie, id: string): Promise<ToewijzingAntwoord> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rij = await this.casussen.toewijzing(tx, wie, id);
      if (rij === null) throw await this.toegang.weigering(tx, wie, id);
      await this.leg(tx, wie, 'casus', rij.leerlingId, rij.reden, 'casussen/:id/toewijzing');
      return alsToewijzing(rij, wie);
    });
  }

  /** The lines of one casus, newest first. @throws DomeinFout as `casus`. */
  tijdlijnVanCasus(wie: Wie, id: string, vraag: PaginaVraag): Promise<Pagina<TijdlijnRegel>> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const leerling = await this.tijdlijnen.leerlingVan(tx, wie, id);
      const reden = leerling === null ? null : await waaromMag(tx, wie, { casus: id });
      if (leerling === null || reden === null) throw await this.toegang.weigering(tx, wie, id);
      const rijen = await this.tijdlijnen.vanCasus(tx, wie.regioId, id, voor(vraag), vraag.aantal + 1);
      await this.leg(tx, wie, 'tijdlijn', leerling, reden, 'casussen/:id/tijdlijn');
      const notities = await this.notitiesBij(tx, wie, rijen, reden);
      return pagina(rijen, vraag, `casussen/${id}/tijdlijn`, notities);
    });
  }

  /** The lines of a youngster, over all casussen. @throws DomeinFout 404 `nietGevonden` for who may not see them. */
  tijdlijnVanLeerling(wie: Wie, id: string, vraag: PaginaVraag): Promise<Pagina<TijdlijnRegel>> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const reden = await waaromMag(tx, wie, { leerling: id, laag: 'T1' });
      if (reden === null || reden === ZONDER_NAMEN) throw nietGevonden();
      const rijen = await this.tijdlijnen.vanLeerling(tx, wie.regioId, id, voor(vraag), vraag.aantal + 1);
      await this.leg(tx, wie, 'tijdlijn', id, reden, 'leerlingen/:id/tijdlijn');
      const notities = await this.notitiesBij(tx, wie, rijen, reden);
      return pagina(rijen, vraag, `leerlingen/${id}/tijdlijn`, notities);
    });
  }

  private notitiesBij(
    tx: Tx,
    wie: Wie,
    rijen: readonly TijdlijnRij[],
    reden: Reden,
  ): Promise<ReadonlyMap<string, string>> {
    const ids = rijen.flatMap(({ gegevens: { contactmomentId: id } }) => (typeof id === 'string' ? [id] : []));
    return this.notities.lees(tx, wie, ids, this.toegang.metInhoud(reden));
  }

  private leg(
    tx: Tx,
    wie: Wie,
    onderwerp: 'casus' | 'tijdlijn',
    leerling: string,
    reden: string,
    pad: string,
  ): Promise<void> {
    return this.logboek.leg(tx, {
      wie,
      handeling: 'lezen',
      onderwerp,
      leerlingIds: [leerling],
      reden,
      route: `GET ${BASIS}${pad}`,
    });
  }
}

const BASIS = '/api/v1/';
/** The last rule that #toegang tries: whoever gets this reason has no other. */
export const ZONDER_NAMEN = 'regiocoördinator';

function voor({ na }: PaginaVraag): string | null {
  if (na === undefined) return null;
  return alsId(leesCursor(na, 1)[0]);
}

function pagina(
  rijen: TijdlijnRij[],
  vraag: PaginaVraag,
  pad: string,
  notities: ReadonlyMap<string, string>,
): Pagina<TijdlijnRegel> {
  const vorm = (rij: TijdlijnRij): TijdlijnRegel => alsTijdlijnregel(rij, notities);
  return maakPagina(rijen, vraag.aantal, lijstpad(`${BASIS}${pad}`, vraag), (r) => [r.id], vorm);
}
