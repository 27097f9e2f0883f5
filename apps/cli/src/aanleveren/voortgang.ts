const BREEDTE = 24;

/** A bar on the last line of a terminal; elsewhere, such as in cron, nothing. */
export class Voortgang {
  private getekend = '';

  constructor(
    private readonly uit: NodeJS.WriteStream,
    private readonly aan: boolean = uit.isTTY,
  ) {}

  /** Passes bytes on and shows how far they are. */
  async *over(stukken: AsyncIterable<Buffer>, totaal: number): AsyncGenerator<Buffer> {
    let gedaan = 0;
    for await (const stuk of stukken) {
      gedaan += stuk.length;
      this.toon(balk(gedaan, totaal));
      yield stuk;
    }
  }

  toon(regel: string): void {
    if (!this.aan || regel === this.getekend) return;
    this.getekend = regel;
    this.uit.write(`\r\u001b[K${regel}`);
  }

  klaar(): void {
    if (this.aan && this.getekend !== '') this.uit.write('\r\u001b[K');
    this.getekend = '';
  }
}

export function balk(gedaan: number, totaal: number): string {
  const deel = totaal === 0 ? 1 : Math.min(1, gedaan / totaal);
  const vol = Math.floor(deel * BREEDTE);
  return `[${'#'.repeat(vol)}${'.'.repeat(BREEDTE - vol)}] ${Math.floor(deel * 100)} % van ${mb(totaal)}`;
}

function mb(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
