import { DomeinFout, type GelezenVersie, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import { LopendeCasussen } from '../routering/lopend.repository.js';
import type { Keuze, LopendeCasus, Overnameaanleiding } from '../routering/routering.js';
import { Routering } from '../routering/routering.service.js';
import { Casuswerk, type Werk } from '../werk/casuswerk.service.js';
import { Dossiersleutel } from '../werk/dossiersleutel.js';
import { ontvangerOngeschikt, Ontvangers } from '../verdelen/ontvangers.vragen.js';
import type { Aanbod } from './overname.js';
import type { OvernameAntwoord, OvernameInvoer } from './overname.dto.js';
import { Overnamebeeld } from './overnamebeeld.service.js';
import { Overnames } from './overnames.service.js';

const ROUTE = 'POST /api/v1/casussen/:id/overname';

/** Offering one casus to another officer, by who answers for it. */
@Injectable()
export class Aanbieden {
  constructor(
    private readonly casuswerk: Casuswerk,
    private readonly overnames: Overnames,
    private readonly lopend: LopendeCasussen,
    private readonly routering: Routering,
    private readonly ontvangers: Ontvangers,
    private readonly sleutel: Dossiersleutel,
    private readonly beeld: Overnamebeeld,
  ) {}

  /**
   * @throws DomeinFout as `Casuswerk.bewerk`; 400 `ontvangerKiezen`, `ontvangerOngeschikt`; 403 `nietUwCasus`; 409
   * `overnameLoopt`, `teamZonderRuimte`
   */
  async bied(
    wie: Wie,
    casusId: string,
    invoer: OvernameInvoer,
    gelezen: GelezenVersie,
    idempotentieSleutel: string | null,
  ): Promise<OvernameAntwoord> {
    const eenmalig = { sleutel: idempotentieSleutel, inhoud: invoer };
    const verzoek = { wie, casusId, route: ROUTE, gelezen, eenmalig, metSlot: true };
    await this.casuswerk.bewerk(verzoek, (werk) => this.doe(werk, invoer));
    return this.beeld.lees(wie, casusId);
  }

  /**
   * Asks the team of leerplicht for the youngster of this casus, by the rules of after the first lesson day; for the besluit
   * leerplichtInschakelen. Needs `metSlot` of `Casuswerk.bewerk`.
   * @throws DomeinFout 409 `nietLeerplichtig`, `alBijLeerplicht`, `overnameLoopt`, `teamZonderRuimte`
   */
  async naarLeerplicht(werk: Werk, toelichting?: string): Promise<void> {
    const casus = await this.zonderAanbod(werk);
    const { doelgroep } = casus.invoer;
    if (doelgroep === 'doorstroompunt') throw nietLeerplichtig();
    const verdeler = await this.verdelerVan(werk);
    const invoer = { ...casus.invoer, periode: 'naStart' as const };
    if (verdeler.plaatsVan(invoer, casus.verantwoordelijke.id) === 'inTeam') throw alBijLeerplicht();
    const keuze = verdeler.kies(invoer, casus.verantwoordelijke.id);
    if (keuze.terugval !== null || keuze.medewerker.id === casus.verantwoordelijke.id) throw teamZonderRuimte();
    await this.leg(werk, { casus, keuze, aanleiding: 'leerplicht' }, toelichting);
  }

  private async doe(werk: Werk, invoer: OvernameInvoer): Promise<void> {
    if (werk.reden === 'waarneming') throw nietUwCasus();
    const casus = await this.zonderAanbod(werk);
    const gekozen = [invoer.naar, invoer.team, invoer.andereRegio].filter((k) => k !== undefined);
    if (gekozen.length !== 1) throw ontvangerKiezen();
    if (invoer.andereRegio !== undefined) {
      const aanbod = { casus, keuze: null, aanleiding: 'andereRegio' as const, naarRegio: invoer.andereRegio };
      return this.leg(werk, aanbod, invoer.toelichting);
    }
    const keuze = await this.kies(werk, casus, invoer);
    await this.leg(werk, { casus, keuze, aanleiding: 'handmatig' }, invoer.toelichting);
  }

  private async kies(werk: Werk, casus: LopendeCasus, { naar, team }: OvernameInvoer): Promise<Keuze> {
    if (naar === undefined) {
      const keuze = (await this.verdelerVan(werk)).kiesUit(team ?? '', casus.invoer, casus.verantwoordelijke.id);
      if (keuze === null) throw teamZonderRuimte();
      return keuze;
    }
    const ontvanger = await this.ontvangers.een(werk.tx, werk.wie, naar, werk.vandaag);
    if (ontvanger === null || naar === casus.verantwoordelijke.id) throw ontvangerOngeschikt();
    const { invoer } = casus;
    return { invoer, medewerker: ontvanger, regel: null, team: null, kandidaten: [], terugval: null };
  }

  private async zonderAanbod({ tx, wie, casus, vandaag, nu }: Werk): Promise<LopendeCasus> {
    const wanneer = { peildatum: vandaag, nu };
    const [lopend] = await this.lopend.deze(tx, wie.regioId, [casus.stand.id], wanneer);
    if (lopend === undefined) throw new Error('A casus that is worked on does not run.');
    const [open] = await this.overnames.openOver(tx, wie.regioId, [casus.stand.id]);
    if (open !== undefined) throw overnameLoopt();
    return lopend;
  }

  private verdelerVan({ tx, wie, vandaag, nu }: Werk): ReturnType<Routering['verdeler']> {
    return this.routering.verdeler(tx, wie.regioId, { peildatum: vandaag, nu });
  }

  private async leg(
    { tx, wie, casus, vandaag, nu }: Werk,
    aanbod: Omit<Aanbod, 'gever' | 'toelichting'> & { aanleiding: Overnameaanleiding },
    toelichting: string | undefined,
  ): Promise<void> {
    const dicht = (id: string): Buffer =>
      this.sleutel.versleutel(toelichting ?? '', { regioId: wie.regioId, kolom: 'overname|toelichting', id });
    const nieuw = {
      ...aanbod,
      gever: { id: wie.id, naam: wie.naam },
      ...(toelichting === undefined ? {} : { toelichting: dicht }),
    };
    casus.regels.push(
      ...(await this.overnames.maak(tx, wie.regioId, [nieuw], { peildatum: vandaag, nu, bron: ROUTE })),
    );
  }
}

function nietUwCasus(): DomeinFout {
  const tekst = 'U neemt deze casus waar. Alleen de casusverantwoordelijke of de teamleider kan de casus overdragen.';
  return new DomeinFout('verboden', 'nietUwCasus', tekst);
}

function ontvangerKiezen(): DomeinFout {
  const tekst = 'Kies precies één ontvanger: een collega («naar»), een team («team») of een regio («andereRegio»).';
  return new DomeinFout('ongeldig', 'ontvangerKiezen', tekst, { fouten: [{ veld: 'naar', code: 'verplicht', tekst }] });
}

function overnameLoopt(): DomeinFout {
  const tekst = 'Deze casus is al aangeboden. Wacht op het antwoord, of trek het aanbod eerst in.';
  return new DomeinFout('conflict', 'overnameLoopt', tekst);
}

function teamZonderRuimte(): DomeinFout {
  const tekst = 'In dat team heeft nu niemand ruimte voor deze casus. Kies een collega, of vraag de teamleider.';
  return new DomeinFout('conflict', 'teamZonderRuimte', tekst);
}

function nietLeerplichtig(): DomeinFout {
  const tekst = 'Deze leerling is niet leer- of kwalificatieplichtig. Leerplicht kan hier niet worden ingeschakeld.';
  return new DomeinFout('conflict', 'nietLeerplichtig', tekst);
}

function alBijLeerplicht(): DomeinFout {
  const tekst = 'De casus ligt al bij het team dat over leerplicht gaat. Kies een ander besluit, of ga zelf verder.';
  return new DomeinFout('conflict', 'alBijLeerplicht', tekst);
}
