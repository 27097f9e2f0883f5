const NEGEN_CIJFERS = /^\d{9}$/;

/**
 * Whether these nine digits are a BSN or an onderwijsnummer. BSN: 9·d1 + 8·d2 … + 2·d8 − d9 is divisible by 11; an
 * onderwijsnummer begins with 10 and leaves 5. Source: Logisch Ontwerp BSN, and the PGN rules of DUO (domain.md 2).
 */
export function isPgn(cijfers: string): boolean {
  if (!NEGEN_CIJFERS.test(cijfers) || cijfers === '000000000') return false;
  let som = -(cijfers.charCodeAt(8) - 48);
  for (let i = 0; i < 8; i += 1) som += (9 - i) * (cijfers.charCodeAt(i) - 48);
  const rest = ((som % 11) + 11) % 11;
  return rest === 0 || (rest === 5 && cijfers.startsWith('10'));
}

/**
 * The nine digits of a number as a school's program wrote it: leading zeros lost (`12345672`), a spreadsheet's `.0`, or
 * set apart with dots or spaces. Null when it cannot be a PGN.
 */
export function leesPgn(tekst: string): string | null {
  const cijfers = tekst.replace(/\.0+$/, '').replace(/[\s.-]/g, '');
  if (!/^\d{7,9}$/.test(cijfers)) return null;
  const negen = cijfers.padStart(9, '0');
  return isPgn(negen) ? negen : null;
}

/** What a finding may show of a number that is no PGN but may be one digit off. */
export function maskeerPgn(tekst: string): string {
  const cijfers = tekst.replace(/\D/g, '');
  return `*****${cijfers.length > 4 ? cijfers.slice(-3) : ''}`;
}
