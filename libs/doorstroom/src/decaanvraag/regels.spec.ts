import { DomeinFout } from '#kern';
import { leesAntwoord, leesRijen } from './antwoorden.regels.js';
import { vervolgzin, type Vervolg } from './decaanvragen.regels.js';

const goed = { trajectId: '12', antwoord: 'hulpNodig' };

describe('one answer of a school', () => {
  it.each([
    ['a text', 'x', 'rijOngeldig'],
    ['nothing', null, 'rijOngeldig'],
    ['a list', [goed], 'rijOngeldig'],
    ['an unknown field', { ...goed, bsn: '1' }, 'rijOngeldig'],
    ['no traject', { antwoord: 'hulpNodig' }, 'rijOngeldig'],
    ['a traject that is no id', { ...goed, trajectId: '0; drop' }, 'rijOngeldig'],
    ['an unknown answer', { ...goed, antwoord: 'misschien' }, 'antwoordOnbekend'],
    ['an empty text', { ...goed, toelichting: ' ' }, 'toelichtingOngeldig'],
    ['a text that is too long', { ...goed, toelichting: 'x'.repeat(2001) }, 'toelichtingOngeldig'],
    ['applied, but where', { ...goed, antwoord: 'aangemeldBij' }, 'brinOntbreekt'],
    ['applied at no brin', { ...goed, antwoord: 'aangemeldBij', brin: 'ROC' }, 'brinOntbreekt'],
    [
      'applied, with a plan',
      { ...goed, antwoord: 'aangemeldBij', brin: '25LX', vervolgkeuze: 'havo' },
      'pastNietBijAntwoord',
    ],
    ['a plan, but which', { ...goed, antwoord: 'voorgenomenVervolg' }, 'vervolgkeuzeOntbreekt'],
    ['mbo is no plan', { ...goed, antwoord: 'voorgenomenVervolg', vervolgkeuze: 'mbo' }, 'vervolgkeuzeOntbreekt'],
    ['help, with a school', { ...goed, brin: '25LX' }, 'pastNietBijAntwoord'],
    ['help, with a plan', { ...goed, vervolgkeuze: 'havo' }, 'pastNietBijAntwoord'],
  ])('is refused: %s', (_wat, rij, code) => {
    expect(leesAntwoord(rij)).toMatchObject({ code, tekst: expect.stringMatching(/\.$/) });
  });

  it.each([
    [
      { ...goed, toelichting: 'Bel na vieren.' },
      { brin: null, vervolgkeuze: null, toelichting: 'Bel na vieren.' },
    ],
    [
      { ...goed, antwoord: 'aangemeldBij', brin: '25LX' },
      { brin: '25LX', vervolgkeuze: null, toelichting: null },
    ],
    [
      { ...goed, antwoord: 'voorgenomenVervolg', vervolgkeuze: 'havo' },
      { brin: null, vervolgkeuze: 'havo' },
    ],
  ])('is read', (rij, verwacht) => {
    expect(leesAntwoord(rij)).toMatchObject({ ...verwacht, trajectId: '12', antwoord: rij.antwoord });
  });

  it('is in a list of 1 to 500', () => {
    expect(leesRijen([goed])).toEqual([goed]);
    for (const inhoud of [[], {}, 'x', null, Array.from({ length: 501 }, () => goed)])
      expect(() => leesRijen(inhoud)).toThrow(DomeinFout);
  });
});

describe('what happens next', () => {
  const leeg: Vervolg = { antwoord: null, vanzelf: false, voorbij: false, nogmaalsOp: null, aangemeldTot: null };

  it.each<[Partial<Vervolg>, string]>([
    [{}, 'Wat weet u van deze leerling?'],
    [{ voorbij: true }, 'Er kwam geen antwoord. De begeleider van de regio neemt contact op.'],
    [{ vanzelf: true, voorbij: true }, 'Dit is al opgelost. U hoeft niets te doen.'],
    [{ antwoord: 'aangemeldBij' }, 'We wachten op de levering van die school.'],
    [
      { antwoord: 'aangemeldBij', aangemeldTot: '2026-04-22' },
      'We wachten tot en met 22 april 2026 op de levering van die school.',
    ],
    [{ antwoord: 'isBezig' }, 'De begeleider van de regio neemt contact op.'],
    [{ antwoord: 'isBezig', nogmaalsOp: '2026-05-04' }, 'We vragen het u opnieuw op 4 mei 2026.'],
    [{ antwoord: 'voorgenomenVervolg' }, 'Het plan is genoteerd.'],
    [{ antwoord: 'hulpNodig' }, 'De begeleider van de regio belt.'],
    [{ antwoord: 'geenContact' }, 'De begeleider van de regio neemt contact op.'],
    [{ antwoord: 'onjuist' }, 'De procesbewaker van de regio zoekt uit of de melding klopt.'],
  ])('%o', (vervolg, zin) => {
    expect(vervolgzin({ ...leeg, ...vervolg })).toBe(zin);
  });
});
