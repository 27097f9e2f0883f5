import { alsDatum, type Datum, type GelezenVersie, type Wie } from '#kern';
import { Opschortingen } from '#taken';
import { Injectable } from '@nestjs/common';
import type { CasusAntwoord } from '../../casus.dto.js';
import { inhoudAfgeschermd } from '../casustoegang.js';
import { OPSCHORTING } from '../casusbeeld.service.js';
import { Casuswerk, type Werk } from '../casuswerk.service.js';
import { Dossiersleutel } from '../dossiersleutel.js';
import type { Opschorten } from './einde.dto.js';

/** Lets the term of the next step of a casus stand still for a while (domain.md 5). */
@Injectable()
export class CasusOpschorting {
  constructor(
    private readonly casuswerk: Casuswerk,
    private readonly opschortingen: Opschortingen,
    private readonly sleutel: Dossiersleutel,
  ) {}

  /** @throws DomeinFout as `Casuswerk.bewerk` and `Opschortingen.schortOp`; 403 `inhoudAfgeschermd` */
  schortOp(
    wie: Wie,
    casusId: string,
    wens: Opschorten,
    { gelezen, sleutel }: { gelezen: GelezenVersie; sleutel: string | null },
  ): Promise<CasusAntwoord> {
    const route = 'POST /api/v1/casussen/:id/opschorting';
    const verzoek = { wie, casusId, route, gelezen, eenmalig: { sleutel, inhoud: wens } };
    return this.casuswerk.bewerk(verzoek, async (werk) => {
      const { tx, casus, vandaag, nu } = werk;
      if (!werk.metInhoud) throw inhoudAfgeschermd();
      const { regioId, id: medewerkerId } = wie;
      const tijd = { van: alsDatum(wens.van ?? vandaag), tot: alsDatum(wens.tot), medewerkerId, vandaag, nu };
      const dicht = (id: string): Buffer => this.sleutel.versleutel(wens.reden, { ...OPSCHORTING, regioId, id });
      const { van, tot, vervaltOp } = await this.opschortingen.schortOp(tx, regioId, stap(werk), tijd, dicht);
      const tekst = `De termijn staat stil van ${van} tot ${tot}. De volgende stap is nu uiterlijk ${vervaltOp}.`;
      casus.noteer('opgeschort', tekst, { van, tot, vervaltOp });
    });
  }

  /** Ends it today. @throws DomeinFout as `Casuswerk.bewerk`; 409 `nietOpgeschort` */
  beeindig(wie: Wie, casusId: string, gelezen: GelezenVersie): Promise<CasusAntwoord> {
    const route = 'POST /api/v1/casussen/:id/opschorting/beeindiging';
    return this.casuswerk.bewerk({ wie, casusId, route, gelezen }, async (werk) => {
      const { tx, casus, vandaag, nu } = werk;
      const door = { medewerkerId: wie.id, vandaag, nu };
      const { tot, vervaltOp } = await this.opschortingen.beeindig(tx, wie.regioId, stap(werk).id, door);
      const tekst = `De termijn loopt weer. De volgende stap is nu uiterlijk ${vervaltOp}.`;
      casus.noteer('opschortingBeeindigd', tekst, { tot, vervaltOp });
    });
  }
}

function stap({ casus }: Werk): { id: string; vervaltOp: Datum } {
  const { volgendeTaakId, vervaltOp } = casus.stand;
  if (volgendeTaakId === null || vervaltOp === null) throw new Error('An open casus has a next step.');
  return { id: volgendeTaakId, vervaltOp };
}
