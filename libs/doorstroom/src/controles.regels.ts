import { DomeinFout, schooljaarVan, type Datum, type Schooljaar } from '#kern';

/** What somebody asks of a run. */
export interface Controleverzoek {
  schooljaar: Schooljaar;
  /** Today when left out. */
  peildatum?: Datum | undefined;
  proef?: boolean | undefined;
}

/**
 * Which run that is (domain.md 3, «doorstroomcontrole»): for today it acts unless a proef was asked; for another date it is
 * a proef; a future date only under the test clock.
 * @throws DomeinFout `peildatumInToekomst`, `proefVerplicht`, `schooljaarNietBegonnen`
 */
export function keurVerzoek(
  verzoek: Controleverzoek,
  vandaag: Datum,
  testklok: boolean,
): { peildatum: Datum; proef: boolean } {
  const peildatum = verzoek.peildatum ?? vandaag;
  if (peildatum > vandaag && !testklok) {
    throw new DomeinFout(
      'ongeldig',
      'peildatumInToekomst',
      'De peildatum ligt na vandaag. Kies vandaag of een eerdere datum.',
      {
        fouten: [{ veld: 'peildatum', code: 'inToekomst', tekst: 'Kies vandaag of een eerdere datum.' }],
      },
    );
  }
  if (verzoek.schooljaar > schooljaarVan(peildatum)) {
    throw new DomeinFout(
      'ongeldig',
      'schooljaarNietBegonnen',
      'Dit schooljaar is op de peildatum nog niet begonnen. Kies een ander schooljaar.',
      {
        fouten: [
          { veld: 'schooljaar', code: 'nietBegonnen', tekst: 'Kies een schooljaar dat op de peildatum is begonnen.' },
        ],
      },
    );
  }
  if (peildatum !== vandaag && verzoek.proef === false) {
    throw new DomeinFout(
      'ongeldig',
      'proefVerplicht',
      'Een controle voor een andere dag dan vandaag is altijd een proef. Laat «proef» weg of kies vandaag.',
      {
        fouten: [{ veld: 'proef', code: 'verplicht', tekst: 'Laat «proef» weg of kies vandaag als peildatum.' }],
      },
    );
  }
  return { peildatum, proef: peildatum !== vandaag || verzoek.proef === true };
}
