import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file of these parts, in this order. */
export function maakZip(delen: Readonly<Record<string, string | Buffer>>, ingepakt = true): Buffer {
  const inhoud: Buffer[] = [];
  const lijst: Buffer[] = [];
  let plaats = 0;
  for (const [naam, waarde] of Object.entries(delen)) {
    const bytes = Buffer.from(waarde);
    const data = ingepakt ? deflateRawSync(bytes) : bytes;
    const naambytes = Buffer.from(naam);
    const vast = Buffer.alloc(26);
    vast.writeUInt16LE(20, 0);
    vast.writeUInt16LE(ingepakt ? 8 : 0, 4);
    vast.writeUInt32LE(crc32(bytes), 10);
    vast.writeUInt32LE(data.length, 14);
    vast.writeUInt32LE(bytes.length, 18);
    vast.writeUInt16LE(naambytes.length, 22);
    inhoud.push(Buffer.from('PK\x03\x04', 'latin1'), vast, naambytes, data);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(plaats, 10);
    lijst.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), vast, rest, naambytes);
    plaats += 30 + naambytes.length + data.length;
  }
  const inhoudsopgave = Buffer.concat(lijst);
  const eind = Buffer.alloc(22);
  eind.write('PK\x05\x06', 'latin1');
  eind.writeUInt16LE(Object.keys(delen).length, 8);
  eind.writeUInt16LE(Object.keys(delen).length, 10);
  eind.writeUInt32LE(inhoudsopgave.length, 12);
  eind.writeUInt32LE(plaats, 16);
  return Buffer.concat([...inhoud, inhoudsopgave, eind]);
}
