import { pastBij, UITKOMSTEN } from './einde.regels.js';

const GRONDEN = ['aangekomen', 'bestemd', 'opKoers', 'onderdrukt', 'nietGevolgd'] as const;
/** Written out by hand: ground, and the outcomes that may be said of it. */
const PAST: Readonly<Record<string, string>> = {
  aangekomen: 'aangekomen alsnogOpKoers afgehandeld',
  bestemd: 'bestemd alsnogOpKoers afgehandeld',
  opKoers: 'alsnogOpKoers afgehandeld',
  onderdrukt: 'alsnogOpKoers afgehandeld',
  nietGevolgd: 'afgehandeld',
};

describe('the outcome of a casus', () => {
  it.each(GRONDEN)('of who is %s', (grond) => {
    expect(UITKOMSTEN.filter((u) => pastBij(u, grond)).join(' ')).toBe(PAST[grond]);
  });
});
