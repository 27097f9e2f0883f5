import { Transactie, type Tx } from '#database';
import { datumInNederland, DomeinFout, heeftRol, Klok, scholenVan, type Reden, type Wie } from '#kern';
import { Logboek, type LogboekRegel } from '#logboek';
import { Opdrachten } from '#wachtrij';
import { Injectable } from '@nestjs/common';
import type { Aanlevering } from './aanlevering.js';
import { AanleveringenRepository } from './aanleveringen.repository.js';
import { AanleveringVragen } from './aanleveringen.vragen.js';
import { verwerkAanlevering } from './jobs/verwerk.job.js';

/** Working days after which the coordinator may decide instead of the school (intake.md, gate). */
const WERKDAGEN_VOOR_SCHOOL = 2;

/** What a person decides about a delivery that waits. */
@Injectable()
export class Besluiten {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly repository: AanleveringenRepository,
    private readonly vragen: AanleveringVragen,
    private readonly opdrachten: Opdrachten,
    private readonly logboek: Logboek,
  ) {}

  /** Lets it through the gate; a worker then processes it. @throws DomeinFout nietGevonden, besluitNietAanU or wachtNietMeer */
  async bevestig(wie: Wie, id: string, reden: string): Promise<void> {
    await this.transactie.voerUit({ wie }, async (tx) => {
      const grond = await this.keur(tx, wie, id);
      await this.repository.besluit(tx, wie, id, 'gecontroleerd', reden, this.klok.nu());
      await this.logboek.leg(tx, { ...schreef(wie, grond), route: 'POST /api/v1/aanleveringen/:id/bevestiging' });
      await this.opdrachten.zet(tx, verwerkAanlevering, wie.regioId, { aanleveringId: id }, { sleutel: id });
    });
  }

  /** Puts it aside; nothing of it is processed. @throws as `bevestig` */
  async verwerp(wie: Wie, id: string, reden: string): Promise<void> {
    await this.transactie.voerUit({ wie }, async (tx) => {
      const grond = await this.keur(tx, wie, id);
      await this.repository.besluit(tx, wie, id, 'verworpen', reden, this.klok.nu());
      await this.logboek.leg(tx, { ...schreef(wie, grond), route: 'POST /api/v1/aanleveringen/:id/verwerping' });
    });
  }

  /** Gives on which ground this person decides. */
  private async keur(tx: Tx, wie: Wie, id: string): Promise<Reden> {
    const aanlevering = await this.repository.vergrendel(tx, wie.regioId, id);
    if (aanlevering === null) throw nietGevonden();
    const grond = await this.keurPersoon(tx, wie, aanlevering);
    if (aanlevering.status === 'wachtOpBevestiging') return `${grond}, aanlevering:${id}`;
    throw new DomeinFout(
      'conflict',
      'wachtNietMeer',
      'Deze aanlevering wacht niet meer op een besluit. Vernieuw de pagina om te zien wat ermee is gebeurd.',
      { huidig: { id, status: aanlevering.status } },
    );
  }

  private async keurPersoon(tx: Tx, wie: Wie, { school, ontvangenOp }: Aanlevering): Promise<Reden> {
    if (scholenVan(wie, 'zorgcoordinator', 'decaan').includes(school)) return 'eigen school';
    if (!heeftRol(wie, 'regiocoordinator')) throw nietGevonden();
    const vanaf = await this.vragen.werkdagenNa(tx, datumInNederland(ontvangenOp), WERKDAGEN_VOOR_SCHOOL);
    if (this.klok.vandaag() >= vanaf) return 'regiocoördinator';
    throw new DomeinFout(
      'verboden',
      'besluitNietAanU',
      `De school besluit hier zelf over. Vanaf ${vanaf} mag u het doen als de school niet reageert.`,
    );
  }
}

function schreef(wie: Wie, reden: Reden): Omit<LogboekRegel, 'route'> {
  return { wie, handeling: 'schrijven', onderwerp: 'aanlevering', leerlingIds: [], reden };
}

function nietGevonden(): DomeinFout {
  return new DomeinFout('nietGevonden', 'nietGevonden', 'Deze aanlevering bestaat niet, of u mag haar niet zien.');
}
