/** Why a youngster did not arrive (domain.md 4). */
export const REDENEN = [
  'teLaatAangemeld',
  'dachtTeZakken',
  'weetNietWat',
  'problemenThuis',
  'zwangerschap',
  'ziekte',
  'motivatie',
  'opleidingVol',
  'afgewezen',
  'reisafstand',
  'overig',
  'onbekend',
] as const;
export type CasusReden = (typeof REDENEN)[number];

/** Health: special data (AVG art. 9), shown only when somebody asks for this item. */
export function isBijzonder(reden: CasusReden): boolean {
  return reden === 'zwangerschap' || reden === 'ziekte';
}

const LENGTE = 32;

/** As it is closed: every reden as long as the other, so that the ciphertext tells nothing. */
export function vulUit(reden: CasusReden): string {
  return reden.padEnd(LENGTE);
}

/** @throws Error when it is no reden */
export function leesReden(tekst: string): CasusReden {
  const gevonden = REDENEN.find((r) => r === tekst.trimEnd());
  if (gevonden === undefined) throw new Error('A stored reden is none.');
  return gevonden;
}
