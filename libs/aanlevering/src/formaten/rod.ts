import { Afkeuring } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import type { Bouwfout } from '../lezer/regels.js';
import { isVanSchool, kopVanAanvulling, type Aanvulling, type Lezing } from './aanvulling.js';
import { stukken, type Bron } from './bron.js';
import { kort } from './naslag.js';
import { Rijgever } from './rijgever.js';
import { tabellezer } from './tabel.js';

const ROD: Aanvulling = {
  ...{ formaat: 'rod', naam: 'een registratiebestand van ROD', sleutel: 'pgn' },
  mist: ['leerlingnummer', 'achternaam', 'roepnaam', 'status', 'examenkandidaat', 'uitslag'],
};
/** Enrolments of one person; nobody has nearly as many. */
const MEESTE_INSCHRIJVINGEN = 500;
const KOLOMMEN = [
  'pgn',
  'geboortedatum',
  'geslacht',
  'begindatum',
  'opleidingscode',
  'einddatum',
  'redenUitstroom',
  'status',
];

/** Whether a line begins with a kind of record of ROD. */
export function isRod(regel: string): boolean {
  return /^\ufeff?"?(SLR|VLP|PER)"?;/.test(regel);
}

interface Inschrijving {
  regel: number;
  begin: string;
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
  private persoon: string[] | undefined;
  private nummer = '';
  /** Of whom an enrolment was refused: its periods say no more. */
  private geweigerd = '';
  private readonly inschrijvingen = new Map<string, Inschrijving>();

  constructor(
    private readonly gever: Rijgever,
    private readonly school: string | undefined,
  ) {}

  lees(regel: number, velden: readonly string[]): void {
    const [soort, nummer = '', pgn = '', vierde = '', vijfde = '', zesde = '', zevende = '', achtste = ''] = velden;
    if (soort === 'PER') {
      this.sluitAf();
      this.nummer = kort(nummer);
      this.persoon = [pgn, datum(vierde), vijfde].map(kort);
    } else if ((soort === 'ISG' || soort === 'ISP') && (this.persoon === undefined || nummer !== this.nummer)) {
      this.weiger(regel, soort, nummer);
    } else if (soort === 'ISG') {
      if (this.inschrijvingen.size >= MEESTE_INSCHRIJVINGEN) throw new Afkeuring('teVeelGegevens');
      const [begin = '', einde = '', reden = ''] = [datum(vijfde), datum(zevende), achtste].map(kort);
      this.inschrijvingen.set(kort(vierde), { regel, begin, einde, reden, opleidingscode: '', periode: '' });
    } else if (soort === 'ISP') {
      const inschrijving = this.inschrijvingen.get(kort(vierde));
      const periode = kort(sorteerbaar(vijfde));
      if (inschrijving === undefined || periode < inschrijving.periode) return;
      Object.assign(inschrijving, { periode, opleidingscode: kort(zesde) });
    } else if (soort === 'VLP' && !isVanSchool(velden[1] ?? '', this.school)) throw new Afkeuring('schoolAnders');
  }

  /** A line that cannot be read. It may be of a person: what follows is not of the one before. */
  slecht(regel: number, fout: Bouwfout): void {
    this.sluitAf();
    this.persoon = undefined;
    this.gever.slecht(regel, fout, '');
  }

  private weiger(regel: number, soort: string, nummer: string): void {
    if (soort === 'ISP' && nummer === this.geweigerd) return;
    this.sluitAf();
    this.geweigerd = kort(nummer);
    this.gever.slecht(regel, 'persoonOntbreekt', '');
  }

  /** Gives what is known of this person; nothing more comes. */
  sluitAf(): void {
    const { persoon = [] } = this;
    for (const { regel, begin, einde, reden, opleidingscode } of [...this.inschrijvingen.values()].sort(
      (a, b) => a.regel - b.regel,
    )) {
      this.gever.rij(regel, [
        ...persoon,
        begin,
        opleidingscode,
        einde,
        ...(einde === '' ? ['', ''] : [reden, 'uitgeschreven']),
      ]);
    }
    this.inschrijvingen.clear();
  }
}

/** @throws Afkeuring leegBestand · schoolAnders · teVeelGegevens */
export async function* leesRod(bron: Bron, uit: Ontvanger, { tekenset, school }: Lezing): AsyncGenerator<void> {
  const gever = new Rijgever(uit);
  const registratie = new Registratie(gever, school);
  const lezer = tabellezer(
    {
      kop: (velden) => {
        gever.kop(kopVanAanvulling(KOLOMMEN, ROD));
        registratie.lees(1, velden);
      },
      rij: (regel, velden) => registratie.lees(regel, velden),
      slecht: (regel, fout) => registratie.slecht(regel, fout),
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
