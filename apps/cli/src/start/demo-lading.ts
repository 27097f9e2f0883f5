import { demoDatumPad, type Config } from '#config';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vindDemo, type DemoOpdracht, type LaadDemo } from './demo-haak.js';

/** The date of the demo region, unless VANDAAG says otherwise (inrichting.md). */
const DEMO_DATUM = '2026-09-10';

/** Loading of the demo region into an instance that asks for it, resumed when an earlier start was cut off. */
export class DemoLading {
  private constructor(
    private readonly dataDir: string,
    private readonly doe: LaadDemo,
  ) {}

  /**
   * Decides whether the demo is to be loaded, and fixes the date of this instance if so.
   * @param leeg Whether no region was ever set up here.
   */
  static async kies(config: Config, leeg: boolean): Promise<DemoLading | undefined> {
    const begonnen = existsSync(demoDatumPad(config.dataDir));
    const gewenst = config.demo ?? config.embedded;
    if (!gewenst || !(leeg || begonnen) || (!leeg && DemoLading.isGedaan(config.dataDir))) return undefined;
    const doe = await vindDemo();
    if (!begonnen) await writeFile(demoDatumPad(config.dataDir), `${config.vandaag ?? DEMO_DATUM}\n`);
    return new DemoLading(config.dataDir, doe);
  }

  static isGedaan(dataDir: string): boolean {
    return existsSync(gedaanPad(dataDir));
  }

  async laad(opdracht: DemoOpdracht): Promise<void> {
    await this.doe(opdracht);
    await writeFile(gedaanPad(this.dataDir), '');
  }
}

function gedaanPad(dataDir: string): string {
  return join(dataDir, 'demo-klaar');
}
