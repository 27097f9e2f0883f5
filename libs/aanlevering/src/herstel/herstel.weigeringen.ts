import { DomeinFout } from '#kern';
import type { Origineel } from './herstel.vragen.js';

interface Weigering {
  code: string;
  als: (origineel: Origineel) => boolean;
  tekst: (origineel: Origineel) => string;
}

/** In the order in which they are said. */
const WEIGERINGEN: readonly Weigering[] = [
  {
    code: 'herstelVanHerstel',
    als: ({ herstelVan }) => herstelVan !== null,
    tekst: ({ herstelVan }) => `Dit is zelf een herstel. Herstel de regels van aanlevering ${herstelVan}.`,
  },
  {
    code: 'alOngedaan',
    als: ({ ongedaan }) => ongedaan,
    tekst: () => 'Deze aanlevering is ongedaan gemaakt. Lever het verbeterde bestand opnieuw aan.',
  },
  {
    code: 'nietVerwerkt',
    als: ({ status }) => status !== 'verwerkt',
    tekst: () =>
      'Deze aanlevering is niet verwerkt. Wacht tot zij verwerkt is, of lever het hele bestand verbeterd aan.',
  },
  {
    code: 'nieuwerBestand',
    als: ({ nieuwere }) => nieuwere !== null,
    tekst: ({ nieuwere }) =>
      `Van uw school is daarna aanlevering ${nieuwere} verwerkt. Herstel de regels van die aanlevering.`,
  },
  {
    code: 'bestandNietBewaard',
    als: ({ bewaard }) => !bewaard,
    tekst: () => 'Het bestand van deze aanlevering is niet meer bewaard. Lever een nieuw bestand aan.',
  },
  {
    code: 'nietsTeHerstellen',
    als: ({ quarantaine }) => quarantaine === 0,
    tekst: () => 'In deze aanlevering staat geen regel meer in quarantaine. U hoeft niets te herstellen.',
  },
];

/**
 * Refuses what cannot be repaired.
 * @throws DomeinFout herstelVanHerstel · alOngedaan · nietVerwerkt · nieuwerBestand · bestandNietBewaard · nietsTeHerstellen
 */
export function keurHerstel(origineel: Origineel): void {
  const weigering = WEIGERINGEN.find(({ als }) => als(origineel));
  if (weigering === undefined) return;
  const { id, status, nieuwere, herstelVan } = origineel;
  const huidig = {
    ...{ id, status },
    ...(nieuwere !== null && { nieuwere }),
    ...(herstelVan !== null && { origineel: herstelVan }),
  };
  throw new DomeinFout('conflict', weigering.code, weigering.tekst(origineel), { huidig });
}
