import { Afdruk } from './afdruk.js';
import { Recordlezer, type Ontvanger } from './recordlezer.js';
import type { Tekenset } from './regels.js';

const KOP = 'leerlingnummer;achternaam;roepnaam;geboortedatum;onderwijssoort;begindatum';
const SLEUTEL = Buffer.alloc(32, 1);

/** The fingerprints of these lines. */
function afdrukken(
  regels: readonly (string | Buffer)[],
  anders: { context?: string; sleutel?: Buffer; tekenset?: Tekenset } = {},
): string[] {
  const afdruk = new Afdruk(anders.sleutel ?? SLEUTEL, anders.context ?? 'x');
  const gevonden: string[] = [];
  const ontvanger: Ontvanger = {
    kop: () => undefined,
    slecht: () => undefined,
    record: (_regel, bron, snede, tekenset) => {
      gevonden.push(afdruk.van(bron, snede, tekenset));
    },
  };
  const lezer = new Recordlezer(ontvanger, anders.tekenset);
  lezer.lees(Buffer.concat([KOP, ...regels].flatMap((regel) => [Buffer.from(regel), Buffer.from('\n')])));
  lezer.klaar();
  return gevonden;
}

const RIJ = '1;Proef;Piet;2009-03-31;vmbo;2022-08-22';

describe('Afdruk', () => {
  it('is the same for the same line, wherever it stands', () => {
    const [een, ander, weer] = afdrukken([RIJ, RIJ.replace('1;', '2;'), RIJ]);
    expect(een).toMatch(/^[0-9a-f]{16}$/);
    expect(weer).toBe(een);
    expect(ander).not.toBe(een);
  });

  it.each([
    ['a field that moved to the next column', '1;Proef;;Piet;2009-03-31;vmbo2022-08-22'],
    ['a space', `${RIJ} `],
    ['a line that is longer than any before', `${RIJ}${'x'.repeat(20_000)}`],
  ])('differs by %s', (_, regel) => {
    const [een] = afdrukken([RIJ]);
    expect(afdrukken([regel])[0]).not.toBe(een);
    expect(afdrukken([regel, RIJ])[1]).toBe(een);
  });

  it('is the same whatever ends the line', () => {
    const [een] = afdrukken([RIJ]);
    expect(afdrukken([`${RIJ}\r`])).toEqual([een]);
  });

  it('differs by how the line is read, and by the key', () => {
    const [een] = afdrukken([RIJ]);
    expect(afdrukken([RIJ], { context: 'y' })[0]).not.toBe(een);
    expect(afdrukken([RIJ], { sleutel: Buffer.alloc(32, 2) })[0]).not.toBe(een);
  });

  it('tells bytes that are read in another charset apart, and no others', () => {
    const zoë = [Buffer.from(RIJ.replace('Piet', 'Zoë'))];
    const [utf8] = afdrukken(zoë, { tekenset: 'utf8' });
    const [ansi] = afdrukken(zoë, { tekenset: 'windows1252' });
    expect(ansi).not.toBe(utf8);
    expect(afdrukken([RIJ], { tekenset: 'utf8' })).toEqual(afdrukken([RIJ], { tekenset: 'windows1252' }));
  });
});
