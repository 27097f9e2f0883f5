import type { Gebeurtenis } from '../casus.js';
import type { Wie } from '#kern';
import type { Aanbod, Besluit } from './overname.js';

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

/** The offer that was decided on. */
export interface Besloten {
  id: string;
  leerlingId: string;
  casusId: string;
  naarId: string | null;
  vanNaam: string;
}

/** What was decided; why stands in the overname. */
export function regelBesloten(rij: Besloten, besluit: Besluit, wie: Wie, bron: string): Gebeurtenis {
  const regio = rij.naarId === null;
  const tekst = {
    geaccepteerd: regio ? 'De andere regio neemt de casus over.' : `${wie.naam} nam de casus over van ${rij.vanNaam}.`,
    geweigerd: `${regio ? 'De andere regio' : wie.naam} neemt de casus niet over. ${rij.vanNaam} is aan zet.`,
    ingetrokken: `${wie.naam} trok het aanbod in.`,
  }[besluit];
  const soort = {
    geaccepteerd: 'overnameGeaccepteerd',
    geweigerd: 'overnameGeweigerd',
    ingetrokken: 'overnameIngetrokken',
  };
  const over = { leerlingId: rij.leerlingId, casusId: rij.casusId, bron, door: `medewerker:${wie.id}` };
  return { ...over, soort: soort[besluit], tekst, gegevens: { overnameId: rij.id } };
}
