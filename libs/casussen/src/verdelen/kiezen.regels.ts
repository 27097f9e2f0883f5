import type { Invoer, Kandidaat, Keuze, LopendeCasus } from '../routering/routering.js';
import type { Ontvanger } from './ontvanger.js';

/**
 * Divides casussen over colleagues whom a person chose: each to who has the lowest openCasussen / capaciteit of them by then.
 * Capacity ranks, it does not refuse: who divides has seen the numbers (werkplek.md, «nu → straks»).
 */
export function kiesUit(ontvangers: readonly Ontvanger[], casussen: readonly LopendeCasus[]): (Keuze | null)[] {
  const lasten = new Map(ontvangers.map((o) => [o.id, o.openCasussen]));
  const last = (id: string): number => lasten.get(id) ?? 0;
  return casussen.map(({ invoer, verantwoordelijke }) => {
    if (lasten.has(verantwoordelijke.id)) return null;
    const kandidaten = ontvangers.map((o): Kandidaat => alsKandidaat(o, last(o.id)));
    const gekozen = kandidaten.reduce((beste, k) => (vrijer(k, beste) ? k : beste));
    lasten.set(gekozen.medewerker.id, last(gekozen.medewerker.id) + 1);
    return keuze(invoer, gekozen, kandidaten);
  });
}

/** The choice of a person: no rule, no team. */
export function keuze(invoer: Invoer, { medewerker }: Pick<Kandidaat, 'medewerker'>, kandidaten: Kandidaat[]): Keuze {
  return { invoer, medewerker, regel: null, team: null, kandidaten, terugval: null };
}

function alsKandidaat({ id, naam, capaciteit, aanwezig }: Ontvanger, openCasussen: number): Kandidaat {
  return { medewerker: { id, naam }, openCasussen, capaciteit, aanwezig, binnenBereik: true };
}

function vrijer(a: Kandidaat, b: Kandidaat): boolean {
  // crosswise, as in routing; who has no capacity comes last
  const ruimte = (k: Kandidaat): number => Math.max(k.capaciteit, 0.01);
  return a.openCasussen * ruimte(b) < b.openCasussen * ruimte(a);
}
