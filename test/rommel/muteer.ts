import type { Zaad } from './zaad.js';

/** What breaks readers: ends of lines and fields, quotes, marks of charsets and containers, bytes that no charset has. */
const STOORZENDERS = [
  ...[
    '"',
    '""',
    ';',
    ',',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\x1f',
    '\x1a',
    '#',
    '=',
    "'",
    '\ufeff',
    'é',
    'ij',
    '<',
    ']]>',
    '&#0;',
  ],
  ...[
    'leerlingnummer',
    '2009-13-45',
    '999999999',
    '-1',
    '1e400',
    'J',
    "'; drop table leerling; --",
    '<!DOCTYPE a [<!ENTITY b "c">]>',
  ],
].map((tekst) => Buffer.from(tekst));
const BYTES = [0x81, 0xff, 0xc3, 0xe2, 0x00, 0x80].map((byte) => Buffer.of(byte));

type Mutatie = (bron: Buffer, zaad: Zaad) => Buffer;

const stuk = (bron: Buffer, zaad: Zaad): [number, number] => {
  const van = zaad.getal(bron.length + 1);
  return [van, Math.min(bron.length, van + 1 + zaad.getal(zaad.kies([2, 20, 400])))];
};
const voegIn = (bron: Buffer, plek: number, wat: Buffer): Buffer =>
  Buffer.concat([bron.subarray(0, plek), wat, bron.subarray(plek)]);

const MUTATIES: readonly Mutatie[] = [
  (bron, zaad) => {
    const kopie = Buffer.from(bron);
    if (kopie.length > 0) kopie[zaad.getal(kopie.length)] = zaad.getal(256);
    return kopie;
  },
  (bron, zaad) => {
    const [van, tot] = stuk(bron, zaad);
    return Buffer.concat([bron.subarray(0, van), bron.subarray(tot)]);
  },
  (bron, zaad) => voegIn(bron, zaad.getal(bron.length + 1), bron.subarray(...stuk(bron, zaad))),
  (bron, zaad) => voegIn(bron, zaad.getal(bron.length + 1), zaad.kies(STOORZENDERS)),
  (bron, zaad) => voegIn(bron, zaad.getal(bron.length + 1), zaad.kies(BYTES)),
  (bron, zaad) => bron.subarray(0, zaad.getal(bron.length + 1)),
  (bron, zaad) => {
    const regels = bron.toString('latin1').split('\n');
    const [a, b] = [zaad.getal(regels.length), zaad.getal(regels.length)];
    [regels[a], regels[b]] = [regels[b] ?? '', regels[a] ?? ''];
    return Buffer.from(regels.join('\n'), 'latin1');
  },
  (bron, zaad) => {
    const plek = zaad.getal(bron.length + 1);
    return Buffer.concat([
      bron.subarray(0, plek),
      Buffer.alloc(zaad.getal(5000), zaad.kies(STOORZENDERS)),
      bron.subarray(plek),
    ]);
  },
];

/** This file, one to five times damaged. */
export function muteer(bron: Buffer, zaad: Zaad): Buffer {
  let uit = bron;
  for (let n = 1 + zaad.getal(5); n > 0; n -= 1) uit = zaad.kies(MUTATIES)(uit, zaad);
  return uit;
}
