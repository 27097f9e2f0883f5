import { CULTUREN, type Naamcultuur } from './namen.js';
import { bsn, type Proefrij } from './rijen.js';

/** Someone invented, as a school may write her. */
interface Persoon {
  achternaam: string;
  voorvoegsel: string;
  roepnaam: string;
  geboortedatum: string;
  geslacht: 'M' | 'V';
  postcode: string;
}

/** Two files about the same youngsters, and who is who: row `m12` is about `v12`, a row `x…` about nobody of the first. */
export interface Koppelset {
  kandidaten: Proefrij[];
  aanmeldingen: Proefrij[];
  cultuurVan: ReadonlyMap<string, string>;
}

/** Reproducible chance (mulberry32). */
class Kans {
  constructor(private stand: number) {}

  getal(): number {
    this.stand = (this.stand + 0x6d2b79f5) | 0;
    let t = Math.imul(this.stand ^ (this.stand >>> 15), 1 | this.stand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  ja(procent: number): boolean {
    return this.getal() * 100 < procent;
  }

  tot(n: number): number {
    return Math.floor(this.getal() * n);
  }

  uit<T>(keuze: readonly T[]): T {
    const gekozen = keuze[this.tot(keuze.length)];
    if (gekozen === undefined) throw new Error('Nothing to choose from.');
    return gekozen;
  }
}

/**
 * @param perCultuur persons per culture of naming; of a hundred two are twins, both known.
 * @param bederf percentage of each identity field that the second file writes wrong: a typing error, another spelling, day
 * and month changed, a placeholder, another address, a PGN of which a digit is wrong. Half of the rows have no PGN.
 */
export function maakKoppelset(zaad: number, perCultuur: number, bederf: number): Koppelset {
  const kans = new Kans(zaad);
  const set = { kandidaten: [] as Proefrij[], aanmeldingen: [] as Proefrij[], cultuurVan: new Map<string, string>() };
  let nummer = 0;
  for (const cultuur of CULTUREN) {
    let vorige: Persoon | null = null;
    for (let i = 0; i < perCultuur; i += 1, nummer += 1) {
      const persoon: Persoon = vorige !== null && kans.ja(2) ? tweeling(vorige, cultuur, kans) : verzin(cultuur, kans);
      vorige = persoon;
      const pgn = bsn(nummer);
      set.cultuurVan.set(String(nummer), cultuur.naam);
      set.kandidaten.push({ leerlingnummer: `v${nummer}`, ...persoon, ...(kans.ja(90) ? { pgn } : {}) });
      if (kans.ja(80))
        set.aanmeldingen.push(aangemeld(`m${nummer}`, bederfRij(persoon, cultuur, kans, bederf), pgn, kans, bederf));
      // Somebody else altogether, now and then a brother or sister of who is known.
      if (kans.ja(40)) {
        const vreemde = kans.ja(5) ? { ...verzin(cultuur, kans), ...gezinVan(persoon) } : verzin(cultuur, kans);
        set.aanmeldingen.push(aangemeld(`x${nummer}`, vreemde, bsn(500_000 + nummer), kans, bederf));
      }
    }
  }
  return set;
}

const gezinVan = ({ achternaam, voorvoegsel, postcode }: Persoon): Partial<Persoon> => ({
  achternaam,
  voorvoegsel,
  postcode,
});

function aangemeld(leerlingnummer: string, persoon: Persoon, pgn: string, kans: Kans, bederf: number): Proefrij {
  if (kans.ja(50)) return { leerlingnummer, ...persoon };
  // One wrong digit mostly fails the elfproef, and then the number is ignored.
  if (kans.ja(bederf))
    return kans.ja(91)
      ? { leerlingnummer, ...persoon }
      : { leerlingnummer, ...persoon, pgn: bsn(900_000 + kans.tot(50_000)) };
  return { leerlingnummer, ...persoon, pgn };
}

function verzin(cultuur: Naamcultuur, kans: Kans): Persoon {
  const geslacht = kans.ja(50) ? 'V' : 'M';
  const namen = geslacht === 'V' ? cultuur.meisjes : cultuur.jongens;
  const tweede = kans.ja(cultuur.tweede) ? `${kans.ja(50) ? '-' : ' '}${kans.uit(namen)}` : '';
  const dubbel = kans.ja(cultuur.dubbel) ? `-${kans.uit(cultuur.achternamen)}` : '';
  const maand = kans.tot(12) + 1;
  const dag = kans.tot(28) + 1;
  return {
    achternaam: kans.uit(cultuur.achternamen) + dubbel,
    voorvoegsel: kans.uit(cultuur.voorvoegsels),
    roepnaam: kans.uit(namen) + tweede,
    geboortedatum: datum(2007 + kans.tot(4), kans.ja(2) ? 1 : maand, kans.ja(2) ? 1 : dag),
    ...{ geslacht, postcode: adres(kans) },
  };
}

function tweeling(ander: Persoon, cultuur: Naamcultuur, kans: Kans): Persoon {
  const geslacht = kans.ja(70) ? ander.geslacht : 'V';
  return {
    ...ander,
    geslacht,
    roepnaam: kans.uit((geslacht === 'V' ? cultuur.meisjes : cultuur.jongens).filter((n) => n !== ander.roepnaam)),
  };
}

/** As another school writes the same person: always in its own way, and each field wrong with chance `bederf`. */
function bederfRij(persoon: Persoon, cultuur: Naamcultuur, kans: Kans, bederf: number): Persoon {
  const rij = { ...persoon };
  if (kans.ja(30)) kaal(rij);
  if (rij.voorvoegsel !== '' && kans.ja(30))
    Object.assign(rij, { achternaam: `${rij.achternaam}, ${rij.voorvoegsel}`, voorvoegsel: '' });
  if (rij.achternaam.includes('-') && kans.ja(30))
    rij.achternaam = rij.achternaam.split('-')[kans.tot(2)] ?? rij.achternaam;
  if (cultuur.wisselt === true && kans.ja(3)) [rij.achternaam, rij.roepnaam] = [rij.roepnaam, rij.achternaam];
  if (kans.ja(bederf)) rij.achternaam = verschrijf(rij.achternaam, cultuur, kans);
  if (kans.ja(bederf)) rij.roepnaam = verschrijf(rij.roepnaam, cultuur, kans);
  if (kans.ja(bederf)) rij.geboortedatum = andereDatum(rij.geboortedatum, kans);
  if (kans.ja(bederf)) rij.postcode = adres(kans);
  if (kans.ja(bederf)) rij.geslacht = rij.geslacht === 'V' ? 'M' : 'V';
  return rij;
}

/** Without diacritics, as old systems have it. */
function kaal(rij: Persoon): void {
  const zonder = (t: string): string =>
    t
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll('ı', 'i')
      .replaceAll('ł', 'l')
      .replaceAll('Đ', 'D')
      .replaceAll('đ', 'd');
  Object.assign(rij, { achternaam: zonder(rij.achternaam), roepnaam: zonder(rij.roepnaam) });
}

/** Another spelling of the culture, a part left out, or a letter that is wrong, missing, double or in another place. */
function verschrijf(naam: string, cultuur: Naamcultuur, kans: Kans): string {
  const [eerste] = naam.split(/[- ]/);
  if (eerste !== naam && eerste !== undefined && eerste.length > 3 && kans.ja(40)) return eerste;
  const spelling = kans.ja(50) ? cultuur.spellingen.find(([van]) => van.test(naam)) : undefined;
  if (spelling !== undefined) return naam.replace(spelling[0], spelling[1]);
  const letters = [...naam];
  const plaats = letters.length > 2 ? 1 + kans.tot(letters.length - 1) : 1;
  const letter = letters[plaats] ?? 'e';
  const soort = kans.tot(4);
  if (soort === 0) letters.splice(plaats, 1, kans.uit([...'aeiounrst']));
  else if (soort === 1 && letters.length > 3) letters.splice(plaats, 1);
  else if (soort === 2) letters.splice(plaats, 0, letter);
  else letters.splice(plaats - 1, 2, letter, letters[plaats - 1] ?? '');
  return letters.join('');
}

function andereDatum(oud: string, kans: Kans): string {
  const [jaar = 0, maand = 0, dag = 0] = oud.split('-').map(Number);
  const soort = kans.tot(10);
  if (soort < 3 && dag <= 12) return datum(jaar, dag, maand);
  if (soort < 4) return datum(jaar, 1, 1);
  if (soort < 6) return datum(jaar + (kans.ja(50) ? 1 : -1), maand, dag);
  if (soort < 8) return datum(jaar, maand < 9 ? maand + 1 : maand - 1, dag);
  return datum(jaar, maand, dag < 20 ? dag + (dag % 10 === 9 ? -1 : 1) : dag - 10);
}

const datum = (jaar: number, maand: number, dag: number): string =>
  `${jaar}-${String(maand).padStart(2, '0')}-${String(dag).padStart(2, '0')}`;

const adres = (kans: Kans): string =>
  `${5200 + kans.tot(90)}${kans.uit([...'ABCDEFGHJKLMNPRSTVWXZ'])}${kans.uit([...'ABCDEFGHJKLMNPRSTVWXZ'])}`;
