import { DomeinFout } from '#kern';
import { PassThrough, Readable } from 'node:stream';
import { Inname } from '../test/inname.js';
import { alsCsv, kandidaatrij } from '../test/rijen.js';
import { GRENZEN } from './ontvangst.js';

const RIJEN = Array.from({ length: 12 }, (_, n) => kandidaatrij(n));

describe('an upload that takes its time', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  beforeEach(() => inname.leeg());
  afterAll(() => inname.sluit());

  const nietsBewaard = async (): Promise<void> => {
    expect([await inname.tel('upload'), await inname.tel('aanlevering_blok'), await inname.tel('aanlevering')]).toEqual(
      [0, 0, 0],
    );
  };
  const weigering = (code: string): DomeinFout => expect.objectContaining({ name: 'DomeinFout', code }) as DomeinFout;

  it('holds no connection of the pool while it waits for bytes', async () => {
    const stromen = [new PassThrough(), new PassThrough()];
    const bezig = stromen.map((stroom) => inname.upload(stroom));
    for (const stroom of stromen) stroom.write(Buffer.alloc(3 * 1024 * 1024, 'x'));
    await totdat(async () => (await inname.tel('aanlevering_blok')) === 6);
    await totdat(async () => {
      const [rij] = await inname.db.bron.query<{ open: number }[]>(
        `select count(*)::int as open from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%'`,
      );
      return rij?.open === 0;
    });
    expect(await inname.tel('aanlevering')).toBe(0);
    stromen[0]?.end('een');
    stromen[1]?.destroy(new Error('aborted'));
    expect(await bezig[0]).toMatchObject({ nieuw: true });
    await expect(bezig[1]).rejects.toEqual(weigering('uploadGestopt'));
    expect([await inname.tel('aanlevering'), await inname.tel('upload'), await inname.tel('aanlevering_blok')]).toEqual(
      [1, 1, 4],
    );
  });

  it('is cut off when it drips, however steadily', async () => {
    const druppels = Readable.from(
      (async function* () {
        for (;;) {
          await new Promise((klaar) => setTimeout(klaar, 5));
          yield Buffer.from('x');
        }
      })(),
    );
    const grenzen = { ...GRENZEN, tempoMs: 60, tempoBytes: 1000 };
    await expect(inname.upload(druppels, { grenzen })).rejects.toMatchObject({
      soort: 'duurdeTeLang',
      code: 'uploadTeTraag',
    });
    await nietsBewaard();
  });

  it('may take as long as it takes at a pace that serves', async () => {
    const inhoud = Buffer.from(alsCsv(RIJEN));
    const traag = Readable.from(
      (async function* () {
        for (let i = 0; i < inhoud.length; i += 64) {
          await new Promise((klaar) => setTimeout(klaar, 2));
          yield inhoud.subarray(i, i + 64);
        }
      })(),
    );
    expect(await inname.upload(traag, { grenzen: { ...GRENZEN, tempoMs: 20, tempoBytes: 32 } })).toMatchObject({
      nieuw: true,
    });
  });

  it('of a process that was killed is removed, and one that lives or is kept is not', async () => {
    const { id } = await inname.upload(RIJEN);
    const stroom = new PassThrough();
    const levend = inname.upload(stroom);
    stroom.write(Buffer.alloc(1024 * 1024, 'x'));
    await totdat(async () => (await inname.tel('aanlevering_blok')) === 2);
    await inname.db.bron.query(
      `insert into upload (regio_id, id, client_id, gestart_op, levend_op)
       values (36, 900, 'proef-client', now() - interval '1 hour', now() - interval '6 minutes'),
              (36, 901, 'proef-client', now() - interval '1 hour', now() - interval '4 minutes')`,
    );
    await inname.db.bron.query(
      `insert into aanlevering_blok (regio_id, aanlevering_id, volgnummer, inhoud) values (36, 900, 0, 'x'), (36, 901, 0, 'x')`,
    );
    for (const keer of [1, 2]) {
      await inname.ruimUploadsOp();
      expect([keer, await ids('upload', 'id'), await ids('aanlevering_blok', 'aanlevering_id')]).toEqual([
        keer,
        expect.arrayContaining([id, '901']),
        expect.arrayContaining([id, '901']),
      ]);
      expect(await ids('aanlevering_blok', 'aanlevering_id')).not.toContain('900');
      expect(await inname.tel('upload')).toBe(3);
    }
    stroom.end('einde');
    expect(await levend).toMatchObject({ nieuw: true });
  });

  it('that was taken for gone while it ran is refused, and leaves nothing', async () => {
    const stroom = new PassThrough();
    const bezig = inname.upload(stroom);
    stroom.write(Buffer.alloc(1024 * 1024, 'x'));
    await totdat(async () => (await inname.tel('aanlevering_blok')) === 1);
    await inname.db.bron.query(`update upload set levend_op = now() - interval '1 hour'`);
    await inname.ruimUploadsOp();
    stroom.end('einde');
    await expect(bezig).rejects.toEqual(weigering('uploadGestopt'));
    await nietsBewaard();
  });

  const ids = async (tabel: string, kolom: string): Promise<string[]> =>
    (await inname.db.bron.query<{ id: string }[]>(`select ${kolom} as id from ${tabel}`)).map((rij) => rij.id);

  async function totdat(waar: () => Promise<boolean>): Promise<void> {
    while (!(await waar())) await new Promise((klaar) => setTimeout(klaar, 5));
  }
});
