import { Transactie, type Tx } from '#database';
import { DomeinFout, Klok, type Reden, type Wie } from '#kern';
import { Logboek, type LogboekRegel } from '#logboek';
import { Opdrachten } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import { aanleveringNietGevonden } from './aanlevering.js';
import { AanleveringenRepository } from './aanleveringen.repository.js';
import { verwerkAanlevering } from './jobs/verwerk.job.js';
import { Beslisser } from './poort/beslisser.js';
import { WachtendRepository } from './poort/wachtend.repository.js';

/** What a person decides about a delivery that waits. */
@Injectable()
export class Besluiten {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly repository: AanleveringenRepository,
    private readonly beslisser: Beslisser,
    private readonly wachtend: WachtendRepository,
    private readonly opdrachten: Opdrachten,
    private readonly logboek: Logboek,
  ) {}

  /** Lets it through the gate; a worker then processes it. @throws DomeinFout nietGevonden, besluitNietAanU or wachtNietMeer */
  async bevestig(wie: Wie, id: string, reden: string): Promise<void> {
    await this.transactie.voerUit({ wie }, async (tx) => {
      const grond = await this.keur(tx, wie, id);
      await this.repository.besluit(tx, wie, id, 'gecontroleerd', reden, this.klok.nu());
      await this.wachtend.sluit(tx, wie.regioId, this.klok.nu());
      await this.logboek.leg(tx, { ...schreef(wie, grond), route: 'POST /api/v1/aanleveringen/:id/bevestiging' });
      await this.opdrachten.zet(tx, verwerkAanlevering, wie.regioId, { aanleveringId: id }, { sleutel: id });
    });
  }

  /** Puts it aside; nothing of it is processed. @throws as `bevestig` */
  async verwerp(wie: Wie, id: string, reden: string): Promise<void> {
    await this.transactie.voerUit({ wie }, async (tx) => {
      const grond = await this.keur(tx, wie, id);
      await this.repository.besluit(tx, wie, id, 'verworpen', reden, this.klok.nu());
      await this.wachtend.sluit(tx, wie.regioId, this.klok.nu());
      await this.logboek.leg(tx, { ...schreef(wie, grond), route: 'POST /api/v1/aanleveringen/:id/verwerping' });
    });
  }

  /** Gives on which ground this person decides. */
  private async keur(tx: Tx, wie: Wie, id: string): Promise<Reden> {
    const aanlevering = await this.repository.vergrendel(tx, wie.regioId, id);
    if (aanlevering === null) throw aanleveringNietGevonden();
    const grond = await this.beslisser.keur(tx, wie, aanlevering);
    if (aanlevering.status === 'wachtOpBevestiging') return `${grond}, aanlevering:${id}`;
    throw new DomeinFout(
      'conflict',
      'wachtNietMeer',
      'Deze aanlevering wacht niet meer op een besluit. Vernieuw de pagina om te zien wat ermee is gebeurd.',
      { huidig: { id, status: aanlevering.status } },
    );
  }
}

function schreef(wie: Wie, reden: Reden): Omit<LogboekRegel, 'route'> {
  return { wie, handeling: 'schrijven', onderwerp: 'aanlevering', leerlingIds: [], reden };
}
