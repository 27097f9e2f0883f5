import { DomeinFout, type Datum } from '#kern';
import type { Doelgroep, Fase, Gebeurtenis } from '../casus.js';
import { TOESTANDEN, type Overgang } from './casus.toestanden.js';

/** For what a casus waits: out of «vandaag» until then (werkplek.md, «Wacht op»). */
export const WACHT_OP = ['antwoordSchool', 'inschrijving', 'datum'] as const;
export type WachtOp = (typeof WACHT_OP)[number];

/** The row of a casus, locked. Dates as `jjjj-mm-dd`. */
export interface CasusStand {
  readonly id: string;
  readonly nummer: string;
  readonly leerlingId: string;
  readonly school: string;
  readonly doelgroep: Doelgroep;
  fase: Fase;
  verantwoordelijkeId: string | null;
  volgendeTaakId: string | null;
  vervaltOp: Datum | null;
  uitkomst: string | null;
  geslotenOp: Date | null;
  heropendOp: Date | null;
  eersteGesprekOp: Date | null;
  woordvoerderId: string | null;
  wachtOp: WachtOp | null;
  wakkerOp: Datum | null;
  readonly versie: number;
}

/** What a person may change of it; the next step follows from the open tasks. */
export type Wijzigbaar = Omit<
  CasusStand,
  'id' | 'nummer' | 'leerlingId' | 'school' | 'doelgroep' | 'versie' | 'volgendeTaakId' | 'vervaltOp'
>;

/**
 * One casus that a person works on. Its methods keep the rules; what changed and the lines for the timeline are collected
 * and written by `Casuswerk`.
 */
export class Casus {
  readonly regels: Gebeurtenis[] = [];
  private readonly veranderd = new Set<keyof Wijzigbaar>();

  constructor(
    private readonly rij: CasusStand,
    private readonly door: { bron: string; door: string },
  ) {}

  get stand(): Readonly<CasusStand> {
    return this.rij;
  }

  get isOpen(): boolean {
    return this.rij.fase !== 'gesloten';
  }

  /** The columns that got another value. */
  get wijzigingen(): Partial<Wijzigbaar> {
    return Object.fromEntries([...this.veranderd].map((kolom) => [kolom, this.rij[kolom]]));
  }

  /** Whether this overgang is possible now. */
  kan(overgang: Overgang): boolean {
    return TOESTANDEN[this.rij.fase][overgang] !== undefined;
  }

  /** @throws DomeinFout 409 `overgangOngeldig` */
  ga(overgang: Overgang): void {
    const naar = TOESTANDEN[this.rij.fase][overgang];
    if (naar === undefined) throw overgangOngeldig(this.rij.fase, overgang);
    this.zet('fase', naar);
  }

  /** Ends it. The caller judged that it may (domain.md 4, closing), and ends its tasks. */
  sluit(uitkomst: string, nu: Date): void {
    this.ga('sluiten');
    this.zet('uitkomst', uitkomst);
    this.zet('geslotenOp', nu);
    this.wekOp();
  }

  /** The caller makes its next task. */
  heropen(nu: Date): void {
    this.ga('heropenen');
    this.zet('uitkomst', null);
    this.zet('geslotenOp', null);
    this.zet('heropendOp', nu);
  }

  /** Somebody was spoken to; only the first time counts (ledger: zonderContact). */
  gesproken(nu: Date): void {
    if (this.rij.eersteGesprekOp === null) this.zet('eersteGesprekOp', nu);
  }

  /** Out of «vandaag» until that day, or until what it waits for happens. */
  wacht(op: WachtOp, tot: Datum): void {
    this.zet('wachtOp', op);
    this.zet('wakkerOp', tot);
  }

  /** It waits for nothing any more. */
  wekOp(): void {
    this.zet('wachtOp', null);
    this.zet('wakkerOp', null);
  }

  zetWoordvoerder(medewerkerId: string | null): void {
    this.zet('woordvoerderId', medewerkerId);
  }

  zetVerantwoordelijke(medewerkerId: string): void {
    this.zet('verantwoordelijkeId', medewerkerId);
  }

  /** Adds a line to the timeline: B1, without names of youngsters and without reden or care. */
  noteer(soort: string, tekst: string, gegevens: Record<string, unknown> = {}): void {
    const { leerlingId, id: casusId } = this.rij;
    this.regels.push({ leerlingId, casusId, soort, tekst, gegevens, ...this.door });
  }

  private zet<K extends keyof Wijzigbaar>(kolom: K, waarde: Wijzigbaar[K]): void {
    if (this.rij[kolom] === waarde) return;
    (this.rij as Wijzigbaar)[kolom] = waarde;
    this.veranderd.add(kolom);
  }
}

function overgangOngeldig(fase: Fase, overgang: Overgang): DomeinFout {
  const kan = Object.keys(TOESTANDEN[fase]).join(', ');
  const tekst = `Dat kan niet in de fase «${fase}» (${overgang}). Wel mogelijk: ${kan}.`;
  return new DomeinFout('conflict', 'overgangOngeldig', tekst);
}
