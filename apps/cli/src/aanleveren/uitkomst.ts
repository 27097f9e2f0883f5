/** Exit codes of `sluitend aanleveren` (intake.md, «Delivering»). Also a mistake in the call is 5: nothing was delivered. */
export const CODE = { verwerkt: 0, bevindingen: 2, wacht: 3, afgewezen: 4, nietAangeleverd: 5 } as const;

/** Something that goes away by itself: the network, a server that restarts, a limit that passes. Worth another try. */
export class Onbereikbaar extends Error {
  constructor(
    tekst: string,
    readonly opnieuwNaS?: number,
  ) {
    super(tekst);
    this.name = 'Onbereikbaar';
  }
}

/** Something that trying again does not change; `exitcode` says whether the delivery or the way to it was refused. */
export class Gestopt extends Error {
  constructor(
    tekst: string,
    readonly exitcode: number = CODE.nietAangeleverd,
    readonly code: string = 'nietAangeleverd',
    readonly regels: readonly string[] = [],
  ) {
    super(tekst);
    this.name = 'Gestopt';
  }
}

/** A delivery as the API shows it. */
export interface Aanlevering {
  id: string;
  school: string;
  peildatum: string;
  modus: string;
  status: string;
  regels: number | null;
  tellingen: Readonly<Record<string, number>>;
  bevindingen: { fouten: number; waarschuwingen: number };
  redenWachten?: string;
}

export interface Bevinding {
  regel: number | null;
  kolom: string | null;
  code: string;
  tekst: string;
  ernst: string;
}

/** Whether the work on a delivery is done, and how it ended. */
export function exitcodeVan({ status, bevindingen }: Aanlevering): number | undefined {
  if (status === 'ontvangen' || status === 'gecontroleerd') return undefined;
  if (status === 'wachtOpBevestiging') return CODE.wacht;
  if (status !== 'verwerkt') return CODE.afgewezen;
  return bevindingen.fouten + bevindingen.waarschuwingen > 0 ? CODE.bevindingen : CODE.verwerkt;
}
