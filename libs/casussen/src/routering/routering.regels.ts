import type { Invoer, Kandidaat, Keuze, Last, Lid, Regel, Team, Terugval } from './routering.js';

/** All that decides who gets a casus, read once for a whole set of casussen. */
export interface Routekaart {
  /** In the order in which they are tried, all valid on the date. */
  regels: Regel[];
  teams: Team[];
  lasten: Last[];
  procesbewaker: { id: string; naam: string };
}

/**
 * The first rule of which every condition holds, or null (domain.md 1, «routeringsregel»). Who lives outside the region
 * stays with the exam school's coach: for them the rules of before the first lesson day go on (domain.md 4).
 */
export function pasRegel(regels: readonly Regel[], invoer: Invoer): Regel | null {
  const past = (eis: string[] | null, ...waarden: (string | null)[]): boolean =>
    eis === null || eis.length === 0 || waarden.some((w) => w !== null && eis.includes(w));
  return (
    regels.find(
      (r) =>
        past(r.periode, invoer.inRegio ? invoer.periode : 'voorStart') &&
        past(r.school, invoer.school) &&
        past(r.woongemeente, invoer.woongemeente) &&
        past(r.doelgroep, invoer.doelgroep) &&
        past(r.onderwijssoort, invoer.onderwijssoort) &&
        past(r.signaal, ...invoer.signalen),
    ) ?? null
  );
}

/**
 * Whether the casus falls in someone's scope: judged on the exam school's gemeente until the first lesson day, on the
 * woongemeente after it (domain.md 4). Who lives outside the region stays with the school's coach.
 */
export function binnenBereik(lid: Lid, invoer: Invoer): boolean {
  const bijSchool = invoer.periode === 'voorStart' || !invoer.inRegio;
  const gemeente = bijSchool ? invoer.schoolGemeente : invoer.woongemeente;
  return lid.heleRegio || lid.gemeenten.includes(gemeente) || (bijSchool && lid.scholen.includes(invoer.school));
}

/**
 * Hands out casussen one after the other and keeps count, so that thousands at once are spread as if each were the only
 * one: lowest openCasussen / capaciteit first, ties by who waits longest (domain.md 4, «Routing»).
 */
export class Verdeler {
  private readonly teams: ReadonlyMap<string, Team>;
  private readonly lasten: Map<string, Last>;
  private readonly geraakt = new Set<string>();
  private volgende: number;

  /** @param nu the moment of this hand-out in milliseconds */
  constructor(
    private readonly kaart: Routekaart,
    nu: number,
  ) {
    this.teams = new Map(kaart.teams.map((t) => [t.code, t]));
    this.lasten = new Map(kaart.lasten.map((l) => [l.medewerkerId, { ...l }]));
    // later than anything before, also when two hand-outs share a moment on the test clock
    this.volgende = Math.max(nu * 1000, ...kaart.lasten.map((l) => l.laatstToegewezen)) + 1;
  }

  /**
   * Chooses, and counts the casus with who got it.
   * @param van who has it now: it is no longer counted with them, unless they keep it
   */
  kies(invoer: Invoer, van: string | null = null): Keuze {
    const { regel, team } = this.teamVoor(invoer);
    if (van !== null) this.lastVan(van).openCasussen -= 1;
    const kandidaten = (team?.leden ?? []).map((lid) => this.alsKandidaat(lid, invoer));
    const gekozen = this.meesteRuimte(kandidaten);
    const medewerker = gekozen?.medewerker ?? this.kaart.procesbewaker;
    if (medewerker.id === van) this.lastVan(van).openCasussen += 1;
    else this.boek(medewerker.id);
    return {
      invoer,
      medewerker,
      regel,
      team: team === undefined ? null : { code: team.code, naam: team.naam },
      kandidaten,
      terugval: gekozen === undefined ? redenVanTerugval(regel, kandidaten) : null,
    };
  }

