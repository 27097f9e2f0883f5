import type { Datum } from './datum.js';

export const ROLLEN = [
  'doorstroomcoach',
  'leerplichtambtenaar',
  'generalist',
  'teamleider',
  'regiocoordinator',
  'zorgcoordinator',
  'decaan',
  'mentor',
  'aanleveraar',
  'beheerder',
  'auditor',
] as const;

export type Rol = (typeof ROLLEN)[number];

/** One role with what it covers. `heleRegio` is only possible for the regional roles (inrichting). */
export interface RolMetScope {
  rol: Rol;
  scholen: string[];
  gemeenten: string[];
  heleRegio: boolean;
}

/** Who is asking: an employee, a machine of a school, or the system itself (a job). Read anew for each request. */
export interface Wie {
  soort: 'medewerker' | 'client' | 'systeem';
  id: string;
  regioId: number;
  naam: string;
  rollen: RolMetScope[];
  /** The day on which is asked: some rights end on a day. Without it nothing is seen that a day decides. */
  vandaag?: Datum;
}

/** Why someone may see or change something, as it goes into the logboek: «casusverantwoordelijke», «eigen school» … */
export type Reden = string;

/** The actor of a job: it acts for the system, and the logboek says so. */
export function systeem(regioId: number): Wie {
  return { soort: 'systeem', id: 'systeem', regioId, naam: 'Sluitend', rollen: [] };
}

export function heeftRol(wie: Wie, ...rollen: Rol[]): boolean {
  return wie.rollen.some((r) => rollen.includes(r.rol));
}

/** The school codes that one of these roles covers. */
export function scholenVan(wie: Wie, ...rollen: Rol[]): string[] {
  return [...new Set(wie.rollen.filter((r) => rollen.includes(r.rol)).flatMap((r) => r.scholen))];
}

/** The gemeentecodes that one of these roles covers. */
export function gemeentenVan(wie: Wie, ...rollen: Rol[]): string[] {
  return [...new Set(wie.rollen.filter((r) => rollen.includes(r.rol)).flatMap((r) => r.gemeenten))];
}
