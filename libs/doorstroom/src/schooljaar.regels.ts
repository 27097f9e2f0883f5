import { DomeinFout, leesSchooljaar, type Schooljaar } from '#kern';

/** Reads a schooljaar from a path or body, «2025-2026». @throws DomeinFout `schooljaarOngeldig` */
export function schooljaarUit(tekst: string): Schooljaar {
  const schooljaar = leesSchooljaar(tekst);
  if (schooljaar !== null) return schooljaar;
  throw new DomeinFout('ongeldig', 'schooljaarOngeldig', 'Dit is geen schooljaar. Schrijf het zo: 2025-2026.', {
    fouten: [{ veld: 'schooljaar', code: 'schooljaarOngeldig', tekst: 'Schrijf het schooljaar zo: 2025-2026.' }],
  });
}
