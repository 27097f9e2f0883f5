import type { Datum } from '#kern';
import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import { BijBezetting, BijDeactiveren } from './haken.js';
import type { Inrichting, MedewerkerInrichting } from './inrichting.js';
import { MensenRepository } from './mensen.repository.js';
import { OrganisatieVragen } from './organisaties.vragen.js';
import { PlaatsenRepository } from './plaatsen.repository.js';
import { RegelsRepository } from './regels.repository.js';
import { neemToewijzingsslot } from './toewijzingsslot.sql.js';

/** When a set-up takes effect. */
export interface Moment {
  vandaag: Datum;
  nu: Date;
}

/** Puts a checked set-up in place. */
@Injectable()
export class Organisaties {
  constructor(
    private readonly plaatsen: PlaatsenRepository,
    private readonly mensen: MensenRepository,
    private readonly regels: RegelsRepository,
    private readonly vragen: OrganisatieVragen,
    private readonly bijDeactiveren: BijDeactiveren,
    private readonly bijBezetting: BijBezetting,
  ) {}

  /**
   * Applies the parts that are there; what is missing from a part ends on this date and keeps its history. Applying the
   * same again changes nothing. Cases of employees who stop go to someone else in the same transaction.
   */
  async richtIn(tx: Tx, inrichting: Inrichting, moment: Moment): Promise<void> {
    const { regio, gemeenten, scholen, medewerkers, teams, regels, clients, momenten, uitslaggrenzen } = inrichting;
    const regioId = regio.nummer;
    const { vandaag } = moment;
    await neemToewijzingsslot(tx, regioId);
    const metCasusrol = medewerkers ? await this.mensen.metCasusrol(tx, regioId) : [];
    await this.plaatsen.legRegio(tx, regio);
    if (gemeenten) await this.plaatsen.legGemeenten(tx, regioId, gemeenten, vandaag);
    if (scholen) await this.plaatsen.legScholen(tx, regioId, scholen, vandaag);
    if (medewerkers) await this.mensen.legMedewerkers(tx, regioId, medewerkers, vandaag);
    if (teams) await this.mensen.legTeams(tx, regioId, teams, vandaag);
    await this.plaatsen.zetProcesbewaker(tx, regio);
    if (clients) await this.mensen.legClients(tx, regioId, clients);
    if (regels) await this.regels.legRegels(tx, regioId, regels, vandaag);
    if (momenten) await this.regels.legMomenten(tx, regioId, momenten);
    if (uitslaggrenzen) await this.regels.legUitslaggrenzen(tx, regioId, uitslaggrenzen);
    if (await this.vragen.isProef(tx)) await this.mensen.bindProefAccounts(tx, regioId);
    if (medewerkers) await this.draagOver(tx, regioId, medewerkers, metCasusrol, moment);
    await this.bijBezetting.inhoud.bezettingVeranderd(tx, { regioId, ...moment });
  }

  /**
   * Last of all, when the new owners, teams and rules are in place. Also who stays, but in no role that follows a casus
   * any more, could not open what they hold.
   * @param metCasusrol who could hold a casus before this set-up
   */
  private async draagOver(
    tx: Tx,
    regioId: number,
    medewerkers: MedewerkerInrichting[],
    metCasusrol: readonly string[],
    moment: Moment,
  ): Promise<void> {
    const gestopt = await this.mensen.nietMeerGenoemd(
      tx,
      regioId,
      medewerkers.map((m) => m.email),
    );
    await this.mensen.deactiveer(tx, regioId, gestopt);
    const nog = new Set(await this.mensen.metCasusrol(tx, regioId));
    for (const medewerkerId of new Set([...gestopt, ...metCasusrol.filter((id) => !nog.has(id))])) {
      await this.bijDeactiveren.inhoud.medewerkerGestopt(tx, { regioId, medewerkerId, ...moment });
    }
  }
}
