import type { Tx } from '#database';
import type { Reden, Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Wanneer } from '../casus.js';
import { LopendeCasussen } from '../routering/lopend.repository.js';
import type { Keuze, LopendeCasus } from '../routering/routering.js';
import { Toewijzen, type Verplaatsing } from '../routering/toewijzen.service.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { kiesUit } from './kiezen.regels.js';
import type { Ontvanger } from './ontvanger.js';
import type { Verdeelrij, ZichtbareCasus } from './verdelingen.repository.js';

/** On these grounds one gives casussen away; a teamleider or procesbewaker also the own ones. */
export const GEVEN: readonly Reden[] = ['teamleider', 'procesbewaker', 'opschaling', 'casusverantwoordelijke'];

interface Opdracht {
  /** Of the verdeling. */
  id: string;
  gevraagd: readonly string[];
  zichtbaar: readonly ZichtbareCasus[];
  ontvangers: readonly Ontvanger[];
  wanneer: Wanneer;
  /** Method and path template. */
  route: string;
}

/** Gives casussen to colleagues whom a person chose, thousands at once. The caller holds the region's lock. */
@Injectable()
export class Verdeeluitvoering {
  constructor(
    private readonly lopend: LopendeCasussen,
    private readonly toewijzen: Toewijzen,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** Gives what came of each casus, in the order of asking. */
  async geef(tx: Tx, wie: Wie, opdracht: Opdracht): Promise<Verdeelrij[]> {
    const { id, gevraagd, zichtbaar, ontvangers, wanneer, route } = opdracht;
    const mag = new Map(zichtbaar.filter((c) => GEVEN.includes(c.reden)).map((c) => [c.id, c]));
    const casussen = await this.lopend.deze(tx, wie.regioId, [...mag.keys()], wanneer);
    const keuzes = kiesUit(ontvangers, casussen);
    const verplaatst = casussen.flatMap((casus, plaats) => verplaatsing(casus, keuzes[plaats], wie, id));
    const perCasus = new Map(verplaatst.map((v) => [v.casus.casusId, v]));
    await this.voerUit(tx, wie, verplaatst, mag, { ...wanneer, route });
    const loopt = new Set(casussen.map((c) => c.casusId));
    return gevraagd.map((casusId) => alsRij(casusId, perCasus.get(casusId), mag.has(casusId), loopt.has(casusId)));
  }

  /** Owners, tasks and explanation, then a logboek row per youngster with the ground on which this person may. */
  async voerUit(
    tx: Tx,
    wie: Wie,
    verplaatst: readonly Verplaatsing[],
    mag: ReadonlyMap<string, ZichtbareCasus>,
    { peildatum, nu, route }: Wanneer & { route: string },
  ): Promise<void> {
    const regels = await this.toewijzen.geef(tx, wie.regioId, verplaatst, { peildatum, nu, bron: route });
    for (const reden of GEVEN) {
      const hier = new Set(
        verplaatst.flatMap(({ casus }) => (mag.get(casus.casusId)?.reden === reden ? [casus.invoer.leerlingId] : [])),
      );
      if (hier.size === 0) continue;
      const eigen = regels.filter((r) => hier.has(r.leerlingId));
      await this.tijdlijn.legVan(tx, { wie, reden, route }, [...hier], eigen, nu);
    }
  }
}

function verplaatsing(
  casus: LopendeCasus,
  keuze: Keuze | null | undefined,
  wie: Wie,
  verdelingId: string,
): Verplaatsing[] {
  if (keuze === null || keuze === undefined) return [];
  const herkomst = { aanleiding: 'handmatig' as const, gever: { id: wie.id, naam: wie.naam } };
  return [{ casus, keuze, herkomst, verdelingId }];
}

function alsRij(casusId: string, v: Verplaatsing | undefined, mag: boolean, loopt: boolean): Verdeelrij {
  if (v === undefined) {
    const uitkomst = mag ? (loopt ? 'alBijCollega' : 'gesloten') : 'nietGevonden';
    return { casusId, uitkomst, vanId: null, naarId: null, wasTerugval: null };
  }
  const { casus, keuze } = v;
  return {
    ...{ casusId, uitkomst: 'toegewezen', wasTerugval: casus.terugval },
    ...{ vanId: casus.verantwoordelijke.id, naarId: keuze.medewerker.id },
  };
}
