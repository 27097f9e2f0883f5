import { openMigraties } from '#database';
import { WachtrijGereed } from '#wachtrij';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How one part of the instance is doing. */
export interface OnderdeelStand {
  gereed: boolean;
  /** A Dutch sentence that says what to do; only when not ready. */
  reden?: string;
}

/** What an instance needs before it is worth sending requests to. */
export interface Gereedheidsstand {
  gereed: boolean;
  onderdelen: { database: OnderdeelStand; migraties: OnderdeelStand; wachtrij: OnderdeelStand };
}

const GOED: OnderdeelStand = { gereed: true };
const GEDULD_MS = 3000;

/** Asks every part how it is doing. A part that does not answer in three seconds is not ready. */
@Injectable()
export class GezondheidService {
  constructor(
    private readonly bron: DataSource,
    @Inject(WachtrijGereed) private readonly wachtrij: Pick<WachtrijGereed, 'controleer'>,
  ) {}

  async controleer(): Promise<Gereedheidsstand> {
    const [database, migraties, wachtrij] = await Promise.all([
      vraag(() => this.database(), 'De database antwoordt niet. Controleer of PostgreSQL draait en bereikbaar is.'),
      vraag(() => this.migraties(), 'De stand van de migraties is niet te lezen. Controleer de database.'),
      vraag(() => this.wachtrij.controleer(), 'De wachtrij antwoordt niet. Controleer de database en Redis.'),
    ]);
    return {
      gereed: database.gereed && migraties.gereed && wachtrij.gereed,
      onderdelen: { database, migraties, wachtrij },
    };
  }

  private async database(): Promise<OnderdeelStand> {
    await this.bron.query('select 1');
    return GOED;
  }

  private async migraties(): Promise<OnderdeelStand> {
    const open = await openMigraties(this.bron);
    if (open.length === 0) return GOED;
    return {
      gereed: false,
      reden: `De database loopt ${open.length} migraties achter. Voer uit: npm run -s sluitend -- migreer`,
    };
  }
}

async function vraag(doe: () => Promise<OnderdeelStand>, reden: string): Promise<OnderdeelStand> {
  let wekker: NodeJS.Timeout | undefined;
  const teLaat = new Promise<OnderdeelStand>((klaar) => {
    wekker = setTimeout(() => klaar({ gereed: false, reden }), GEDULD_MS);
  });
  try {
    // What went wrong may hold an address or a name of a server, and this answer is public.
    return await Promise.race([doe().catch(() => ({ gereed: false, reden })), teLaat]);
  } finally {
    clearTimeout(wekker);
  }
}
