import { proefnummers } from '#kern';

/** A vo file of this many candidates, every one made up, in pieces. */
export function* regels(rijen: number): Generator<string> {
  let uit =
    'leerlingnummer;pgn;achternaam;voorvoegsel;roepnaam;geboortedatum;geslacht;postcode;gemeentecode;onderwijssoort;leerweg;leerjaar;groep;status;begindatum;examenkandidaat;uitslag;vervolgkeuze;mentor\n';
  for (const { volg: n, pgn, geboren } of personen(10_000_000)) {
    if (n >= rijen) break;
    uit += `${100_000 + n};${pgn};Achternaam${n % 50_000};${n % 4 === 0 ? 'van der' : ''};Roepnaam${n % 3_000};${geboren};${n % 2 === 0 ? 'M' : 'V'};${5_200 + (n % 90)}AB;0796;vmbo;tl;4;4T${n % 9};ingeschreven;2022-08-22;J;onbekend;mbo;mentor${n % 300}@school.example\n`;
    if (uit.length > 500_000) {
      yield uit;
      uit = '';
    }
  }
  yield uit;
}

/**
 * An mbo file of this many applications, of which every hundredth is of a candidate of `regels`. The others are of nobody
 * in that file.
 */
export function* mboRegels(rijen: number): Generator<string> {
  const kandidaten = personen(10_000_000);
  const anderen = personen(50_000_000);
  let uit =
    'leerlingnummer;aanmeldingId;pgn;achternaam;roepnaam;geboortedatum;postcode;gemeentecode;onderwijssoort;leerweg;niveau;opleidingscode;opleiding;status;statusDatum;begindatum\n';
  for (let n = 0; n < rijen; n += 1) {
    const bekend = n % 100 === 0;
    const { pgn, geboren, volg } = (bekend ? kandidaten : anderen).next().value as Persoon;
    const naam = bekend
      ? `Achternaam${volg % 50_000};Roepnaam${volg % 3_000}`
      : `Elders${volg % 60_000};Naam${volg % 4_000}`;
    uit += `S${n};A${n};${pgn};${naam};${geboren};${5_200 + (volg % 90)}AB;0796;mbo;bol;3;25655;Verzorgende;aangemeld;2026-02-01;2026-08-24\n`;
    if (uit.length > 500_000) {
      yield uit;
      uit = '';
    }
  }
  yield uit;
}

/** The n-th made-up number that passes the elfproef. */
export function bsn(n: number): string {
  while (BSNS.length <= n) BSNS.push((BRON.next().value as Persoon).pgn);
  return BSNS[n] as string;
}

interface Persoon {
  volg: number;
  pgn: string;
  geboren: string;
}

function* personen(acht: number): Generator<Persoon> {
  let volg = 0;
  for (const pgn of proefnummers(acht)) {
    yield { volg, pgn, geboren: new Date(Date.UTC(2008, 7, 1 + (volg % 730))).toISOString().slice(0, 10) };
    volg += 1;
  }
}

const BSNS: string[] = [];
const BRON = personen(20_000_000);
