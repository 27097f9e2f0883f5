/** The middle one. */
export function mediaan(getallen: readonly number[]): number {
  return [...getallen].sort((a, b) => a - b)[Math.floor(getallen.length / 2)] ?? Number.NaN;
}

/** To two decimals. */
export function rond(getal: number): number {
  return Math.round(getal * 100) / 100;
}
