import type { Tx } from '#database';
import type { Reden, Wie } from '#kern';
import type { Logboek, Onderwerp } from './logboek.js';

/**
 * One logboek row per youngster that a page shows, each with its own reason; one without youngster when the page is
 * empty, since also an empty answer tells something.
 */
export async function legLezing(
  logboek: Logboek,
  tx: Tx,
  wat: { wie: Wie; onderwerp: Onderwerp; route: string },
  rijen: readonly { leerlingId: string | null; reden: Reden }[],
): Promise<void> {
  const perReden = new Map<Reden, string[]>();
  for (const { leerlingId, reden } of rijen) {
    const lijst = perReden.get(reden) ?? [];
    if (leerlingId !== null) lijst.push(leerlingId);
    perReden.set(reden, lijst);
  }
  if (perReden.size === 0) perReden.set('niets gevonden', []);
  for (const [reden, leerlingIds] of perReden) {
    await logboek.leg(tx, { ...wat, handeling: 'lezen', leerlingIds, reden });
  }
}
