/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Zaad {
  constructor(private staat: number) {}

  /** From 0 up to 1. */
  deel(): number {
    this.staat = (this.staat + 0x6d2b79f5) | 0;
    let t = Math.imul(this.staat ^ (this.staat >>> 15), 1 | this.staat);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to `onder`. */
  getal(onder: number): number {
    return Math.floor(this.deel() * onder);
  }

  kies<T>(lijst: readonly T[]): T {
    return lijst[this.getal(lijst.length)] as T;
  }

  /** The same things in another order. */
  schud<T>(lijst: readonly T[]): T[] {
    const uit = [...lijst];
    for (let i = uit.length - 1; i > 0; i -= 1) {
      const j = this.getal(i + 1);
      [uit[i], uit[j]] = [uit[j] as T, uit[i] as T];
    }
    return uit;
  }
}
