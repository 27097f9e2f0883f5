import { isPgn, leesPgn, maskeerPgn } from './pgn.regels.js';

describe('PGN', () => {
  it.each([
    ['111222333', true, 'the BSN of the official test set'],
    ['123456782', true, 'a BSN'],
    ['123456789', false, 'a wrong check digit'],
    ['000000000', false, 'no number at all'],
    ['12345678', false, 'eight digits'],
    ['100000004', true, 'an onderwijsnummer: leaves 5'],
    ['200000002', false, 'leaves 5 but does not begin with 10'],
  ])('%s → %s (%s)', (cijfers, goed) => {
    expect(isPgn(cijfers)).toBe(goed);
  });

  it.each([
    ['123456782.0', '123456782'],
    ['1234.56.782', '123456782'],
    ['123 456 782', '123456782'],
    ['12345672', '012345672'],
    ['12345678x', null],
    ['1', null],
    ['', null],
  ])('reads %j as %j', (tekst, verwacht) => {
    expect(leesPgn(tekst)).toBe(verwacht);
  });

  it('shows no more of a failing number than its end', () => {
    expect([maskeerPgn('123456789'), maskeerPgn('12'), maskeerPgn('geen')]).toEqual(['*****789', '*****', '*****']);
  });
});
