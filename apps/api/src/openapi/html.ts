/** A piece of HTML whose values were escaped when it was made. */
export interface Html {
  tekst: string;
}

type Waarde = string | number | Html | readonly Html[];

/** Writes HTML with every value escaped; only pieces made by this same function go in as they are. */
export function html(delen: TemplateStringsArray, ...waarden: readonly Waarde[]): Html {
  return { tekst: delen.map((deel, i) => `${deel}${i < waarden.length ? schrijf(waarden[i] ?? '') : ''}`).join('') };
}

function schrijf(waarde: Waarde): string {
  if (typeof waarde === 'string' || typeof waarde === 'number') return veilig(String(waarde));
  if ('tekst' in waarde) return waarde.tekst;
  return waarde.map((stuk) => stuk.tekst).join('');
}

function veilig(tekst: string): string {
  return tekst.replace(/[&<>"']/g, (teken) => `&#${teken.charCodeAt(0)};`);
}

/** Text of our own that must not be escaped. */
export function rauw(tekst: string): Html {
  return { tekst };
}
