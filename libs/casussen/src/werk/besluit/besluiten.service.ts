import { DomeinFout, type GelezenVersie, type Wie } from '#kern';
import { Taken, type Taaksoort } from '#taken';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { CasusAntwoord } from '../../casus.dto.js';
import { Aanbieden } from '../../overname/aanbieden.service.js';
import { Casuswerk, type Werk } from '../casuswerk.service.js';
import type { Stap } from '../stap/stap.regels.js';
import { Stappen } from '../stap/stappen.service.js';
import { WerkVragen } from '../werk.vragen.js';
import type { Besluit, BesluitBestemming, BesluitInvoer, BesluitVervolg } from './besluit.dto.js';
import { BijBesluit } from './haak.js';

const ROUTE = 'POST /api/v1/casussen/:id/besluit';

/** What was asked before there was a besluit; the steps themselves give way by `Stappen`. */
const BEANTWOORD: readonly Taaksoort[] = ['decaanvraag', 'decaanvraagNogmaals', 'nogNodig'];

/** The line of each road, and the step that follows it; leerplicht must answer first. */
const WEGEN: Readonly<Record<Besluit, { tekst: string; stap: Stap | null }>> = {
  alsnogInschrijven: { tekst: 'Besluit: de leerling wordt geholpen met inschrijven.', stap: 'begeleiding' },
  anderTraject: { tekst: 'Besluit: er komt een ander traject voor de leerling.', stap: 'begeleiding' },
  leerplichtInschakelen: { tekst: 'Besluit: leerplicht wordt gevraagd de casus over te nemen.', stap: null },
  geenActieNodig: { tekst: 'Besluit: er is nu geen actie nodig.', stap: 'terugkoppeling' },
};

/** The decision about a casus and its four roads (domain.md 4). */
@Injectable()
export class Besluiten implements OnApplicationBootstrap {
  constructor(
    private readonly casuswerk: Casuswerk,
    private readonly vragen: WerkVragen,
    private readonly taken: Taken,
    private readonly stappen: Stappen,
    private readonly aanbieden: Aanbieden,
    private readonly haak: BijBesluit,
  ) {}

  onApplicationBootstrap(): void {
    this.haak.keur();
  }

  /**
   * @param sleutel the Idempotency-Key of the request
   * @throws DomeinFout as `Casuswerk.bewerk`; 400 `keuzeNodig`; as `Aanbieden.naarLeerplicht`; as the haak `BijBesluit`
   */
  besluit(
    wie: Wie,
    casusId: string,
    invoer: BesluitInvoer,
    gelezen: GelezenVersie,
    sleutel: string | null,
  ): Promise<CasusAntwoord> {
    const keuze = keuzeVan(invoer);
    const metSlot = invoer.besluit === 'leerplichtInschakelen';
    const verzoek = { wie, casusId, route: ROUTE, gelezen, metSlot, eenmalig: { sleutel, inhoud: invoer } };
    return this.casuswerk.bewerk(
      verzoek,
      (werk) => this.doe(werk, invoer, keuze),
      async (tx) => {
        if (keuze === null) return;
        const leerlingId = await this.vragen.leerlingVan(tx, wie.regioId, casusId);
        await this.haak.inhoud.neemSloten(tx, wie.regioId, leerlingId);
      },
    );
  }

  private async doe(
    werk: Werk,
    { besluit, toelichting }: BesluitInvoer,
    keuze: BesluitBestemming | BesluitVervolg | null,
  ): Promise<void> {
    const { casus } = werk;
    const { tekst, stap } = WEGEN[besluit];
    casus.noteer('besluit', tekst, { besluit });
    if (besluit === 'leerplichtInschakelen') await this.aanbieden.naarLeerplicht(werk, toelichting);
    if (keuze !== null) await this.haak.inhoud.stelVast(werk, ROUTE, keuze);
    if (stap === null) return;
    if (besluit === 'geenActieNodig') casus.ga('afronden');
    else if (casus.stand.fase !== 'begeleiding') casus.ga('begeleiden');
    const { tx, wie, nu } = werk;
    const afloop = { resultaat: 'besloten', door: wie.id, nu };
    await this.taken.rondStappenAf(tx, wie.regioId, casus.stand.id, BEANTWOORD, afloop);
    await this.stappen.zet(werk, { soort: stap }, 'vervangen');
  }
}

/** What `geenActieNodig` rests on: one of the two; no other besluit has any. @throws DomeinFout 400 `keuzeNodig` */
function keuzeVan({
  besluit,
  bestemming,
  voorgenomenVervolg,
}: BesluitInvoer): BesluitBestemming | BesluitVervolg | null {
  const keuzes = [bestemming, voorgenomenVervolg].filter((k) => k !== undefined);
  if (keuzes.length === (besluit === 'geenActieNodig' ? 1 : 0)) return keuzes[0] ?? null;
  const tekst =
    besluit === 'geenActieNodig'
      ? 'Geef een bestemming of een voorgenomen vervolg: tot wanneer is er geen actie nodig?'
      : 'Een bestemming of voorgenomen vervolg hoort alleen bij «geenActieNodig».';
  throw new DomeinFout('ongeldig', 'keuzeNodig', tekst, {
    fouten: [{ veld: 'bestemming', code: 'keuzeNodig', tekst }],
  });
}
