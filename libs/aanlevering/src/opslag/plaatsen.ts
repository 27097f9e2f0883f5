/** Lets a fixed number run at once; the rest waits its turn. */
export class Plaatsen {
  private readonly wachtend: (() => void)[] = [];
  private bezet = 0;

  constructor(private readonly aantal: number) {}

  async metPlaats<T>(werk: () => Promise<T>): Promise<T> {
    if (this.bezet < this.aantal) this.bezet += 1;
    else await new Promise<void>((mag) => this.wachtend.push(mag));
    try {
      return await werk();
    } finally {
      // The place goes straight to the next in line.
      const volgende = this.wachtend.shift();
      if (volgende === undefined) this.bezet -= 1;
      else volgende();
    }
  }
}
