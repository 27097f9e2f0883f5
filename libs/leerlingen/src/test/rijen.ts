import { metElfproef } from '#kern';
import type { PgnSleutels } from '../pgn-sleutels.js';

/** A row as a spec writes it: only what the spec is about; the rest is filled in. */
export interface Proefrij {
  leerlingnummer: string;
  pgn?: string;
  achternaam?: string;
  voorvoegsel?: string;
  roepnaam?: string;
  geboortedatum?: string;
  geslacht?: string;
  postcode?: string | null;
  gemeentecode?: string;
  adresGeheim?: boolean;
  onderwijssoort?: string;
  leerweg?: string | null;
  niveau?: number;
  opleidingscode?: string;
  aanmeldingId?: string;
  status?: string;
  statusDatum?: string;
  verschenenOp?: string;
  begindatum?: string;
  einddatum?: string;
  examenkandidaat?: boolean;
  uitslag?: string;
  diplomadatum?: string;
  uitstroomprofiel?: string;
  vervolgkeuze?: string;
  aanmeldingBrin?: string;
  aanmeldstatus?: string;
  aanmeldstatusDatum?: string;
  mentor?: string;
  /** False: refused by the row checks. */
  goed?: boolean;
}

const STANDAARD = {
  ...{ achternaam: 'Jansen', roepnaam: 'Sam', geboortedatum: '2009-05-04', postcode: '5211AB', onderwijssoort: 'vmbo' },
  ...{ status: 'ingeschreven', begindatum: '2025-08-01', goed: true },
};

/** A candidate of vmbo-tl. */
export function kandidaat(rij: Proefrij): Proefrij {
  return { leerweg: 'tl', examenkandidaat: true, ...rij };
}

/** An application at an mbo school, for next schooljaar. */
export function aanmelding(rij: Proefrij): Proefrij {
  const mbo = { onderwijssoort: 'mbo', leerweg: 'bol', niveau: 3, opleidingscode: '25180' };
  return { ...mbo, status: 'aangemeld', begindatum: '2026-08-01', ...rij };
}

/** A valid BSN made from a number of at most seven digits. */
export function bsn(nummer: number): string {
  return metElfproef(Number(String(20_000_000 + nummer * 10).slice(0, 8))) ?? bsn(nummer + 1_000_000);
}

/** A valid onderwijsnummer made from a number of at most five digits. */
export function onderwijsnummer(nummer: number): string {
  return metElfproef(10_000_000 + nummer * 10, 5) ?? onderwijsnummer(nummer + 100_000);
}

/** The row as it stands in the typed work table. */
export function veldenVan(
  rij: Proefrij,
  regel: number,
  sleutels: PgnSleutels,
): { regel: number } & Record<string, unknown> {
  const vol = { ...STANDAARD, ...rij };
  const velden = Object.entries(vol).map(([naam, waarde]) => [
    naam.replaceAll(/[A-Z]/g, (l) => `_${l.toLowerCase()}`),
    waarde,
  ]);
  const sleutel = [vol.leerlingnummer, vol.onderwijssoort, vol.opleidingscode, vol.leerweg, vol.begindatum].join('|');
  return {
    ...(Object.fromEntries(velden) as Record<string, unknown>),
    regel,
    rijsleutel: vol.aanmeldingId === undefined ? sleutel : `a|${vol.aanmeldingId}`,
    pgn_hash: vol.pgn === undefined ? null : `\\x${sleutels.hash(vol.pgn).toString('hex')}`,
    adres_geheim: vol.adresGeheim ?? null,
    examenkandidaat: vol.examenkandidaat ?? false,
  };
}
