import fc from 'fast-check';
import { Afkeuring, type Kopregel } from './kopregel.js';
import { type Ontvanger, Recordlezer } from './recordlezer.js';
import { LANGSTE_REGEL, type Tekenset } from './regels.js';
import type { Snijder } from './snijder.js';

type Gelezen = { regel: number; velden: string[]; tekenset: Tekenset } | { regel: number; fout: string };

class Verzamelaar implements Ontvanger {
  kopregel: Kopregel | undefined;
  readonly gelezen: Gelezen[] = [];

  kop(kop: Kopregel): void {
    this.kopregel = kop;
  }

  record(regel: number, bron: Buffer, snede: Snijder, tekenset: Tekenset): void {
    const codering = tekenset === 'windows1252' ? 'latin1' : 'utf8';
    const velden = Array.from({ length: snede.aantal }, (_, i) =>
      bron.toString(codering, snede.van[i], snede.tot[i]).replaceAll(snede.dubbel[i] === 1 ? '""' : '\0', '"'),
    );
    this.gelezen.push({ regel, velden, tekenset });
  }

  slecht(regel: number, fout: string): void {
    this.gelezen.push({ regel, fout });
  }
}

const KOP = 'leerlingnummer;achternaam;roepnaam;geboortedatum;onderwijssoort;begindatum';
const RIJ = '1;Test;Piet;2009-03-31;vmbo;2025-08-01';

function lees(bestand: Buffer | string, stukken: number[] = [], tekenset?: Tekenset): Verzamelaar {
  const bron = Buffer.isBuffer(bestand) ? bestand : Buffer.from(bestand, 'utf8');
  const uit = new Verzamelaar();
  const lezer = new Recordlezer(uit, tekenset);
  let van = 0;
  for (const lengte of stukken) {
    lezer.lees(Buffer.from(bron.subarray(van, van + lengte)));
    van += lengte;
  }
  lezer.lees(Buffer.from(bron.subarray(van)));
  lezer.klaar();
  return uit;
}

const velden = (g: Gelezen | undefined): string[] | string =>
  g === undefined ? 'niets' : 'velden' in g ? g.velden : g.fout;

