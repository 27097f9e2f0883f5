import { metElfproef, proefnummers } from './proefnummers.js';

const rest = (nummer: string): number =>
  [...nummer].reduce((som, cijfer, i) => som + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0) % 11;

describe('made-up numbers', () => {
  it('pass the elfproef, are nobody’s, and are always the same ones', () => {
    const reeks = proefnummers();
    const nummers = Array.from({ length: 500 }, () => reeks.next().value ?? '');
    expect(new Set(nummers).size).toBe(500);
    expect(nummers.every((n) => /^9999\d{5}$/.test(n) && rest(n) === 0)).toBe(true);
    expect(proefnummers().next().value).toBe(nummers[0]);
  });

  it('end with the range', () => {
    expect([...proefnummers(99_999_990)].length).toBeLessThan(11);
  });

  it('leave 5 for an onderwijsnummer, and do not exist where the ninth would be 10', () => {
    for (let acht = 10_000_000; acht < 10_000_200; acht += 1) {
      for (const gevraagd of [0, 5]) {
        const nummer = metElfproef(acht, gevraagd);
        if (nummer !== null) expect((rest(nummer) + 11) % 11).toBe(gevraagd);
      }
    }
    expect(Array.from({ length: 22 }, (_, n) => metElfproef(10_000_000 + n))).toContain(null);
  });
});
