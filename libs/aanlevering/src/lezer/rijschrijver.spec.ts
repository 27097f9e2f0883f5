import { Afdruk } from './afdruk.js';
import { Recordlezer } from './recordlezer.js';
import { Rijschrijver } from './rijschrijver.js';

const KOP = 'leerlingnummer;pgn;achternaam;roepnaam;geboortedatum;onderwijssoort;begindatum;huisnummer';

function schrijf(...regels: string[]): { uit: Buffer; gehasht: string[] } {
  return schrijfMet(KOP, ...regels);
}

function schrijfMet(kop: string, ...regels: string[]): { uit: Buffer; gehasht: string[] } {
  const gehasht: string[] = [];
  const schrijver = new Rijschrijver(
    (pgn) => {
      gehasht.push(pgn);
      return Buffer.alloc(32, 7);
    },
    () => new Afdruk(Buffer.alloc(32, 1), ''),
  );
  const lezer = new Recordlezer(schrijver);
  lezer.lees(Buffer.from([kop, ...regels].join('\n')));
  lezer.klaar();
  return { uit: schrijver.buffer.neem(), gehasht };
}

const keren = (uit: Buffer, tekst: string): number => uit.toString('latin1').split(tekst).length - 1;

describe('Rijschrijver', () => {
  it('puts a valid PGN in its own column only, and hashes its nine digits', () => {
    const { uit, gehasht } = schrijf('1;1234.56.782;Proef;Piet;2009-03-31;vmbo;2022-08-22;');
    expect(gehasht).toEqual(['123456782']);
    expect([keren(uit, '123456782'), keren(uit, '1234.56')]).toEqual([1, 0]);
    expect(uit.toString('latin1')).toContain('1\x1f\x1fProef\x1fPiet\x1f2009-03-31\x1fvmbo\x1f2022-08-22');
  });

  it('masks a number that is no PGN, and hashes nothing', () => {
    const { uit, gehasht } = schrijf('1;123456789;Proef;Piet;2009-03-31;vmbo;2022-08-22;');
    expect([gehasht, keren(uit, '123456789'), keren(uit, '*****789')]).toEqual([[], 0, 1]);
  });

  it('keeps unknown columns, and fields that are too long for any column, out of the database', () => {
    const { uit } = schrijf(
      '1;;Proef;Piet;2009-03-31;vmbo;2022-08-22;0612345678',
      `2;;${'x'.repeat(1001)};Piet;2009-03-31;vmbo;2022-08-22;`,
      '3;;"Pi""et";Piet;2009-03-31;vmbo;2022-08-22;',
    );
    expect([keren(uit, '0612345678'), keren(uit, 'xxxx'), keren(uit, 'veldTeLang'), keren(uit, 'Pi"et')]).toEqual([
      0, 0, 1, 1,
    ]);
  });

  it('keeps of a bad line only the leerlingnummer', () => {
    const { uit } = schrijf('1;123456782;Geheim;Piet;2009-03-31', '"77;123456782;Geheim;x');
    expect([keren(uit, 'Geheim'), keren(uit, '123456782')]).toEqual([0, 0]);
    expect([keren(uit, '1\x1f\x1f\x1f\x1f\x1f\x1f'), keren(uit, '77\x1f\x1f\x1f\x1f\x1f\x1f')]).toEqual([1, 1]);
  });

  it('gives no leerlingnummer rather than a wrong one: not after a quote, nor with one in it', () => {
    const kop = 'achternaam;leerlingnummer;roepnaam;geboortedatum;onderwijssoort;begindatum';
    const { uit } = schrijfMet(
      kop,
      '"van Dam; Jr";77";Piet;x',
      '"Dam;78;Piet;2009-03-31;vmbo;x;y',
      'Dam;7"9;Piet',
      'Dam;80;Piet',
    );
    expect(['77', '78', '79', 'Jr', '80'].map((nummer) => keren(uit, `\x1f${nummer}\x1f`))).toEqual([0, 0, 0, 0, 1]);
  });
});
