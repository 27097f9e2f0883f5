import { metHerkansing, Opnieuw, Transactie, type Tx } from '#database';
import { DomeinFout, Klok, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import { Koppelhaken } from '../samenvoegen/haken.js';
import { Samenvoegen } from '../samenvoegen/samenvoegen.service.js';
import { alsKoppelvoorstel } from './antwoorden.js';
import type { Voorstel } from './koppelvoorstel.js';
import type { BeslissingDto, KoppelvoorstelAntwoord, KoppelingOngedaanDto } from './koppelvoorstellen.dto.js';
import { KoppelvoorstellenLeesmodel, type KoppelvoorstelRij } from './koppelvoorstellen.leesmodel.js';
import { KoppelvoorstellenRepository } from './koppelvoorstellen.repository.js';

/** What a person decides about a koppelvoorstel, and takes back. */
@Injectable()
export class Beslissen {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly repository: KoppelvoorstellenRepository,
    private readonly leesmodel: KoppelvoorstellenLeesmodel,
    private readonly samenvoegen: Samenvoegen,
    private readonly haken: Koppelhaken,
    private readonly logboek: Logboek,
  ) {}

  /**
   * `zelfde` merges the two; `verschillend` is remembered, and ends the provisional state when it was the last question.
   * @throws DomeinFout 404 `nietGevonden`; 409 `alBeslist`, `versieVerouderd`, each with the present state; as `Samenvoegen.voegSamen`.
   */
  beslis(wie: Wie, id: string, { besluit, reden, versie }: BeslissingDto): Promise<KoppelvoorstelAntwoord> {
    return this.onderSlot(wie, id, async (tx, voorstel) => {
      await this.keur(tx, wie, voorstel, versie, 'open');
      const nu = this.klok.nu();
      const { regioId, id: medewerkerId } = wie;
      await this.repository.besluit(tx, regioId, id, { besluit, reden: reden ?? null, medewerkerId, nu });
      if (besluit === 'zelfde') {
        const { leerlingId, kandidaatId } = voorstel;
        await this.samenvoegen.voegSamen(tx, { regioId, voorstelId: id, leerlingId, kandidaatId, medewerkerId, nu });
      } else if (await this.repository.eindigVoorlopig(tx, regioId, voorstel)) {
        // What waited for the answer goes on.
        await this.haken.samenvoegen.inhoud.controleer(tx, regioId, [voorstel.leerlingId]);
      }
      return 'beslissing';
    });
  }

  /**
   * Takes the decision back: the question is open again, and what was merged are two again.
   * @throws DomeinFout 404; 409 `nietBeslist`, `versieVerouderd`; as `Samenvoegen.scheid`.
   */
  maakOngedaan(wie: Wie, id: string, { versie }: KoppelingOngedaanDto): Promise<KoppelvoorstelAntwoord> {
    return this.onderSlot(wie, id, async (tx, voorstel) => {
      await this.keur(tx, wie, voorstel, versie, 'beslist');
      const { regioId, id: medewerkerId } = wie;
      if (voorstel.status === 'zelfde') {
        await this.samenvoegen.scheid(tx, { regioId, voorstelId: id, medewerkerId, nu: this.klok.nu() });
      }
      await this.repository.heropen(tx, regioId, voorstel);
      return 'ongedaanmaking';
    });
  }

  /** Runs a decision with every slot that it needs, in the one order that everybody keeps: checks, region, rows. */
  private onderSlot(
    wie: Wie,
    id: string,
    doe: (tx: Tx, voorstel: Voorstel) => Promise<'beslissing' | 'ongedaanmaking'>,
  ): Promise<KoppelvoorstelAntwoord> {
    return metHerkansing(
      () => this.transactie.voerUit({ wie }, (tx) => this.doeOnderSlot(tx, wie, id, doe)),
      evenBezet,
    );
  }

  private async doeOnderSlot(
    tx: Tx,
    wie: Wie,
    id: string,
    doe: (tx: Tx, voorstel: Voorstel) => Promise<'beslissing' | 'ongedaanmaking'>,
  ): Promise<KoppelvoorstelAntwoord> {
    const { regioId } = wie;
    if ((await this.leesmodel.een(tx, wie, id)) === null) throw nietGevonden();
    const vooraf = await this.repository.lees(tx, regioId, id);
    const { samenvoegen, voorstellen } = this.haken;
    const paar = (v: Voorstel): string[] => [v.leerlingId, v.kandidaatId];
    if (vooraf !== null) await samenvoegen.inhoud.neemSloten(tx, regioId, paar(vooraf), true);
    await neemToewijzingsslot(tx, regioId);
    const voorstel = await this.repository.vergrendel(tx, regioId, id);
    if (voorstel === null) throw nietGevonden();
    // A check came in between, which may not be waited for under the region's slot.
    if (!(await samenvoegen.inhoud.neemSloten(tx, regioId, paar(voorstel), false))) throw new Opnieuw();
    const route = await doe(tx, voorstel);
    const moment = { vandaag: this.klok.vandaag(), nu: this.klok.nu(), medewerkerId: wie.id };
    await voorstellen.inhoud.voorstellenVeranderd(tx, { regioId, ...moment });
    const rij = await this.rij(tx, wie, id);
    const wat = { wie, handeling: 'schrijven', onderwerp: 'koppelvoorstel', reden: rij.reden } as const;
    await this.logboek.leg(tx, {
      ...wat,
      leerlingIds: paar(voorstel),
      route: `POST /api/v1/koppelvoorstellen/:id/${route}`,
    });
    return alsKoppelvoorstel(rij);
  }

  private async keur(
    tx: Tx,
    wie: Wie,
    voorstel: Voorstel,
    versie: number,
    verwacht: 'open' | 'beslist',
  ): Promise<void> {
    const beslist = voorstel.status === 'zelfde' || voorstel.status === 'verschillend';
    const goed = verwacht === 'open' ? voorstel.status === 'open' : beslist;
    if (goed && voorstel.versie === versie) return;
    const huidig = alsKoppelvoorstel(await this.rij(tx, wie, voorstel.id));
    throw goed ? versieVerouderd(huidig) : verwacht === 'open' ? alBeslist(huidig) : nietBeslist(huidig);
  }

  private async rij(tx: Tx, wie: Wie, id: string): Promise<KoppelvoorstelRij> {
    const rij = await this.leesmodel.een(tx, wie, id);
    if (rij === null) throw nietGevonden();
    return rij;
  }
}

