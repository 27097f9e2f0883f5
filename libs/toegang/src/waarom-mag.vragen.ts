import { Binds, type Tx } from '#database';
import type { Reden, Wie } from '#kern';
import type { Laag } from './kolommen.js';
import { redenVan } from './zichtbaar.js';

/** One youngster (with how deep one looks, T0 when left out) or one casus. */
export type Wat = { leerling: string; laag?: Laag } | { casus: string };

/**
 * Why this asker may see one leerling or casus, by the same rules as `zichtbaar`; it goes into the logboek.
 * @param gronden on which something is allowed: of several reasons one of these is given, the first of the rules otherwise
 * @returns null when there is no reason, or no such row: the answer is 404 either way, so that nobody learns which.
 */
export async function waaromMag(tx: Tx, wie: Wie, wat: Wat, gronden: readonly Reden[] = []): Promise<Reden | null> {
  const [id, vraag] = 'casus' in wat ? [wat.casus, opCasus] : [wat.leerling, opLeerling(wat.laag ?? 'T0')];
  if (!/^[1-9]\d{0,18}$/.test(id) || BigInt(id) > HOOGSTE) return null;
  const binds = new Binds();
  const rijen = await tx.query<{ reden: Reden | null }[]>(vraag(wie, id, binds, gronden), binds.waarden);
  return rijen[0]?.reden ?? null;
}

const HOOGSTE = 2n ** 63n - 1n;

function opLeerling(laag: Laag): (wie: Wie, id: string, binds: Binds, gronden: readonly Reden[]) => string {
  return (wie, id, binds, gronden) => {
    const reden = redenVan(
      wie,
      { onderwerp: 'leerling', leerling: 'l.id', woongemeente: 'l.woongemeente', laag },
      binds,
      gronden,
    );
    return `select ${reden} as reden from leerling l where l.regio_id = ${binds.bind(wie.regioId)} and l.id = huidige_leerling(${binds.bind(wie.regioId)}, ${binds.bind(id)}::bigint)`;
  };
}

function opCasus(wie: Wie, id: string, binds: Binds, gronden: readonly Reden[]): string {
  const reden = redenVan(
    wie,
    {
      onderwerp: 'casus',
      casus: 'c.id',
      leerling: 'c.leerling_id',
      woongemeente: 'l.woongemeente',
      school: 'c.school',
      verantwoordelijke: 'c.verantwoordelijke_id',
      fase: 'c.fase',
      geslotenOp: 'c.gesloten_op',
    },
    binds,
    gronden,
  );
  return `select ${reden} as reden from casus c join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id
    where c.regio_id = ${binds.bind(wie.regioId)} and c.id = ${binds.bind(id)}::bigint`;
}
