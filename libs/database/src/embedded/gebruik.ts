import { ditProces, leeftNog } from '#config';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wacht } from './hulpprogramma.js';

type Staat = 'gebruikt' | 'stopt';

interface Ander {
  bestand: string;
  pid: number;
  begin: string;
  staat: Staat;
}

/**
 * Which processes use a cluster, as files `pid-begin-toeval.staat` in its folder, so that a CLI command that started the
 * database does not stop it under a `start` that came later. A user announces itself before it looks at the cluster, and
 * announces that it stops before it looks for others: whichever was first, one of the two sees the other.
 */
export class Gebruik {
  private constructor(
    private readonly map: string,
    private readonly naam: string,
  ) {}

  static async meld(map: string): Promise<Gebruik> {
    await mkdir(map, { recursive: true, mode: 0o700 });
    const { pid, begin } = await ditProces();
    const naam = `${pid}-${begin}-${randomBytes(4).toString('hex')}`;
    await writeFile(join(map, `${naam}.gebruikt`), '', { flag: 'wx' });
    const gebruik = new Gebruik(map, naam);
    while ((await gebruik.anderen()).some((ander) => ander.staat === 'stopt')) await wacht(25);
    return gebruik;
  }

  /** Whether nobody else uses the cluster. From here on new users wait until `weg` is called. */
  async isLaatste(): Promise<boolean> {
    await rename(join(this.map, `${this.naam}.gebruikt`), join(this.map, `${this.naam}.stopt`));
    return (await this.anderen()).every((ander) => ander.staat === 'stopt');
  }

  async weg(): Promise<void> {
    await rm(join(this.map, `${this.naam}.gebruikt`), { force: true });
    await rm(join(this.map, `${this.naam}.stopt`), { force: true });
  }

  private async anderen(): Promise<Ander[]> {
    const levend: Ander[] = [];
    for (const ander of (await readdir(this.map)).map(ontleed)) {
      if (ander === undefined || ander.bestand.startsWith(this.naam)) continue;
      if (await leeftNog(ander)) levend.push(ander);
      else await rm(join(this.map, ander.bestand), { force: true });
    }
    return levend;
  }
}

function ontleed(bestand: string): Ander | undefined {
  const [, pid, begin, staat] = /^(\d+)-(\d+)-[0-9a-f]+\.(gebruikt|stopt)$/.exec(bestand) ?? [];
  if (pid === undefined || begin === undefined) return undefined;
  return { bestand, pid: Number(pid), begin, staat: staat === 'stopt' ? 'stopt' : 'gebruikt' };
}
