import { Transactie, type Tx } from '#database';
import { alsId, cursorOngeldig, leesCursor, maakPagina, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { toontNamen } from '#toegang';
import { Injectable } from '@nestjs/common';
import { aanleveringNietGevonden } from '../aanlevering.js';
import type { AanleveringDto } from '../aanleveringen.dto.js';
import { AanleveringenLeesmodel } from '../aanleveringen.leesmodel.js';
import { DroogloopRepository } from './droogloop.repository.js';
import { VERSCHILSOORTEN, type VerschilPagina, type VerschilQuery } from './verschil.dto.js';
import { VerschilLeesmodel, type Verschilrij } from './verschil.leesmodel.js';

/** Place and id (of a waiting delivery: portion and line in it) of the last row of a page. */
type Na = [number, string];

/** What a waiting delivery would change, and what a processed one changed. */
@Injectable()
export class Verschillen {
  constructor(
    private readonly transactie: Transactie,
    private readonly aanleveringen: AanleveringenLeesmodel,
    private readonly droogloop: DroogloopRepository,
    private readonly leesmodel: VerschilLeesmodel,
    private readonly logboek: Logboek,
  ) {}

  /** @throws DomeinFout nietGevonden or cursorOngeldig */
  async lijst(wie: Wie, id: string, query: VerschilQuery): Promise<VerschilPagina> {
    const na = leesNa(query.na);
    return this.transactie.voerUit({ wie }, async (tx) => {
      const aanlevering = await this.aanleveringen.een(tx, wie, id);
      if (aanlevering === null) throw aanleveringNietGevonden();
      const wacht = aanlevering.status === 'wachtOpBevestiging';
      const rijen = wacht
        ? await this.vanWachtende(tx, wie, id, query, na)
        : await this.leesmodel.lijst(tx, wie, { id, aantal: query.aantal, soort: query.soort, na });
      await this.logboek.leg(tx, {
        ...{ wie, handeling: 'lezen', onderwerp: 'aanlevering', reden: `aanlevering:${id}` },
        leerlingIds: rijen.slice(0, query.aantal).flatMap((rij) => rij.leerlingId ?? []),
        route: 'GET /api/v1/aanleveringen/:id/verschil',
      });
      const soort = query.soort === undefined ? '' : `&soort=${query.soort}`;
      const pad = `/api/v1/aanleveringen/${id}/verschil?aantal=${query.aantal}${soort}`;
      const pagina = maakPagina(rijen, query.aantal, pad, (rij) => [rij.plaats, rij.id], vorm);
      const bewaard = wacht || (await this.leesmodel.bewaard(tx, wie, id));
      return { tellingen: await this.tel(tx, wie, aanlevering), bewaard, ...pagina };
    });
  }

  private async tel(tx: Tx, wie: Wie, { id, status, tellingen }: AanleveringDto): Promise<VerschilPagina['tellingen']> {
    const { nieuw, gewijzigd, verdwenen, quarantaine } = tellingen;
    if (status !== 'wachtOpBevestiging') return { nieuw, gewijzigd, verdwenen, quarantaine };
    return { nieuw: 0, gewijzigd: 0, verdwenen: 0, ...(await this.droogloop.tel(tx, wie.regioId, id)), quarantaine };
  }

  /** Portions of the dry run from the cursor on; `plaats` is the soort, `id` where the row stands in it. */
  private async vanWachtende(
    tx: Tx,
    wie: Wie,
    id: string,
    { aantal, soort }: VerschilQuery,
    [plaats, naId]: Na,
  ): Promise<Verschilrij[]> {
    const uit: Verschilrij[] = [];
    const namen = toontNamen(wie);
    for (const [i, keus] of VERSCHILSOORTEN.entries()) {
      if (keus === 'nietBevestigd' || i + 1 < plaats || (soort !== undefined && soort !== keus)) continue;
      let van = i + 1 === plaats ? Number(naId) + 1 : 0;
      for (;;) {
        const portie = await this.droogloop.lees(tx, wie.regioId, id, keus, Math.floor(van / PORTIE));
        if (portie === null) break;
        const begin = portie.volgnummer * PORTIE;
        const rest = portie.rijen.slice(Math.max(0, van - begin), Math.max(0, van - begin) + aantal + 1 - uit.length);
        const eerste = begin + Math.max(0, van - begin);
        uit.push(...rest.map((rij, n) => verschilrij(rij, i + 1, eerste + n, keus, namen)));
        if (uit.length > aantal) return uit;
        van = begin + PORTIE;
      }
    }
    return uit;
  }
}

/** Rows of a stored portion, as the dry run makes them. */
const PORTIE = 500;

function verschilrij(
  { leerlingnummer, wijzigingen }: Pick<Verschilrij, 'wijzigingen'> & { leerlingnummer: string },
  plaats: number,
  plek: number,
  soort: Verschilrij['soort'],
  namen: boolean,
): Verschilrij {
  const zichtbaar = namen ? wijzigingen : wijzigingen.map(({ kolom }) => ({ kolom, oud: null, nieuw: null }));
  return { plaats, id: String(plek), leerlingId: null, leerlingnummer, soort, wijzigingen: zichtbaar };
}

/** Columns as the delivery contract names them. */
function vorm({ leerlingnummer, soort, wijzigingen }: Verschilrij): VerschilPagina['resultaten'][number] {
  const camel = (kolom: string): string => kolom.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { leerlingnummer, soort, wijzigingen: wijzigingen.map((w) => ({ ...w, kolom: camel(w.kolom) })) };
}

function leesNa(na: string | undefined): Na {
  if (na === undefined) return [0, '0'];
  const [plaats, id] = leesCursor(na, 2);
  if (typeof plaats !== 'number' || !Number.isInteger(plaats) || plaats < 1 || plaats > VERSCHILSOORTEN.length) {
    throw cursorOngeldig();
  }
  return [plaats, alsId(id)];
}
