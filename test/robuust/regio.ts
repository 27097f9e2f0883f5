import type { RegiobestandDto } from '#inrichting';
import { SCENARIOREGIO } from '../scenario/regio.js';

export const ZORG = 'zorg@school.example';
export const BEHEERDER = 'beheer@regio.example';
export const COORDINATOR = 'coordinator@regio.example';

/** The scenario's region with a person of school 99AA00, a beheerder, and a client that serves two schools. */
export const ROBUUSTREGIO: RegiobestandDto = {
  ...SCENARIOREGIO,
  medewerkers: [
    ...(SCENARIOREGIO.medewerkers ?? []),
    { email: ZORG, naam: 'Zara Zorg', rollen: [{ rol: 'zorgcoordinator', scholen: ['99AA00'] }] },
    { email: BEHEERDER, naam: 'Bo Beheer', rollen: [{ rol: 'beheerder' }] },
  ],
  clients: [...(SCENARIOREGIO.clients ?? []), { id: 'koepel', rol: 'aanleveraar', scholen: ['99AA00', '99AB00'] }],
};
