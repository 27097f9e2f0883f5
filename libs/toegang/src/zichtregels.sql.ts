import { heeftRol, type Reden, type Wie } from '#kern';
import type { Laag } from './kolommen.js';

/** One way in which a row may be seen: the condition, and why. */
export interface Zichtregel {
  reden: Reden;
  sql: string;
}

/** The binds of the asker; bound when they are read. */
export interface Vragerbinds {
  readonly regio: string;
  readonly mij: string;
}

export function zicht(reden: Reden, sql: string): Zichtregel {
  return { reden, sql };
}

/**
 * A casus that was escalated to the asker, until it closes: content and all for who leads, identity for a
 * regiocoördinator (toegang.md 1, ADR 16).
 */
export function opgeschaald(
  wie: Wie,
  b: Vragerbinds,
  { casus, fase }: { casus: string; fase: string },
  laag: Laag = 'T0',
): Zichtregel[] {
  const naarMij = (niveau: string): string =>
    `(${fase} <> 'gesloten' and ${casus} in (select zo.casus_id from opschaling zo where zo.regio_id = ${b.regio} and zo.naar_id = ${b.mij} and zo.om = 'stap' and zo.niveau = '${niveau}' and not zo.afgesloten))`;
  const regels: Zichtregel[] = [];
  // The procesbewaker is told where nobody leads.
  if (heeftRol(wie, 'teamleider', 'generalist')) regels.push(zicht('opschaling', naarMij('teamleider')));
  if (laag === 'T0' && heeftRol(wie, 'regiocoordinator', 'generalist'))
    regels.push(zicht('opschaling naar de regio', naarMij('regiocoordinator')));
  return regels;
}

/** What fell back: it is of the procesbewaker of the region. */
export function vanProcesbewaker(b: Vragerbinds, verantwoordelijke: string): string {
  return `${verantwoordelijke} = (select zr.procesbewaker_id from regio zr where zr.id = ${b.regio})`;
}

/** Numbers and casusnummers: of one's own team, of what no team has, of the region. */
export function weekoverzicht(
  wie: Wie,
  b: Vragerbinds,
  { soort, team }: { soort: string; team: string },
): Zichtregel[] {
  const overal = (rol: 'teamleider' | 'regiocoordinator'): boolean =>
    wie.rollen.some((r) => r.rol === rol && r.heleRegio);
  const regels: Zichtregel[] = [];
  if (heeftRol(wie, 'teamleider')) {
    const eigen = `select zl.team from teamlid zl where zl.regio_id = ${b.regio} and zl.medewerker_id = ${b.mij}`;
    // Who leads without a team leads where the role's scope says.
    const teamloos = overal('teamleider') ? ` or ${soort} = 'team' and not exists (${eigen})` : '';
    regels.push(zicht('teamleider', `(${team} in (${eigen})${teamloos})`));
  }
  if (heeftRol(wie, 'generalist')) regels.push(zicht('procesbewaker', `${soort} = 'zonderTeam'`));
  return overal('regiocoordinator') ? [...regels, zicht('regiocoördinator', 'true')] : regels;
}