  /**
   * Chooses among the members of one team, whatever the rules say: for an offer that a person makes. Null when nobody of it
   * has room. It is not counted with who has it.
   */
  kiesUit(teamcode: string, invoer: Invoer, van: string): Keuze | null {
    const team = this.teams.get(teamcode);
    if (team === undefined) return null;
    const kandidaten = team.leden.filter((l) => l.medewerkerId !== van).map((lid) => this.alsKandidaat(lid, invoer));
    const gekozen = this.meesteRuimte(kandidaten);
    if (gekozen === undefined) return null;
    this.boek(gekozen.medewerker.id);
    const { code, naam } = team;
    return { invoer, medewerker: gekozen.medewerker, regel: null, team: { code, naam }, kandidaten, terugval: null };
  }

  /** Takes back that `gekozen` got the casus of `van` a moment ago. */
  laatBij(van: string, gekozen: string): void {
    if (van === gekozen) return;
    this.lastVan(gekozen).openCasussen -= 1;
    this.lastVan(van).openCasussen += 1;
  }

  /** How the rules see who has it now: in the team that they point at, in that team but out of scope, or in another. */
  plaatsVan(invoer: Invoer, medewerkerId: string): 'inTeam' | 'buitenBereik' | 'anderTeam' | 'geenTeam' {
    const { team } = this.teamVoor(invoer);
    if (team === undefined) return 'geenTeam';
    const lid = team.leden.find((l) => l.medewerkerId === medewerkerId);
    if (lid === undefined) return 'anderTeam';
    return binnenBereik(lid, invoer) ? 'inTeam' : 'buitenBereik';
  }

  /** The new moment of «last assigned» (microseconds since 1970) of everyone who got something. */
  get toegewezen(): Last[] {
    return [...this.geraakt].map((id) => this.lastVan(id));
  }

  private teamVoor(invoer: Invoer): { regel: Regel | null; team: Team | undefined } {
    const regel = pasRegel(this.kaart.regels, invoer);
    return { regel, team: regel === null ? undefined : this.teams.get(regel.team) };
  }

  private meesteRuimte(kandidaten: readonly Kandidaat[]): Kandidaat | undefined {
    let beste: Kandidaat | undefined;
    for (const kandidaat of kandidaten) {
      if (!kanErbij(kandidaat)) continue;
      if (beste === undefined || this.gaatVoor(kandidaat, beste)) beste = kandidaat;
    }
    return beste;
  }

  private gaatVoor(a: Kandidaat, b: Kandidaat): boolean {
    // crosswise, so that equal loads are equal: 1/3 has no exact decimal
    const verschil = a.openCasussen * b.capaciteit - b.openCasussen * a.capaciteit;
    if (verschil !== 0) return verschil < 0;
    const wacht = this.lastVan(a.medewerker.id).laatstToegewezen - this.lastVan(b.medewerker.id).laatstToegewezen;
    return wacht === 0 ? Number(a.medewerker.id) < Number(b.medewerker.id) : wacht < 0;
  }

  private alsKandidaat(lid: Lid, invoer: Invoer): Kandidaat {
    return {
      medewerker: { id: lid.medewerkerId, naam: lid.naam },
      openCasussen: this.lastVan(lid.medewerkerId).openCasussen,
      capaciteit: lid.capaciteit,
      aanwezig: lid.aanwezig,
      binnenBereik: binnenBereik(lid, invoer),
    };
  }

  private boek(medewerkerId: string): void {
    const last = this.lastVan(medewerkerId);
    last.openCasussen += 1;
    last.laatstToegewezen = this.volgende;
    this.volgende += 1;
    this.geraakt.add(medewerkerId);
  }

  private lastVan(medewerkerId: string): Last {
    let last = this.lasten.get(medewerkerId);
    if (last === undefined) {
      last = { medewerkerId, openCasussen: 0, laatstToegewezen: 0 };
      this.lasten.set(medewerkerId, last);
    }
    return last;
  }
}

/** Present, in scope and not full. */
export function kanErbij(kandidaat: Kandidaat): boolean {
  return kandidaat.aanwezig && kandidaat.binnenBereik && kandidaat.openCasussen < kandidaat.capaciteit;
}

function redenVanTerugval(regel: Regel | null, kandidaten: readonly Kandidaat[]): Terugval {
  if (regel === null) return 'geenRegel';
  return kandidaten.some((k) => k.aanwezig && k.binnenBereik) ? 'teamVol' : 'teamLeeg';
}
