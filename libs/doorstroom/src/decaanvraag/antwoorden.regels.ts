import { DECAANANTWOORDEN, type Decaanantwoord } from '#casussen';
import { DomeinFout } from '#kern';

/** A plan that needs no mbo application (domain.md 3, voorgenomenVervolg). */
export const VERVOLGKEUZES = [
  ...(['havo', 'vmbo', 'vavo', 'zittenblijven', 'pro', 'vso', 'particulier', 'werk', 'dagbesteding'] as const),
] as const;
export type Vervolgkeuze = (typeof VERVOLGKEUZES)[number];

/** What a school answers about one pupil, well-formed. */
export interface Antwoord {
  trajectId: string;
  antwoord: Decaanantwoord;
  brin: string | null;
  vervolgkeuze: Vervolgkeuze | null;
  toelichting: string | null;
}

/** Why one row was not saved; the other rows were. */
export interface Weigering {
  code: string;
  tekst: string;
}

export const MEESTE_RIJEN = 500;
const LANGSTE_TOELICHTING = 2000;
const VELDEN = ['trajectId', 'antwoord', 'brin', 'vervolgkeuze', 'toelichting'];

/** @throws DomeinFout 400 `invoerOngeldig` when it is no list of 1 to 500 rows */
export function leesRijen(inhoud: unknown): unknown[] {
  if (Array.isArray(inhoud) && inhoud.length > 0 && inhoud.length <= MEESTE_RIJEN) return inhoud;
  const tekst = `Stuur een lijst van 1 tot ${MEESTE_RIJEN} antwoorden: [{"trajectId": "12", "antwoord": "isBezig"}].`;
  throw new DomeinFout('ongeldig', 'invoerOngeldig', tekst, { fouten: [{ veld: '', code: 'lijst', tekst }] });
}

/** One row: an answer, or why it is none. */
export function leesAntwoord(rij: unknown): Antwoord | Weigering {
  if (typeof rij !== 'object' || rij === null || Array.isArray(rij)) return VORM;
  const velden = rij as Readonly<Record<string, unknown>>;
  const { trajectId } = velden;
  if (Object.keys(velden).some((veld) => !VELDEN.includes(veld))) return VORM;
  if (typeof trajectId !== 'string' || !/^[1-9]\d{0,17}$/.test(trajectId)) return ZONDER_TRAJECT;
  const antwoord = DECAANANTWOORDEN.find((soort) => soort === velden['antwoord']);
  if (antwoord === undefined) return ONBEKEND_ANTWOORD;
  const toelichting = velden['toelichting'] ?? null;
  if (toelichting !== null && !isTekst(toelichting)) return TOELICHTING;
  const brin = velden['brin'] ?? null;
  const vervolgkeuze = velden['vervolgkeuze'] ?? null;
  const bij = keurErbij(antwoord, brin, vervolgkeuze);
  return 'code' in bij ? bij : { trajectId, antwoord, toelichting, ...bij };
}

/** A school belongs to «aangemeldBij» and a plan to «voorgenomenVervolg», to nothing else. */
function keurErbij(
  antwoord: Decaanantwoord,
  brin: unknown,
  vervolgkeuze: unknown,
): Pick<Antwoord, 'brin' | 'vervolgkeuze'> | Weigering {
  if (antwoord === 'aangemeldBij') {
    if (typeof brin !== 'string' || !/^\d{2}[A-Z]{2}$/.test(brin)) return WELKE_SCHOOL;
    return vervolgkeuze === null ? { brin, vervolgkeuze: null } : PAST_NIET;
  }
  if (brin !== null) return PAST_NIET;
  if (antwoord !== 'voorgenomenVervolg') return vervolgkeuze === null ? { brin: null, vervolgkeuze: null } : PAST_NIET;
  const plan = VERVOLGKEUZES.find((keuze) => keuze === vervolgkeuze);
  return plan === undefined ? WELK_PLAN : { brin: null, vervolgkeuze: plan };
}

function isTekst(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && waarde.trim() !== '' && waarde.length <= LANGSTE_TOELICHTING;
}

const VORM: Weigering = {
  code: 'rijOngeldig',
  tekst: `Een antwoord heeft alleen deze velden: ${VELDEN.join(', ')}.`,
};
const ZONDER_TRAJECT: Weigering = {
  code: 'rijOngeldig',
  tekst: 'Zet in «trajectId» het id van de leerling in deze vraag.',
};
const ONBEKEND_ANTWOORD: Weigering = {
  code: 'antwoordOnbekend',
  tekst: `Kies als antwoord een van: ${DECAANANTWOORDEN.join(', ')}.`,
};
const TOELICHTING: Weigering = {
  code: 'toelichtingOngeldig',
  tekst: `De toelichting is een tekst van hoogstens ${LANGSTE_TOELICHTING} tekens.`,
};
const WELKE_SCHOOL: Weigering = {
  code: 'brinOntbreekt',
  tekst: 'Waar is de leerling aangemeld? Zet in «brin» vier tekens, zoals 25LX.',
};
const WELK_PLAN: Weigering = {
  code: 'vervolgkeuzeOntbreekt',
  tekst: `Wat is het plan? Kies als «vervolgkeuze» een van: ${VERVOLGKEUZES.join(', ')}. Gaat de leerling naar het mbo, kies dan aangemeldBij.`,
};
const PAST_NIET: Weigering = {
  code: 'pastNietBijAntwoord',
  tekst: '«brin» hoort alleen bij aangemeldBij, «vervolgkeuze» alleen bij voorgenomenVervolg.',
};

export const NIET_IN_VRAAG: Weigering = {
  code: 'nietInDezeVraag',
  tekst: 'Deze leerling staat niet in deze vraag. Haal de vraag opnieuw op.',
};
export const DUBBEL: Weigering = {
  code: 'dubbel',
  tekst: 'Over deze leerling staan twee antwoorden in uw lijst. Het eerste is gebruikt.',
};
