import type { Binds } from '#database';
import { gemeentenVan, heeftRol, scholenVan, type Rol, type Wie } from '#kern';
import type { Kolommen, Laag, Plaats } from './kolommen.js';
import { opgeschaald, vanProcesbewaker, weekoverzicht, zicht, type Zichtregel } from './zichtregels.sql.js';

/**
 * Who works on casussen: they see a youngster because they hold the casus or observe it for who is away, never because he
 * lives in their gemeente (ADR 8).
 */
const CASUSROLLEN = [
  'doorstroomcoach',
  'leerplichtambtenaar',
  'generalist',
  'teamleider',
] as const satisfies readonly Rol[];
/** Werkdagen in which who held a casus reads on after it closed: as long as a sending officer does (toegang.md 1). */
const NALEZEN = 10;
// No mentor: theirs is the own groep, and which that is nobody delivers yet (toegang.md 1).
const SCHOOLROLLEN = ['zorgcoordinator', 'decaan'] as const satisfies readonly Rol[];

interface Houderkolommen {
  casus: string;
  verantwoordelijke: string;
  fase: string;
  geslotenOp: string;
}

/** The columns of the casus that `heeftCasus` looks up. */
const ZC: Houderkolommen = {
  casus: 'zc.id',
  verantwoordelijke: 'zc.verantwoordelijke_id',
  fase: 'zc.fase',
  geslotenOp: 'zc.gesloten_op',
};

/** The rules of toegang.md 1 for one subject, written into SQL over its columns with binds. */
export class Zichtschrijver {
  private gebondenRegio: string | undefined;
  private gebondenMij: string | undefined;
  private gebondenDag: string | undefined;

  /** @param metNamenloos also the rules that show a row without its name */
  constructor(
    private readonly wie: Wie,
    private readonly binds: Binds,
    private readonly metNamenloos: boolean,
  ) {}

  // Bound at first use: PostgreSQL refuses a statement with a parameter that it never mentions.
  get regio(): string {
    return (this.gebondenRegio ??= `${this.binds.bind(this.wie.regioId)}::int`);
  }

  get mij(): string {
    return (this.gebondenMij ??= `${this.binds.bind(this.wie.id)}::bigint`);
  }

