import { inSavepoint, type Tx } from '#database';
import { systeem } from '#kern';
import { Verwerking, type Levering, type Uitkomst } from '#leerlingen';
import { Logboek } from '#logboek';
import { Injectable } from '@nestjs/common';
import { NIETS_GETELD, type Aanlevering } from './aanlevering.js';
import type { Afloop } from './aanleveringen.repository.js';
import { BevindingenRepository, type Koppelbevinding } from './bevindingen.repository.js';
import { InlezerRepository, type Gelezen } from './controle/inlezer.repository.js';
import { poortbevinding } from './controle/keuring.service.js';
import { BijVerwerkt } from './haken.js';
import { Herlezing } from './herlezing.service.js';
import { verwerkAanlevering } from './jobs/verwerk.job.js';
import { leveringVan } from './levering.js';
import { quarantaine, type Poortmelding } from './poort/poort.regels.js';
import { DroogloopRepository } from './verschil/droogloop.repository.js';

/** Undoes the savepoint of a matching, and carries out of it what the school must know. */
class TeVeelGeweigerd extends Error {
  constructor(
    readonly melding: Poortmelding,
    readonly aantal: number,
    readonly bevindingen: readonly Koppelbevinding[],
  ) {
    super(melding.tekst);
  }
}

/** Matches and merges the good rows, and all that follows from it; or lets the delivery wait after all. */
@Injectable()
export class Verwerker {
  constructor(
    private readonly inlezer: InlezerRepository,
    private readonly bevindingen: BevindingenRepository,
    private readonly verwerking: Verwerking,
    private readonly herlezing: Herlezing,
    private readonly bijVerwerkt: BijVerwerkt,
    private readonly logboek: Logboek,
    private readonly droogloop: DroogloopRepository,
  ) {}

  async verwerk(tx: Tx, aanlevering: Aanlevering, gelezen: Gelezen, nu: Date): Promise<Afloop> {
    const { regioId, id } = aanlevering;
    const levering = leveringVan(aanlevering, gelezen, nu);
    const uitkomst = await this.probeer(tx, aanlevering, gelezen, levering);
    if (uitkomst instanceof TeVeelGeweigerd) {
      await this.droogloop.bewaar(tx, aanlevering, gelezen, nu);
      return this.wacht(tx, aanlevering, gelezen, uitkomst);
    }
    await this.bevindingen.vanKoppelen(tx, regioId, id);
    const kandidatenInQuarantaine = await this.inlezer.kandidatenInQuarantaine(tx, aanlevering, gelezen);
    await this.inlezer.ruimOp(tx, gelezen);
    return {
      status: 'verwerkt',
      verwerktOp: nu,
      regels: gelezen.regels,
      // A row that repeats another changed nothing; a row that was kept out did not either, but waits for the school.
      tellingen: {
        ...uitkomst,
        ongewijzigd: uitkomst.ongewijzigd + gelezen.dubbel - gelezen.buiten,
        buitenCohort: uitkomst.buitenCohort + gelezen.buiten,
        quarantaine: uitkomst.quarantaine + gelezen.fout,
      },
      redenWachten: null,
      kandidatenInQuarantaine,
    };
  }

  /** What follows from a delivery that was processed just now: lines of others to read again, who is told, what is checked. */
  async volg(tx: Tx, aanlevering: Aanlevering, gelezen: Gelezen, nu: Date): Promise<void> {
    const { regioId, id, school, schooljaar, peildatum } = aanlevering;
    await this.herlezing.volg(tx, leveringVan(aanlevering, gelezen, nu));
    const wat = { wie: systeem(regioId), handeling: 'schrijven', onderwerp: 'leerling' } as const;
    await this.logboek.legGeraakt(tx, {
      ...wat,
      reden: `aanlevering:${id}`,
      route: `opdracht:${verwerkAanlevering.naam}`,
    });
    await this.bijVerwerkt.inhoud.verwerkt(tx, { regioId, aanleveringId: id, school, schooljaar, peildatum });
  }

  /** What follows from a delivery that waits for a person. */
  async meldAangehouden(tx: Tx, { regioId, school }: Aanlevering): Promise<void> {
    await this.bijVerwerkt.inhoud.aangehouden(tx, { regioId, school });
  }

  /** Matches and merges, unless matching keeps out more rows than the gate lets through without a person. */
  private async probeer(
    tx: Tx,
    { bevestigd, herstelVan }: Aanlevering,
    { regels, fout }: Gelezen,
    levering: Levering,
  ): Promise<Uitkomst | TeVeelGeweigerd> {
    try {
      return await inSavepoint(tx, async () => {
        const uitkomst = await this.verwerking.verwerk(tx, levering);
        const melding = quarantaine({ regels, fout: fout + uitkomst.quarantaine });
        // Of a repair nothing can be lost: what is wrong in it stays out, as it was.
        if (melding === null || bevestigd || herstelVan !== null) return uitkomst;
        throw new TeVeelGeweigerd(melding, uitkomst.quarantaine, await this.bevindingen.bewaarKoppelen(tx));
      });
    } catch (gevangen) {
      if (gevangen instanceof TeVeelGeweigerd) return gevangen;
      throw gevangen;
    }
  }

  /** Nothing has changed; the findings tell the school why. */
  private async wacht(
    tx: Tx,
    { regioId, id }: Aanlevering,
    gelezen: Gelezen,
    { melding, aantal, bevindingen }: TeVeelGeweigerd,
  ): Promise<Afloop> {
    await this.bevindingen.vanOngedaan(tx, regioId, id, bevindingen);
    await this.bevindingen.vanBestand(tx, regioId, id, [poortbevinding(melding)]);
    await this.inlezer.ruimOp(tx, gelezen);
    return {
      status: 'wachtOpBevestiging',
      verwerktOp: null,
      regels: gelezen.regels,
      tellingen: { ...NIETS_GETELD, quarantaine: gelezen.fout + aantal },
      redenWachten: melding.tekst,
      kandidatenInQuarantaine: 0,
    };
  }
}
