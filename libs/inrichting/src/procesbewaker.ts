import type { VeldFout } from '#kern';
import type { Inrichting } from '#organisaties';
import { veldFout } from './keuring.js';
import type { RegiobestandDto } from './regiobestand.dto.js';

const PAD = '$.regio.procesbewaker';

/**
 * The procesbewaker gets every casus that nobody else can have (domain.md 5), so must be able to open each of them: an
 * employee with the role generalist for the whole region.
 */
export function keurProcesbewaker({ regio, medewerkers }: RegiobestandDto, huidig: Inrichting | null): VeldFout[] {
  const email = regio.procesbewaker.toLowerCase();
  const mensen = medewerkers ?? huidig?.medewerkers ?? [];
  const zij = mensen.find((m) => m.email.toLowerCase() === email);
  if (zij === undefined) {
    return [veldFout(PAD, 'onbekend', `verwijst naar medewerker ${email}, maar die staat niet in het bestand.`)];
  }
  const rol = zij.rollen.find((r) => r.rol === 'generalist');
  if (rol === undefined) {
    return [veldFout(PAD, 'rolOntbreekt', `is ${email}, maar die heeft de rol generalist niet. Geef haar die rol.`)];
  }
  if ((rol.scholen ?? []).length + (rol.gemeenten ?? []).length === 0) return [];
  return [
    veldFout(
      PAD,
      'bereikOntbreekt',
      `is ${email}, maar haar rol generalist geldt niet voor de hele regio. Noem bij die rol geen scholen en gemeenten.`,
    ),
  ];
}
