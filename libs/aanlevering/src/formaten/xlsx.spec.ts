import { Afkeuring, type Kopregel } from '../lezer/kopregel.js';
import type { Ontvanger } from '../lezer/recordlezer.js';
import type { Gesneden } from '../lezer/snijder.js';
import { maakXlsx, STIJL, type Cel, type Xlsxopties } from '../test/xlsx.js';
import { maakZip } from '../test/zip.js';
import { uitGeheugen } from './bron.js';
import { herken } from './herken.js';

class Verzamelaar implements Ontvanger {
  kopregel: Kopregel | undefined;
  readonly gelezen: [number, ...string[]][] = [];

  kop(kop: Kopregel): void {
    this.kopregel = kop;
  }

  record(regel: number, bron: Buffer, snede: Gesneden): void {
    const velden = Array.from({ length: snede.aantal }, (_, i) => bron.toString('utf8', snede.van[i], snede.tot[i]));
    this.gelezen.push([regel, ...velden]);
  }

  slecht(regel: number, fout: string, bron: Buffer, van: number, tot: number): void {
    this.gelezen.push([regel, fout, bron.toString('utf8', van, tot)]);
  }
}

async function lees(bestand: Buffer, formaat: 'xlsx' | 'csv' | null = null): Promise<Verzamelaar> {
  const uit = new Verzamelaar();
  const wijze = await herken(uitGeheugen(bestand), { formaat, tekenset: 'open' });
  expect(wijze.formaat).toBe('xlsx');
  for await (const _ of wijze.lees(uit));
  return uit;
}

const KOP: Cel[] = ['Leerlingnummer', 'achternaam', 'roepnaam', 'geboortedatum', 'onderwijssoort', 'begindatum'];
const rij = (...anders: Cel[]): Cel[] => [
  ...anders,
  ...['1', 'Test', 'Piet', '2009-03-31', 'vmbo', '2025-08-01'].slice(anders.length),
];
const eerste = async (cel: Cel, opties?: Xlsxopties): Promise<string | undefined> =>
  (await lees(maakXlsx([KOP, rij(cel)], opties))).gelezen[0]?.[1]?.toString();

