import { TAAKTEKST } from '#taken';
import type { Gebeurtenis } from '../casus.js';
import type { BeeindigdeOpschaling, NieuweOpschaling } from './opschaling.js';

const SYSTEEM = 'systeem';

/** Who was told, and of what. */
export function regelOpgeschaald(o: NieuweOpschaling, bron: string): Gebeurtenis {
  const wie = o.niveau === 'teamleider' ? o.naarNaam : `${o.naarNaam} (regiocoördinator)`;
  const wat =
    o.om === 'overname'
      ? 'Op het aanbod van deze casus is geen antwoord gekomen.'
      : `De stap «${TAAKTEKST[o.taakSoort]}» is te lang blijven liggen.`;
  return {
    ...{ leerlingId: o.leerlingId, casusId: o.casusId, bron, door: SYSTEEM },
    soort: 'opgeschaald',
    tekst: `${wat} ${wie} kijkt waarom.`,
    gegevens: { opschalingId: o.id, niveau: o.niveau, om: o.om, naarId: o.naarId, uiterlijk: o.uiterlijk },
  };
}

/** The casus moves again. */
export function regelWeerInBeweging({ casusId, leerlingId }: BeeindigdeOpschaling, bron: string): Gebeurtenis {
  const tekst = 'De casus is weer in beweging. De opschaling is voorbij.';
  return { leerlingId, casusId, soort: 'opschalingVoorbij', tekst, gegevens: {}, bron, door: SYSTEEM };
}

/** Who was told looks after it. */
export function regelGezien(
  { casusId, leerlingId, id }: { casusId: string; leerlingId: string; id: string },
  door: { naam: string; id: string },
  bron: string,
): Gebeurtenis {
  const tekst = `${door.naam} heeft gezien dat de casus stilstaat.`;
  const over = { leerlingId, casusId, bron, door: `medewerker:${door.id}` };
  return { ...over, soort: 'opschalingGezien', tekst, gegevens: { opschalingId: id } };
}
