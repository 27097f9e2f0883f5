import type { Tx } from '#database';
import { systeem } from '#kern';
import { Verwerking } from '#leerlingen';
import { Logboek } from '#logboek';
import { Injectable } from '@nestjs/common';
import type { Aanlevering } from './aanlevering.js';
import type { Afloop } from './aanleveringen.repository.js';
import { BevindingenRepository } from './bevindingen.repository.js';
import { InlezerRepository, type Gelezen } from './controle/inlezer.repository.js';
import { BijVerwerkt } from './haken.js';
import { Herlezing } from './herlezing.service.js';
import { verwerkAanlevering } from './jobs/verwerk.job.js';
import { leveringVan } from './levering.js';

/** Matches and merges the good rows, and all that follows from it. */
@Injectable()
export class Verwerker {
  constructor(
    private readonly inlezer: InlezerRepository,
    private readonly bevindingen: BevindingenRepository,
    private readonly verwerking: Verwerking,
    private readonly herlezing: Herlezing,
    private readonly bijVerwerkt: BijVerwerkt,
    private readonly logboek: Logboek,
  ) {}

  async verwerk(tx: Tx, aanlevering: Aanlevering, gelezen: Gelezen, nu: Date): Promise<Afloop> {
    const { regioId, id, school, schooljaar, peildatum } = aanlevering;
    const levering = leveringVan(aanlevering, gelezen.rij, nu);
    const uitkomst = await this.verwerking.verwerk(tx, levering);
    await this.bevindingen.vanKoppelen(tx, regioId, id);
    const kandidatenInQuarantaine = await this.inlezer.kandidatenInQuarantaine(tx, aanlevering, gelezen);
    await this.inlezer.ruimOp(tx, gelezen);
    await this.herlezing.volg(tx, levering);
    const wat = { wie: systeem(regioId), handeling: 'schrijven', onderwerp: 'leerling' } as const;
    await this.logboek.legGeraakt(tx, {
      ...wat,
      reden: `aanlevering:${id}`,
      route: `opdracht:${verwerkAanlevering.naam}`,
    });
    await this.bijVerwerkt.inhoud.verwerkt(tx, { regioId, aanleveringId: id, school, schooljaar, peildatum });
    return {
      status: 'verwerkt',
      verwerktOp: nu,
      regels: gelezen.regels,
      // A row that repeats another changed nothing; a row that was kept out did not either, but waits for the school.
      tellingen: {
        ...uitkomst,
        ongewijzigd: uitkomst.ongewijzigd + gelezen.dubbel,
        quarantaine: uitkomst.quarantaine + gelezen.fout,
      },
      redenWachten: null,
      kandidatenInQuarantaine,
    };
  }
}
