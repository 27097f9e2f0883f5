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

/** The line for who left the cohort because the delivery in which they were candidate was undone. */
export function regelUitCohort(leerlingId: string, bron: string): Gebeurtenis {
  return {
    leerlingId,
    soort: 'uitCohort',
    tekst:
      'De aanlevering waarin deze leerling kandidaat was, is ongedaan gemaakt. De leerling wordt niet meer gevolgd.',
    gegevens: {},
    bron,
    door: 'systeem',
  };
}
