import { SIGNAALTEKST, type Signaalsoort } from '#signalen';
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

/** The line for a signaal that is open since before a moment of the calendar: no new one. */
export function regelHerinnering(
  { leerlingId, casusId, soort }: { leerlingId: string; casusId: string | null; soort: Signaalsoort },
  bron: string,
): Gebeurtenis {
  const tekst = `Herinnering: ${SIGNAALTEKST[soort]}. Dit signaal staat nog open.`;
  return { leerlingId, casusId, soort: 'herinnering', tekst, gegevens: { signaal: soort }, bron, door: 'systeem' };
}
