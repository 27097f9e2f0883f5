import type { Wie } from '#kern';
import { Ongedaanmaking } from '../verschil/ongedaan.service.js';
import type { Inname, Verslag } from './inname.js';
import { kandidaatrij, kandidaten, type Exportrij } from './rijen.js';

const ZORG: Wie = {
  ...{ soort: 'medewerker', id: '1', regioId: 36, naam: 'Zorg' },
  rollen: [{ rol: 'zorgcoordinator', scholen: ['99AA00', '99ZZ00'], gemeenten: [], heleRegio: false }],
};
/** A mistake that keeps a row out, and one that only warns. */
export const FOUT = { geboortedatum: '2009-02-30', telefoon: '12' };

/** Deliveries with rows that are kept out, and repairs of them. */
export class Herstelbank {
  constructor(private readonly inname: Inname) {}

  async herstel(id: string, rijen: readonly Exportrij[]): Promise<Verslag> {
    const upload = await this.inname.herstel(id, rijen);
    await this.inname.werk();
    return this.inname.verslag(upload.id);
  }

  async terug(id: string): Promise<void> {
    const { versie } = await this.inname.verslag(id);
    await this.inname.module.get(Ongedaanmaking).maakOngedaan(ZORG, id, { reden: 'Verkeerd.', versie });
  }

  nietBevestigd(): Promise<number> {
    return this.inname.tel('inschrijving where niet_bevestigd');
  }

  /** Thirty known candidates, then a night in which 3 of them and one newcomer have a mistake. */
  async nacht(): Promise<Verslag> {
    await this.inname.lever(kandidaten(30));
    this.inname.klok.zet('2026-03-17');
    const stuk = [27, 28, 29, 30].map((n) => kandidaatrij(n, FOUT));
    return this.inname.lever([...kandidaten(27), ...stuk, ...kandidaten(12, 31)]);
  }
}
