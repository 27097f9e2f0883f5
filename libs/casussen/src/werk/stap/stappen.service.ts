import type { Tx } from '#database';
import { DomeinFout, isDatum, plusDagen, type Datum } from '#kern';
import { Taken, TAAKTEKST, type Taaksoort } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Doelgroep, Fase } from '../../casus.js';
import type { Werk } from '../casuswerk.service.js';
import type { VolgendeStap, Voorstel } from './stap.dto.js';
import { CONTACTSTAPPEN, VERVANGBAAR, voorgesteldeStap, wachtOpVan, type Uitkomst } from './stap.regels.js';
import { StappenRepository } from './stappen.repository.js';

/** A step may be planned so far ahead. */
const HOOGSTENS_DAGEN = 366;

/** The next step of a casus: which one fits, and how it takes the place of what was there. */
@Injectable()
export class Stappen {
  constructor(
    private readonly taken: Taken,
    private readonly stappen: StappenRepository,
  ) {}

  /** What fits each outcome of a contact today. */
  async voorstel(
    tx: Tx,
    regioId: number,
    casus: { id: string; fase: Exclude<Fase, 'gesloten'>; doelgroep: Doelgroep },
    vandaag: Datum,
  ): Promise<Voorstel> {
    const eerder = await this.stappen.nietBereikt(tx, regioId, casus.id);
    const stap = (uitkomst: Uitkomst) => voorgesteldeStap(casus.fase, uitkomst, eerder);
    const soorten = { gesproken: stap('gesproken'), nietBereikt: stap('nietBereikt'), anders: stap('anders') };
    const termijnen = await this.stappen.termijnen(tx, regioId, casus.doelgroep, Object.values(soorten), vandaag);
    const met = (soort: (typeof soorten)[Uitkomst]) => ({ soort, vervaltOp: termijnen.get(soort) ?? vandaag });
    return {
      gesproken: met(soorten.gesproken),
      nietBereikt: met(soorten.nietBereikt),
      anders: met(soorten.anders),
    };
  }

  /** The step that fits this outcome. */
  async voorgesteld({ tx, wie, casus }: Werk, uitkomst: Uitkomst): Promise<VolgendeStap> {
    const { fase, id } = casus.stand;
    if (fase === 'gesloten') throw new Error('A closed casus has no next step.');
    return { soort: voorgesteldeStap(fase, uitkomst, await this.stappen.nietBereikt(tx, wie.regioId, id)) };
  }

  /**
   * Makes this the next step, in the place of the steps that were open.
   * @param afloop what became of those: a contactmoment did the contact ones
   * @throws DomeinFout 400 `datumOngeldig`: before today, more than a year ahead, or waiting without a day
   */
  async zet(werk: Werk, stap: VolgendeStap, afloop: 'contact' | 'vervangen'): Promise<void> {
    const { tx, wie, casus, vandaag, nu } = werk;
    const { id: casusId, doelgroep, verantwoordelijkeId } = casus.stand;
    if (verantwoordelijkeId === null) throw new Error('An open casus has an owner.');
    const vervaltOp = keurDatum(stap, vandaag);
    await this.ruimOp(werk, afloop);
    const nieuw = { soort: stap.soort, casusId, eigenaarId: verantwoordelijkeId, doelgroep };
    const moment = { peildatum: vandaag, nu };
    const [taak] = await this.taken.maak(
      tx,
      wie.regioId,
      [{ ...nieuw, ...(vervaltOp === undefined ? {} : { vervaltOp }) }],
      moment,
    );
    if (taak === undefined) throw new Error('The task was not made.');
    const wachtOp = wachtOpVan(stap.soort, stap.wacht === true);
    if (wachtOp === null) casus.wekOp();
    else casus.wacht(wachtOp, taak.vervaltOp as Datum);
    const gegevens = { taakId: taak.id, soort: stap.soort, vervaltOp: taak.vervaltOp };
    casus.noteer('taakGemaakt', `${TAAKTEKST[stap.soort]}, uiterlijk ${taak.vervaltOp}.`, gegevens);
  }

  /** Ends the steps that are open. */
  async ruimOp({ tx, wie, casus, nu }: Werk, afloop: 'contact' | 'vervangen'): Promise<void> {
    const open = await this.stappen.open(tx, wie.regioId, casus.stand.id, VERVANGBAAR);
    const gedaan = (soort: Taaksoort): boolean => afloop === 'contact' && CONTACTSTAPPEN.includes(soort);
    const ids = (deel: typeof open): string[] => deel.map((t) => t.id);
    const klaar = ids(open.filter((t) => gedaan(t.soort)));
    const weg = ids(open.filter((t) => !gedaan(t.soort)));
    await this.taken.rondAf(tx, wie.regioId, klaar, { toestand: 'afgerond', resultaat: 'contact', door: wie.id, nu });
    await this.taken.rondAf(tx, wie.regioId, weg, { toestand: 'vervallen', resultaat: 'vervangen', door: wie.id, nu });
  }
}

/** @throws DomeinFout 400 `datumOngeldig` */
export function keurDatum(
  { vervaltOp, wacht }: { vervaltOp?: string; wacht?: boolean },
  vandaag: Datum,
): Datum | undefined {
  if (vervaltOp === undefined) {
    if (wacht === true) throw datumOngeldig('Geef de dag tot wanneer de casus wacht.');
    return undefined;
  }
  if (!isDatum(vervaltOp) || vervaltOp < vandaag || vervaltOp > plusDagen(vandaag, HOOGSTENS_DAGEN)) {
    throw datumOngeldig('Kies een dag vanaf vandaag, hoogstens een jaar vooruit.');
  }
  return vervaltOp;
}

function datumOngeldig(tekst: string): DomeinFout {
  return new DomeinFout('ongeldig', 'datumOngeldig', tekst, {
    fouten: [{ veld: 'vervaltOp', code: 'datumOngeldig', tekst }],
  });
}
