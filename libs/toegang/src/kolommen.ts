/** Column references that say where a row belongs: `l.woongemeente`, `t.school`. Left out: looked up by leerling. */
export interface Plaats {
  woongemeente?: string;
  school?: string;
}

/** How deep one looks (toegang.md 1): T0 identity, school and step; T1 signalen, casus, timeline, tasks. */
export type Laag = 'T0' | 'T1';

interface Casuskolommen extends Plaats {
  /** `casus.id` */
  casus: string;
  /** `casus.verantwoordelijke_id` */
  verantwoordelijke: string;
  /** `casus.fase` */
  fase: string;
  /** `casus.gesloten_op` */
  geslotenOp: string;
}

/**
 * The columns of a query over which need-to-know is written, by subject. Each is a reference like `c.leerling_id`, never
 * a value and never made from input.
 */
export type Kolommen =
  | ({ onderwerp: 'leerling'; leerling: string; laag?: Laag } & Plaats)
  | { onderwerp: 'traject'; leerling: string; school: string; woongemeente?: string }
  | { onderwerp: 'inschrijving'; leerling: string; school: string; woongemeente?: string }
  | { onderwerp: 'signaal'; leerling: string; school: string; woongemeente?: string }
  | ({ onderwerp: 'casus'; leerling: string; laag?: Laag } & Casuskolommen)
  | ({ onderwerp: 'taak'; leerling: string; eigenaar: string; school: string } & Casuskolommen)
  // `school` is asked; `nagaander` looks into what the school says is wrong
  | ({ onderwerp: 'decaanvraag'; leerling: string; school: string; nagaander: string } & Casuskolommen)
  | { onderwerp: 'aanlevering'; school: string }
  | { onderwerp: 'aanleverstand'; school: string }
  | { onderwerp: 'koppelvoorstel'; leerling: string }
  | { onderwerp: 'weekoverzicht'; soort: string; team: string };

const VERWIJZING = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/;

/** @throws Error when something else than a column reference stands here: SQL text is never made from values. */
export function keurKolommen(kolommen: Kolommen): void {
  for (const [naam, waarde] of Object.entries(kolommen)) {
    if (naam === 'onderwerp' || naam === 'laag') continue;
    if (typeof waarde !== 'string' || !VERWIJZING.test(waarde)) {
      throw new Error(`zichtbaar: ${naam} is not a column reference.`);
    }
  }
}
