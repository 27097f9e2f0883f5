import { jest } from '@jest/globals';
import { bsn } from '#leerlingen/test';
import { Inname } from './test/inname.js';
import { aanmeldrij, kandidaatrij } from './test/rijen.js';

const GEPLANT = [bsn(777_001), bsn(777_002), bsn(777_003), bsn(777_004)] as const;

describe('a plain PGN', () => {
  it('stands in no table, no finding and no log line, whatever column it was planted in', async () => {
    const uitvoer: string[] = [];
    const schrijf = (stuk: unknown): boolean => uitvoer.push(String(stuk)) > 0;
    const spionnen = [
      jest.spyOn(process.stdout, 'write').mockImplementation(schrijf),
      jest.spyOn(process.stderr, 'write').mockImplementation(schrijf),
    ];
    const inname = await Inname.start('2026-03-16');
    try {
      const [een, twee, drie, vier] = GEPLANT;
      const goed = Array.from({ length: 20 }, (_, n) => kandidaatrij(n));
      await inname.lever(
        [
          kandidaatrij(100, { pgn: een }),
          kandidaatrij(101, { pgn: `${twee}.0` }),
          kandidaatrij(102, { status: twee }),
          kandidaatrij(103, { geboortedatum: `${drie.slice(0, 4)}.${drie.slice(4, 6)}.${drie.slice(6)}` }),
          { ...kandidaatrij(104), [vier]: 'x' },
          ...goed,
        ],
        { modus: 'mutaties' },
      );
      await inname.lever(
        [aanmeldrij(300, { pgn: een }), aanmeldrij(301, { pgn: twee }), aanmeldrij(302, { pgn: drie })],
        { school: '99ZZ00' },
      );
      await inname.lever([kandidaatrij(5, { pgn: drie }), { ...kandidaatrij(6), pgn: `${vier}9` }], {
        school: '99BB00',
      });
      expect(await inname.tel('bevinding')).toBeGreaterThan(3);
      const tabellen = await inname.db.bron.query<{ naam: string }[]>(
        `select c.oid::regclass::text as naam from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind = 'r' and n.nspname in ('public', 'inname') and c.relname not in ('kalenderdag', 'migratie')`,
      );
      for (const { naam } of tabellen) {
        const rijen = await inname.db.bron.query<{ rij: string }[]>(`select t::text as rij from ${naam} t`);
        for (const { rij } of rijen)
          expect(
            GEPLANT.filter(
              (pgn) =>
                rij.replaceAll(/(?<=\d)[ .-](?=\d)/g, '').includes(pgn) ||
                rij.includes(Buffer.from(pgn).toString('hex')),
            ),
          ).toEqual([]);
      }
    } finally {
      await inname.sluit();
      for (const spion of spionnen) spion.mockRestore();
    }
    expect(GEPLANT.filter((pgn) => uitvoer.join('').includes(pgn))).toEqual([]);
  });
});
