import type { TestDatabase } from '#database/test';

/** Far more than it takes, since a machine that tests is busy; reached only when what is waited for never comes. */
const GEDULD_MS = 60_000;

/** Looks until it is so; fails with what was seen last. */
export async function tot<T>(wat: string, kijk: () => Promise<T>, goed: (gezien: T) => boolean): Promise<T> {
  const uiterlijk = Date.now() + GEDULD_MS;
  for (;;) {
    const gezien = await kijk();
    if (goed(gezien)) return gezien;
    if (Date.now() > uiterlijk) throw new Error(`Never: ${wat}; last seen: ${JSON.stringify(gezien)}`);
    await new Promise((verder) => setTimeout(verder, 20));
  }
}

/** Until every row of the ledger is done; fails at once on one that was given up. */
export async function totAllesKlaar({ bron }: TestDatabase): Promise<void> {
  await tot(
    'an empty ledger',
    () =>
      bron.query<{ soort: string; pogingen: number; dood: boolean; fout: string | null }[]>(
        `select soort, pogingen, dood_op is not null as dood, fout_code as fout from opdracht where klaar_op is null`,
      ),
    (open) => {
      if (open.some((o) => o.dood)) throw new Error(`Given up: ${JSON.stringify(open)}`);
      return open.length === 0;
    },
  );
}
