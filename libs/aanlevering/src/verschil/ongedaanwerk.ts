import { Opnieuw, type Tx } from '#database';
import { DomeinFout, type Wie } from '#kern';
import { Terugweg } from '#leerlingen';
import { Logboek } from '#logboek';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import type { Aanlevering } from '../aanlevering.js';
import { AanleveringenRepository } from '../aanleveringen.repository.js';
import { HerstelRepository } from '../herstel/herstel.repository.js';
import { BijVerwerkt } from '../haken.js';
import { OngedaanRepository } from './ongedaan.repository.js';

/** The undoing itself, once it may. */
@Injectable()
export class Ongedaanwerk {
  constructor(
    private readonly terugweg: Terugweg,
    private readonly bijVerwerkt: BijVerwerkt,
    private readonly repository: OngedaanRepository,
    private readonly aanleveringen: AanleveringenRepository,
    private readonly logboek: Logboek,
    private readonly herstel: HerstelRepository,
  ) {}

  /**
   * The slots of the checks of whom it may touch, then that of the region.
   * @throws Opnieuw when a check came in between, which may not be waited for under the region's slot.
   */
  async neemSloten(tx: Tx, regioId: number, id: string): Promise<void> {
    const haak = this.bijVerwerkt.inhoud;
    await haak.neemSloten(tx, regioId, await this.terugweg.geraakten(tx, regioId, id), true);
    await neemToewijzingsslot(tx, regioId);
    const nu = await this.terugweg.geraakten(tx, regioId, id);
    if (!(await haak.neemSloten(tx, regioId, nu, false))) throw new Opnieuw();
  }

  /** The caller holds the slots. */
  async draaiTerug(
    tx: Tx,
    wie: Wie,
    aanlevering: Aanlevering,
    { reden, nu, grond }: { reden: string; nu: Date; grond: string },
  ): Promise<void> {
    const { regioId, id } = aanlevering;
    const haak = this.bijVerwerkt.inhoud;
    await this.keurPlaats(tx, aanlevering);
    const { stappen, herlezen } = await this.terugweg.draaiTerug(tx, { regioId, aanleveringId: id }, () =>
      haak.laatLos(tx, regioId),
    );
    await this.repository.wisHerlezing(tx, regioId, id, stappen);
    for (const { aanleveringId, nieuw, quarantaine } of herlezen)
      await this.aanleveringen.verplaatsTelling(tx, regioId, aanleveringId, -nieuw, -quarantaine);
    await this.herstel.geefTerug(tx, regioId, id);
    await this.repository.maakOngedaan(tx, wie, id, reden, nu);
    const regel = { wie, handeling: 'schrijven', reden: `${grond}, aanlevering:${id}`, route: ROUTE } as const;
    await this.logboek.leg(tx, { ...regel, onderwerp: 'aanlevering', leerlingIds: [] });
    await this.logboek.legGeraakt(tx, { ...regel, onderwerp: 'leerling' });
    await haak.ongedaan(tx, { regioId, aanleveringId: id });
  }

  private async keurPlaats(tx: Tx, { regioId, id, status }: Aanlevering): Promise<void> {
    const { laatste, vergeten } = await this.terugweg.plaats(tx, regioId, id);
    if (laatste !== null && laatste !== id) {
      throw new DomeinFout(
        'conflict',
        'nietDeLaatste',
        `Na deze aanlevering is aanlevering ${laatste} van dezelfde school verwerkt. Maak die eerst ongedaan.`,
        { huidig: { id, status, laatste } },
      );
    }
    if (!vergeten) return;
    throw new DomeinFout(
      'conflict',
      'nietMeerTerug',
      'Wat deze aanlevering veranderde is niet meer bewaard. Lever een nieuw volledig bestand aan.',
      { huidig: { id, status } },
    );
  }
}

const ROUTE = 'POST /api/v1/aanleveringen/:id/ongedaanmaking';
