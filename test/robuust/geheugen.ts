import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MIB = 1024 * 1024;

/** A file of one endless line between `begin` and `einde`, made while it is sent, that watches the memory of this process. */
export class LangeRegel {
  private readonly ruim: () => void;
  private readonly vooraf: number;
  private readonly metingen: number[] = [];
  private gestuurd = 0;
  readonly stroom: ReadableStream<Uint8Array>;

  /** @param mib length of the line in mebibytes. */
  constructor(begin: string, mib: number, einde: string) {
    setFlagsFromString('--expose-gc');
    this.ruim = runInNewContext('gc') as () => void;
    this.vooraf = this.vast();
    const stuk = new Uint8Array(MIB).fill(0x61);
    this.stroom = new ReadableStream<Uint8Array>(
      {
        start: (uit) => uit.enqueue(Buffer.from(begin)),
        pull: (uit) => {
          if (this.gestuurd < mib) uit.enqueue(stuk);
          else {
            uit.enqueue(Buffer.from(einde));
            uit.close();
          }
          this.gestuurd += 1;
          if (this.gestuurd % 10 === 0) this.metingen.push(this.vast());
        },
      },
      { highWaterMark: 0 },
    );
  }

  /**
   * What was held beyond what was held before, in mebibytes: the least of the measurements of the second half. What is
   * kept of the file stands in all of them; garbage that is not yet swept in some.
   */
  get gegroeid(): number {
    return (Math.min(...this.metingen.slice(this.metingen.length / 2)) - this.vooraf) / MIB;
  }

  private vast(): number {
    this.ruim();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  }
}
