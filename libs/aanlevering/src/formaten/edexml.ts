import { Afkeuring } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import { isVanSchool, kopVanAanvulling, type Aanvulling } from './aanvulling.js';
import { stukken, type Bron } from './bron.js';
import { kort, Naslag } from './naslag.js';
import { Rijgever } from './rijgever.js';
import { Xmllezer, type Xmlluisteraar } from './xml.js';

const EDEXML: Aanvulling = {
  ...{ formaat: 'edexml', naam: 'EDEXML', sleutel: 'leerlingnummer' },
  mist: ['onderwijssoort', 'leerweg', 'status', 'examenkandidaat', 'uitslag', 'vervolgkeuze'],
};

/** Column of the contract for the elements of a leerling (EDEXML 2.1). */
const BRON: Readonly<Record<string, string>> = {
  achternaam: 'achternaam',
  voorvoegsel: 'voorvoegsel',
  roepnaam: 'roepnaam',
  geboortedatum: 'geboortedatum',
  bsn: 'pgn',
  ondwnr: 'pgn',
  postcodenl: 'postcode',
  uitstroomdatum: 'einddatum',
};
const KOLOMMEN = [
  ...['leerlingnummer', 'pgn', 'achternaam', 'voorvoegsel', 'roepnaam', 'geboortedatum', 'geslacht', 'postcode'],
  ...['leerjaar', 'groep', 'einddatum', 'status'],
];
const GESLACHT: Readonly<Record<string, string>> = { '0': 'O', '1': 'M', '2': 'V', '9': 'X' };

/** One row per leerling, on the line where its element begins. Only the structure is looked at, not the lists of the schema. */
class Leerlingen implements Xmlluisteraar {
  /** Line of the element that opens now. */
  regel = 1;
  gezien = false;
  private readonly pad: string[] = [];
  private readonly groepen = new Naslag();
  private groep = '';
  private vorige = 1;
  private tekstdeel = '';
  private rij: Record<string, string> | undefined;

  constructor(
    private readonly gever: Rijgever,
    private readonly school: string | undefined,
  ) {}

  open(naam: string, { key = '' }: Readonly<Record<string, string>>): void {
    this.pad.push(naam);
    this.tekstdeel = '';
    const plek = this.pad.join('/');
    if (this.pad.length === 1 && naam !== 'EDEX') throw new Afkeuring('formaatOnbekend');
    if (plek === 'EDEX/leerlingen' && !this.gezien) {
      this.gezien = true;
      this.gever.kop(kopVanAanvulling(KOLOMMEN, EDEXML));
    } else if (plek === 'EDEX/groepen/groep') this.groep = kort(key);
    else if (plek === 'EDEX/leerlingen/leerling') {
      // A file may be one long line.
      this.vorige = Math.max(this.regel, this.vorige + 1);
      this.rij = { leerlingnummer: key };
    } else if (plek === 'EDEX/leerlingen/leerling/groep' && this.rij !== undefined) {
      this.rij['groep'] = this.groepen.geef(key) ?? key;
    }
  }

  tekst(tekst: string): void {
    if (this.tekstdeel.length < 4096) this.tekstdeel += tekst;
  }

  sluit(naam: string): void {
    const plek = this.pad.join('/');
    const waarde = this.tekstdeel.trim();
    this.pad.pop();
    this.tekstdeel = '';
    if (plek === 'EDEX/groepen/groep/naam') this.groepen.bewaar(this.groep, waarde);
    else if (plek === 'EDEX/school/brincode' && !isVanSchool(waarde, this.school)) throw new Afkeuring('schoolAnders');
    else if (plek === `EDEX/leerlingen/leerling/${naam}`) this.neem(naam, waarde);
    else if (plek === 'EDEX/leerlingen/leerling') this.geef();
  }

  private neem(naam: string, waarde: string): void {
    const { rij } = this;
    if (rij === undefined) return;
    const kolom = BRON[naam];
    if (kolom !== undefined) rij[kolom] = waarde;
    else if (naam === 'geslacht') rij['geslacht'] = GESLACHT[waarde] ?? waarde;
    else if (naam === 'jaargroep' && /^[1-9]$/.test(waarde)) rij['leerjaar'] = waarde;
  }

  private geef(): void {
    const { rij } = this;
    this.rij = undefined;
    if (rij === undefined) return;
    if ((rij['einddatum'] ?? '') !== '') rij['status'] = 'uitgeschreven';
    this.gever.rij(
      this.vorige,
      KOLOMMEN.map((kolom) => rij[kolom]),
    );
  }
}

/** @throws Afkeuring xmlKapot · formaatOnbekend · leegBestand · schoolAnders */
export async function* leesEdexml(bron: Bron, uit: Ontvanger, school: string | undefined): AsyncGenerator<void> {
  const leerlingen = new Leerlingen(new Rijgever(uit), school);
  const lezer = new Xmllezer({
    open: (naam, kenmerken) => {
      leerlingen.regel = lezer.regel;
      leerlingen.open(naam, kenmerken);
    },
    tekst: (tekst) => leerlingen.tekst(tekst),
    sluit: (naam) => leerlingen.sluit(naam),
  });
  for await (const stuk of stukken(bron)) {
    lezer.lees(stuk);
    yield;
  }
  lezer.klaar();
  if (!leerlingen.gezien) throw new Afkeuring('leegBestand');
  yield;
}
