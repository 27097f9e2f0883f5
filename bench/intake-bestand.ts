/** A vo file of this many candidates, every one made up, in pieces. */
export function* regels(rijen: number): Generator<string> {
  let uit =
    'leerlingnummer;pgn;achternaam;voorvoegsel;roepnaam;geboortedatum;geslacht;postcode;gemeentecode;onderwijssoort;leerweg;leerjaar;groep;status;begindatum;examenkandidaat;uitslag;vervolgkeuze;mentor\n';
  for (let n = 0, nummer = 10_000_000; n < rijen; nummer += 1) {
    const pgn = metControle(nummer);
    if (pgn === null) continue;
    const geboren = new Date(Date.UTC(2008, 7, 1 + (n % 730))).toISOString().slice(0, 10);
    uit += `${100_000 + n};${pgn};Achternaam${n % 50_000};${n % 4 === 0 ? 'van der' : ''};Roepnaam${n % 3_000};${geboren};${n % 2 === 0 ? 'M' : 'V'};${5_200 + (n % 90)}AB;0796;vmbo;tl;4;4T${n % 9};ingeschreven;2022-08-22;J;onbekend;mbo;mentor${n % 300}@school.example\n`;
    n += 1;
    if (uit.length > 500_000) {
      yield uit;
      uit = '';
    }
  }
  yield uit;
}

/** Eight digits with the ninth that makes the elfproef right, or null when there is none. */
function metControle(nummer: number): string | null {
  const acht = String(nummer).padStart(8, '0');
  let som = 0;
  for (let i = 0; i < 8; i += 1) som += (9 - i) * (acht.charCodeAt(i) - 48);
  return som % 11 === 10 ? null : `${acht}${som % 11}`;
}
