import { bewaak } from '#casussen';
import type { Tx } from '#database';
import { idempotentieSleutelAnders, Klok, type Schooljaar, type Wie } from '#kern';
import { Opdrachten } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import type { Controle, Controlesleutel, NieuweControle } from './controle.js';
import { keurVerzoek, type Controleverzoek } from './controles.regels.js';
import { ControlesRepository } from './controles.repository.js';
import { Grootboekbewijs } from './grootboek/bewijs.service.js';
import { controleSchool } from './jobs.js';
import { gevolgdeSchooljaren } from './schooljaren.regels.js';

/** Starts and finishes runs of the doorstroomcontrole. The work itself is one job per school. */
@Injectable()
export class Doorstroomcontroles {
  constructor(
    private readonly controles: ControlesRepository,
    private readonly grootboek: Grootboekbewijs,
    private readonly opdrachten: Opdrachten,
    private readonly klok: Klok,
  ) {}

  /**
   * On demand. A run for today acts; one for another date is a proef. The same Idempotency-Key gives the run that there is.
   * @throws DomeinFout `peildatumInToekomst`, `proefVerplicht`, `schooljaarNietBegonnen`, `idempotentieSleutelAnders`
   */
  async vraagAan(
    tx: Tx,
    wie: Wie,
    verzoek: Controleverzoek & { testklok: boolean; sleutel?: string | null },
  ): Promise<Controle & { nieuw: boolean }> {
    const door = `${wie.soort}:${wie.id}`;
    const sleutel = sleutelVan(verzoek);
    const eerder = await this.eerder(tx, wie.regioId, door, sleutel);
    if (eerder !== null) return { ...(await this.lees(tx, wie.regioId, eerder)), nieuw: false };
    const { peildatum, proef } = keurVerzoek(verzoek, this.klok.vandaag(), verzoek.testklok);
    const gevraagd = { ...this.basis(wie.regioId, verzoek.schooljaar), peildatum, proef, door, sleutel };
    const id = await this.maak(tx, gevraagd);
    // Null: somebody asked the same at the same moment, and was first.
    const bestaand = id ?? (await this.eerder(tx, wie.regioId, door, sleutel));
    if (bestaand === null) throw new Error('The run was not made.');
    return { ...(await this.lees(tx, wie.regioId, bestaand)), nieuw: id !== null };
  }

  /** The runs of tonight: every cohort that is followed, and older ones with an open signaal or an end that ran out. */
  async nacht(tx: Tx, regioId: number): Promise<void> {
    const vandaag = this.klok.vandaag();
    const cohorten = await this.controles.lopendeCohorten(tx, regioId, gevolgdeSchooljaren(vandaag), vandaag);
    for (const schooljaar of cohorten) await this.maak(tx, this.basis(regioId, schooljaar));
    if (cohorten.length === 0) await this.laatBewaken(tx, regioId);
  }

  /**
   * After a delivery, a merge or what a person settled: only the leerlingen in pg_temp.geraakt, in the transaction that touched them. */
  async vanGeraakten(
    tx: Tx,
    { regioId, aanleveringId, ook }: { regioId: number; aanleveringId: string | null; ook?: Schooljaar },
  ): Promise<void> {
    const gevolgd = [...gevolgdeSchooljaren(this.klok.vandaag()), ...(ook === undefined ? [] : [ook])];
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

  /**
   * Finishes the run when this was its last school: sums the counts and, of a whole run that acts, stores the ledger
   * and its proof.
   * @param vooraf what must be committed with it, of a run that acts
   */
  async rondAf(tx: Tx, regioId: number, id: string, vooraf: () => Promise<void> = geenWerk): Promise<void> {
    const controle = await this.controles.vergrendelAlsLaatste(tx, regioId, id);
    if (controle === null) return;
    if (!controle.proef) await vooraf();
    const heel = controle.soort === 'heel' && !controle.proef;
    if (heel) await this.grootboek.bewaar(tx, { regioId, ...controle }, controle.peildatum);
    await this.controles.meldKlaar(tx, regioId, id, this.klok.nu());
    // What another run of tonight is about to close must not be told as late.
    if (heel && !(await this.controles.looptNog(tx, regioId, this.klok.vandaag()))) await this.laatBewaken(tx, regioId);
  }

  private async laatBewaken(tx: Tx, regioId: number): Promise<void> {
    await this.opdrachten.zet(tx, bewaak, regioId, {}, { sleutel: 'na-controle' });
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
      sleutel: null,
    };
  }

  /** The run of this key. @throws DomeinFout `idempotentieSleutelAnders` when something else was asked under it. */
  private async eerder(tx: Tx, regioId: number, door: string, sleutel: Controlesleutel | null): Promise<string | null> {
    const eerder = sleutel === null ? null : await this.controles.metSleutel(tx, regioId, door, sleutel);
    if (eerder === null) return null;
    if (!eerder.zelfde) throw idempotentieSleutelAnders('controle');
    return eerder.id;
  }

  private async maak(tx: Tx, nieuw: NieuweControle): Promise<string | null> {
    const id = await this.controles.maak(tx, nieuw);
    if (id === null) return null;
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

function sleutelVan(verzoek: Controleverzoek & { sleutel?: string | null }): Controlesleutel | null {
  const { sleutel, schooljaar, peildatum, proef } = verzoek;
  if (sleutel === undefined || sleutel === null) return null;
  return { sleutel, verzoek: { schooljaar, peildatum: peildatum ?? null, proef: proef ?? null } };
}

function geenWerk(): Promise<void> {
  return Promise.resolve();
}
