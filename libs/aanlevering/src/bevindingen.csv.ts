import type { BevindingDto } from './aanleveringen.dto.js';

const KOLOMMEN = ['regel', 'kolom', 'waarde', 'code', 'ernst', 'tekst'] as const;

/** First line; the BOM makes Excel read UTF-8. */
export const CSV_KOP = `\ufeff${KOLOMMEN.join(';')}\r\n`;

/** The only line when there were findings that are kept no longer: an empty file would say that there were none. */
export const CSV_NIET_BEWAARD = csvRegels([
  {
    regel: null,
    kolom: null,
    waarde: null,
    code: 'nietMeerBewaard',
    ernst: 'waarschuwing',
    tekst: 'De bevindingen van deze aanlevering zijn niet meer bewaard. Hun aantal staat nog bij de aanlevering.',
  },
]);

/** Lines of the findings file. */
export function csvRegels(bevindingen: readonly BevindingDto[]): string {
  return bevindingen.map((b) => `${KOLOMMEN.map((kolom) => veld(b[kolom])).join(';')}\r\n`).join('');
}

/** A value that a spreadsheet would take for a formula gets a quote in front (OWASP, CSV injection). */
function veld(waarde: string | number | null): string {
  if (waarde === null) return '';
  if (typeof waarde === 'number') return String(waarde);
  const veilig = /^[\s]*[=+\-@\t\r]/.test(waarde) ? `'${waarde}` : waarde;
  return /[";\r\n,]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}
