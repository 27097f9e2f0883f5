import type { Situatie } from './situatie.js';
import { AANKOMST } from './situaties-aankomst.js';
import { AANMELDINGEN } from './situaties-aanmeldingen.js';
import { BESTEMD } from './situaties-bestemd.js';
import { COHORT } from './situaties-cohort.js';
import { GEZEGD } from './situaties-gezegd.js';
import { JAARWISSEL } from './situaties-jaarwissel.js';
import { KALENDER } from './situaties-kalender.js';
import { NAZORG } from './situaties-nazorg.js';
import { ROOD } from './situaties-rood.js';
import { STIL } from './situaties-stil.js';
import { VERTREK } from './situaties-vertrek.js';
import { VERVOLG } from './situaties-vervolg.js';

/**
 * Every rule of domain.md 3 as a youngster's year, expected by hand. The schools' first lesson day is Monday 24 August 2026:
 * + 5 werkdagen is 31 August, + 10 is 7 September. Born 1 March 2010 unless told: leerplichtig up to 31 July 2026, then
 * kwalificatieplichtig. Candidate of 2025-2026 at a vmbo, uitslag onbekend, unless told.
 */
export const SITUATIES: readonly Situatie[] = [
  ...KALENDER,
  ...VERVOLG,
  ...AANMELDINGEN,
  ...ROOD,
  ...AANKOMST,
  ...NAZORG,
  ...BESTEMD,
  ...STIL,
  ...GEZEGD,
  ...VERTREK,
  ...COHORT,
  ...JAARWISSEL,
];
