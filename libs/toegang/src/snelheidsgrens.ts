import { DomeinFout, type Wie } from '#kern';

/** Searches that one asker may do in a minute: more than a person does, too few to try names and numbers. */
const HOOGSTENS = 30;
const VENSTER_MS = 60_000;
const VEEL_VRAGERS = 10_000;

/**
 * Limits searches for a youngster (toegang.md 6). Counted per process: with several api processes an asker gets a little
 * more, which is no leak; the limit per day comes from the logboek with its own issue.
 */
export class Snelheidsgrens {
  private readonly tellers = new Map<string, { vanafMs: number; aantal: number }>();

  constructor(
    private readonly nu: () => Date,
    private readonly hoogstens = HOOGSTENS,
  ) {}

  /** @throws DomeinFout `teVeelZoekvragen` */
  tel(wie: Wie): void {
    const nuMs = this.nu().getTime();
    const sleutel = `${wie.regioId}:${wie.soort}:${wie.id}`;
    const teller = this.tellers.get(sleutel);
    if (teller === undefined || nuMs - teller.vanafMs >= VENSTER_MS) {
      this.ruimOp(nuMs);
      this.tellers.set(sleutel, { vanafMs: nuMs, aantal: 1 });
      return;
    }
    teller.aantal += 1;
    if (teller.aantal <= this.hoogstens) return;
    throw new DomeinFout(
      'teVeel',
      'teVeelZoekvragen',
      'U zocht heel vaak in korte tijd. Wacht een minuut en zoek dan verder.',
    );
  }

  private ruimOp(nuMs: number): void {
    if (this.tellers.size < VEEL_VRAGERS) return;
    for (const [sleutel, { vanafMs }] of this.tellers) if (nuMs - vanafMs >= VENSTER_MS) this.tellers.delete(sleutel);
  }
}
