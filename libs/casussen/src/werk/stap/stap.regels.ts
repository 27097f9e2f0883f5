import type { Taaksoort } from '#taken';
import type { Fase } from '../../casus.js';
import type { WachtOp } from '../casus.entity.js';

/** What can be the next step of a casus. */
export const STAPPEN = [
  'opvolging',
  'andereWeg',
  'besluit',
  'begeleiding',
  'antwoordSchool',
  'inschrijving',
  'terugkoppeling',
  'overig',
] as const satisfies readonly Taaksoort[];
export type Stap = (typeof STAPPEN)[number];

/** Steps that are contact: a contactmoment does them. */
export const CONTACTSTAPPEN: readonly Taaksoort[] = ['eersteContact', 'opvolging', 'andereWeg', 'begeleiding'];
/** Every step that another takes the place of. What somebody planned beside it (`eigenTaak`) stays. */
export const VERVANGBAAR: readonly Taaksoort[] = [
  ...CONTACTSTAPPEN,
  ...(['besluit', 'antwoordSchool', 'inschrijving', 'terugkoppeling', 'overig'] as const),
];

/** How a contactmoment went. */
export const UITKOMSTEN = ['gesproken', 'nietBereikt', 'anders'] as const;
export type Uitkomst = (typeof UITKOMSTEN)[number];

/** So many times in a row nobody was reached before another way is proposed. */
export const POGINGEN = 3;

/**
 * The next step that fits (werkplek.md, «next step prefilled from fase and outcome»).
 * @param eerder how many times in a row nobody was reached before this
 */
export function voorgesteldeStap(fase: Exclude<Fase, 'gesloten'>, uitkomst: Uitkomst, eerder: number): Stap {
  if (fase === 'afronding') return 'terugkoppeling';
  if (uitkomst === 'nietBereikt') return eerder + 1 >= POGINGEN ? 'andereWeg' : 'opvolging';
  if (fase === 'begeleiding') return 'begeleiding';
  return uitkomst === 'gesproken' ? 'besluit' : 'opvolging';
}

/** For what a casus waits with this step; null when somebody must do something. */
export function wachtOpVan(stap: Stap, wacht: boolean): WachtOp | null {
  if (stap === 'antwoordSchool' || stap === 'inschrijving') return stap;
  return wacht ? 'datum' : null;
}
