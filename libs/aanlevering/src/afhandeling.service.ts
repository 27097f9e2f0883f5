import type { Tx } from '#database';
import { Klok } from '#kern';
import { Injectable } from '@nestjs/common';
import { NIETS_GETELD, type Aanlevering } from './aanlevering.js';
import { AanleveringenRepository } from './aanleveringen.repository.js';
import { AanleveringVragen } from './aanleveringen.vragen.js';
import { Herstelwerk } from './herstel/herstelwerk.js';
import { Keuring } from './controle/keuring.service.js';
import { WachtendRepository } from './poort/wachtend.repository.js';
import { Verwerker } from './verwerker.service.js';

/** Takes one stored delivery to its end: rejected, waiting for a person, or processed in this one transaction. */
@Injectable()
export class Afhandeling {
  constructor(
    private readonly klok: Klok,
    private readonly repository: AanleveringenRepository,
    private readonly vragen: AanleveringVragen,
    private readonly keuring: Keuring,
    private readonly verwerker: Verwerker,
    private readonly wachtend: WachtendRepository,
    private readonly herstelwerk: Herstelwerk,
  ) {}

  /** Does nothing with a delivery that is past checking. The caller holds the lock of its school. */
  async handelAf(tx: Tx, regioId: number, id: string): Promise<void> {
    const aanlevering = await this.repository.vergrendel(tx, regioId, id);
    if (aanlevering === null || !['ontvangen', 'gecontroleerd'].includes(aanlevering.status)) return;
    const nu = this.klok.nu();
    if ((await this.vragen.isIngehaald(tx, aanlevering)) || !(await this.herstelwerk.kan(tx, aanlevering))) {
      await this.repository.zetStatus(tx, regioId, id, 'vervallen');
      return;
    }
    const oordeel = await this.keuring.keur(tx, aanlevering, nu);
    if (oordeel.soort === 'afgekeurd') return this.rondAf(tx, aanlevering, { status: 'afgekeurd', ...oordeel });
    await this.repository.laatVervallen(tx, aanlevering);
    await this.wachtend.sluit(tx, regioId, nu);
    if (oordeel.soort === 'wacht') {
      await this.rondAf(tx, aanlevering, { status: 'wachtOpBevestiging', ...oordeel });
      return this.verwerker.meldAangehouden(tx, aanlevering);
    }
    const afloop = await this.verwerker.verwerk(tx, aanlevering, oordeel.gelezen, nu);
    await this.repository.rondAf(tx, aanlevering, afloop);
    await this.herstelwerk.rondAf(tx, aanlevering, afloop);
    // After its own counts are written: its lines may be among those that are read again.
    if (afloop.status === 'verwerkt') await this.verwerker.volg(tx, aanlevering, oordeel.gelezen, nu);
    else await this.verwerker.meldAangehouden(tx, aanlevering);
  }

  private async rondAf(
    tx: Tx,
    aanlevering: Aanlevering,
    {
      status,
      regels,
      fout,
      reden,
    }: { status: 'afgekeurd' | 'wachtOpBevestiging'; regels: number; fout: number; reden?: string },
  ): Promise<void> {
    const tellingen = { ...NIETS_GETELD, quarantaine: fout };
    await this.repository.rondAf(tx, aanlevering, {
      status,
      regels,
      tellingen,
      verwerktOp: null,
      redenWachten: reden ?? null,
      kandidatenInQuarantaine: 0,
    });
  }
}
