import type { RegiobestandDto } from '#inrichting';
import { SCENARIOREGIO } from './regio.js';

export const DECANEN = ['decaan-1@school.example', 'decaan-2@school.example', 'zorg@school.example'] as const;
export const DECAAN_RIVIER = 'decaan-rivier@school.example';
export const TEAMLEIDER = 'teamleider@regio.example';

/** The region of the year, with people at two of its schools who can answer. */
export const VRAAGREGIO: RegiobestandDto = {
  ...SCENARIOREGIO,
  medewerkers: [
    ...(SCENARIOREGIO.medewerkers ?? []),
    { email: DECANEN[0], naam: 'Dora Decaan', rollen: [{ rol: 'decaan', scholen: ['99AA00'] }] },
    { email: DECANEN[1], naam: 'Dirk Decaan', rollen: [{ rol: 'decaan', scholen: ['99AA00'] }] },
    { email: DECANEN[2], naam: 'Zara Zorg', rollen: [{ rol: 'zorgcoordinator', scholen: ['99AA00'] }] },
    { email: DECAAN_RIVIER, naam: 'Rita Rivier', rollen: [{ rol: 'decaan', scholen: ['99AB00'] }] },
    { email: TEAMLEIDER, naam: 'Tom Teamleider', rollen: [{ rol: 'teamleider' }] },
  ],
};

/** An export of pupils who are candidate at a vmbo; those named before get an extra value in these columns. */
export function kandidaten(
  nummers: readonly string[],
  extra: Readonly<Record<string, Record<string, string>>> = {},
): string {
  return csv(
    nummers.map((nr) => ({
      ...wie(nr),
      ...{ onderwijssoort: 'vmbo', leerweg: 'tl', groep: '4t1', status: 'ingeschreven', begindatum: '2022-08-22' },
      ...{ examenkandidaat: 'J', uitslag: 'onbekend', vervolgkeuze: '' },
      ...extra[nr],
    })),
  );
}

/** An export of a ROC with one application of each. */
export function aanmeldingen(nummers: readonly string[], status = 'aangemeld'): string {
  return csv(
    nummers.map((nr) => ({
      ...wie(nr),
      ...{
        onderwijssoort: 'mbo',
        leerweg: 'bol',
        niveau: '4',
        opleidingscode: '25605',
        begindatum: '2026-08-24',
        status,
      },
    })),
  );
}

// Born so that everybody is kwalificatieplichtig or younger, names that no other has.
function wie(nr: string): Record<string, string> {
  const dag = String((Number(nr.replaceAll(/\D/g, '')) % 27) + 1).padStart(2, '0');
  return {
    ...{
      leerlingnummer: nr,
      achternaam: `Vraag${LETTERS(nr)}`,
      roepnaam: `Roep${LETTERS(nr)}`,
      geboortedatum: `2009-11-${dag}`,
    },
    ...{ gemeentecode: '0796', postcode: `52${dag}AB` },
  };
}

const LETTERS = (nr: string): string =>
  [...nr].map((teken) => String.fromCodePoint(97 + ((teken.codePointAt(0) ?? 0) % 26))).join('');

function csv(rijen: readonly Record<string, string>[]): string {
  const kolommen = Object.keys(rijen[0] ?? {});
  return [kolommen.join(';'), ...rijen.map((rij) => kolommen.map((k) => rij[k] ?? '').join(';'))].join('\r\n');
}
