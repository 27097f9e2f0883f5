/** What a delivery may be. `csv` is any text with the header of the contract. */
export const FORMATEN = ['csv', 'xlsx', 'duo-vsv', 'rod', 'edexml', 'oneroster'] as const;
export type Formaat = (typeof FORMATEN)[number];
