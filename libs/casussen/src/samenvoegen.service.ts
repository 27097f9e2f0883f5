import type { Tx } from '#database';
import type { Datum } from '#kern';
import type { Samenvoeging } from '#leerlingen';
import { Taken, verhuisTaken } from '#taken';
import { Injectable } from '@nestjs/common';
import type { Gebeurtenis } from './casus.js';
import { CasussamenvoegingRepository } from './samenvoegen.repository.js';
import { Tijdlijn } from './tijdlijn.service.js';

/** What happens to the casussen of two youngsters who are one, or two after all (domain.md 2). */
@Injectable()
export class Casussamenvoeging {
  constructor(
    private readonly casussen: CasussamenvoegingRepository,
    private readonly taken: Taken,
    private readonly tijdlijn: Tijdlijn,
  ) {}

  /** Who of them has a running casus. */
  metLopendeCasus(tx: Tx, regioId: number, leerlingIds: readonly string[]): Promise<string[]> {
    return this.casussen.lopend(tx, regioId, leerlingIds);
  }

  /** Of two running casussen the older one stays; tasks and signalen of the other go there, its lines are read there. */
  async voegSamen(tx: Tx, s: Samenvoeging): Promise<void> {
    const [houd, sluit] = await this.casussen.vergrendel(tx, s);
    const regels = [regel(s, 'samengevoegd', 'Twee dossiers van deze leerling zijn samengevoegd.')];
    if (houd !== undefined && sluit !== undefined) {
      const eigenaars = { vanEigenaar: sluit.verantwoordelijkeId, naarEigenaar: houd.verantwoordelijkeId };
      // The offer ends with the casus that it is about, and so does what was asked.
      await this.taken.laatAanbodVervallen(tx, s.regioId, [sluit.id], s.nu);
      await verhuisTaken(tx, s.regioId, { houd: houd.id, sluit: sluit.id, ...eigenaars }, s.nu);
      await this.casussen.sluitIn(tx, s.regioId, houd.id, sluit.id, s.nu);
      await this.casussen.vervroegStap(tx, s);
      await this.casussen.neemOpschalingenOver(tx, s.regioId, houd.id, sluit.id);
      const gegevens = { casusId: sluit.id, nummer: sluit.nummer };
      regels.push({
        ...regel(s, 'casusOpgegaan', `Casus ${sluit.nummer} is in deze casus opgegaan.`),
        casusId: houd.id,
        gegevens,
      });
    }
    await this.tijdlijn.leg(tx, s.regioId, regels, s.nu);
  }

  /** The rows are back; a casus that is open again gets an active owner and a next step, and no signaal of the other. */
  async scheid(tx: Tx, s: Samenvoeging, peildatum: Datum): Promise<void> {
    for (const p of await this.casussen.nietHeropend(tx, s)) {
      await verhuisTaken(tx, s.regioId, p, s.nu);
      await this.casussen.gaOpIn(tx, s.regioId, p.houd, p.sluit);
    }
    await this.casussen.scheid(tx, s);
    const stil = await this.casussen.zonderStap(tx, s);
    const nieuw = stil.map((c) => ({ soort: 'nogNodig' as const, ...c }));
    await this.taken.maak(tx, s.regioId, nieuw, { peildatum, nu: s.nu });
    await this.casussen.herstelStap(tx, s);
    const tekst = 'De samenvoeging met een ander dossier is ongedaan gemaakt.';
    const regels = [s.blijft, s.vervalt].map((leerlingId) => ({
      ...regel(s, 'samenvoegingOngedaan', tekst),
      leerlingId,
    }));
    await this.tijdlijn.leg(tx, s.regioId, regels, s.nu);
  }
}

function regel({ blijft, koppelvoorstelId, door }: Samenvoeging, soort: string, tekst: string): Gebeurtenis {
  return { leerlingId: blijft, soort, tekst, bron: `koppelvoorstel:${koppelvoorstelId}`, door };
}
