import { poort, type PoortInvoer } from './poort.regels.js';

const RUSTIG: PoortInvoer = {
  peildatum: '2026-03-16',
  regels: 200,
  fout: 0,
  ingeschreven: 200,
  verdwijnt: 0,
  onzeker: 0,
  goed: 200,
  elders: 0,
};
const oordeel = (anders: Partial<PoortInvoer>): [string, boolean][] =>
  poort({ ...RUSTIG, ...anders }).map((m) => [m.code, m.wacht]);

describe('poort', () => {
  it.each<[string, Partial<PoortInvoer>, [string, boolean][]]>([
    ['nothing special', {}, []],
    ['15 leavers of 20: few enough to be true', { ingeschreven: 20, verdwijnt: 15 }, []],
    ['16 of 20', { ingeschreven: 20, verdwijnt: 16 }, [['verliesTeGroot', true]]],
    ['exactly 10 %', { verdwijnt: 20 }, []],
    ['just above 10 %', { verdwijnt: 21 }, [['verliesTeGroot', true]]],
    ['30 June', { peildatum: '2026-06-30', verdwijnt: 21 }, [['verliesTeGroot', true]]],
    ['1 July: a warning', { peildatum: '2026-07-01', verdwijnt: 21 }, [['verliesTeGroot', false]]],
    ['1 July, exactly half', { peildatum: '2026-07-01', verdwijnt: 100 }, [['verliesTeGroot', false]]],
    ['30 September, more than half', { peildatum: '2026-09-30', verdwijnt: 101 }, [['verliesTeGroot', true]]],
    ['1 October', { peildatum: '2026-10-01', verdwijnt: 21 }, [['verliesTeGroot', true]]],
    ['one that may be gone: a warning', { onzeker: 1 }, [['niemandVertrokken', false]]],
    ['exactly 10 % quarantined', { fout: 20 }, []],
    ['just above 10 % quarantined', { fout: 21 }, [['quarantaineTeGroot', true]]],
    ['exactly half elsewhere', { elders: 100 }, []],
    ['over half elsewhere', { elders: 101 }, [['andereSchool', true]]],
    ['no rows at all', { regels: 0, ingeschreven: 0, goed: 0 }, []],
    [
      'everything at once',
      { verdwijnt: 200, onzeker: 3, fout: 100, elders: 150 },
      [
        ['verliesTeGroot', true],
        ['niemandVertrokken', false],
        ['quarantaineTeGroot', true],
        ['andereSchool', true],
      ],
    ],
  ])('%s', (_naam, anders, verwacht) => {
    expect(oordeel(anders)).toEqual(verwacht);
  });
});
