import { type Deeluitkomst, inSavepoints, naVastleggen, Transactie, type Tx } from '#database';
import { systeem } from '#kern';
import { Injectable, Logger } from '@nestjs/common';
import { Bode } from './bode.js';
import { type Claim, ClaimsRepository, type ClaimVraag, type Mislukking } from './claims.repository.js';
import { foutKenmerk, stapel, WORKER_GESTOPT } from './fout.js';
import { Handlerregister } from './handlerregister.js';
import { Instellingen } from './instellingen.js';
import type { JobHandler } from './job.js';
import { maakMislukking, Onleesbaar } from './mislukking.js';

/** What came of one batch. */
export interface Uitslag {
  genomen: number;
  klaar: number;
  mislukt: number;
  /** What the handlers threw, for a test that wants to see it. */
  fouten: unknown[];
}

export interface PartijOpties {
  /** Rows that are due before this moment instead of now. */
  tot?: Date | undefined;
  /** Stop between two rows when aborted; the rest is given back. */
  stop?: AbortSignal;
  /** Called, before the work begins, when the batch is as large as it may be. */
  bijVol?: () => void;
}

/**
 * Rows of one batch. PostgreSQL keeps 64 subtransactions per transaction in shared memory; with more, every other
 * transaction that looks at our rows reads them from disk.
 */
export const PARTIJ_KORT = 60;

const NIETS: Uitslag = { genomen: 0, klaar: 0, mislukt: 0, fouten: [] };

/**
 * Takes due rows of one (soort, regio) and does them. Two steps, so that a row that ends its worker is counted as well:
 * first a short transaction that raises `pogingen`, then one that locks the rows, runs each in a savepoint and marks
 * them done together with their effects. Between the two a row is guarded by `bezet_tot`, from then on by its lock.
 * Whoever comes too late finds another `pogingen` and leaves it.
 */
@Injectable()
export class Uitvoerder {
  private readonly log = new Logger(Uitvoerder.name);

  constructor(
    private readonly transactie: Transactie,
    private readonly claims: ClaimsRepository,
    private readonly handlers: Handlerregister,
    private readonly bode: Bode,
    private readonly instellingen: Instellingen,
  ) {}

  /** Whether this process has a handler for the job. */
  kent(soort: string): boolean {
    return this.handlers.van(soort) !== undefined;
  }

  /** Rings for another worker. */
  laatOver(soort: string, regioId: number): void {
    const handler = this.handlers.van(soort);
    if (handler !== undefined) this.bode.lui(handler.job, regioId);
  }

  /** Does one batch. Errors of handlers are written in their rows; it throws only when the ledger can't be reached. */
  async werkPartij(soort: string, regioId: number, opties: PartijOpties = {}): Promise<Uitslag> {
    const handler = this.handlers.van(soort);
    if (handler === undefined || opties.stop?.aborted === true) return NIETS;
    const genomen = await this.neem(handler, regioId, opties);
    const claims = genomen.filter((c) => c.poging <= handler.job.maxPogingen);
    if (claims.length === 0) return { ...NIETS, genomen: genomen.length, mislukt: genomen.length };
    try {
      return await this.voerUit(handler, regioId, claims, opties);
    } catch (fout) {
      await this.partijBrak(handler, regioId, claims, fout);
      return { genomen: claims.length, klaar: 0, mislukt: claims.length, fouten: [fout] };
    }
  }

  /** Takes rows; those that ended their worker too often are dead from here on. */
  private async neem(handler: JobHandler<unknown>, regioId: number, opties: PartijOpties): Promise<Claim[]> {
    const { job } = handler;
    const vraag: ClaimVraag = { soort: job.naam, regioId, tot: opties.tot ?? null, bezetMs: this.instellingen.bezetMs };
    const aantal = job.lengte === 'kort' ? PARTIJ_KORT : 1;
    return this.transactie.voerUit({ wie: systeem(regioId) }, async (tx) => {
      const vrij = await this.claims.neemVrije(tx, vraag, aantal);
      const genomen = vrij.length > 0 ? vrij : await this.claims.neemVerlaten(tx, vraag);
      // There may be more: another worker can start on it while this one is busy.
      const misschienMeer = vrij.length === 0 ? genomen.length > 0 : vrij.length === aantal;
      if (misschienMeer) {
        naVastleggen(tx, () => {
          opties.bijVol?.();
          this.bode.lui(job, regioId);
        });
      }
      const op = genomen.filter((c) => c.poging > job.maxPogingen);
      await this.claims.meldMislukt(
        tx,
        op.map((c) => ({ id: c.id, ...WORKER_GESTOPT, uitstelMs: null })),
      );
      for (const c of op) this.log.error(`Opdracht ${c.id} (${job.naam}) opgegeven: de worker stopte er elke keer op.`);
      return genomen;
    });
  }

