import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laadSleutelbos, maakSleutelbestand, vulSleutelbestandAan } from './sleutelbestand.js';
import { nieuweSleutels, Sleutelbos, SleutelFout } from './sleutelbos.js';

const AAD = '36|leerling|pgn|12';
const PGN = Buffer.from('999999990');

describe('Sleutelbos', () => {
  it('opens what it closed, and hides it', () => {
    const bos = new Sleutelbos(nieuweSleutels());
    const dicht = bos.versleutel('pgn', AAD, PGN);
    expect(dicht).toHaveLength(4 + 12 + 16 + PGN.length);
    expect(dicht.includes(PGN)).toBe(false);
    expect(bos.ontsleutel('pgn', AAD, dicht)).toEqual(PGN);
    expect(bos.versleutel('pgn', AAD, PGN)).not.toEqual(dicht);
    expect(bos.ontsleutel('pgn', AAD, bos.versleutel('pgn', AAD, Buffer.alloc(0)))).toHaveLength(0);
  });

  it('refuses a value that was moved, altered, cut off or closed for something else', () => {
    const bos = new Sleutelbos(nieuweSleutels());
    const dicht = bos.versleutel('pgn', AAD, PGN);
    expect(() => bos.ontsleutel('pgn', '36|leerling|pgn|13', dicht)).toThrow(SleutelFout);
    expect(() => bos.ontsleutel('aanlevering', AAD, dicht)).toThrow(SleutelFout);
    expect(() => bos.ontsleutel('pgn', AAD, dicht.subarray(0, 20))).toThrow(SleutelFout);
    for (let plek = 4; plek < dicht.length; plek++) {
      const anders = Buffer.from(dicht);
      anders[plek] = (anders[plek] ?? 0) ^ 1;
      expect(() => bos.ontsleutel('pgn', AAD, anders)).toThrow(SleutelFout);
    }
  });

  it('gives a keyed hash: the same for the same data, another with another ring', () => {
    const regels = nieuweSleutels();
    const hash = new Sleutelbos(regels).hmac('pgnHash', '999999990');
    expect(hash).toHaveLength(32);
    expect(new Sleutelbos(regels).hmac('pgnHash', Buffer.from('999999990'))).toEqual(hash);
    expect(new Sleutelbos(nieuweSleutels()).hmac('pgnHash', '999999990')).not.toEqual(hash);
  });

  it('closes with the newest key and still opens with an older one', () => {
    const oud = nieuweSleutels();
    const nieuw = nieuweSleutels();
    const dicht = new Sleutelbos(oud).versleutel('pgn', AAD, PGN);
    const beide = new Sleutelbos([...oud, ...nieuw]);
    expect(beide.ontsleutel('pgn', AAD, dicht)).toEqual(PGN);
    const opnieuw = beide.versleutel('pgn', AAD, PGN);
    expect(new Sleutelbos(nieuw).ontsleutel('pgn', AAD, opnieuw)).toEqual(PGN);
    expect(() => new Sleutelbos(nieuw).ontsleutel('pgn', AAD, dicht)).toThrow(/staat niet in de sleutelbos/);
  });
});

describe('the key ring file', () => {
  let map: string;
  let pad: string;
  beforeAll(() => {
    map = mkdtempSync(join(tmpdir(), 'sluitend-sleutels-'));
    pad = join(map, 'diep', 'sleutels.json');
  });
  afterAll(() => rmSync(map, { recursive: true }));

  it('is made once, for its owner only, also by several at once', async () => {
    await Promise.all([maakSleutelbestand(pad), maakSleutelbestand(pad), maakSleutelbestand(pad)]);
    const eerst = readFileSync(pad, 'utf8');
    await maakSleutelbestand(pad);
    expect(readFileSync(pad, 'utf8')).toBe(eerst);
    expect(statSync(pad).mode & 0o777).toBe(0o600);
    expect((await laadSleutelbos({ sleutelsPad: pad, sleutelsGezet: false })).hmac('pgnHash', 'x')).toHaveLength(32);
  });

  it('gets a key for a purpose that it was made without, once, and keeps what it has', async () => {
    const oud = join(map, 'oud.json');
    const regels = nieuweSleutels(['pgnHash', 'pgn', 'aanlevering']);
    writeFileSync(oud, JSON.stringify({ sleutels: regels }));
    await expect(laadSleutelbos({ sleutelsPad: oud, sleutelsGezet: true })).rejects.toThrow(
      /geen sleutel voor dossier/,
    );
    await vulSleutelbestandAan(oud, ['dossier']);
    const bos = await laadSleutelbos({ sleutelsPad: oud, sleutelsGezet: true });
    expect(
      bos.ontsleutel(
        'pgn',
        AAD,
        new Sleutelbos([...regels, ...nieuweSleutels(['dossier'])]).versleutel('pgn', AAD, PGN),
      ),
    ).toEqual(PGN);
    const eerst = readFileSync(oud, 'utf8');
    await vulSleutelbestandAan(oud, ['dossier']);
    expect(readFileSync(oud, 'utf8')).toBe(eerst);
    expect(statSync(oud).mode & 0o777).toBe(0o600);
    await vulSleutelbestandAan(join(map, 'nergens.json'), ['dossier']);
    expect(existsSync(join(map, 'nergens.json'))).toBe(false);
  });

  it('is missed clearly', async () => {
    const nergens = { sleutelsPad: join(map, 'nergens.json'), sleutelsGezet: true };
    await expect(laadSleutelbos(nergens)).rejects.toThrow(/SLEUTELS wijst naar .*nergens\.json/);
  });

  it.each(['', '{}', '{"sleutels":[{"id":"x"}]}', 'geen json', '{"sleutels":[]}'])(
    'is refused when it holds %j',
    async (tekst) => {
      const kapot = join(map, 'kapot.json');
      writeFileSync(kapot, tekst);
      await expect(laadSleutelbos({ sleutelsPad: kapot, sleutelsGezet: true })).rejects.toThrow(
        /beschadigd|geen sleutel/,
      );
    },
  );
});
