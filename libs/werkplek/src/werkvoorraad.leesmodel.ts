import type { Doelgroep, Fase, LeerlingRij, Terugval, WachtOp } from '#casussen';
import { voorbereid, type Tx } from '#database';
import type { Datum, Reden, Wie } from '#kern';
import type { Signaalsoort } from '#signalen';
import { Injectable } from '@nestjs/common';
import type { WerkvoorraadVraag } from './werkvoorraad.dto.js';
import { heeftTeam, TEAMGENOTEN, WAARGENOMEN, werkvoorraadVraag, type Vrager } from './werkvoorraad.sql.js';

export interface WerkvoorraadRij extends LeerlingRij {
  casusId: string;
  nummer: string;
  doelgroep: Doelgroep;
  fase: Fase;
  signalen: Signaalsoort[];
  verantwoordelijkeId: string;
  verantwoordelijkeNaam: string;
  taakId: string;
  taakSoort: string;
  vervaltOp: string;
  geopendOp: Date;
  terugval: Terugval | null;
  opgeschort: boolean;
  wachtOp: WachtOp | null;
  wakkerOp: string | null;
  versie: number;
  /** What the order is by, exact to the microsecond. */
  sleutel: string;
  reden: Reden;
}

/** The queue: one hand-written query, see `werkvoorraadVraag`. */
@Injectable()
export class WerkvoorraadLeesmodel {
  /** One row more than a page, when there is more. */
  async lees(tx: Tx, wie: Wie, vraag: WerkvoorraadVraag, vandaag: Datum): Promise<WerkvoorraadRij[]> {
    const team = vraag.van === 'mij' || !heeftTeam(wie) ? [] : await this.teamgenoten(tx, wie);
    const waarneemt = vraag.van === 'mij' ? await this.waarneemt(tx, wie, vandaag) : [];
    const { tekst, waarden } = werkvoorraadVraag({ ...wie, team, waarneemt }, vraag, vandaag);
    return voorbereid<WerkvoorraadRij>(tx, tekst, waarden);
  }

  private async waarneemt(tx: Tx, wie: Wie, vandaag: Datum): Promise<NonNullable<Vrager['waarneemt']>> {
    return heeftTeam(wie) ? tx.query(WAARGENOMEN, [wie.regioId, wie.id, vandaag]) : [];
  }

  private async teamgenoten(tx: Tx, wie: Wie): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(TEAMGENOTEN, [wie.regioId, wie.id]);
    return rijen.map((r) => r.id);
  }
}
