import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Aanleiding, Gebeurtenis } from '../casus.js';
import type { Aanbod } from '../overname/overname.js';
import { Overnames } from '../overname/overnames.service.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { LopendeCasussen } from './lopend.repository.js';
import type { LopendeCasus } from './routering.js';
import type { Verdeler } from './routering.regels.js';
import { Routering } from './routering.service.js';
import { Toewijzen, type Verplaatsing } from './toewijzen.service.js';

/** What is to be done with the casussen of which the youngster moved or came into another doelgroep. */
interface Oordeel {
  /** Judged: not again until something else changes. */
  klaar: string[];
  blijft: LopendeCasus[];
  verplaatst: Verplaatsing[];
  aanbod: Aanbod[];
}

/**
 * A move or another doelgroep re-routes: within the team silently (a timeline line), to another team by an offer that must be
 * accepted (domain.md 4). Where nobody of the other team has room the owner stays, and it is tried again at the next round.
 */
@Injectable()
export class Herziening {
  constructor(
    private readonly lopend: LopendeCasussen,
    private readonly routering: Routering,
    private readonly toewijzen: Toewijzen,
    private readonly overnames: Overnames,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** Safe to repeat. The caller holds the region's lock. */
  async herzie(tx: Tx, regioId: number, door: Aanleiding): Promise<void> {
    await this.lopend.volgDoelgroep(tx, regioId, door);
    const casussen = await this.lopend.teHerzien(tx, regioId, door);
    if (casussen.length === 0) return;
    const verhuisd = await this.lopend.verhuisd(
      tx,
      regioId,
      casussen.map((c) => c.casusId),
    );
    const verdeler = await this.routering.verdeler(tx, regioId, door);
    const open = await this.zonderAanbod(tx, regioId, casussen, verdeler, door);
    const oordeel = beoordeel(open, verhuisd, verdeler);
    await this.routering.onthoud(tx, regioId, verdeler);
    await this.lopend.meldHerzien(tx, regioId, [...oordeel.klaar]);
    await this.toewijzen.verplaats(tx, regioId, oordeel.verplaatst, door);
    await this.overnames.bied(tx, regioId, oordeel.aanbod, door);
    const regels = oordeel.blijft.map((c) => regelBlijft(c, verhuisd.has(c.casusId), door.bron));
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
  }

  /** Those that are offered to somebody for whom they still are, are left with that; an offer that went stale is taken back. */
  private async zonderAanbod(
    tx: Tx,
    regioId: number,
    casussen: readonly LopendeCasus[],
    verdeler: Verdeler,
    door: Aanleiding,
  ): Promise<LopendeCasus[]> {
    const perCasus = new Map(casussen.map((c) => [c.casusId, c]));
    const aanbod = await this.overnames.openOver(tx, regioId, [...perCasus.keys()]);
    const geldig = aanbod.filter(({ casusId, naarId }) => {
      const casus = perCasus.get(casusId);
      return naarId !== null && casus !== undefined && verdeler.plaatsVan(casus.invoer, naarId) === 'inTeam';
    });
    const gehouden = new Set(geldig.map((a) => a.casusId));
    const verouderd = aanbod.map((a) => a.casusId).filter((id) => !gehouden.has(id));
    await this.overnames.laatVervallen(tx, regioId, verouderd, door);
    await this.lopend.meldHerzien(tx, regioId, [...gehouden]);
    return casussen.filter((c) => !gehouden.has(c.casusId));
  }
}

function beoordeel(casussen: readonly LopendeCasus[], verhuisd: ReadonlySet<string>, verdeler: Verdeler): Oordeel {
  const oordeel: Oordeel = { klaar: [], blijft: [], verplaatst: [], aanbod: [] };
  for (const casus of casussen) {
    const { casusId, invoer, verantwoordelijke, terugval } = casus;
    const plaats = verdeler.plaatsVan(invoer, verantwoordelijke.id);
    // With the procesbewaker it is nobody's yet: the round that fills what is free tries it by the rules of now.
    if (terugval !== null || plaats === 'inTeam' || plaats === 'geenTeam') {
      oordeel.klaar.push(casusId);
      oordeel.blijft.push(casus);
      continue;
    }
    const aanleiding = verhuisd.has(casusId) ? 'verhuizing' : 'doelgroep';
    const keuze = verdeler.kies(invoer, verantwoordelijke.id);
    // Nobody has room: the owner stays, is counted again, and the casus is tried again.
    if (keuze.terugval !== null) {
      verdeler.laatBij(verantwoordelijke.id, keuze.medewerker.id);
      continue;
    }
    oordeel.klaar.push(casusId);
    if (plaats === 'buitenBereik') oordeel.verplaatst.push({ casus, keuze, herkomst: { aanleiding } });
    else oordeel.aanbod.push({ casus, keuze, aanleiding: invoer.inRegio ? aanleiding : 'verhuizing' });
  }
  return oordeel;
}

function regelBlijft(casus: LopendeCasus, verhuisd: boolean, bron: string): Gebeurtenis {
  const { casusId, invoer, verantwoordelijke } = casus;
  const wat = verhuisd ? 'De leerling is verhuisd.' : 'De leerling kwam in een andere doelgroep.';
  return {
    ...{ leerlingId: invoer.leerlingId, casusId, bron, door: 'systeem' },
    soort: verhuisd ? 'verhuisd' : 'doelgroepGewijzigd',
    tekst: `${wat} De casus blijft bij ${verantwoordelijke.naam}.`,
    gegevens: { doelgroep: invoer.doelgroep },
  };
}
