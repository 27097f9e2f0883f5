import type { Tx } from '#database';
import { neemToewijzingsslot } from '#organisaties';
import { Taken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Aanleiding, NieuweCasus, UitgewerkteCasus } from './casus.js';
import { regelsGeopend, regelSignaalErbij, regelVanUitgewerkt } from './casussen.regels.js';
import { CasussenRepository } from './casussen.repository.js';
import { Herroutering } from './routering/herroutering.service.js';
import { Decaanvragen } from './decaanvraag/decaanvragen.service.js';
import type { Keuze } from './routering/routering.js';
import { Routering } from './routering/routering.service.js';
import { Tijdlijn } from './tijdlijn.service.js';
import { Wekker } from './wachten/wekker.service.js';

/** What came of following signalen. */
export interface Gevolgd {
  geopend: number;
  gesloten: number;
}

const ALSNOG_OP_KOERS = 'alsnogOpKoers';

/** Opens, joins and closes casussen as signalen come and go; thousands in one transaction. */
@Injectable()
export class Casussen {
  constructor(
    private readonly casussen: CasussenRepository,
    private readonly routering: Routering,
    private readonly taken: Taken,
    private readonly tijdlijn: Tijdlijn,
    private readonly herroutering: Herroutering,
    private readonly decaanvragen: Decaanvragen,
    private readonly wekker: Wekker,
  ) {}

  /**
   * Brings the casussen of these youngsters in line with their signalen: an open signaal joins the running casus or
   * opens one (routed, with a first task: until the summer holiday that its school is asked); a casus in `nagaan` without open signalen closes as `alsnogOpKoers`, one in
   * `begeleiding` gets the task `nogNodig`. A youngster whose casus was closed before gets a new casus: number and
   * outcome of the first stay what they were, the timeline of the youngster holds both. Safe to repeat and to run
   * several times at once.
   * @throws DomeinFout `procesbewakerOntbreekt` when a casus would have nobody to fall back on.
   */
  async volgSignalen(tx: Tx, regioId: number, leerlingIds: readonly string[], door: Aanleiding): Promise<Gevolgd> {
    if (leerlingIds.length === 0) return { geopend: 0, gesloten: 0 };
    // Before any row, and always: while we wait for a casus row below, a colleague may close it, and someone must be chosen.
    await neemToewijzingsslot(tx, regioId);
    await this.casussen.vergrendelGeraakt(tx, regioId, leerlingIds);
    await this.casussen.volgVerhuizingen(tx, regioId, leerlingIds);
    const gekoppeld = await this.casussen.koppel(tx, regioId, leerlingIds);
    const erbij = gekoppeld.map((k) => regelSignaalErbij(k, door.bron));
    await this.tijdlijn.leg(tx, regioId, erbij, door.nu);
    const metNieuws = gekoppeld.map((k) => k.leerlingId);
    await this.wekker.wek(tx, regioId, metNieuws, 'signaal', door);
    const gesloten = await this.rondAf(tx, regioId, leerlingIds, door);
    if (gesloten > 0) await this.decaanvragen.werkBij(tx, regioId, leerlingIds, door.nu);
    // What waits goes before what comes.
    await this.herroutering.vulRuimte(tx, regioId, door);
    const geopend = await this.open(tx, regioId, leerlingIds, door);
    if (geopend > 0) await this.casussen.koppel(tx, regioId, leerlingIds);
    return { geopend, gesloten };
  }

  /** Gives how many were opened. */
  private async open(tx: Tx, regioId: number, leerlingIds: readonly string[], door: Aanleiding): Promise<number> {
    const kandidaten = await this.casussen.zonderCasus(tx, regioId, leerlingIds, door);
    if (kandidaten.length === 0) return 0;
    const invoer = kandidaten.map((k) => k.invoer);
    const nieuw = await this.metTaak(tx, regioId, await this.routering.verdeel(tx, regioId, invoer, door), door);
    const nummers = await this.casussen.open(tx, regioId, nieuw, door);
    await this.routering.legVast(
      tx,
      regioId,
      nieuw.map(({ id, keuze }) => ({ casusId: id, keuze, herkomst: { aanleiding: 'opening' as const } })),
      door.nu,
    );
    const regels = nieuw.flatMap((casus) => regelsGeopend(casus, nummers.get(casus.id) ?? '', door.bron));
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
    return nummers.size;
  }

  /** The casus gets its id first, so that its task can name it; the deferred keys are checked at commit. The school is asked first. */
  private async metTaak(tx: Tx, regioId: number, keuzes: readonly Keuze[], door: Aanleiding): Promise<NieuweCasus[]> {
    const ids = await this.casussen.ids(tx, keuzes.length);
    const perCasus = new Map(ids.map((id, plaats) => [id, keuzes[plaats]]));
    const opzet = [...perCasus].flatMap(([id, keuze]) => (keuze === undefined ? [] : [{ id, keuze }]));
    const gevraagd = await this.decaanvragen.stel(
      tx,
      regioId,
      opzet.map(({ id, keuze: { invoer } }) => ({ casusId: id, leerlingId: invoer.leerlingId, school: invoer.school })),
      door,
    );
    const bijSchool = new Set(gevraagd.map((t) => t.casusId));
    const zelf = opzet.filter(({ id }) => !bijSchool.has(id));
    const taken = await this.taken.maak(
      tx,
      regioId,
      zelf.map(({ id, keuze: { medewerker, invoer } }) => ({
        soort: 'eersteContact',
        casusId: id,
        eigenaarId: medewerker.id,
        doelgroep: invoer.doelgroep,
      })),
      door,
    );
    const takenPerCasus = new Map([...gevraagd, ...taken].map((t) => [t.casusId, t]));
    return opzet.flatMap(({ id, keuze }) => {
      const taak = takenPerCasus.get(id);
      return taak === undefined ? [] : [{ id, keuze, taak }];
    });
  }

  /** Gives how many closed by themselves. */
  private async rondAf(tx: Tx, regioId: number, leerlingIds: readonly string[], door: Aanleiding): Promise<number> {
    const uitgewerkt = await this.casussen.uitgewerkt(tx, regioId, leerlingIds);
    const opKoers = uitgewerkt.filter((c) => c.fase === 'nagaan');
    const vragen = uitgewerkt.filter((c) => c.fase === 'begeleiding' && !c.gevraagd);
    if (opKoers.length > 0) {
      const ids = opKoers.map((c) => c.casusId);
      await this.casussen.sluit(tx, regioId, ids, ALSNOG_OP_KOERS, door.nu);
      await this.taken.laatVervallen(tx, regioId, ids, ALSNOG_OP_KOERS, door.nu);
    }
    if (vragen.length > 0) await this.vraagNogNodig(tx, regioId, vragen, door);
    const regels = [...opKoers, ...vragen].map((c) => regelVanUitgewerkt(c, door.bron));
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
    return opKoers.length;
  }

  private async vraagNogNodig(
    tx: Tx,
    regioId: number,
    vragen: readonly UitgewerkteCasus[],
    door: Aanleiding,
  ): Promise<void> {
    const nieuw = vragen.map((c) => ({
      soort: 'nogNodig' as const,
      casusId: c.casusId,
      eigenaarId: c.verantwoordelijkeId,
      doelgroep: c.doelgroep,
    }));
    await this.casussen.zetEerdereStap(tx, regioId, await this.taken.maak(tx, regioId, nieuw, door));
  }
}
