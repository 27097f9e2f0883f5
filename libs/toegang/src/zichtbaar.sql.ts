import type { Binds } from '#database';
import { gemeentenVan, heeftRol, scholenVan, type Reden, type Rol, type Wie } from '#kern';
import type { Kolommen, Plaats } from './kolommen.js';

/** One way in which a row may be seen: the condition, and why. */
export interface Zichtregel {
  reden: Reden;
  sql: string;
}

/** Who works on casussen: they see a youngster through an open signaal or casus, or because they hold the casus. */
const CASUSROLLEN = [
  'doorstroomcoach',
  'leerplichtambtenaar',
  'generalist',
  'teamleider',
] as const satisfies readonly Rol[];
const GEMEENTEROLLEN = ['doorstroomcoach', 'leerplichtambtenaar'] as const satisfies readonly Rol[];
// No mentor: theirs is the own groep, and which that is nobody delivers yet (toegang.md 1).
const SCHOOLROLLEN = ['zorgcoordinator', 'decaan'] as const satisfies readonly Rol[];

/** The rules of toegang.md 1 for one subject, written into SQL over its columns with binds. */
export class Zichtschrijver {
  private gebondenRegio: string | undefined;
  private gebondenMij: string | undefined;

  /** @param metNamenloos also the rules that show a row without its name */
  constructor(
    private readonly wie: Wie,
    private readonly binds: Binds,
    private readonly metNamenloos: boolean,
  ) {}

  // Bound at first use: PostgreSQL refuses a statement with a parameter that it never mentions.
  private get regio(): string {
    return (this.gebondenRegio ??= `${this.binds.bind(this.wie.regioId)}::int`);
  }

  private get mij(): string {
    return (this.gebondenMij ??= `${this.binds.bind(this.wie.id)}::bigint`);
  }

  private get isMens(): boolean {
    return this.wie.soort === 'medewerker';
  }

  regels(k: Kolommen): Zichtregel[] {
    switch (k.onderwerp) {
      case 'leerling':
        return [...this.alsMedewerker(k), ...(k.laag === 'T1' ? [] : this.alsSchool(this.bijSchool(k)))];
      case 'traject':
      case 'inschrijving':
        return [...this.alsMedewerker(k), ...this.alsSchool((scholen) => `${k.school} = any(${scholen})`)];
      case 'signaal':
        return [...this.alsMedewerker(k), ...this.schoolsignaal(k.leerling, k.school)];
      case 'casus':
        return this.opCasus(k);
      case 'taak':
        return [...this.opCasus(k), ...this.eigenTaak(k.eigenaar, k.school, k.casus)];
      case 'aanlevering':
        return this.aanlevering(k.school);
    }
  }

  /** Officers and the regional roles, over rows that belong to a youngster. */
  private alsMedewerker(k: Plaats & { leerling: string }): Zichtregel[] {
    if (!this.isMens) return [];
    const regels: Zichtregel[] = [];
    if (heeftRol(this.wie, ...CASUSROLLEN)) {
      regels.push(
        zicht('casusverantwoordelijke', this.heeftCasus(k.leerling, `zc.verantwoordelijke_id = ${this.mij}`)),
      );
    }
    const gebied = this.gebied(GEMEENTEROLLEN, k);
    if (gebied !== null) regels.push(zicht('eigen gemeente', `(${gebied} and ${this.heeftAanleiding(k.leerling)})`));
    const leiding = this.leiding('zc.verantwoordelijke_id', this.gebied(['teamleider'], k));
    if (leiding !== null) regels.push(zicht('teamleider', this.heeftCasus(k.leerling, leiding)));
    if (heeftRol(this.wie, 'generalist')) {
      regels.push(
        zicht('procesbewaker', this.heeftCasus(k.leerling, this.vanProcesbewaker('zc.verantwoordelijke_id'))),
      );
    }
    return [...regels, ...this.coordinatie(k)];
  }

  private opCasus(k: Plaats & { verantwoordelijke: string; fase: string }): Zichtregel[] {
    if (!this.isMens) return [];
    const regels: Zichtregel[] = [];
    if (heeftRol(this.wie, ...CASUSROLLEN)) {
      regels.push(zicht('casusverantwoordelijke', `${k.verantwoordelijke} = ${this.mij}`));
    }
    const gebied = this.gebied(GEMEENTEROLLEN, k);
    if (gebied !== null) regels.push(zicht('eigen gemeente', `(${gebied} and ${k.fase} <> 'gesloten')`));
    const leiding = this.leiding(k.verantwoordelijke, this.gebied(['teamleider'], k));
    if (leiding !== null) regels.push(zicht('teamleider', leiding));
    if (heeftRol(this.wie, 'generalist'))
      regels.push(zicht('procesbewaker', this.vanProcesbewaker(k.verantwoordelijke)));
    return [...regels, ...this.coordinatie(k)];
  }

  /** Numbers and lists without names (toegang.md 1); names come only with a casus that was escalated, which is not built. */
  private coordinatie(k: Plaats): Zichtregel[] {
    const gebied = this.metNamenloos ? this.gebied(['regiocoordinator'], k) : null;
    return gebied === null ? [] : [zicht('regiocoördinator', gebied)];
  }

