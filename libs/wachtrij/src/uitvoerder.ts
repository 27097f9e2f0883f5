import { inSavepoint, naVastleggen, Transactie, TransactieVerloren, type Tx } from '#database';
import { systeem } from '#kern';
import { Injectable, Logger } from '@nestjs/common';
import { Bode } from './bode.js';
import { type Claim, ClaimsRepository, type ClaimVraag, type Mislukking } from './claims.repository.js';
import { AFGEBROKEN, DATA_ONLEESBAAR, foutKenmerk, opdrachtFout, stapel, WORKER_GESTOPT } from './fout.js';
import { Handlerregister } from './handlerregister.js';
import { Instellingen, uitstelMs } from './instellingen.js';
import type { JobHandler } from './job.js';

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
      if (misschienMeer) naVastleggen(tx, () => this.bode.lui(job, regioId));
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
    opties: PartijOpties,
  ): Promise<Uitslag> {
    const klaar: string[] = [];
    const mislukt: Mislukking[] = [];
    const fouten: unknown[] = [];
    await this.transactie.voerUit({ wie: systeem(regioId) }, async (tx) => {
      const onze = await this.claims.vergrendel(tx, claims);
      const terug: Claim[] = [];
      for (const claim of claims.filter((c) => onze.has(c.id))) {
        if (opties.stop?.aborted === true) terug.push(claim);
        else {
          const fout = await this.doe(tx, handler, regioId, claim);
          if (fout === null) klaar.push(claim.id);
          else {
            mislukt.push(fout.mislukking);
            fouten.push(fout.oorzaak);
          }
        }
      }
      await this.claims.meldKlaar(tx, klaar);
      await this.claims.meldMislukt(tx, mislukt);
      await this.claims.geefTerug(tx, terug);
      this.luiVoorHerhaling(tx, handler, regioId, mislukt);
    });
    return { genomen: claims.length, klaar: klaar.length, mislukt: mislukt.length, fouten };
  }

  /** Runs one row in its savepoint; null when it went well. */
  private async doe(
    tx: Tx,
    handler: JobHandler<unknown>,
    regioId: number,
    claim: Claim,
  ): Promise<{ mislukking: Mislukking; oorzaak: unknown } | null> {
    const { job } = handler;
    let data: unknown;
    try {
      data = job.lees(claim.data);
    } catch (oorzaak) {
      this.log.error(`Opdracht ${claim.id} (${job.naam}) opgegeven: gegevens onleesbaar.`);
      return { mislukking: { id: claim.id, ...DATA_ONLEESBAAR, uitstelMs: null }, oorzaak };
    }
    try {
      await inSavepoint(tx, () => handler.voerUit(tx, data, { id: claim.id, regioId, poging: claim.poging }));
      return null;
    } catch (oorzaak) {
      if (oorzaak instanceof TransactieVerloren) throw oorzaak;
      const uitstel = this.uitstel(handler, claim);
      const slot = uitstel === null ? 'opgegeven' : 'wordt herhaald';
      this.log.warn(
        `Opdracht ${claim.id} (${job.naam}), poging ${claim.poging}, ${slot}: ${foutKenmerk(oorzaak)}\n${stapel(oorzaak)}`,
      );
      return { mislukking: { id: claim.id, ...opdrachtFout(oorzaak), uitstelMs: uitstel }, oorzaak };
    }
  }

  /**
   * The transaction of a batch was lost, while this worker lives. Of several rows each is tried alone from now on and
   * keeps its attempts; a single one has failed.
   */
  private async partijBrak(
    handler: JobHandler<unknown>,
    regioId: number,
    claims: readonly Claim[],
    fout: unknown,
  ): Promise<void> {
    const { job } = handler;
    this.log.error(`Partij van ${claims.length} × ${job.naam} brak af: ${foutKenmerk(fout)}\n${stapel(fout)}`);
    try {
      await this.transactie.voerUit({ wie: systeem(regioId) }, async (tx) => {
        const [enige] = claims;
        if (claims.length > 1 || enige === undefined) {
          await this.claims.laatLos(tx, claims);
          naVastleggen(tx, () => this.bode.lui(job, regioId, 1));
          return;
        }
        if (!(await this.claims.vergrendel(tx, claims)).has(enige.id)) return;
        const mislukt = [{ id: enige.id, ...AFGEBROKEN, uitstelMs: this.uitstel(handler, enige) }];
        await this.claims.meldMislukt(tx, mislukt);
        this.luiVoorHerhaling(tx, handler, regioId, mislukt);
      });
    } catch (oorzaak) {
      // The rows stay taken until their time is up; then any worker takes them over.
      this.log.error(`Partij van ${job.naam} niet teruggegeven: ${foutKenmerk(oorzaak)}`);
    }
  }

  private uitstel(handler: JobHandler<unknown>, claim: Claim): number | null {
    if (claim.poging >= handler.job.maxPogingen) return null;
    return uitstelMs(claim.poging, this.instellingen.eersteUitstelMs);
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
