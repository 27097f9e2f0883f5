import { voorgesteldeStap, wachtOpVan } from './stap.regels.js';

describe('the step that is proposed', () => {
  it.each([
    ['nagaan', 'gesproken', 0, 'besluit'],
    ['nagaan', 'gesproken', 5, 'besluit'],
    ['nagaan', 'nietBereikt', 0, 'opvolging'],
    ['nagaan', 'nietBereikt', 1, 'opvolging'],
    ['nagaan', 'nietBereikt', 2, 'andereWeg'],
    ['nagaan', 'nietBereikt', 3, 'andereWeg'],
    ['nagaan', 'anders', 0, 'opvolging'],
    ['begeleiding', 'gesproken', 0, 'begeleiding'],
    ['begeleiding', 'nietBereikt', 0, 'opvolging'],
    ['begeleiding', 'nietBereikt', 2, 'andereWeg'],
    ['begeleiding', 'anders', 0, 'begeleiding'],
    ['afronding', 'gesproken', 0, 'terugkoppeling'],
    ['afronding', 'nietBereikt', 2, 'terugkoppeling'],
    ['afronding', 'anders', 0, 'terugkoppeling'],
  ] as const)('in %s after «%s», with %i times not reached before: %s', (fase, uitkomst, eerder, stap) => {
    expect(voorgesteldeStap(fase, uitkomst, eerder)).toBe(stap);
  });

  it.each([
    ['antwoordSchool', false, 'antwoordSchool'],
    ['inschrijving', true, 'inschrijving'],
    ['overig', true, 'datum'],
    ['begeleiding', true, 'datum'],
    ['begeleiding', false, null],
  ] as const)('%s (wacht %s) waits for %s', (stap, wacht, op) => {
    expect(wachtOpVan(stap, wacht)).toBe(op);
  });
});
