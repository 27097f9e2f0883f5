import { DomeinFout, type GelezenVersie, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { CasusAntwoord } from '../casus.dto.js';
import { Casuswerk, type Werk } from './casuswerk.service.js';
import { inhoudAfgeschermd } from './casustoegang.js';
import type { CasusReden } from './reden.regels.js';
import { Redenen } from './redenen.service.js';
import type { VolgendeStap } from './stap/stap.dto.js';
import { Stappen } from './stap/stappen.service.js';
import type { CasusWijziging } from './werk.dto.js';
import { WerkVragen } from './werk.vragen.js';

/** Changes what is known of one casus: who speaks for it, and why the youngster did not arrive. */
@Injectable()
export class Wijzigen {
  constructor(
    private readonly casuswerk: Casuswerk,
    private readonly redenen: Redenen,
    private readonly vragen: WerkVragen,
    private readonly stappen: Stappen,
  ) {}

  /** @throws DomeinFout as `Casuswerk.bewerk`; 400 `medewerkerOnbekend`, `nietsTeWijzigen`; 403 `inhoudAfgeschermd` */
  wijzig(wie: Wie, casusId: string, wens: CasusWijziging, gelezen: GelezenVersie): Promise<CasusAntwoord> {
    const { versie: _versie, woordvoerder, reden, fase, volgendeStap } = wens;
    if ([woordvoerder, reden, fase, volgendeStap].every((veld) => veld === undefined)) throw nietsTeWijzigen();
    const route = 'PATCH /api/v1/casussen/:id';
    return this.casuswerk.bewerk({ wie, casusId, route, gelezen }, async (werk) => {
      if (woordvoerder !== undefined) await this.zetWoordvoerder(werk, woordvoerder);
      if (reden !== undefined) await this.zetReden(werk, reden);
      if (fase !== undefined && fase !== werk.casus.stand.fase) await this.gaNaar(werk, fase, volgendeStap);
      else if (volgendeStap !== undefined) await this.stappen.zet(werk, volgendeStap, 'vervangen');
    });
  }

  private async zetWoordvoerder({ tx, wie, casus }: Werk, woordvoerder: string | null): Promise<void> {
    if (woordvoerder === casus.stand.woordvoerderId) return;
    const naam = woordvoerder === null ? null : await this.vragen.naamVan(tx, wie.regioId, woordvoerder);
    if (woordvoerder !== null && naam === null) throw medewerkerOnbekend();
    casus.zetWoordvoerder(woordvoerder);
    const tekst = naam === null ? 'Er is geen aparte woordvoerder meer.' : `De woordvoerder is nu ${naam}.`;
    casus.noteer('woordvoerder', tekst, { medewerkerId: woordvoerder });
  }

  /** With the step that goes with it: in afronding the feedback that is due. */
  private async gaNaar(werk: Werk, fase: 'begeleiding' | 'afronding', stap?: VolgendeStap): Promise<void> {
    const { casus } = werk;
    casus.ga(fase === 'begeleiding' ? 'begeleiden' : 'afronden');
    casus.noteer('faseGewijzigd', FASETEKST[fase], { fase });
    await this.stappen.zet(
      werk,
      stap ?? { soort: fase === 'begeleiding' ? 'begeleiding' : 'terugkoppeling' },
      'vervangen',
    );
  }

  /** No line: that a reden is known is for who sees it. */
  private async zetReden({ tx, wie, casus, metInhoud, nu }: Werk, reden: CasusReden | null): Promise<void> {
    if (!metInhoud) throw inhoudAfgeschermd();
    await this.redenen.zet(tx, wie, casus.stand.id, reden, nu);
  }
}

const FASETEKST = {
  begeleiding: 'De leerling wordt begeleid.',
  afronding: 'De begeleiding is klaar. Wie de leerling meldde, hoort nog wat er is gedaan.',
} as const;

function nietsTeWijzigen(): DomeinFout {
  return new DomeinFout('ongeldig', 'nietsTeWijzigen', 'Geef ten minste één veld dat verandert.');
}

function medewerkerOnbekend(): DomeinFout {
  const tekst = 'Deze medewerker is er niet, of werkt hier niet meer. Kies een andere medewerker.';
  return new DomeinFout('ongeldig', 'medewerkerOnbekend', tekst, {
    fouten: [{ veld: 'woordvoerder', code: 'medewerkerOnbekend', tekst }],
  });
}
