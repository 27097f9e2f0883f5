import { bsn } from '#leerlingen/test';

/** A row of an export by column name; a spec gives what it is about. */
export type Exportrij = Readonly<Record<string, string>>;

/** Candidate `n` of vmbo-tl; everybody here is made up. */
export function kandidaatrij(n: number, anders: Exportrij = {}): Exportrij {
  return {
    leerlingnummer: String(1000 + n),
    pgn: bsn(n),
    achternaam: `Proefpersoon${letters(n)}`,
    roepnaam: `Roep${letters(n)}`,
    geboortedatum: `2009-03-${String((n % 28) + 1).padStart(2, '0')}`,
    postcode: '5211AB',
    onderwijssoort: 'vmbo',
    leerweg: 'tl',
    status: 'ingeschreven',
    begindatum: '2022-08-22',
    examenkandidaat: 'J',
    ...anders,
  };
}

/** Candidates `vanaf`, `vanaf` + 1 and so on. */
export function kandidaten(aantal: number, vanaf = 0): Exportrij[] {
  return Array.from({ length: aantal }, (_, n) => kandidaatrij(vanaf + n));
}

/** Application of that same person at an mbo school. */
export function aanmeldrij(n: number, anders: Exportrij = {}): Exportrij {
  const mbo = { onderwijssoort: 'mbo', leerweg: 'bol', niveau: '3', opleidingscode: '25180', status: 'aangemeld' };
  return {
    ...kandidaatrij(n),
    leerlingnummer: `S${n}`,
    ...mbo,
    begindatum: '2026-08-24',
    examenkandidaat: 'N',
    ...anders,
  };
}

/** An export file; the header holds every column that some row has. */
export function alsCsv(rijen: readonly Exportrij[], scheiding = ';', regeleinde = '\n'): string {
  const kolommen = [...new Set(rijen.flatMap((rij) => Object.keys(rij)))];
  const regels = rijen.map((rij) => kolommen.map((kolom) => rij[kolom] ?? '').join(scheiding));
  return [kolommen.join(scheiding), ...regels, ''].join(regeleinde);
}

/** 0 → a, 27 → bb: names without digits. */
function letters(n: number): string {
  return n.toString(26).replaceAll(/./g, (teken) => String.fromCharCode(97 + Number.parseInt(teken, 26)));
}
