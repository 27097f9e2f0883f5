import { DomeinFout, heeftRol, type GelezenVersie, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { CasusAntwoord } from '../casus.dto.js';
import { LopendeCasussen } from '../routering/lopend.repository.js';
import type { Keuze, LopendeCasus } from '../routering/routering.js';
import { Routering } from '../routering/routering.service.js';
import { Toewijzen } from '../routering/toewijzen.service.js';
import { Casuswerk, type Werk } from '../werk/casuswerk.service.js';
import { Dossiersleutel } from '../werk/dossiersleutel.js';
import { keuze } from './kiezen.regels.js';
import { Ontvangers } from './ontvangers.vragen.js';
import type { ToewijzingInvoer } from './verdelen.dto.js';
import { VerdelingenRepository } from './verdelingen.repository.js';

const ROUTE = 'POST /api/v1/casussen/:id/toewijzing';

/** Giving one casus to a colleague, or back. */
@Injectable()
export class Handtoewijzing {
  constructor(
    private readonly casuswerk: Casuswerk,
    private readonly lopend: LopendeCasussen,
    private readonly routering: Routering,
    private readonly toewijzen: Toewijzen,
    private readonly ontvangers: Ontvangers,
    private readonly verdelingen: VerdelingenRepository,
    private readonly sleutel: Dossiersleutel,
  ) {}

  /**
   * A teamleider gives it to somebody of the team, the procesbewaker what fell back to anybody; the owner gives it back to
   * the procesbewaker, who finds out whose it is.
   * @throws DomeinFout as `Casuswerk.bewerk`; 400 `ontvangerOngeschikt`; 403 `alleenTeruggeven`, `nietUwCasus`; 409 `alBijCollega`
   */
  wijsToe(
    wie: Wie,
    casusId: string,
    invoer: ToewijzingInvoer,
    gelezen: GelezenVersie,
    sleutel: string | null,
  ): Promise<CasusAntwoord> {
    const eenmalig = { sleutel, inhoud: invoer };
    return this.casuswerk.bewerk({ wie, casusId, route: ROUTE, gelezen, eenmalig, metSlot: true }, (werk) =>
      this.doe(werk, invoer),
    );
  }

  private async doe(werk: Werk, { medewerker, reden }: ToewijzingInvoer): Promise<void> {
    const { tx, wie, casus, vandaag, nu } = werk;
    const [lopend] = await this.lopend.deze(tx, wie.regioId, [casus.stand.id], { peildatum: vandaag, nu });
    if (lopend === undefined) throw new Error('A casus that is worked on does not run.');
    const terug = medewerker === undefined;
    const gekozen = terug ? await this.terug(werk, lopend) : await this.aan(werk, lopend, medewerker);
    if (gekozen.medewerker.id === lopend.verantwoordelijke.id) throw alBijCollega();
    const verdelingId = await this.verdelingen.id(tx);
    const plaats = { regioId: wie.regioId, kolom: 'verdeling|reden', id: verdelingId };
    const verdeling = { id: verdelingId, reden: this.sleutel.versleutel(reden, plaats), nu, terugTot: null };
    await this.verdelingen.leg(tx, wie, verdeling);
    const aanleiding = terug ? ('teruggave' as const) : ('handmatig' as const);
    const herkomst = { aanleiding, gever: { id: wie.id, naam: wie.naam } };
    const verplaatsing = { casus: lopend, keuze: gekozen, herkomst, verdelingId };
    const door = { peildatum: vandaag, nu, bron: ROUTE };
    casus.regels.push(...(await this.toewijzen.geef(tx, wie.regioId, [verplaatsing], door)));
  }

  private async aan({ tx, wie, reden, vandaag }: Werk, { invoer }: LopendeCasus, naar: string): Promise<Keuze> {
    const leidt = heeftRol(wie, 'teamleider', 'generalist');
    if (!leidt || reden === 'waarneming') throw alleenTeruggeven();
    const [medewerker] = await this.ontvangers.alle(tx, wie, [naar], vandaag);
    if (medewerker === undefined) throw alleenTeruggeven();
    const { id, naam, openCasussen, capaciteit, aanwezig } = medewerker;
    const kandidaat = { medewerker: { id, naam }, openCasussen, capaciteit, aanwezig, binnenBereik: true };
    return keuze(invoer, kandidaat, [kandidaat]);
  }

  private async terug({ tx, wie, reden, vandaag, nu }: Werk, { invoer }: LopendeCasus): Promise<Keuze> {
    if (reden !== 'casusverantwoordelijke') throw nietUwCasus();
    const bewaker = await this.routering.procesbewaker(tx, wie.regioId, { peildatum: vandaag, nu });
    return { ...keuze(invoer, { medewerker: bewaker }, []), terugval: 'teruggegeven' };
  }
}

function alleenTeruggeven(): DomeinFout {
  const tekst =
    'Een casus toewijzen doet de teamleider of de procesbewaker. U kunt de casus teruggeven, of aan een collega aanbieden.';
  return new DomeinFout('verboden', 'alleenTeruggeven', tekst);
}

function nietUwCasus(): DomeinFout {
  const tekst =
    'Alleen de casusverantwoordelijke geeft een casus terug. Kies in «medewerker» aan wie u de casus geeft.';
  return new DomeinFout('verboden', 'nietUwCasus', tekst);
}

function alBijCollega(): DomeinFout {
  const tekst = 'De casus is al van deze collega. Kies iemand anders.';
  return new DomeinFout('conflict', 'alBijCollega', tekst);
}
