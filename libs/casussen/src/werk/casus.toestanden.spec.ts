import { FASEN } from '../casus.js';
import { Casus, type CasusStand } from './casus.entity.js';
import { OVERGANGEN } from './casus.toestanden.js';

const stand = (fase: CasusStand['fase']): CasusStand => ({
  ...{ id: '1', nummer: '36-2026-00001', leerlingId: '2', school: '99AA00', doelgroep: 'leerplicht', fase },
  ...{ verantwoordelijkeId: '3', volgendeTaakId: '4', vervaltOp: null, uitkomst: null, geslotenOp: null },
  ...{ heropendOp: null, eersteGesprekOp: null, woordvoerderId: null, wachtOp: null, wakkerOp: null, versie: 1 },
});
const casus = (fase: CasusStand['fase']): Casus => new Casus(stand(fase), { bron: 'test', door: 'medewerker:3' });

/** Written out by hand: what is not here is refused. */
const NAAR: Readonly<Record<string, string>> = {
  'nagaan begeleiden': 'begeleiding',
  'nagaan afronden': 'afronding',
  'nagaan sluiten': 'gesloten',
  'begeleiding afronden': 'afronding',
  'begeleiding sluiten': 'gesloten',
  'afronding begeleiden': 'begeleiding',
  'afronding sluiten': 'gesloten',
  'gesloten heropenen': 'begeleiding',
};

describe('a casus', () => {
  const paren = FASEN.flatMap((fase) => OVERGANGEN.map((overgang) => [fase, overgang] as const));

  it.each(paren)('in %s, %s', (fase, overgang) => {
    const c = casus(fase);
    const naar = NAAR[`${fase} ${overgang}`];
    expect(c.kan(overgang)).toBe(naar !== undefined);
    if (naar === undefined) {
      expect(() => c.ga(overgang)).toThrow(expect.objectContaining({ code: 'overgangOngeldig', soort: 'conflict' }));
      expect(c.wijzigingen).toEqual({});
    } else {
      c.ga(overgang);
      expect(c.wijzigingen).toEqual({ fase: naar });
    }
  });

  it('says what is possible', () => {
    expect(() => casus('gesloten').ga('sluiten')).toThrow(/Wel mogelijk: heropenen/);
  });

  it('closes with its outcome and stops waiting, and opens again without them', () => {
    const nu = new Date('2026-09-01T10:00:00Z');
    const c = new Casus({ ...stand('begeleiding'), wachtOp: 'datum', wakkerOp: null }, { bron: 't', door: 'd' });
    c.sluit('aangekomen', nu);
    expect(c.wijzigingen).toEqual({ fase: 'gesloten', uitkomst: 'aangekomen', geslotenOp: nu, wachtOp: null });
    c.heropen(nu);
    expect([c.isOpen, c.stand.uitkomst, c.stand.geslotenOp, c.stand.heropendOp]).toEqual([true, null, null, nu]);
  });

  it('counts only the first conversation, and nothing that stays what it was', () => {
    const [een, twee] = [new Date('2026-09-01T10:00:00Z'), new Date('2026-09-02T10:00:00Z')];
    const c = casus('nagaan');
    c.zetWoordvoerder(null);
    expect(c.wijzigingen).toEqual({});
    c.gesproken(een);
    c.gesproken(twee);
    expect(c.wijzigingen).toEqual({ eersteGesprekOp: een });
  });
});