  /** Undefined when it is not known on which day is asked. */
  private get dag(): string | undefined {
    if (this.wie.vandaag === undefined) return undefined;
    return (this.gebondenDag ??= `${this.binds.bind(this.wie.vandaag)}::date`);
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
      case 'decaanvraag':
        return [
          ...this.opCasus(k),
          ...this.alsSchool((scholen) => `${k.school} = any(${scholen})`),
          ...(this.isMens && heeftRol(this.wie, 'generalist')
            ? [zicht('meldingNagaan', `${k.nagaander} = ${this.mij}`)]
            : []),
        ];
      case 'aanlevering':
        return this.aanlevering(k.school);
      case 'aanleverstand':
        return this.aanleverstand(k.school);
      case 'weekoverzicht':
        return this.isMens ? weekoverzicht(this.wie, this, k) : [];
      case 'koppelvoorstel':
        // How two records compare, without what is in them; of whom they are is asked of each leerling.
        return this.isMens && heeftRol(this.wie, 'generalist') ? [zicht('procesbewaker', 'true')] : [];
    }
  }

  /** Officers and the regional roles, over rows that belong to a youngster. */
  private alsMedewerker(k: Plaats & { leerling: string; laag?: Laag }): Zichtregel[] {
    if (!this.isMens) return [];
    const regels: Zichtregel[] = [];
    for (const { reden, sql } of [...this.houders(ZC), ...opgeschaald(this.wie, this, ZC, k.laag)]) {
      regels.push(zicht(reden, this.heeftCasus(k.leerling, sql)));
    }
    regels.push(...this.overgedragen(k.leerling, 'zc.leerling_id'));
    const leiding = this.leiding('zc.verantwoordelijke_id', this.gebied(['teamleider'], k));
    if (leiding !== null) regels.push(zicht('teamleider', this.heeftCasus(k.leerling, leiding)));
    return [...regels, ...this.coordinatie(k)];
  }

  private opCasus(k: Plaats & Houderkolommen & { leerling: string; laag?: Laag }): Zichtregel[] {
    if (!this.isMens) return [];
    const regels = [
      ...this.houders(k),
      ...opgeschaald(this.wie, this, k, k.laag),
      ...this.overgedragen(k.casus, 'zo.casus_id'),
    ];
    const leiding = this.leiding(k.verantwoordelijke, this.gebied(['teamleider'], k));
    if (leiding !== null) regels.push(zicht('teamleider', leiding));
    return [...regels, ...this.coordinatie(k)];
  }

  /** Who holds a casus, who observes for them while they are away, and who shares the fallback cases. */
  private houders(k: Houderkolommen): Zichtregel[] {
    if (!heeftRol(this.wie, ...CASUSROLLEN)) return [];
    const leesbaar = this.leesbaar(k);
    const regels = [zicht('casusverantwoordelijke', `(${k.verantwoordelijke} = ${this.mij} and ${leesbaar})`)];
    if (this.dag !== undefined) {
      regels.push(
        zicht(
          'waarneming',
          `(${k.fase} <> 'gesloten' and ${k.verantwoordelijke} = any (${this.waargenomen(this.dag)}))`,
        ),
      );
    }
    if (heeftRol(this.wie, 'generalist')) {
      regels.push(zicht('procesbewaker', `(${vanProcesbewaker(this, k.verantwoordelijke)} and ${leesbaar})`));
    }
    return regels;
  }

  /** Who handed a casus over reads on in it for a while (toegang.md 1), and so sees its youngster; an array, as in `waargenomen`. */
  private overgedragen(kolom: string, van: 'zo.casus_id' | 'zc.leerling_id'): Zichtregel[] {
    if (!heeftRol(this.wie, ...CASUSROLLEN) || this.dag === undefined) return [];
    const gegeven = `array(select ${van} from overname zo join casus zc on zc.regio_id = zo.regio_id and zc.id = zo.casus_id where zo.regio_id = ${this.regio} and zo.van_id = ${this.mij} and zo.nalezen_tot >= ${this.dag})`;
    return [zicht('overgedragen', `${kolom} = any (${gegeven})`)];
  }

  /** Open, or closed so short ago that its last owner still reads it. */
  private leesbaar({ fase, geslotenOp }: Houderkolommen): string {
    if (this.dag === undefined) return `${fase} <> 'gesloten'`;
    const laatste = `plus_werkdagen((${geslotenOp} at time zone 'Europe/Amsterdam')::date, ${NALEZEN})`;
    return `(${fase} <> 'gesloten' or ${laatste} >= ${this.dag})`;
  }

  /** Colleagues who are away and for whom this asker observes, named by them or chosen; an array, so that the index by owner can be used. */
  private waargenomen(dag: string): string {
    return `array(select za.medewerker_id from afwezigheid za where za.regio_id = ${this.regio} and ${this.mij} in (za.vervanger_id, za.waarnemer_id) and za.van <= ${dag} and za.tot > ${dag})`;
  }

  /** Numbers and lists without names (toegang.md 1); names come only with a casus that was escalated. */
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

  /** How a school is doing with its deliveries holds nothing of a youngster: whoever keeps the region going sees it too. */
  private aanleverstand(school: string): Zichtregel[] {
    const bewaker = heeftRol(this.wie, 'generalist') ? this.gebied(['generalist'], { school }) : null;
    return [...this.aanlevering(school), ...(bewaker === null ? [] : [zicht('procesbewaker', bewaker)])];
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

  private heeftCasus(leerling: string, voorwaarde: string): string {
    return `exists (select from casus zc where zc.regio_id = ${this.regio} and zc.leerling_id = ${leerling} and ${voorwaarde})`;
  }

  private woont(leerling: string, gemeenten: string): string {
    return `exists (select from leerling zw where zw.regio_id = ${this.regio} and zw.id = ${leerling} and zw.woongemeente = any(${gemeenten}))`;
  }

  private koppeling(leerling: string, scholen: string): string {
    return `exists (select from schoolkoppeling zk where zk.regio_id = ${this.regio} and zk.leerling_id = ${leerling} and zk.school = any(${scholen}))`;
  }
}
