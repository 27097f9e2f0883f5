import type { Ontvanger } from '../lezer/recordlezer.js';
import type { Tekenset } from '../lezer/regels.js';
import { kopVanAanvulling, type Aanvulling } from './aanvulling.js';
import { stukken, type Bron } from './bron.js';
import { Rijgever } from './rijgever.js';
import { tabellezer } from './tabel.js';

const ROD: Aanvulling = {
  ...{ formaat: 'rod', naam: 'een registratiebestand van ROD', sleutel: 'pgn' },
  mist: ['leerlingnummer', 'achternaam', 'roepnaam', 'status', 'examenkandidaat', 'uitslag'],
};
const KOLOMMEN = ['pgn', 'geboortedatum', 'geslacht', 'opleidingscode', 'einddatum', 'redenUitstroom', 'status'];

/** Whether a line begins with a kind of record of ROD. */
export function isRod(regel: string): boolean {
  return /^\ufeff?"?(SLR|VLP|PER)"?;/.test(regel);
}

interface Inschrijving {
  regel: number;
  einde: string;
  reden: string;
  opleidingscode: string;
  periode: string;
}

/**
 * Reads a registration file of the mbo: a person (PER), enrolments (ISG) and their periods (ISP), in that order. One row
 * per enrolment, with the course of its newest period; records of other kinds say nothing for us.
 */
class Registratie {
  private persoon: string[] = [];
  private readonly inschrijvingen = new Map<string, Inschrijving>();

  constructor(private readonly gever: Rijgever) {}

  lees(regel: number, velden: readonly string[]): void {
    const [soort, , pgn = '', vierde = '', vijfde = '', zesde = '', zevende = '', achtste = ''] = velden;
    if (soort === 'PER') {
      this.sluitAf();
      this.persoon = [pgn, datum(vierde), vijfde];
    } else if (soort === 'ISG') {
      const leeg = { opleidingscode: '', periode: '' };
      this.inschrijvingen.set(vierde, { regel, einde: datum(zevende), reden: achtste, ...leeg });
    } else if (soort === 'ISP') {
      const inschrijving = this.inschrijvingen.get(vierde);
      const periode = sorteerbaar(vijfde);
      if (inschrijving === undefined || periode < inschrijving.periode) return;
      Object.assign(inschrijving, { periode, opleidingscode: zesde });
    }
  }

  /** Gives what is known of this person; nothing more comes. */
  sluitAf(): void {
    for (const { regel, einde, reden, opleidingscode } of [...this.inschrijvingen.values()].sort(
      (a, b) => a.regel - b.regel,
    )) {
      this.gever.rij(regel, [
        ...this.persoon,
        opleidingscode,
        einde,
        ...(einde === '' ? ['', ''] : [reden, 'uitgeschreven']),
      ]);
    }
    this.inschrijvingen.clear();
  }
}

/** @throws Afkeuring leegBestand */
export async function* leesRod(bron: Bron, uit: Ontvanger, tekenset: Tekenset): AsyncGenerator<void> {
  const gever = new Rijgever(uit);
  const registratie = new Registratie(gever);
  const lezer = tabellezer(
    {
      kop: (velden) => {
        gever.kop(kopVanAanvulling(KOLOMMEN, ROD));
        registratie.lees(1, velden);
      },
      rij: (regel, velden) => registratie.lees(regel, velden),
      slecht: (regel, fout) => {
        registratie.sluitAf();
        gever.slecht(regel, fout, '');
      },
    },
    ';',
    tekenset,
  );
  for await (const blok of stukken(bron)) {
    lezer.lees(blok);
    yield;
  }
  lezer.klaar();
  registratie.sluitAf();
  yield;
}

/** `1-8-2022` as the contract writes it; what is no date stays as it is, for the findings. */
function datum(waarde: string): string {
  const delen = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(waarde);
  return delen === null ? waarde : `${delen[1]?.padStart(2, '0')}-${delen[2]?.padStart(2, '0')}-${delen[3]}`;
}

function sorteerbaar(waarde: string): string {
  return datum(waarde).split('-').reverse().join('');
}
