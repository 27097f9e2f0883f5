import type { RegiobestandDto } from '#inrichting';
import { SCENARIOREGIO } from '../scenario/regio.js';

export const ZORG = 'zorg@school.example';
export const COORDINATOR = 'coordinator@regio.example';

/** The scenario's region with a person of school 99AA00, and a client that serves two schools. */
export const ROBUUSTREGIO: RegiobestandDto = {
  ...SCENARIOREGIO,
  medewerkers: [
    ...(SCENARIOREGIO.medewerkers ?? []),
    { email: ZORG, naam: 'Zara Zorg', rollen: [{ rol: 'zorgcoordinator', scholen: ['99AA00'] }] },
  ],
  clients: [...(SCENARIOREGIO.clients ?? []), { id: 'koepel', rol: 'aanleveraar', scholen: ['99AA00', '99AB00'] }],
};
