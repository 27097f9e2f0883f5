import type { Decaanantwoord } from '#casussen';

/** What is known of an answer when a sentence is made about it. */
export interface Vervolg {
  antwoord: Decaanantwoord | null;
  vanzelf: boolean;
  /** The term of the question is over. */
  voorbij: boolean;
  nogmaalsOp: string | null;
  aangemeldTot: string | null;
}

/** What happens next with a pupil in a question, B1. */
export function vervolgzin({ antwoord, vanzelf, voorbij, nogmaalsOp, aangemeldTot }: Vervolg): string {
  switch (antwoord) {
    case 'aangemeldBij':
      return aangemeldTot === null
        ? 'We wachten op de levering van die school.'
        : `We wachten tot en met ${dag(aangemeldTot)} op de levering van die school.`;
    case 'isBezig':
      return nogmaalsOp === null
        ? 'De begeleider van de regio neemt contact op.'
        : `We vragen het u opnieuw op ${dag(nogmaalsOp)}.`;
    case 'voorgenomenVervolg':
      return 'Het plan is genoteerd.';
    case 'hulpNodig':
      return 'De begeleider van de regio belt.';
    case 'geenContact':
      return 'De begeleider van de regio neemt contact op.';
    case 'onjuist':
      return 'De procesbewaker van de regio zoekt uit of de melding klopt.';
    case null:
      if (vanzelf) return 'Dit is al opgelost. U hoeft niets te doen.';
      return voorbij
        ? 'Er kwam geen antwoord. De begeleider van de regio neemt contact op.'
        : 'Wat weet u van deze leerling?';
  }
}

function dag(datum: string): string {
  const [jaar, maand, nummer] = datum.split('-').map(Number);
  return `${nummer} ${MAANDEN[(maand ?? 1) - 1]} ${jaar}`;
}

const MAANDEN = [
  ...['januari', 'februari', 'maart', 'april', 'mei', 'juni'],
  ...['juli', 'augustus', 'september', 'oktober', 'november', 'december'],
];
