import type { Gebeurtenis } from '../casus.js';
import type { Aanbod } from './overname.js';

const SYSTEEM = 'systeem';

/** Who is asked, and who answers for the casus until then. Why stands in the offer: where one lives is not for everybody. */
export function regelAangeboden(
  { casus, keuze, aanleiding, gever }: Aanbod,
  vervaltOp: string | null,
  bron: string,
): Gebeurtenis {
  const aan = keuze === null ? 'een andere regio' : keuze.medewerker.naam;
  const eigenaar = casus.verantwoordelijke;
  return {
    leerlingId: casus.invoer.leerlingId,
    casusId: casus.casusId,
    soort: 'overnameAangeboden',
    tekst: `De casus is aangeboden aan ${aan}. Tot die haar aanneemt, blijft ${eigenaar.naam} verantwoordelijk.`,
    gegevens: { vanId: eigenaar.id, naarId: keuze?.medewerker.id ?? null, aanleiding, vervaltOp },
    bron,
    door: gever === undefined ? SYSTEEM : `medewerker:${gever.id}`,
  };
}

/** Who was asked cannot answer any more. */
export function regelOntvangerWeg(
  { leerlingId, casusId }: { leerlingId: string; casusId: string },
  bron: string,
): Gebeurtenis {
  const tekst = 'Wie de casus kreeg aangeboden, kan niet meer antwoorden. Het aanbod is vervallen.';
  return { leerlingId, casusId, soort: 'overnameVervallen', tekst, bron, door: SYSTEEM };
}
