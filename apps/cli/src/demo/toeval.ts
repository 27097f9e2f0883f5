/** Reproducible chance: the same seed gives the same demo region on every machine. */
export class Toeval {
  private stand: number;

  constructor(zaad: number) {
    this.stand = zaad >>> 0;
  }

  /** A number from 0 up to but not including 1 (mulberry32). */
  deel(): number {
    this.stand = (this.stand + 0x6d2b79f5) >>> 0;
    let t = this.stand;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `van` up to and including `tot`. */
  geheel(van: number, tot: number): number {
    return van + Math.floor(this.deel() * (tot - van + 1));
  }

  kies<T>(keuzes: readonly T[]): T {
    const keuze = keuzes[this.geheel(0, keuzes.length - 1)];
    if (keuze === undefined) throw new Error('There is nothing to choose from.');
    return keuze;
  }

  /** One of the keys, each with its weight. */
  verdeel<T extends string>(gewichten: Readonly<Record<T, number>>): T {
    const delen = Object.entries(gewichten) as [T, number][];
    let rest = this.deel() * delen.reduce((som, [, gewicht]) => som + gewicht, 0);
    for (const [naam, gewicht] of delen) {
      rest -= gewicht;
      if (rest < 0) return naam;
    }
    const laatste = delen.at(-1);
    if (laatste === undefined) throw new Error('There is nothing to choose from.');
    return laatste[0];
  }
}
