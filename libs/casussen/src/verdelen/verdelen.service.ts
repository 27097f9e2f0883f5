import { eenmalig, Transactie, type Tx } from '#database';
import { DomeinFout, Klok, type Wie } from '#kern';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import { Dossiersleutel } from '../werk/dossiersleutel.js';
import { Ontvangers } from './ontvangers.vragen.js';
import { Verdeelsleutel } from './verdeelsleutel.js';
import { GEVEN, Verdeeluitvoering } from './verdeeluitvoering.service.js';
import { HOOGSTENS, type VerdeelAntwoord, type VerdeelInvoer } from './verdelen.dto.js';
import { VerdelingenRepository, type ZichtbareCasus } from './verdelingen.repository.js';

const ROUTE = 'POST /api/v1/casussen/_verdeel';
/** How long a hand-out can be undone, in milliseconds; colleagues hear of it after that (werkplek.md, Officer 5). */
const TERUG_MS = 10 * 60_000;

/** Divides many casussen over colleagues, in one transaction and a fixed number of statements. */
@Injectable()
export class Verdelen {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly verdelingen: VerdelingenRepository,
    private readonly ontvangers: Ontvangers,
    private readonly uitvoering: Verdeeluitvoering,
    private readonly sleutels: Verdeelsleutel,
    private readonly dossier: Dossiersleutel,
  ) {}

  /**
   * Each casus goes to who of `naar` has most room by then; one that can't go says why and stays. The same Idempotency-Key
   * gives the same answer again.
   * @throws DomeinFout 400 `casussenKiezen`, `teVeelCasussen`, `ontvangerOngeschikt`; 409 `idempotentieSleutelAnders`
   */
  verdeel(wie: Wie, invoer: VerdeelInvoer, sleutel: string | null): Promise<VerdeelAntwoord> {
    if ((invoer.casusIds === undefined) === (invoer.filter === undefined)) throw casussenKiezen();
    return this.transactie.voerUit({ wie }, async (tx) => {
      await neemToewijzingsslot(tx, wie.regioId);
      const nu = this.klok.nu();
      const verzoek = { wie, route: ROUTE, sleutel, afdruk: this.dossier.afdruk(invoer), nu };
      const { id } = await eenmalig(tx, verzoek, 'verdeling', () => this.doe(tx, wie, invoer, nu));
      return this.antwoord(tx, wie, id);
    });
  }

  private async doe(tx: Tx, wie: Wie, invoer: VerdeelInvoer, nu: Date): Promise<string> {
    const vandaag = this.klok.vandaag();
    const ontvangers = await this.ontvangers.alle(tx, wie, invoer.naar, vandaag);
    const zichtbaar = await this.verdelingen.zichtbare(tx, wie, invoer, HOOGSTENS, GEVEN);
    if (zichtbaar.length > HOOGSTENS) throw teVeelCasussen();
    const id = await this.verdelingen.id(tx);
    const plaats = { regioId: wie.regioId, kolom: 'verdeling|reden', id };
    const terugTot = new Date(this.klok.echteTijd().getTime() + TERUG_MS);
    const reden = this.dossier.versleutel(invoer.reden, plaats);
    await this.verdelingen.leg(tx, wie, { id, reden, nu, terugTot });
    const gevraagd = invoer.casusIds ?? zichtbaar.map((c: ZichtbareCasus) => c.id);
    const wanneer = { peildatum: vandaag, nu };
    const rijen = await this.uitvoering.geef(tx, wie, { id, gevraagd, zichtbaar, ontvangers, wanneer, route: ROUTE });
    await this.verdelingen.legRijen(tx, wie.regioId, id, rijen);
    return id;
  }

  /** What was written, for a first request and for its repetition alike. */
  private async antwoord(tx: Tx, wie: Wie, id: string): Promise<VerdeelAntwoord> {
    const verdeling = await this.verdelingen.vergrendel(tx, wie, id);
    const rijen = await this.verdelingen.rijen(tx, wie.regioId, id);
    const verdeeld = rijen.filter((r) => r.uitkomst === 'toegewezen').length;
    return {
      ...{ id, verdeeld, nietVerdeeld: rijen.length - verdeeld },
      rijen: rijen.map(({ casusId, uitkomst, naarId, naarNaam }) => ({
        ...{ casusId, uitkomst },
        ...(naarId === null || naarNaam === null ? {} : { naar: { id: naarId, naam: naarNaam } }),
      })),
      ongedaanSleutel: this.sleutels.voor(wie, id),
      ongedaanTotOp: verdeling?.terugTot ?? this.klok.echteTijd(),
    };
  }
}

function casussenKiezen(): DomeinFout {
  const tekst = 'Geef de casussen in «casusIds», of geef een «filter». Niet allebei.';
  return new DomeinFout('ongeldig', 'casussenKiezen', tekst, {
    fouten: [{ veld: 'casusIds', code: 'verplicht', tekst }],
  });
}

function teVeelCasussen(): DomeinFout {
  const tekst = `Het filter geeft meer dan ${HOOGSTENS} casussen. Maak het kleiner en verdeel in delen.`;
  return new DomeinFout('ongeldig', 'teVeelCasussen', tekst, {
    fouten: [{ veld: 'filter', code: 'teVeelCasussen', tekst }],
  });
}
