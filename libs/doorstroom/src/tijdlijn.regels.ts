import type { Gebeurtenis } from '#casussen';
import { STATUSTEKST, type Statuswijziging } from './traject.js';

/** The line for a status that changed; also one that is no signaal leaves this trace (domain.md 3). */
export function regelStatus(
  { leerlingId, oudeStatus, status, statusDatum }: Statuswijziging,
  bron: string,
): Gebeurtenis {
  return {
    leerlingId,
    soort: 'statusGewijzigd',
    tekst: `De status van het vervolg is nu «${STATUSTEKST[status]}». Eerst was die «${STATUSTEKST[oudeStatus]}».`,
    gegevens: { van: oudeStatus, naar: status, statusDatum },
    bron,
    door: 'systeem',
  };
}
