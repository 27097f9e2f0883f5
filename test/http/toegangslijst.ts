import type { Rol } from '#kern';

const CASUSWERKERS = ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'] as const;
const OFFICIEREN = [...CASUSWERKERS, 'regiocoordinator'] as const;
const SCHOOLMENSEN = ['zorgcoordinator', 'decaan'] as const;

/**
 * Who may call what, written out by hand beside the decorators: a new route is refused here until somebody thought about
 * it, and a rule that changes must change twice.
 */
export const TOEGANGSLIJST: Readonly<Record<string, 'openbaar' | 'aangemeld' | readonly Rol[]>> = {
  'GET /': 'openbaar',
  'GET /api/gezondheid/levend': 'openbaar',
  'GET /api/gezondheid/gereed': 'openbaar',
  'GET /openapi.json': 'openbaar',
  'GET /docs': 'openbaar',
  'GET /opdrachten': ['beheerder'],
  'POST /opdrachten/:id/herkansing': ['beheerder'],
  'GET /aanleveringen': ['aanleveraar', ...SCHOOLMENSEN, 'regiocoordinator'],
  'POST /aanleveringen': ['aanleveraar'],
  'GET /aanleveringen/:id': ['aanleveraar', ...SCHOOLMENSEN, 'regiocoordinator'],
  'GET /aanleveringen/:id/bevindingen': ['aanleveraar', ...SCHOOLMENSEN, 'regiocoordinator'],
  'POST /aanleveringen/:id/herstel': ['aanleveraar'],
  'POST /aanleveringen/:id/bevestiging': [...SCHOOLMENSEN, 'regiocoordinator'],
  'POST /aanleveringen/:id/verwerping': [...SCHOOLMENSEN, 'regiocoordinator'],
  'GET /aanleveringen/:id/verschil': ['aanleveraar', ...SCHOOLMENSEN, 'regiocoordinator'],
  'POST /aanleveringen/:id/ongedaanmaking': [...SCHOOLMENSEN, 'regiocoordinator'],
  'GET /doorstroom/:schooljaar/grootboek': [...OFFICIEREN, 'decaan', 'zorgcoordinator'],
  'GET /doorstroom/:schooljaar/grootboek/verloop': [...OFFICIEREN, 'decaan', 'zorgcoordinator'],
  'GET /doorstroom/:schooljaar/trajecten': [...OFFICIEREN, 'decaan', 'zorgcoordinator'],
  'GET /doorstroomcontroles/:id': ['regiocoordinator', 'generalist'],
  'POST /doorstroomcontroles': ['regiocoordinator', 'generalist'],
  'GET /casussen/:id': OFFICIEREN,
  'PATCH /casussen/:id': CASUSWERKERS,
  'GET /casussen/:id/reden': CASUSWERKERS,
  'GET /casussen/:id/tijdlijn': CASUSWERKERS,
  'GET /casussen/:id/toewijzing': OFFICIEREN,
  'POST /casussen/:id/toewijzing': CASUSWERKERS,
  'POST /casussen/_verdeel': ['generalist', 'teamleider'],
  'POST /casussen/_verdeel/ongedaanmaking': ['generalist', 'teamleider'],
  'GET /casussen/:id/overname': CASUSWERKERS,
  'POST /casussen/:id/overname': CASUSWERKERS,
  'POST /casussen/:id/overname/acceptatie': CASUSWERKERS,
  'POST /casussen/:id/overname/weigering': CASUSWERKERS,
  'POST /casussen/:id/overname/intrekking': CASUSWERKERS,
  'GET /koppelvoorstellen': ['generalist'],
  'POST /koppelvoorstellen/:id/beslissing': ['generalist'],
  'POST /koppelvoorstellen/:id/ongedaanmaking': ['generalist'],
  'POST /leerlingen/_zoek': [...CASUSWERKERS, ...SCHOOLMENSEN],
  'GET /leerlingen/:id': [...CASUSWERKERS, ...SCHOOLMENSEN],
  'GET /leerlingen/:id/inschrijvingen': [...CASUSWERKERS, ...SCHOOLMENSEN],
  'GET /leerlingen/:id/inzage': CASUSWERKERS,
  'GET /leerlingen/:id/tijdlijn': CASUSWERKERS,
  'GET /werkvoorraad': OFFICIEREN,
  'GET /signalen': [...OFFICIEREN, ...SCHOOLMENSEN],
  'GET /aanleverstanden': ['aanleveraar', ...SCHOOLMENSEN, 'regiocoordinator', 'generalist'],
  'GET /opschalingen': ['teamleider', 'generalist', 'regiocoordinator'],
  'POST /opschalingen/:id/gezien': ['teamleider', 'generalist', 'regiocoordinator'],
  'GET /weekoverzichten': ['teamleider', 'generalist', 'regiocoordinator'],
  'GET /taken': OFFICIEREN,
};
