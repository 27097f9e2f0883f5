/** Another end than arriving at follow-on education (domain.md 3). */
export const BESTEMMINGEN = [
  'havo',
  'vmboAndereLeerweg',
  'zittenblijven',
  'vavo',
  'staatsexamen',
  'particulier',
  'inburgering',
  'werkMetStartkwalificatie',
  'werkZonderStartkwalificatie',
  'tussenjaar',
  'zorgBehandeling',
  'detentie',
  'dagbesteding',
  'vrijstelling',
  'vervangendeLeerplicht',
  'overgedragenAndereRegio',
  'buitenland',
  'overleden',
] as const;
export type Bestemming = (typeof BESTEMMINGEN)[number];

/** What the school itself knows of its pupil; the other ends say something of work, care, law or life (T1 and up). */
export const ONDERWIJSBESTEMMINGEN: readonly string[] = [
  ...(['havo', 'vmboAndereLeerweg', 'zittenblijven', 'vavo', 'staatsexamen', 'particulier'] as const),
];

/** What was seen: paper or a message with a date, never hearsay. */
export const BEWIJZEN = [
  'inschrijfbewijs',
  'verklaringSchool',
  'verklaringInstelling',
  'verklaringOuders',
  'arbeidscontract',
  'beschikking',
  'uittrekselBrp',
  'acceptatieRegio',
  'brief',
] as const;
export type Bewijs = (typeof BEWIJZEN)[number];

/** Arrival is proven by the school where one arrived. */
export const AANKOMSTBEWIJZEN = ['inschrijfbewijs', 'verklaringSchool'] as const;

/** Articles of the Leerplichtwet 1969 on which an exemption or another programme rests. */
export const GRONDEN = ['art3a', 'art3b', 'art5a', 'art5b', 'art5c', 'art15'] as const;
export type Grond = (typeof GRONDEN)[number];

/** Where somebody means to go on; meets the asks until the calendar wants proof. */
export const VERVOLGEN = [
  'havo',
  'vmbo',
  'vavo',
  'zittenblijven',
  'pro',
  'vso',
  'particulier',
  'werk',
  'dagbesteding',
] as const;
export type Vervolg = (typeof VERVOLGEN)[number];

/** Why a traject should never have been there. */
export const CORRECTIEREDENEN = ['geenKandidaat', 'dubbel', 'foutInAanlevering', 'anders'] as const;
export type Correctiereden = (typeof CORRECTIEREDENEN)[number];
