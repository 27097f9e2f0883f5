/**
 * What must go up in the same transaction: a lower lib declares the haak, the upper lib fills it when it starts. The
 * module that declares it calls `keur()` at boot, so that an unfilled one refuses the start instead of losing work.
 */
export class Haak<T> {
  private vulling: T | undefined;

  /** @param naam for the message at boot, e.g. `organisaties.bijDeactiveren` */
  constructor(readonly naam: string) {}

  /** Fills it; a second filling is a mistake of the wiring. */
  vul(inhoud: T): void {
    if (this.vulling !== undefined) throw new Error(`The haak ${this.naam} is filled twice.`);
    this.vulling = inhoud;
  }

  /** What the upper lib wants done. */
  get inhoud(): T {
    if (this.vulling === undefined) throw new Error(`The haak ${this.naam} is not filled.`);
    return this.vulling;
  }

  /** @throws Error when nobody filled it. */
  keur(): void {
    if (this.vulling === undefined) throw new Error(`The haak ${this.naam} is not filled.`);
  }
}
