import { Decaanvragen, Stappen, Tijdlijn, type Decaanvraag, type Wanneer } from '#casussen';
import type { Tx } from '#database';
import type { Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { Herbeoordeling } from '../herbeoordeling.service.js';
import type { Nieuw } from './antwoordschrijver.js';

const ROUTE = 'POST /api/v1/decaanvragen/:id/antwoorden';

/** What answers mean: the next step of each casus, lines in the timeline, and another judgement of those pupils only. */
@Injectable()
export class Antwoordgevolgen {
  constructor(
    private readonly stappen: Stappen,
    private readonly tijdlijn: Tijdlijn,
    private readonly decaanvragen: Decaanvragen,
    private readonly herbeoordeling: Herbeoordeling,
  ) {}

  async volg(tx: Tx, wie: Wie, vraag: Decaanvraag, nieuw: readonly Nieuw[], wanneer: Wanneer): Promise<void> {
    const { regioId } = wie;
    const beantwoord = nieuw.map(({ rij, antwoord, nogmaalsOp }) => ({
      ...{ leerlingId: rij.leerlingId, antwoord: antwoord.antwoord, gewijzigd: rij.antwoord !== null, nogmaalsOp },
    }));
    const door = { ...wanneer, decaanvraagId: vraag.id, medewerkerId: wie.id, bron: ROUTE };
    const regels = await this.stappen.naAntwoord(tx, regioId, beantwoord, door);
    const leerlingIds = nieuw.map(({ rij }) => rij.leerlingId);
    await this.tijdlijn.legVan(tx, { wie, reden: 'eigen school', route: ROUTE }, leerlingIds, regels, wanneer.nu);
    await this.decaanvragen.werkBij(tx, regioId, leerlingIds, wanneer.nu);
    await this.herbeoordeling.vraagAan(tx, regioId, leerlingIds);
  }
}
