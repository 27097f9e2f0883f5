import type { Tx } from '#database';
import { Taken, type GemaakteTaak } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Aanleiding, Gebeurtenis, Wanneer } from '../casus.js';
import { CasussenRepository } from '../casussen.repository.js';
import { Tijdlijn } from '../tijdlijn.service.js';
import { Stapherstel } from '../routering/stapherstel.service.js';
import type { Aanbod } from './overname.js';
import { regelAangeboden, regelOntvangerWeg } from './overname.regels.js';
import { type OpenAanbod, OvernamesRepository } from './overnames.repository.js';

/** Offers casussen to other officers: the owner stays until the receiver accepts. Set-based; people decide elsewhere. */
@Injectable()
export class Overnames {
  constructor(
    private readonly overnames: OvernamesRepository,
    private readonly stappen: Stapherstel,
    private readonly casussen: CasussenRepository,
    private readonly taken: Taken,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** Offers each casus by itself: see `maak`, with its lines in the timeline. */
  async bied(tx: Tx, regioId: number, aanbod: readonly Aanbod[], door: Aanleiding): Promise<void> {
    await this.tijdlijn.leg(tx, regioId, await this.maak(tx, regioId, aanbod, door), door.nu);
  }

  /**
   * Makes the offers, each with a task for who must answer: the receiver, or the owner where another region must. The
   * caller holds the region's lock and the casussen, of which none has an open offer, and writes the lines that this gives.
   */
  async maak(tx: Tx, regioId: number, aanbod: readonly Aanbod[], door: Aanleiding): Promise<Gebeurtenis[]> {
    if (aanbod.length === 0) return [];
    const taken = await this.maakTaken(tx, regioId, aanbod, door);
    const ids = await this.overnames.ids(tx, aanbod.length);
    const nieuw = aanbod.map((a, plaats) => ({
      ...a,
      id: ids[plaats] ?? '',
      taakId: taken.get(a.casus.casusId)?.id ?? null,
    }));
    await this.overnames.bied(tx, regioId, nieuw, door.nu);
    return aanbod.map((a) => regelAangeboden(a, taken.get(a.casus.casusId)?.vervaltOp ?? null, door.bron));
  }

  openOver(tx: Tx, regioId: number, casusIds: readonly string[]): Promise<OpenAanbod[]> {
    return this.overnames.openOver(tx, regioId, casusIds);
  }

  /** Takes the open offers over these casussen back because something newer is asked. */
  async laatVervallen(tx: Tx, regioId: number, casusIds: readonly string[], wanneer: Wanneer): Promise<void> {
    if (casusIds.length === 0) return;
    await this.overnames.laatVervallen(tx, regioId, casusIds);
    await this.taken.laatAanbodVervallen(tx, regioId, casusIds, wanneer.nu);
    await this.stappen.herstel(tx, regioId, casusIds, wanneer);
  }

  /**
   * Who was asked stops or is away for long: what the rules offered is judged again at the next round, what a colleague
   * offered goes back to them.
   */
  async ontvangersWeg(tx: Tx, regioId: number, weg: readonly string[], door: Aanleiding): Promise<void> {
    if (weg.length === 0) return;
    const aanbod = await this.overnames.zonderOntvanger(tx, regioId, weg);
    if (aanbod.length === 0) return;
    const casusIds = aanbod.map((a) => a.casusId);
    const vanMensen = aanbod.filter((a) => a.doorMens);
    await this.overnames.laatVervallen(tx, regioId, casusIds);
    await this.taken.laatAanbodVervallen(tx, regioId, casusIds, door.nu);
    const nieuw = vanMensen.map((a) => ({ soort: 'overnameGeweigerd' as const, ...a }));
    await this.casussen.zetEerdereStap(tx, regioId, await this.taken.maak(tx, regioId, nieuw, door));
    await this.stappen.herstel(tx, regioId, casusIds, door);
    const vanRegels = aanbod.filter((a) => !a.doorMens);
    await this.overnames.herzieOpnieuw(
      tx,
      regioId,
      vanRegels.map((a) => a.casusId),
    );
    const regels: Gebeurtenis[] = aanbod.map((a) => regelOntvangerWeg(a, door.bron));
    await this.tijdlijn.leg(tx, regioId, regels, door.nu);
  }

  private async maakTaken(
    tx: Tx,
    regioId: number,
    aanbod: readonly Aanbod[],
    door: Aanleiding,
  ): Promise<ReadonlyMap<string, GemaakteTaak>> {
    const nieuw = aanbod.map(({ casus, keuze }) => ({
      soort: keuze === null ? ('overnameAndereRegio' as const) : ('overname' as const),
      casusId: casus.casusId,
      eigenaarId: keuze?.medewerker.id ?? casus.verantwoordelijke.id,
      doelgroep: casus.invoer.doelgroep,
    }));
    const taken = await this.taken.maak(tx, regioId, nieuw, door);
    return new Map(taken.map((t) => [t.casusId, t]));
  }
}