describe('xlsx', () => {
  it.each([false, true])('gives the first visible sheet, texts in the cells: %s', async (inCellen) => {
    const { gelezen, kopregel } = await lees(
      maakXlsx([[], KOP, rij('1', 'Müller & <Zn>'), [], rij('2', ' ')], { inCellen }),
    );
    expect(kopregel?.kolommen[0]?.naam).toBe('leerlingnummer');
    expect(gelezen).toEqual([
      [3, '1', 'Müller & <Zn>', 'Piet', '2009-03-31', 'vmbo', '2025-08-01'],
      [5, '2', '', 'Piet', '2009-03-31', 'vmbo', '2025-08-01'],
    ]);
  });

  it('takes a leading # and names what it does not know', async () => {
    const { kopregel } = await lees(maakXlsx([['# Leerlingnummer', ...KOP.slice(1), 'Schoenmaat'], rij()]));
    expect(kopregel).toMatchObject({ onbekend: ['Schoenmaat'] });
  });

  it.each<[string, string, string]>([
    ['a whole number', '><v>129</v>', '129'],
    ['what a program wrote as 129.0', '><v>129.0</v>', '129'],
    ['a number with an exponent', '><v>1.23456782E8</v>', '123456782'],
    ['a fraction', '><v>1.5</v>', '1.5'],
    ['a number shown with zeros in front', `s="${STIJL.zesCijfers}"><v>4711</v>`, '004711'],
    ['a short date', `s="${STIJL.datum}"><v>39903</v>`, '2009-03-31'],
    ['a date in words', `s="${STIJL.langeDatum}"><v>39903.75</v>`, '2009-03-31'],
    ['the day before the day that never was', `s="${STIJL.datum}"><v>59</v>`, '1900-02-28'],
    ['the day after it', `s="${STIJL.datum}"><v>61</v>`, '1900-03-01'],
    ['29 February', `s="${STIJL.datum}"><v>39507</v>`, '2008-02-29'],
    ['New Year', `s="${STIJL.datum}"><v>40179</v>`, '2010-01-01'],
    ['the last day there is', `s="${STIJL.datum}"><v>2958465</v>`, '9999-12-31'],
    ['a day beyond the calendar', `s="${STIJL.datum}"><v>2958466</v>`, '2958466'],
    ['an ISO date', 't="d"><v>2009-03-31T00:00:00</v>', '2009-03-31'],
    ['yes', 't="b"><v>1</v>', 'J'],
    ['no', 't="b"><v>0</v>', 'N'],
    ['the outcome of a formula, not the formula', 't="str"><f>A1&amp;B1</f><v>uitkomst</v>', 'uitkomst'],
    ['a formula that gives a number', '><f>1+1</f><v>2</v>', '2'],
    [
      'text in several letter types',
      't="inlineStr"><is><r><t>Van </t></r><r><rPh><t>x</t></rPh><t>Dijk</t></r></is>',
      'Van Dijk',
    ],
    ['a coded line break', 't="inlineStr"><is><t>a_x000A_b</t></is>', 'a\nb'],
  ])('shows %s', async (_, ruw, goed) => {
    expect(await eerste({ ruw })).toBe(goed);
  });

  it('counts days from 1904 when the workbook does', async () => {
    expect(await eerste({ ruw: `s="${STIJL.datum}"><v>38441</v>` }, { vanaf1904: true })).toBe('2009-03-31');
  });

  it.each<[string, Cel[], string]>([
    ['celFout', rij('7', { ruw: 't="e"><v>#N/A</v>' }), '7'],
    ['formuleZonderWaarde', rij('7', { ruw: '><f>VLOOKUP(1)</f>' }), '7'],
    ['aantalKolommen', [...rij('7'), 'te veel'], '7'],
    ['veldTeLang', rij('7', 'x'.repeat(1001)), '7'],
    ['regelTeLang', rij('7', { ruw: `t="inlineStr"><is><t>${randomTekst(1_100_000)}</t></is>` }), '7'],
  ])('costs %s only its own row', async (fout, slecht, nummer) => {
    expect((await lees(maakXlsx([KOP, rij(), slecht, rij('9')]))).gelezen).toEqual([
      [2, ...rij()],
      [3, fout, nummer],
      [4, ...rij('9')],
    ]);
  });

  it.each<[string, string]>([
    ['a text', 't="str"><f>IF(B1="","",B1)</f><v></v>'],
    ['a closed text', 't="str"><f>IF(B1="","",B1)</f><v/>'],
    ['a shared text', 't="s"><f>A1</f><v></v>'],
    ['a number', '><f>A1</f><v></v>'],
    ['a text in the cell', 't="inlineStr"><f>A1</f><is><t></t></is>'],
  ])('takes a formula whose outcome is empty for an empty cell: %s', async (_, ruw) => {
    const { gelezen } = await lees(maakXlsx([KOP, rij('7', { ruw }), [{ ruw }], rij('9')]));
    expect(gelezen).toEqual([
      [2, ...rij('7', '')],
      [4, ...rij('9')],
    ]);
  });

  it.each<[string, Cel]>([
    ['an error', { ruw: 't="e"><v>#N/A</v>' }],
    ['a formula without an outcome', { ruw: '><f>VLOOKUP(1)</f>' }],
    ['a text that is too long', 'x'.repeat(1001)],
  ])('does not mind %s in a column that it does not use', async (_, hulp) => {
    const { gelezen } = await lees(
      maakXlsx([
        [...KOP, 'hulpkolom'],
        [...rij('7'), hulp],
        ['', '', '', '', '', '', hulp],
      ]),
    );
    expect(gelezen).toEqual([[2, ...rij('7'), '']]);
  });

  const blad = (inhoud: string): Xlsxopties => ({ delen: { 'xl/worksheets/sheet1.xml': inhoud } });
  const heel = maakXlsx([KOP, rij()]);
  const relaties = (extra: string): Xlsxopties => ({
    delen: { 'xl/_rels/workbook.xml.rels': `<Relationships>${extra}</Relationships>` },
  });
  const omgevallen = maakXlsx([KOP, rij()], { los: true });
  omgevallen.write('Tesd', omgevallen.indexOf('Test'));
  const kapot = (plek: number, waarde: number): Buffer => {
    const kopie = Buffer.from(heel);
    kopie[plek] = waarde;
    return kopie;
  };
  it.each<[string, string, Buffer]>([
    ['nothing in it', 'leegBestand', maakXlsx([[], []])],
    ['no header that is known', 'geenKopregel', maakXlsx([['a', 'b', 'c']])],
    ['a missing column', 'kolomOntbreekt', maakXlsx([KOP.slice(0, 5)])],
    ['the same column twice', 'kolomDubbel', maakXlsx([[...KOP, 'ROEPNAAM']])],
    ['half a file', 'zipKapot', heel.subarray(0, heel.length / 2)],
    ['a flipped bit in its contents', 'zipKapot', omgevallen],
    ['a password', 'excelOud', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['an encrypted part', 'excelWachtwoord', kapot(heel.lastIndexOf('PK\x01\x02') + 8, 1)],
    ['another zip', 'formaatOnbekend', maakZip({ 'foto.jpg': 'x' })],
    ['broken XML', 'xmlKapot', maakXlsx([], blad('<worksheet><sheetData><row r="1">'))],
    ['rows out of order', 'xmlKapot', maakXlsx([], blad('<worksheet><row r="2"/><row r="2"/></worksheet>'))],
    ['cells out of order', 'xmlKapot', maakXlsx([], blad('<w><row r="1"><c r="B1"/><c r="A1"/></row></w>'))],
    ['a text that is not there', 'xmlKapot', maakXlsx([KOP, rij({ ruw: 't="s"><v>99</v>' })])],
    [
      'an entity of its own',
      'xmlKapot',
      maakXlsx([], blad('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>')),
    ],
    ['endless nesting', 'xmlKapot', maakXlsx([], blad('<a>'.repeat(1000)))],
    ['one endless text', 'xmlKapot', maakXlsx([], blad(`<w><!--${randomTekst(6_000_000)}--></w>`))],
    [
      'another workbook behind it',
      'excelKoppelingen',
      maakXlsx([KOP], { delen: { 'xl/externalLinks/externalLink1.xml': '<x/>' } }),
    ],
    [
      'an external relation',
      'excelKoppelingen',
      maakXlsx(
        [KOP],
        relaties(
          '<Relationship Id="rId1" Type="x/externalLink" TargetMode="External" Target="http://kwaad.example/a.xlsx"/>',
        ),
      ),
    ],
    [
      'more than 50 parts',
      'zipTeGroot',
      maakXlsx([KOP], { delen: Object.fromEntries(Array.from({ length: 44 }, (_, i) => [`xl/media/${i}.png`, 'x'])) }),
    ],
    ['a zip bomb', 'zipTeGroot', maakXlsx([], blad(`<w>${' '.repeat(40_000_000)}</w>`))],
  ])('rejects %s: %s', async (_, code, bestand) => {
    await expect(lees(bestand)).rejects.toEqual(expect.objectContaining({ name: 'Afkeuring', code }));
  });

  it('takes as many parts as are allowed, and a link to a mail address', async () => {
    const media = Object.fromEntries(Array.from({ length: 42 }, (_, i) => [`xl/media/${i}.png`, 'x']));
    const adres =
      '<Relationships><Relationship Id="r1" Type="x/hyperlink" TargetMode="External" Target="mailto:a@proef.example"/></Relationships>';
    const delen = { ...media, 'xl/worksheets/_rels/sheet1.xml.rels': adres };
    expect((await lees(maakXlsx([KOP, rij()], { delen }))).gelezen).toHaveLength(1);
  });

  it('rejects what is not the format that was named', async () => {
    await expect(lees(heel, 'csv')).rejects.toEqual(new Afkeuring('formaatAnders'));
    expect((await lees(heel, 'xlsx')).gelezen).toHaveLength(1);
  });
});

/** Text that does not pack well. */
function randomTekst(lengte: number): string {
  let staat = 1;
  const stap = (): string => {
    staat = (staat * 1_103_515_245 + 12_345) % 2_147_483_648;
    return staat.toString(36);
  };
  let tekst = '';
  while (tekst.length < lengte) tekst += stap();
  return tekst;
}
