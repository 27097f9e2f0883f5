import { Afkeuring, kopVan } from '../lezer/kopregel.js';
import { LANGSTE_REGEL, LANGSTE_VELD, type Bouwfout } from '../lezer/regels.js';
import type { Rijgever } from './rijgever.js';
import type { Tekstenlijst } from './tekstenlijst.js';
import { alsTekst, kolomVanCel, zonderCodes, type Weergave } from './xlsx.waarden.js';
import type { Xmlluisteraar } from './xml.js';

/** What a sheet needs of the rest of its file. */
export interface Werkboek {
  teksten: Tekstenlijst;
  weergaven: readonly Weergave[];
  vanaf1904: boolean;
}

const MEESTE_KOLOMMEN = 1024;
const LAATSTE_RIJ = 1_048_576;

/** Makes records of the cells of one sheet: their values as shown, never a formula. The first row that holds something is the header. */
export class Blad implements Xmlluisteraar {
  private rij = 0;
  private kolom = -1;
  private cellen: string[] = [];
  private lengte = 0;
  private fout: Bouwfout | undefined;
  private breedte = 0;
  /** Whether a column means something to us; undefined before the header. */
  private gebruikt: readonly boolean[] | undefined;
  private nummerPlaats = -1;
  private cel: { soort: string; stijl: number; formule: boolean; waarde: string | undefined } | undefined;
  private leest = false;
  private inFonetisch = false;

  constructor(
    private readonly boek: Werkboek,
    private readonly gever: Rijgever,
  ) {}

  /** Whether a header was found. */
  get heeftKop(): boolean {
    return this.breedte > 0;
  }

  open(naam: string, kenmerken: Readonly<Record<string, string>>): void {
    if (naam === 'row') this.beginRij(kenmerken['r']);
    else if (naam === 'c') this.beginCel(kenmerken);
    else if (naam === 'f' && this.cel !== undefined) this.cel.formule = true;
    else if (naam === 'rPh') this.inFonetisch = true;
    else this.leest = this.cel !== undefined && !this.inFonetisch && (naam === 'v' || naam === 't');
    // A formula may well have nothing as its outcome: no text comes then.
    if (this.leest && this.cel !== undefined) this.cel.waarde ??= '';
  }

  tekst(tekst: string): void {
    if (!this.leest || this.cel === undefined) return;
    this.lengte += tekst.length;
    if (this.lengte > LANGSTE_REGEL) this.fout = 'regelTeLang';
    else this.cel.waarde = (this.cel.waarde ?? '') + tekst;
  }

  sluit(naam: string): void {
    if (naam === 'row') this.eindRij();
    else if (naam === 'c') this.eindCel();
    else if (naam === 'rPh') this.inFonetisch = false;
    this.leest = false;
  }

  private beginRij(nummer: string | undefined): void {
    const rij = nummer === undefined ? this.rij + 1 : Number(nummer);
    if (!Number.isInteger(rij) || rij <= this.rij || rij > LAATSTE_RIJ) throw new Afkeuring('xmlKapot');
    this.rij = rij;
    this.kolom = -1;
    this.cellen = [];
    this.lengte = 0;
    this.fout = undefined;
  }

  private beginCel({ r, t, s }: Readonly<Record<string, string>>): void {
    const kolom = r === undefined ? this.kolom + 1 : kolomVanCel(r);
    if (kolom <= this.kolom) throw new Afkeuring('xmlKapot');
    this.kolom = kolom;
    this.cel = { soort: t ?? 'n', stijl: Number(s ?? 0), formule: false, waarde: undefined };
  }

  private eindCel(): void {
    const { cel } = this;
    this.cel = undefined;
    if (cel === undefined || this.gebruikt?.[this.kolom] === false) return;
    if (cel.soort === 'e') this.fout ??= 'celFout';
    if (cel.formule && cel.waarde === undefined) this.fout ??= 'formuleZonderWaarde';
    if (cel.waarde === undefined || cel.waarde === '') return;
    const tekst = this.waarde(cel.soort, cel.stijl, cel.waarde);
    if (tekst.trim() === '') return;
    if (this.kolom >= (this.heeftKop ? this.breedte : MEESTE_KOLOMMEN)) this.fout ??= 'aantalKolommen';
    else if (tekst.length > LANGSTE_VELD && this.heeftKop) this.fout ??= 'veldTeLang';
    else this.cellen[this.kolom] = tekst;
  }

  private waarde(soort: string, stijl: number, waarde: string): string {
    switch (soort) {
      case 's': {
        const tekst = this.boek.teksten.geef(Number(waarde));
        if (tekst === undefined) throw new Afkeuring('xmlKapot');
        return tekst;
      }
      case 'b':
        return waarde === '1' ? 'J' : 'N';
      case 'd':
        return waarde.slice(0, 10);
      case 'n':
        return alsTekst(waarde, this.boek.weergaven[stijl] ?? 'getal', this.boek.vanaf1904);
      default:
        return zonderCodes(waarde);
    }
  }

  private eindRij(): void {
    const { cellen, fout } = this;
    if (cellen.length === 0 && fout === undefined) return;
    if (!this.heeftKop) {
      if (fout !== undefined) throw new Afkeuring('geenKopregel');
      const namen = Array.from(cellen, (cel: string | undefined) => cel?.trim() ?? '');
      const kop = kopVan(namen);
      this.breedte = kop.velden.length;
      this.gebruikt = kop.velden.map((kolom) => kolom !== null);
      this.nummerPlaats = kop.velden.findIndex((kolom) => kolom?.naam === 'leerlingnummer');
      this.gever.kop(kop);
    } else if (fout === undefined) this.gever.rij(this.rij, cellen);
    else this.gever.slecht(this.rij, fout, cellen[this.nummerPlaats] ?? '');
  }
}