function nietGevonden(): DomeinFout {
  return new DomeinFout('nietGevonden', 'nietGevonden', 'Dit koppelvoorstel bestaat niet, of u mag het niet zien.');
}

function alBeslist(huidig: KoppelvoorstelAntwoord): DomeinFout {
  const tekst = 'Over dit koppelvoorstel is al besloten. Wilt u iets anders? Maak het besluit dan eerst ongedaan.';
  return new DomeinFout('conflict', 'alBeslist', tekst, { huidig });
}

function nietBeslist(huidig: KoppelvoorstelAntwoord): DomeinFout {
  const tekst = 'Er is hier geen besluit om ongedaan te maken. Vernieuw de pagina om te zien hoe het ervoor staat.';
  return new DomeinFout('conflict', 'nietBeslist', tekst, { huidig });
}

function versieVerouderd(huidig: KoppelvoorstelAntwoord): DomeinFout {
  const tekst = 'Dit koppelvoorstel is intussen veranderd. Bekijk hoe het er nu uitziet en besluit dan opnieuw.';
  return new DomeinFout('conflict', 'versieVerouderd', tekst, { huidig });
}

function evenBezet(): DomeinFout {
  const tekst = 'Deze leerling wordt op dit moment gecontroleerd. Probeer het over een minuut opnieuw.';
  return new DomeinFout('nietBeschikbaar', 'evenBezet', tekst);
}
