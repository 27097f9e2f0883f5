import type { Tx } from '#database';
import { Klok, type Schooljaar, type Wie } from '#kern';
import { Opdrachten } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import type { Controle, NieuweControle } from './controle.js';
import { keurVerzoek, type Controleverzoek } from './controles.regels.js';
import { ControlesRepository } from './controles.repository.js';
import { GrootboekRepository } from './grootboek.repository.js';
import { controleSchool } from './jobs.js';
import { gevolgdeSchooljaren } from './schooljaren.regels.js';

/** Starts and finishes runs of the doorstroomcontrole. The work itself is one job per school. */
@Injectable()
export class Doorstroomcontroles {
  constructor(
    private readonly controles: ControlesRepository,
    private readonly grootboek: GrootboekRepository,
    private readonly opdrachten: Opdrachten,
    private readonly klok: Klok,
  ) {}

  /**
   * On demand. A run for today acts; one for another date is a proef.
   * @throws DomeinFout `peildatumInToekomst`, `proefVerplicht`, `schooljaarNietBegonnen`
   */
  async vraagAan(tx: Tx, wie: Wie, verzoek: Controleverzoek & { testklok: boolean }): Promise<Controle> {
    const { peildatum, proef } = keurVerzoek(verzoek, this.klok.vandaag(), verzoek.testklok);
    const id = await this.maak(tx, {
      ...this.basis(wie.regioId, verzoek.schooljaar),
      peildatum,
      proef,
      door: `${wie.soort}:${wie.id}`,
    });
    return this.lees(tx, wie.regioId, id);
  }

  /** The runs of tonight: every cohort that is followed, and older ones with an open signaal. */
  async nacht(tx: Tx, regioId: number): Promise<void> {
    const gevolgd = gevolgdeSchooljaren(this.klok.vandaag());
    for (const schooljaar of await this.controles.lopendeCohorten(tx, regioId, gevolgd)) {
      await this.maak(tx, this.basis(regioId, schooljaar));
    }
  }

  /** After a delivery: only the leerlingen in pg_temp.geraakt, in the transaction that touched them. */
  async naAanlevering(tx: Tx, { regioId, aanleveringId }: { regioId: number; aanleveringId: string }): Promise<void> {
    const gevolgd = gevolgdeSchooljaren(this.klok.vandaag());
    for (const schooljaar of await this.controles.geraakteCohorten(tx, regioId, gevolgd)) {
      await this.maak(tx, { ...this.basis(regioId, schooljaar), soort: 'deel', aanleveringId });
    }
  }

  /** @throws Error when there is no such run. */
  async lees(tx: Tx, regioId: number, id: string): Promise<Controle> {
    const controle = await this.controles.lees(tx, regioId, id);
    if (controle === null) throw new Error(`There is no run ${id}.`);
    return controle;
  }

  /** Finishes the run when this was its last school: sums the counts and, of a whole run that acts, stores the ledger. */
  async rondAf(tx: Tx, regioId: number, id: string): Promise<void> {
    const controle = await this.controles.vergrendelAlsLaatste(tx, regioId, id);
    if (controle === null) return;
    if (controle.soort === 'heel' && !controle.proef)
      await this.grootboek.bewaar(tx, { regioId, ...controle }, controle.peildatum);
    await this.controles.meldKlaar(tx, regioId, id, this.klok.nu());
  }

  private basis(regioId: number, schooljaar: Schooljaar): NieuweControle {
    const vandaag = this.klok.vandaag();
    return {
      regioId,
      schooljaar,
      peildatum: vandaag,
      soort: 'heel',
      proef: false,
      door: 'systeem',
      aanleveringId: null,
      nu: this.klok.nu(),
    };
  }

  private async maak(tx: Tx, nieuw: NieuweControle): Promise<string> {
    const id = await this.controles.maak(tx, nieuw);
    const scholen =
      nieuw.soort === 'heel'
        ? await this.controles.verdeel(tx, nieuw, id)
        : await this.controles.verdeelGeraakt(tx, nieuw, id);
    await this.opdrachten.zetVele(
      tx,
      controleSchool,
      nieuw.regioId,
      scholen.map((school) => ({ data: { controleId: id, school } })),
    );
    if (scholen.length === 0) await this.rondAf(tx, nieuw.regioId, id);
    return id;
  }
}
