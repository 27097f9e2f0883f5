import { type Aanleiding, Casussen, type Gebeurtenis, Herroutering, Nazorg, Tijdlijn, Wekker } from '#casussen';
import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Bereik } from './bereik.js';
import type { Cohort, Gevolg } from './trajecten.repository.js';
import { Bevestigingen } from './vaststellen/bevestigingen.service.js';
import type { Statuswijziging } from './traject.js';

/** How many leerlingen one call to casussen follows. */
const GROEP = 5000;

/** What a check means for casussen and timeline. */
@Injectable()
export class Casusgevolgen {
  constructor(
    private readonly casussen: Casussen,
    private readonly tijdlijn: Tijdlijn,
    private readonly herroutering: Herroutering,
    private readonly bevestigingen: Bevestigingen,
    private readonly nazorg: Nazorg,
    private readonly wekker: Wekker,
  ) {}

  /**
   * What a status that changed means, when casussen followed their signalen: a casus that waited for the enrolment wakes,
   * and who arrived after a casus is asked once more how it goes.
   */
  async naStatus(
    tx: Tx,
    regioId: number,
    gewijzigd: readonly Statuswijziging[],
    aanleiding: Aanleiding,
  ): Promise<void> {
    const ids = gewijzigd.map((w) => w.leerlingId);
    await this.wekker.wek(tx, regioId, ids, 'inschrijving', aanleiding);
    const aangekomen = gewijzigd.filter((w) => w.status === 'aangekomen').map((w) => w.leerlingId);
    await this.nazorg.plan(tx, regioId, aangekomen, aanleiding);
  }

  /** Moves the running casussen of the region that must move: absence, a move, another doelgroep, room. */
  herrouteer(tx: Tx, regioId: number, aanleiding: Aanleiding): Promise<void> {
    return this.herroutering.loopNa(tx, regioId, aanleiding);
  }

  async leg(tx: Tx, regioId: number, regels: readonly Gebeurtenis[], nu: Date): Promise<void> {
    await this.tijdlijn.leg(tx, regioId, regels, nu);
  }

  /** Lets casussen follow the signalen of these leerlingen; gives how many were opened. */
  async volg(tx: Tx, regioId: number, gevolgen: readonly Gevolg[], aanleiding: Aanleiding): Promise<number> {
    const leerlingen = [...new Set(gevolgen.map((g) => g.leerlingId))];
    return this.volgLeerlingen(tx, regioId, leerlingen, aanleiding);
  }

  /** The same by leerling. */
  async volgLeerlingen(
    tx: Tx,
    regioId: number,
    leerlingen: readonly string[],
    aanleiding: Aanleiding,
  ): Promise<number> {
    let geopend = 0;
    for (let van = 0; van < leerlingen.length; van += GROEP) {
      const gevolgd = await this.casussen.volgSignalen(tx, regioId, leerlingen.slice(van, van + GROEP), aanleiding);
      geopend += gevolgd.geopend;
    }
    return geopend;
  }

  /** Asks again about arrivals that only a confirmation proves; after the casussen. */
  vraagAankomstOpnieuw(tx: Tx, cohort: Cohort, bereik: Bereik, wanneer: Aanleiding): Promise<void> {
    return this.bevestigingen.vraagOpnieuw(tx, cohort, bereik, wanneer);
  }
}
