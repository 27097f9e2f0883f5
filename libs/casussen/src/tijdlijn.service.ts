import type { Tx } from '#database';
import { systeem, type Reden, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { Injectable } from '@nestjs/common';
import type { Gebeurtenis } from './casus.js';
import { TijdlijnRepository } from './tijdlijn.repository.js';

/** A person who changes something, with the ground and the route that go into the logboek. */
export interface Handelaar {
  wie: Wie;
  reden: Reden;
  /** Method and path template. */
  route: string;
  /** What it was done to; a casus unless told. */
  onderwerp?: 'casus' | 'traject';
}

/**
 * The timeline of youngsters: lines are added, never changed (the database refuses). Every change of a casus or traject
 * comes past here, so it also leaves the logboek row of that change.
 */
@Injectable()
export class Tijdlijn {
  constructor(
    private readonly gebeurtenissen: TijdlijnRepository,
    private readonly logboek: Logboek,
  ) {}

  /**
   * Adds lines in this order, in one statement; and one logboek row per youngster: of the system, with `bron` as its
   * reason. What a person does goes by `legVan`.
   */
  async leg(tx: Tx, regioId: number, regels: readonly Gebeurtenis[], nu: Date): Promise<void> {
    if (regels.length === 0) return;
    await this.gebeurtenissen.voegToe(tx, regioId, regels, nu);
    for (const bron of new Set(regels.map((r) => r.bron))) {
      const erbij = regels.filter((r) => r.bron === bron);
      await this.schrijf(tx, regioId, 'casus', bron, erbij.filter(vanCasus));
      await this.schrijf(
        tx,
        regioId,
        'traject',
        bron,
        erbij.filter((r) => !vanCasus(r)),
      );
    }
  }

  /** The same for what a person does to a casus; without lines there still is the logboek row of each youngster. */
  async legVan(
    tx: Tx,
    { wie, reden, route, onderwerp = 'casus' }: Handelaar,
    leerlingIds: readonly string[],
    regels: readonly Gebeurtenis[],
    nu: Date,
  ): Promise<void> {
    if (regels.length > 0) await this.gebeurtenissen.voegToe(tx, wie.regioId, regels, nu);
    await this.logboek.leg(tx, { wie, handeling: 'schrijven', onderwerp, leerlingIds, reden, route });
  }

  private async schrijf(
    tx: Tx,
    regioId: number,
    onderwerp: 'casus' | 'traject',
    bron: string,
    regels: readonly Gebeurtenis[],
  ): Promise<void> {
    if (regels.length === 0) return;
    await this.logboek.leg(tx, {
      wie: systeem(regioId),
      handeling: 'schrijven',
      onderwerp,
      leerlingIds: regels.map((r) => r.leerlingId),
      reden: bron,
      route: `opdracht:${bron.split(':')[0] ?? bron}`,
    });
  }
}

function vanCasus({ casusId }: Gebeurtenis): boolean {
  return casusId !== undefined && casusId !== null;
}