  private async voerUit(
    handler: JobHandler<unknown>,
    regioId: number,
    claims: readonly Claim[],
    { stop }: PartijOpties,
  ): Promise<Uitslag> {
    return this.transactie.voerUit({ wie: systeem(regioId) }, async (tx) => {
      const vast = await this.claims.vergrendel(tx, claims);
      const onze = claims.filter((c) => vast.has(c.id));
      const klaar: string[] = [];
      const terug: Claim[] = [];
      const delen = onze.map((claim) => async () => {
        if (stop?.aborted === true) terug.push(claim);
        else {
          await this.doe(tx, handler, regioId, claim);
          klaar.push(claim.id);
        }
      });
      const uitkomsten = handler.job.lengte === 'kort' ? await inSavepoints(tx, delen) : await alleen(delen);
      const fouten = uitkomsten.flatMap((u) => ('fout' in u ? [u.fout] : []));
      const mislukt = onze.flatMap((claim, i) => this.mislukkingVan(handler, claim, uitkomsten[i]));
      const gelukt = klaar.filter((id) => mislukt.every((m) => m.id !== id));
      await this.claims.meldKlaar(tx, gelukt);
      await this.claims.meldMislukt(tx, mislukt);
      await this.claims.geefTerug(tx, terug);
      if (terug.length > 0) naVastleggen(tx, () => this.bode.lui(handler.job, regioId));
      this.luiVoorHerhaling(tx, handler, regioId, mislukt);
      return { genomen: claims.length, klaar: gelukt.length, mislukt: mislukt.length, fouten };
    });
  }

  private async doe(tx: Tx, handler: JobHandler<unknown>, regioId: number, claim: Claim): Promise<void> {
    let data: unknown;
    try {
      data = handler.job.lees(claim.data);
    } catch (fout) {
      throw new Onleesbaar(fout);
    }
    await handler.voerUit(tx, data, { id: claim.id, regioId, poging: claim.poging });
  }

  private mislukkingVan(
    { job }: JobHandler<unknown>,
    claim: Claim,
    uitkomst: Deeluitkomst<void> | undefined,
  ): Mislukking[] {
    if (uitkomst === undefined || !('fout' in uitkomst)) return [];
    return [maakMislukking(job, claim, uitkomst.fout, this.instellingen.eersteUitstelMs, this.log)];
  }

  /**
   * The transaction of a batch was rolled back, while this worker lives. Of several rows each is tried alone from now on
   * and keeps its attempts; a single one has failed.
   */
  private async partijBrak(
    handler: JobHandler<unknown>,
    regioId: number,
    claims: readonly Claim[],
    fout: unknown,
  ): Promise<void> {
    const { job } = handler;
    try {
      await this.transactie.voerUit({ wie: systeem(regioId) }, async (tx) => {
        const [enige] = claims;
        if (claims.length > 1 || enige === undefined) {
          this.log.error(`Partij van ${claims.length} × ${job.naam} brak af: ${foutKenmerk(fout)}\n${stapel(fout)}`);
          await this.claims.laatLos(tx, claims);
          naVastleggen(tx, () => this.bode.lui(job, regioId, 1));
          return;
        }
        if (!(await this.claims.vergrendel(tx, claims)).has(enige.id)) return;
        const mislukt = this.mislukkingVan(handler, enige, { fout });
        await this.claims.meldMislukt(tx, mislukt);
        this.luiVoorHerhaling(tx, handler, regioId, mislukt);
      });
    } catch (oorzaak) {
      // The rows stay taken until their time is up; then any worker takes them over.
      this.log.error(`Partij van ${job.naam} niet teruggegeven: ${foutKenmerk(oorzaak)}`);
    }
  }

  private luiVoorHerhaling(
    tx: Tx,
    handler: JobHandler<unknown>,
    regioId: number,
    mislukt: readonly Mislukking[],
  ): void {
    const uitstellen = mislukt.flatMap((m) => (m.uitstelMs === null ? [] : [m.uitstelMs]));
    if (uitstellen.length > 0) naVastleggen(tx, () => this.bode.lui(handler.job, regioId, Math.min(...uitstellen)));
  }
}

/** A long job has the transaction to itself: what it throws undoes everything, and its commit checks it once. */
async function alleen(delen: readonly (() => Promise<void>)[]): Promise<Deeluitkomst<void>[]> {
  for (const deel of delen) await deel();
  return [];
}
