import { Transactie } from '#database';
import { DomeinFout, type GelezenVersie, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { Injectable } from '@nestjs/common';
import type { CasusAntwoord } from '../casus.dto.js';
import { Casustoegang } from './casustoegang.js';
import { Casuswerk, type Werk } from './casuswerk.service.js';
import { isBijzonder, type CasusReden } from './reden.regels.js';
import { Redenen } from './redenen.service.js';
import type { CasusWijziging, RedenAntwoord } from './werk.dto.js';
import { WerkVragen } from './werk.vragen.js';

/** Changes what is known of one casus: who speaks for it, and why the youngster did not arrive. */
@Injectable()
export class Wijzigen {
  constructor(
    private readonly transactie: Transactie,
    private readonly casuswerk: Casuswerk,
    private readonly toegang: Casustoegang,
    private readonly redenen: Redenen,
    private readonly vragen: WerkVragen,
    private readonly logboek: Logboek,
  ) {}

  /** @throws DomeinFout as `Casuswerk.bewerk`; 400 `medewerkerOnbekend`, `nietsTeWijzigen`; 403 `inhoudAfgeschermd` */
  wijzig(wie: Wie, casusId: string, wens: CasusWijziging, gelezen: GelezenVersie): Promise<CasusAntwoord> {
    const { woordvoerder, reden } = wens;
    if (woordvoerder === undefined && reden === undefined) throw nietsTeWijzigen();
    const route = 'PATCH /api/v1/casussen/:id';
    return this.casuswerk.bewerk({ wie, casusId, route, gelezen }, async (werk) => {
      if (woordvoerder !== undefined) await this.zetWoordvoerder(werk, woordvoerder);
      if (reden !== undefined) await this.zetReden(werk, reden);
    });
  }

  /**
   * The reden by name, special data included; each time is a logboek row of its own.
   * @throws DomeinFout 404, 403 as `Casustoegang.keur`; 403 `inhoudAfgeschermd`
   */
  leesReden(wie: Wie, casusId: string): Promise<RedenAntwoord> {
    return this.transactie.voerUit({ wie }, async (tx) => {
      const grond = await this.toegang.keur(tx, wie, casusId);
      if (!this.toegang.metInhoud(grond)) throw inhoudAfgeschermd();
      const leerlingIds = [await this.vragen.leerlingVan(tx, wie.regioId, casusId)];
      const reden = await this.redenen.lees(tx, wie.regioId, casusId);
      const wat = { wie, handeling: 'lezen', onderwerp: 'reden', leerlingIds, reden: grond } as const;
      await this.logboek.leg(tx, { ...wat, route: 'GET /api/v1/casussen/:id/reden' });
      return reden === null ? { bijzonder: false } : { code: reden, bijzonder: isBijzonder(reden) };
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

  /** No line: that a reden is known is for who sees it. */
  private async zetReden({ tx, wie, casus, metInhoud, nu }: Werk, reden: CasusReden | null): Promise<void> {
    if (!metInhoud) throw inhoudAfgeschermd();
    await this.redenen.zet(tx, wie, casus.stand.id, reden, nu);
  }
}

function nietsTeWijzigen(): DomeinFout {
  return new DomeinFout('ongeldig', 'nietsTeWijzigen', 'Geef ten minste één veld dat verandert.');
}

function medewerkerOnbekend(): DomeinFout {
  const tekst = 'Deze medewerker is er niet, of werkt hier niet meer. Kies een andere medewerker.';
  return new DomeinFout('ongeldig', 'medewerkerOnbekend', tekst, {
    fouten: [{ veld: 'woordvoerder', code: 'medewerkerOnbekend', tekst }],
  });
}

/** The tier is known to be there, not whether anything is in it. */
export function inhoudAfgeschermd(): DomeinFout {
  const tekst = 'Reden en notities zijn voor de casusverantwoordelijke. Vraag het aan haar of hem.';
  return new DomeinFout('verboden', 'inhoudAfgeschermd', tekst);
}
