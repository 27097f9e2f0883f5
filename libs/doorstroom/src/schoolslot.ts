/** Any fixed number: the first half of the advisory lock of one check, a hash of cohort and school is the second. */
export const SCHOOLSLOT = 7_584_841;
