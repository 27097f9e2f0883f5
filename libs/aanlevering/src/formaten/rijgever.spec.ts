import { Afdruk } from '../lezer/afdruk.js';
import { kopVan } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import { Rijgever } from './rijgever.js';

const KOP = kopVan(['leerlingnummer', 'achternaam', 'roepnaam', 'geboortedatum', 'onderwijssoort', 'begindatum']);

describe('Rijgever', () => {
  it('keeps fields apart, so that text that moves to the next field is another record', () => {
    const afdrukken: string[] = [];
    const afdruk = new Afdruk(Buffer.alloc(32), '');
    const uit: Ontvanger = {
      kop: () => undefined,
      record: (_regel, bron, snede, tekenset) => afdrukken.push(afdruk.van(bron, snede, tekenset)),
      slecht: () => undefined,
    };
    const gever = new Rijgever(uit);
    gever.kop(KOP);
    for (const rij of [
      ['1', '23'],
      ['12', '3'],
      ['1', '23'],
      ['1', '', '23'],
    ])
      gever.rij(2, rij);
    expect(new Set(afdrukken).size).toBe(3);
    expect(afdrukken[0]).toBe(afdrukken[2]);
  });
});
