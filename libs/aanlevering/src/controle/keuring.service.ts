import type { Tx } from '#database';
import { Verwerking } from '#leerlingen';
import { Injectable } from '@nestjs/common';
import type { Aanlevering } from '../aanlevering.js';
import { BevindingenRepository, type Bestandsbevinding } from '../bevindingen.repository.js';
import { Herstelwerk } from '../herstel/herstelwerk.js';
import { leveringVan } from '../levering.js';
import { Afkeuring, type Kopregel } from '../lezer/kopregel.js';
import { poort, type Poortmelding } from '../poort/poort.regels.js';
import { DroogloopRepository } from '../verschil/droogloop.repository.js';
import { afkeurTekst } from './afkeur.js';
import { InlezerRepository, type Gelezen } from './inlezer.repository.js';

/** Above this share of rows with a fout nothing is processed. */
const AFKEURGRENS = 0.5;

/** What the checks say of a delivery; `gelezen` tables are only there when it is `goed`. */
export type Oordeel =
  | { soort: 'afgekeurd'; regels: number; fout: number }
  | { soort: 'wacht'; regels: number; fout: number; reden: string }
  | { soort: 'goed'; gelezen: Gelezen };

/** Reads a delivery and judges it, before anything changes. Leaves its findings. */
@Injectable()
export class Keuring {
  constructor(
    private readonly inlezer: InlezerRepository,
    private readonly bevindingen: BevindingenRepository,
    private readonly verwerking: Verwerking,
    private readonly droogloop: DroogloopRepository,
    private readonly herstelwerk: Herstelwerk,
  ) {}

  async keur(tx: Tx, aanlevering: Aanlevering, nu: Date): Promise<Oordeel> {
    const { regioId, id } = aanlevering;
    await this.bevindingen.wis(tx, regioId, id);
    await this.droogloop.wis(tx, aanlevering);
    let gelezen: Gelezen;
    try {
      gelezen = await this.herstelwerk.koppel(tx, aanlevering, await this.inlezer.lees(tx, aanlevering));
    } catch (fout) {
      if (!(fout instanceof Afkeuring)) throw fout;
      await this.meldAfkeuring(tx, aanlevering, fout);
      return { soort: 'afgekeurd', regels: 0, fout: 0 };
    }
    await this.bevindingen.vanBestand(tx, regioId, id, gelezen.kop.onbekend.map(kolomOnbekend));
    await this.bevindingen.vanBestand(tx, regioId, id, zonder(gelezen.kop));
    await this.bevindingen.vanRegels(tx, { regioId, aanleveringId: id }, gelezen);
    const oordeel = await this.beoordeel(tx, aanlevering, gelezen, nu);
    if (oordeel.soort === 'wacht') await this.droogloop.bewaar(tx, aanlevering, gelezen, nu);
    if (oordeel.soort !== 'goed') await this.inlezer.ruimOp(tx, gelezen);
    return oordeel;
  }

  private async beoordeel(tx: Tx, aanlevering: Aanlevering, gelezen: Gelezen, nu: Date): Promise<Oordeel> {
    const { regels, fout } = gelezen;
    const afkeuring = regels === 0 ? 'leegBestand' : fout > AFKEURGRENS * regels ? 'teVeelFouten' : null;
    if (afkeuring !== null) {
      await this.meldAfkeuring(tx, aanlevering, new Afkeuring(afkeuring));
      return { soort: 'afgekeurd', regels, fout };
    }
    await this.inlezer.maakGereed(tx, gelezen);
    const meldingen = await this.vraagPoort(tx, aanlevering, gelezen, nu);
    await this.bevindingen.vanBestand(tx, aanlevering.regioId, aanlevering.id, meldingen.map(poortbevinding));
    const wacht = meldingen.filter((melding) => melding.wacht);
    if (wacht.length === 0 || aanlevering.bevestigd) return { soort: 'goed', gelezen };
    return { soort: 'wacht', regels, fout, reden: wacht.map((melding) => melding.tekst).join(' ') };
  }

  private async vraagPoort(tx: Tx, aanlevering: Aanlevering, gelezen: Gelezen, nu: Date): Promise<Poortmelding[]> {
    const levering = leveringVan(aanlevering, gelezen, nu);
    const volledig = aanlevering.modus === 'volledig';
    const verlies = volledig ? await this.verwerking.verdwijnend(tx, levering) : { ingeschreven: 0, verdwijnt: 0 };
    const onzeker = volledig && gelezen.fout > 0 ? await this.verwerking.onzeker(tx, levering) : 0;
    const school = await this.inlezer.andereSchool(tx, aanlevering, gelezen);
    return poort({
      peildatum: aanlevering.peildatum,
      regels: gelezen.regels,
      // of a repair nothing can be lost: what is wrong in it stays out, as it was
      fout: aanlevering.herstelVan === null ? gelezen.fout : 0,
      ...verlies,
      onzeker,
      ...school,
    });
  }

  private meldAfkeuring(tx: Tx, { regioId, id }: Aanlevering, afkeuring: Afkeuring): Promise<void> {
    const kolom = afkeuring.kolommen.length === 1 ? (afkeuring.kolommen[0] ?? null) : null;
    return this.bevindingen.vanBestand(tx, regioId, id, [
      { kolom, code: afkeuring.code, tekst: afkeurTekst(afkeuring), ernst: 'fout' },
    ]);
  }
}

function kolomOnbekend(naam: string): Bestandsbevinding {
  const tekst = 'Deze kolom kennen wij niet en is overgeslagen. Controleer de naam in de kopregel.';
  return { kolom: naam, code: 'kolomOnbekend', tekst, ernst: 'waarschuwing' };
}

/** What nobody should look for in a file of this format. */
function zonder({ aanvulling }: Kopregel): Bestandsbevinding[] {
  if (aanvulling === undefined) return [];
  const { naam, mist } = aanvulling;
  const lijst = `${mist.slice(0, -1).join(', ')} en ${mist.at(-1)}`;
  const tekst = `Deze indeling (${naam}) bevat geen ${lijst}. De regels vullen alleen aan wat uw school zelf heeft aangeleverd.`;
  return [{ kolom: null, code: 'indelingZonder', tekst, ernst: 'waarschuwing' }];
}

/** What the gate says, as a finding on the whole file. */
export function poortbevinding({ code, tekst }: Poortmelding): Bestandsbevinding {
  return { kolom: null, code, tekst, ernst: 'waarschuwing' };
}
