import { Tijdlijn } from '#casussen';
import { Transactie, type Tx } from '#database';
import { keurVersie, Klok, nietGevonden, DomeinFout } from '#kern';
import type { Datum, GelezenVersie, Reden, Schooljaar, Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { Doorstroomcontroles } from '../controles.service.js';
import { SamenvoegenRepository } from '../samenvoegen.repository.js';
import type { TrajectItem } from '../trajecten.dto.js';
import { TrajectenLeesmodel } from '../trajecten.leesmodel.js';
import { alsItem } from '../trajectenlijst.service.js';
import { TrajectwerkRepository, type TrajectStand, type Vastgesteld } from './trajectwerk.repository.js';

/** What somebody wants to settle about one traject. */
export interface Trajectverzoek {
  wie: Wie;
  schooljaar: Schooljaar;
  id: string;
  /** Method and path template. */
  route: string;
  gelezen: GelezenVersie;
  /** On which grounds one may; others see it, and are told so. */
  gronden: readonly Reden[];
}

/** The traject, locked, and who settles something. */
export interface Trajectwerk {
  tx: Tx;
  wie: Wie;
  traject: TrajectStand;
  reden: Reden;
  vandaag: Datum;
  nu: Date;
}

/** What was decided: the columns and the line of the timeline, without names, codes or care. */
export interface Vaststelling {
  vast: Vastgesteld;
  soort: string;
  tekst: string;
  gegevens?: Record<string, unknown>;
}

/**
 * The one way in which a person settles something about one traject: who may, the lock, who may again, the versie, the
 * decision, then the row, timeline, logboek, and a new judgement of this leerling alone, in one transaction.
 */
@Injectable()
export class Trajectwerker {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly repository: TrajectwerkRepository,
    private readonly leesmodel: TrajectenLeesmodel,
    private readonly tijdlijn: Tijdlijn,
    private readonly controles: Doorstroomcontroles,
    private readonly samenvoegen: SamenvoegenRepository,
  ) {}

  /**
   * @returns the traject as it is now, for who settled it
   * @throws DomeinFout 404 `nietGevonden`; 403 `alleenLezen`; 400 `versieOntbreekt`; 409 or 412 `versieVerouderd`; what `doe` throws
   */
  bewerk(verzoek: Trajectverzoek, doe: (werk: Trajectwerk) => Promise<Vaststelling>): Promise<TrajectItem> {
    return this.transactie.voerUit({ wie: verzoek.wie }, async (tx) => {
      const werk = await this.neem(tx, verzoek);
      await this.leg(werk, verzoek.route, await doe(werk));
      await this.beoordeelOpnieuw(tx, verzoek, werk.traject.leerlingId);
      return this.item(tx, verzoek, werk.reden);
    });
  }

  /** The traject, locked, for who may; its versie is the one that was read. */
  async neem(tx: Tx, verzoek: Trajectverzoek): Promise<Trajectwerk> {
    const { wie, id } = verzoek;
    await this.keur(tx, verzoek);
    const traject = await this.repository.vergrendel(tx, wie.regioId, id);
    if (traject === null) throw nietGevonden();
    // Again, now that nobody can change it.
    const { reden } = await this.keur(tx, verzoek);
    await keurVersie(verzoek.gelezen, traject.versie, () => this.item(tx, verzoek, reden));
    return { tx, wie, traject, reden, vandaag: this.klok.vandaag(), nu: this.klok.nu() };
  }

  /** @throws DomeinFout 404 `nietGevonden`; 403 `alleenLezen` */
  async keur(tx: Tx, { wie, schooljaar, id, gronden }: Trajectverzoek): Promise<{ reden: Reden; leerlingId: string }> {
    const grond = await this.repository.grond(tx, wie, schooljaar, id, gronden);
    if (grond === null) throw nietGevonden();
    if (!gronden.includes(grond.reden)) throw alleenLezen();
    return grond;
  }

  async leg(werk: Trajectwerk, route: string, { vast, soort, tekst, gegevens = {} }: Vaststelling): Promise<void> {
    const { tx, wie, traject, reden, nu } = werk;
    await this.repository.bewaar(tx, wie.regioId, traject.id, vast);
    const regel = { leerlingId: traject.leerlingId, soort, tekst, gegevens, bron: route, door: `medewerker:${wie.id}` };
    await this.tijdlijn.legVan(tx, { wie, reden, route, onderwerp: 'traject' }, [traject.leerlingId], [regel], nu);
  }

  /** Only this leerling, by the worker, as after a delivery. */
  async beoordeelOpnieuw(
    tx: Tx,
    { wie, schooljaar }: { wie: Wie; schooljaar: Schooljaar },
    leerlingId: string,
  ): Promise<void> {
    await this.samenvoegen.geraakt(tx, [leerlingId]);
    await this.controles.vanGeraakten(tx, { regioId: wie.regioId, aanleveringId: null, ook: schooljaar });
  }

  private async item(tx: Tx, { wie, schooljaar, id }: Trajectverzoek, reden: Reden): Promise<TrajectItem> {
    const rij = await this.leesmodel.een(tx, wie, schooljaar, { id, reden, vandaag: this.klok.vandaag() });
    if (rij === null) throw nietGevonden();
    return alsItem(rij, schooljaar, wie);
  }
}

function alleenLezen(): DomeinFout {
  const tekst = 'U mag dit zien maar niet veranderen. Vraag het aan de casusverantwoordelijke.';
  return new DomeinFout('verboden', 'alleenLezen', tekst);
}