describe('Recordlezer', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('cuts records at %s and counts lines from the header', (_naam, einde) => {
    const { gelezen } = lees([KOP, RIJ, '', RIJ, ';;;;;', RIJ].join(einde));
    expect(gelezen.map((g) => g.regel)).toEqual([2, 4, 6]);
    expect(velden(gelezen[0])).toEqual(RIJ.split(';'));
  });

  it.each([';', ',', '|', '\t'])('finds the separator %j in the header', (teken) => {
    const { gelezen, kopregel } = lees(`${KOP}\n${RIJ}\n`.replaceAll(';', teken));
    expect(kopregel?.scheiding).toBe(teken);
    expect(velden(gelezen[0])).toEqual(RIJ.split(';'));
  });

  it('takes a header in any order and case, quoted, with a leading #, and names what it does not know', () => {
    const { kopregel } = lees(
      `#BEGINDATUM;"Roepnaam";achternaam;leerlingNUMMER;Schoenmaat;ouder1Gezag;onderwijssoort;geboortedatum\n`,
    );
    expect(kopregel?.velden.map((k) => k?.naam ?? null)).toEqual([
      'begindatum',
      'roepnaam',
      'achternaam',
      'leerlingnummer',
      null,
      'ouder1Gezag',
      'onderwijssoort',
      'geboortedatum',
    ]);
    expect(kopregel?.onbekend).toEqual(['Schoenmaat']);
  });

  it('reads quotes as RFC 4180: separators, doubled quotes and line breaks inside', () => {
    const { gelezen } = lees(`${KOP}\n"1";"Te;st";"Pi""et""";"a\r\nb\nc";;x\n${RIJ}\n`);
    expect(velden(gelezen[0])).toEqual(['1', 'Te;st', 'Pi"et"', 'a\r\nb\nc', '', 'x']);
    expect(gelezen[1]).toMatchObject({ regel: 5 });
  });

  it.each([
    ['a quote in an unquoted field', '1;Te"st;Piet;2009-03-31;vmbo;2025-08-01'],
    ['text after a closing quote', '1;"Test"x;Piet;2009-03-31;vmbo;2025-08-01'],
    ['a quote that is never closed', '1;"Test;Piet;2009-03-31;vmbo;2025-08-01'],
  ])('costs %s only its own line', (_naam, slecht) => {
    const { gelezen } = lees(`${KOP}\n${RIJ}\n${slecht}\n${RIJ}\n${RIJ}`);
    expect(gelezen.map((g) => [g.regel, 'fout' in g ? g.fout : 'goed'])).toEqual([
      [2, 'goed'],
      [3, 'aanhalingstekens'],
      [4, 'goed'],
      [5, 'goed'],
    ]);
  });

  it.each([
    ['nulTeken', '1;Te\0st;Piet;2009-03-31;vmbo;2025-08-01'],
    ['stuurteken', '1;Te\x1fst;Piet;2009-03-31;vmbo;2025-08-01'],
    ['aantalKolommen', '1;Test;Piet;2009-03-31;vmbo'],
    ['aantalKolommen', '1;Test;Piet;2009-03-31;vmbo;2025-08-01;meer'],
  ])('gives %s on its own line', (fout, slecht) => {
    const { gelezen } = lees(`${KOP}\n${slecht}\n${RIJ}\n\x1a`);
    expect(gelezen).toEqual([{ regel: 2, fout }, expect.objectContaining({ regel: 3 })]);
  });

  it('skips a line of more than 1 MiB, whatever its length, and reads on', () => {
    const { gelezen } = lees(`${KOP}\n${RIJ}\n1;${'x'.repeat(3 * LANGSTE_REGEL)}\r\n${RIJ}\n`, Array(40).fill(90_001));
    expect(gelezen.map((g) => [g.regel, 'fout' in g ? g.fout : 'goed'])).toEqual([
      [2, 'goed'],
      [3, 'regelTeLang'],
      [4, 'goed'],
    ]);
  });

  it('rejects one line of 100 MB without keeping it', () => {
    const lezer = new Recordlezer(new Verzamelaar());
    const stuk = Buffer.alloc(LANGSTE_REGEL, 'x');
    expect(() => {
      for (let i = 0; i < 100; i += 1) lezer.lees(stuk);
    }).toThrow(new Afkeuring('geenKopregel'));
  });

  it.each([
    ['leegBestand', ''],
    ['leegBestand', '\n\n'],
    ['geenKopregel', RIJ],
    ['geenKopregel', '{"leerlingen": []}'],
    ['tekensetOnleesbaar', Buffer.from(`\ufeff${KOP}\n`, 'utf16le')],
    ['tekensetOnleesbaar', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8])],
    ['kolomOntbreekt', KOP.replace('roepnaam', 'voornaam')],
    ['kolomDubbel', `${KOP};Roepnaam`],
  ])('rejects the whole file: %s', (code, bestand) => {
    expect(() => lees(bestand)).toThrow(expect.objectContaining({ name: 'Afkeuring', code }));
  });

  describe('charset', () => {
    const met = (naam: string): string => RIJ.replace('Test', naam);
    it.each([
      ['UTF-8', Buffer.from(`${KOP}\n${met('Müller')}\n`), 'utf8'],
      ['UTF-8 with BOM', Buffer.from(`\ufeff${KOP}\n${met('Müller')}\n`), 'utf8'],
      ['Windows-1252', Buffer.from(`${KOP}\n${met('Müller')}\n`, 'latin1'), 'windows1252'],
    ])('reads %s', (_naam, bestand, tekenset) => {
      expect(lees(bestand).gelezen).toEqual([{ regel: 2, velden: met('Müller').split(';'), tekenset }]);
    });

    it('gives a finding on the lines that do not agree with the first byte above 127', () => {
      const utf8 = Buffer.concat([Buffer.from(`${KOP}\n${met('é')}\n`), Buffer.from(met('é'), 'latin1')]);
      expect(lees(utf8).gelezen[1]).toEqual({ regel: 3, fout: 'tekenOnleesbaar' });
      const ansi = Buffer.concat([Buffer.from(`${KOP}\n${met('é')}\n`, 'latin1'), Buffer.from(met('é'))]);
      expect(lees(ansi).gelezen[1]).toEqual({ regel: 3, fout: 'tekensetWisselt' });
    });

    it('says so when a line is not in the charset that the sender named', () => {
      expect(lees(Buffer.from(`${KOP}\n${met('é')}`, 'latin1'), [], 'utf8').gelezen).toEqual([
        { regel: 2, fout: 'tekensetAnders' },
      ]);
      expect(lees(`${KOP}\n${met('é')}`, [], 'windows1252').gelezen).toEqual([{ regel: 2, fout: 'tekensetAnders' }]);
    });
  });

  it('gives the same records however the file is cut into pieces', () => {
    const brok = fc.oneof(
      fc.constantFrom(RIJ, '\n', '\r\n', '\r', ';', '"', '""', '";"', '"\n"', '\0', 'é', 'a', '\x1a', `${RIJ}\n`),
      fc.constantFrom('\xe9', '\xc3\xa9'),
    );
    const bestand = fc
      .tuple(
        fc.constantFrom('', '\ufeff'),
        fc.array(brok, { maxLength: 40 }),
        fc.constantFrom('utf8' as const, 'latin1' as const),
      )
      .map(([bom, brokken, codering]) =>
        Buffer.concat([Buffer.from(`${bom}${KOP}\n`), Buffer.from(brokken.join(''), codering)]),
      );
    fc.assert(
      fc.property(bestand, fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 60 }), (bron, stukken) => {
        expect(lees(bron, stukken).gelezen).toEqual(lees(bron).gelezen);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back every value that RFC 4180 can write', () => {
    const waarde = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r\n', 'é', ' ', ',') });
    fc.assert(
      fc.property(fc.array(fc.tuple(waarde, waarde), { minLength: 1, maxLength: 10 }), (paren) => {
        const regels = paren.map(([a, b]) => `x;"${a.replaceAll('"', '""')}";"${b.replaceAll('"', '""')}";;;`);
        const { gelezen } = lees(`${KOP}\r\n${regels.join('\r\n')}`);
        expect(gelezen.map(velden)).toEqual(paren.map(([a, b]) => ['x', a, b, '', '', '']));
      }),
    );
  });
});