  private alsSchool(schrijf: (scholen: string) => string): Zichtregel[] {
    const scholen = scholenVan(this.wie, ...SCHOOLROLLEN);
    return scholen.length === 0 ? [] : [zicht('eigen school', schrijf(`${this.binds.bind(scholen)}::text[]`))];
  }

  /** A leerling is of every school that delivered him; a row with a school column is only of that one. */
  private bijSchool(k: Plaats & { leerling: string }): (scholen: string) => string {
    return (scholen) =>
      k.school === undefined ? this.koppeling(k.leerling, scholen) : `${k.school} = any(${scholen})`;
  }

  /** What is amiss with a school itself (a delivery that stayed away) names no youngster. */
  private schoolsignaal(leerling: string, school: string): Zichtregel[] {
    const eigen = this.alsSchool((scholen) => `(${leerling} is null and ${school} = any(${scholen}))`);
    return heeftRol(this.wie, 'generalist') ? [...eigen, zicht('procesbewaker', `${leerling} is null`)] : eigen;
  }

  private eigenTaak(eigenaar: string, school: string, casus: string): Zichtregel[] {
    if (!this.isMens) return [];
    const eigen = this.alsSchool((scholen) => `(${casus} is null and ${school} = any(${scholen}))`);
    return [zicht('eigen taak', `${eigenaar} = ${this.mij}`), ...eigen];
  }

  private aanlevering(school: string): Zichtregel[] {
    const scholen = scholenVan(this.wie, 'aanleveraar', 'zorgcoordinator', 'decaan');
    const eigen =
      scholen.length === 0 ? [] : [zicht('eigen school', `${school} = any(${this.binds.bind(scholen)}::text[])`)];
    return [...eigen, ...this.coordinatie({ school })];
  }

  /** Where these roles work: the whole region, their gemeenten or their schools; null when the asker has none of them. */
  private gebied(rollen: readonly Rol[], k: Plaats & { leerling?: string }): string | null {
    if (!heeftRol(this.wie, ...rollen)) return null;
    if (this.wie.rollen.some((r) => rollen.includes(r.rol) && r.heleRegio)) return 'true';
    const delen = [
      this.uitLijst(gemeentenVan(this.wie, ...rollen), k.woongemeente, k.leerling, (l, g) => this.woont(l, g)),
      this.uitLijst(scholenVan(this.wie, ...rollen), k.school, k.leerling, (l, s) => this.koppeling(l, s)),
    ].filter((deel) => deel !== null);
    return delen.length === 0 ? null : `(${delen.join(' or ')})`;
  }

  /** The row's own column when the query has it, otherwise what is known of its leerling; null when neither can tell. */
  private uitLijst(
    codes: string[],
    kolom: string | undefined,
    leerling: string | undefined,
    viaLeerling: (leerling: string, lijst: string) => string,
  ): string | null {
    if (codes.length === 0 || (kolom === undefined && leerling === undefined)) return null;
    const lijst = `${this.binds.bind(codes)}::text[]`;
    if (kolom !== undefined) return `${kolom} = any(${lijst})`;
    return leerling === undefined ? null : viaLeerling(leerling, lijst);
  }

  /** The cases of the colleagues in one's teams; a teamleider who is in no team leads where the role's scope says. */
  private leiding(verantwoordelijke: string, gebied: string | null): string | null {
    if (gebied === null && !heeftRol(this.wie, 'teamleider')) return null;
    const team = `${verantwoordelijke} in (select zl.medewerker_id from teamlid zi join teamlid zl on zl.regio_id = zi.regio_id and zl.team = zi.team where zi.regio_id = ${this.regio} and zi.medewerker_id = ${this.mij})`;
    if (gebied === null) return team;
    const teamloos = `not exists (select from teamlid zt where zt.regio_id = ${this.regio} and zt.medewerker_id = ${this.mij})`;
    return `(${team} or (${teamloos} and ${gebied}))`;
  }

  private vanProcesbewaker(verantwoordelijke: string): string {
    return `${verantwoordelijke} = (select zr.procesbewaker_id from regio zr where zr.id = ${this.regio})`;
  }

  private heeftCasus(leerling: string, voorwaarde: string): string {
    return `exists (select from casus zc where zc.regio_id = ${this.regio} and zc.leerling_id = ${leerling} and ${voorwaarde})`;
  }

  private heeftAanleiding(leerling: string): string {
    return `(exists (select from signaal zs where zs.regio_id = ${this.regio} and zs.leerling_id = ${leerling} and zs.gesloten_op is null) or ${this.heeftCasus(leerling, `zc.fase <> 'gesloten'`)})`;
  }

  private woont(leerling: string, gemeenten: string): string {
    return `exists (select from leerling zw where zw.regio_id = ${this.regio} and zw.id = ${leerling} and zw.woongemeente = any(${gemeenten}))`;
  }

  private koppeling(leerling: string, scholen: string): string {
    return `exists (select from schoolkoppeling zk where zk.regio_id = ${this.regio} and zk.leerling_id = ${leerling} and zk.school = any(${scholen}))`;
  }
}

function zicht(reden: Reden, sql: string): Zichtregel {
  return { reden, sql };
}
