import type { Tx } from '#database';
import { datumInNederland, DomeinFout, heeftRol, Klok, scholenVan, type Reden, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { aanleveringNietGevonden, type Aanlevering } from '../aanlevering.js';
import { AanleveringVragen } from '../aanleveringen.vragen.js';

/** Working days after which the coordinator may decide instead of the school (intake.md, gate). */
export const WERKDAGEN_VOOR_SCHOOL = 2;

/** Who decides about a delivery: a person of the school, and the coordinator once the school had its time. */
@Injectable()
export class Beslisser {
  constructor(
    private readonly klok: Klok,
    private readonly vragen: AanleveringVragen,
  ) {}

  /** On which ground this person decides. @throws DomeinFout nietGevonden or besluitNietAanU */
  async keur(tx: Tx, wie: Wie, aanlevering: Aanlevering): Promise<Reden> {
    if (scholenVan(wie, 'zorgcoordinator', 'decaan').includes(aanlevering.school)) return 'eigen school';
    if (!heeftRol(wie, 'regiocoordinator') || !(await this.vragen.ziet(tx, wie, aanlevering.id)))
      throw aanleveringNietGevonden();
    const sinds =
      aanlevering.status === 'wachtOpBevestiging'
        ? await this.vragen.wachtSinds(tx, aanlevering)
        : aanlevering.ontvangenOp;
    const vanaf = await this.vragen.werkdagenNa(tx, datumInNederland(sinds), WERKDAGEN_VOOR_SCHOOL);
    if (this.klok.vandaag() >= vanaf) return 'regiocoördinator';
    throw new DomeinFout(
      'verboden',
      'besluitNietAanU',
      `De school besluit hier zelf over. Vanaf ${vanaf} mag u het doen als de school niet reageert.`,
    );
  }
}
