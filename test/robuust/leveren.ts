import type { Antwoord, VraagOpties } from '../http/api.js';
import type { Keten } from '../scenario/keten.js';

/** A delivery as the api shows it. */
export interface Aanlevering {
  id: string;
  school: string;
  status: string;
  regels: number | null;
  tellingen: Record<string, number>;
  bevindingen: { fouten: number; waarschuwingen: number };
  redenWachten?: string;
}

export interface Bevinding {
  regel: number | null;
  kolom: string | null;
  waarde: string | null;
  code: string;
  tekst: string;
  ernst: string;
}

/** A refusal, in the form of RFC 9457. */
export interface Probleem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  fouten?: { veld: string; code: string; tekst: string }[];
}

export interface Levering extends VraagOpties {
  school?: string;
  peildatum?: string;
  modus?: string;
}

/** Sends a file as its school does, and gives whatever is answered. */
export function stuur<T = Aanlevering>(
  { api }: Keten,
  body: unknown,
  { school = '99AA00', peildatum, modus, als, koppen }: Levering = {},
): Promise<Antwoord<T>> {
  const vraag = new URLSearchParams({
    school,
    peildatum: peildatum ?? api.klok.vandaag(),
    ...(modus !== undefined && { modus }),
  });
  return api.vraag<T>('POST', `aanleveringen?${vraag.toString()}`, {
    als: als ?? `school-${school.slice(0, 4)}`,
    koppen: { 'content-type': 'text/csv; charset=utf-8', ...koppen },
    ...(body !== undefined && { body }),
  });
}

/** Sends a file that is taken, lets a worker do all work, and gives how it ended with what was found. */
export async function lever(
  keten: Keten,
  body: unknown,
  levering: Levering = {},
): Promise<Aanlevering & { gevonden: Bevinding[] }> {
  const antwoord = await stuur(keten, body, levering);
  if (antwoord.status !== 202) throw new Error(`${antwoord.status}: ${JSON.stringify(antwoord.body)}`);
  await keten.werkAf();
  return verslag(keten, antwoord.body);
}

export async function verslag(
  keten: Keten,
  { id, school }: Pick<Aanlevering, 'id' | 'school'>,
): Promise<Aanlevering & { gevonden: Bevinding[] }> {
  const als = `school-${school.slice(0, 4)}`;
  const aanlevering = await keten.vraag<Aanlevering>('GET', `aanleveringen/${id}`, als);
  const gevonden = await keten.alles<Bevinding>(`aanleveringen/${id}/bevindingen`, als);
  return { ...aanlevering, gevonden };
}

/** A refusal that a person can act on: problem+json, our code, one or more Dutch sentences, nothing of the inside. */
export function verwachtProbleem(
  antwoord: Antwoord<Partial<Probleem>>,
  status: number,
  code: string,
): Partial<Probleem> {
  const { body, koppen } = antwoord;
  expect({ status: antwoord.status, code: body.code }).toEqual({ status, code });
  expect(koppen.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ type: `urn:sluitend:fout:${code}`, status });
  for (const tekst of [body.detail, ...(body.fouten ?? []).map((f) => f.tekst)]) {
    expect(tekst).toMatch(/^[A-ZÉ0-9][^]*[.!?]$/);
    expect(tekst).not.toMatch(/\b(error|null|undefined|select|exception|stack|at \/)\b/i);
  }
  return body;
}
