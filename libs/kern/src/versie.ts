import { DomeinFout } from './fout.js';

/** Which state the caller wants to change: the versie of the body, the `If-Match` of the headers, or both. */
export interface GelezenVersie {
  versie?: number | undefined;
  /** The header as it came. */
  ifMatch?: string | undefined;
}

/**
 * Compares what was read with what is there (api.md: 409 on `versie`, 412 on `If-Match`).
 * @param huidig makes the present state as this asker may see it; asked only when it differs
 * @throws DomeinFout 400 `versieOntbreekt`; 409 or 412 `versieVerouderd`, each with `huidig` and, beside it, what was read
 */
export async function keurVersie(
  gelezen: GelezenVersie,
  versie: number,
  huidig: () => Promise<unknown>,
): Promise<void> {
  const { ifMatch } = gelezen;
  if (gelezen.versie === undefined && ifMatch === undefined) throw versieOntbreekt();
  if (ifMatch !== undefined && !(ifMatch.trim() === '*' || uitEtags(ifMatch).includes(versie))) {
    throw new DomeinFout('voorwaardeMislukt', 'versieVerouderd', VEROUDERD, { huidig: await huidig() });
  }
  if (gelezen.versie !== undefined && gelezen.versie !== versie) {
    const extra = { huidig: await huidig(), gelezenVersie: gelezen.versie };
    throw new DomeinFout('conflict', 'versieVerouderd', VEROUDERD, extra);
  }
}

const VEROUDERD =
  'Iemand heeft dit net veranderd. Bekijk bij «huidig» hoe het nu is, en stuur uw wijziging daarna opnieuw met die versie.';

function uitEtags(kop: string): number[] {
  return [...kop.matchAll(/"(\d{1,9})"/g)].map(([, cijfers]) => Number(cijfers));
}

function versieOntbreekt(): DomeinFout {
  const tekst = 'Stuur mee welke versie u hebt gelezen: als «versie» in de inhoud, of als ETag in de kop «If-Match».';
  return new DomeinFout('ongeldig', 'versieOntbreekt', tekst, {
    fouten: [{ veld: 'versie', code: 'verplicht', tekst }],
  });
}
