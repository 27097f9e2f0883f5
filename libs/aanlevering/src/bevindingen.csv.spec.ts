import { CSV_KOP, csvRegels } from './bevindingen.csv.js';

describe('findings as CSV', () => {
  const regel = (waarde: string | null): string =>
    csvRegels([
      { regel: 2, kolom: 'status', waarde, code: 'codeOnbekend', ernst: 'fout', tekst: 'Kies; uit: "een", twee.' },
    ]);

  it('reads in Excel: BOM, semicolons, CRLF, quotes doubled', () => {
    expect(CSV_KOP).toBe('\ufeffregel;kolom;waarde;code;ernst;tekst\r\n');
    expect(regel('x')).toBe('2;status;x;codeOnbekend;fout;"Kies; uit: ""een"", twee."\r\n');
    expect(regel(null)).toContain('2;status;;codeOnbekend');
  });

  it.each(['=HYPERLINK("http://kwaad.example")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1'])(
    'makes %j harmless',
    (waarde) => {
      expect(regel(waarde).split('2;status;')[1]).toMatch(/^"?'/);
    },
  );
});
