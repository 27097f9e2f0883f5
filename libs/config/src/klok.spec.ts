import { alsDatum, datumInNederland } from '#kern';
import { describe, expect, it } from '@jest/globals';
import { VasteKlok } from './klok.js';

/** A test clock whose real time is given. */
class KlokOpMoment extends VasteKlok {
  constructor(
    datum: string,
    private readonly echt: string,
  ) {
    super(alsDatum(datum));
  }

  override echteTijd(): Date {
    return new Date(this.echt);
  }
}

describe('VasteKlok', () => {
  it.each([
    ['winter to winter', '2026-01-15', '2026-11-21T13:45:10.123Z', '2026-01-15T13:45:10.123Z'],
    ['winter to summer', '2026-09-10', '2026-11-21T13:45:10.123Z', '2026-09-10T12:45:10.123Z'],
    ['summer to winter', '2026-01-15', '2026-07-01T10:00:00.000Z', '2026-01-15T11:00:00.000Z'],
    ['just past midnight in the Netherlands', '2026-09-10', '2026-11-20T23:30:00.000Z', '2026-09-09T22:30:00.000Z'],
    ['just before midnight in the Netherlands', '2026-09-10', '2026-11-21T22:59:59.999Z', '2026-09-10T21:59:59.999Z'],
  ])('keeps the time of day in the Netherlands: %s', (_wat, datum, echt, verwacht) => {
    const klok = new KlokOpMoment(datum, echt);
    expect(klok.nu().toISOString()).toBe(verwacht);
    expect(klok.vandaag()).toBe(datum);
  });

  it('never leaves its date, whatever the hour', () => {
    for (const datum of ['2026-03-29', '2026-10-25', '2026-03-30', '2028-02-29']) {
      for (let uur = 0; uur < 48; uur++) {
        const echt = new Date(Date.UTC(2026, 9, 24, uur, 30)).toISOString();
        expect(datumInNederland(new KlokOpMoment(datum, echt).nu())).toBe(datum);
      }
    }
  });
});
