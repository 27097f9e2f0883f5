import { DomeinFout } from '#kern';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { GRENZEN } from './opslag/ontvangst.js';
import { Inname } from './test/inname.js';
import { alsCsv, kandidaatrij } from './test/rijen.js';

const RIJEN = Array.from({ length: 12 }, (_, n) => kandidaatrij(n));

describe('an upload', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  beforeEach(() => inname.leeg());
  afterAll(() => inname.sluit());

  const nietsBewaard = async (): Promise<void> => {
    expect([
      await inname.tel('aanlevering'),
      await inname.tel('aanlevering_blok'),
      await inname.tel('opdracht'),
      await inname.tel('upload'),
    ]).toEqual([0, 0, 0, 0]);
  };
  const weigering = (code: string): DomeinFout => expect.objectContaining({ name: 'DomeinFout', code }) as DomeinFout;

  it('is the same file packed or not, and is stored once', async () => {
    const eerste = await inname.upload(RIJEN);
    expect(eerste.nieuw).toBe(true);
    expect(await inname.upload(RIJEN, { gzip: true })).toEqual({ id: eerste.id, nieuw: false });
    await inname.werk();
    expect(await inname.upload(RIJEN)).toEqual({ id: eerste.id, nieuw: false });
    expect(await inname.tel('aanlevering')).toBe(1);
  });

  it('is stored once when it comes three times at once', async () => {
    const uitkomsten = await Promise.all([inname.upload(RIJEN), inname.upload(RIJEN)]);
    expect(new Set(uitkomsten.map((u) => u.id)).size).toBe(1);
    expect(uitkomsten.filter((u) => u.nieuw)).toHaveLength(1);
    expect(await inname.tel('aanlevering')).toBe(1);
    expect(await inname.tel('opdracht')).toBe(1);
  });

  it('with the same Idempotency-Key gives the earlier delivery, and refuses the key for something else', async () => {
    const eerste = await inname.upload(RIJEN, { sleutel: 'nacht-1' });
    expect(await inname.upload([...RIJEN, kandidaatrij(50)], { sleutel: 'nacht-1' })).toEqual({
      id: eerste.id,
      nieuw: false,
    });
    await expect(inname.upload(RIJEN, { sleutel: 'nacht-1', school: '99BB00' })).rejects.toEqual(
      weigering('idempotentieSleutelAnders'),
    );
  });

  it('has a peildatum of today or before, and not before the newest that was processed', async () => {
    await expect(inname.upload(RIJEN, { peildatum: '2026-03-17' })).rejects.toMatchObject({
      soort: 'ongeldig',
      code: 'peildatumToekomst',
    });
    await inname.lever(RIJEN, { peildatum: '2026-03-15' });
    await expect(inname.upload(RIJEN, { peildatum: '2026-03-14' })).rejects.toMatchObject({
      soort: 'conflict',
      code: 'peildatumOuder',
    });
    const vervanging = await inname.lever([...RIJEN, kandidaatrij(60)], { peildatum: '2026-03-15' });
    expect(vervanging).toMatchObject({ status: 'verwerkt', tellingen: { nieuw: 1, ongewijzigd: 12 } });
  });

  it('gives the earlier delivery for bytes that came before a newer one, and refuses other bytes of that day', async () => {
    const eerste = await inname.lever(RIJEN, { peildatum: '2026-03-14' });
    await inname.lever([...RIJEN, kandidaatrij(61)], { peildatum: '2026-03-15' });
    expect(await inname.upload(RIJEN, { peildatum: '2026-03-14' })).toEqual({ id: eerste.id, nieuw: false });
    await expect(inname.upload([...RIJEN, kandidaatrij(62)], { peildatum: '2026-03-14' })).rejects.toEqual(
      weigering('peildatumOuder'),
    );
    expect(await inname.tel('aanlevering')).toBe(2);
  });

  it('is only for the schools of the client', async () => {
    await expect(inname.upload(RIJEN, { school: '99YY00' })).rejects.toMatchObject({
      soort: 'verboden',
      code: 'schoolNietVanU',
    });
    await nietsBewaard();
  });

  it.each([
    [
      'a broken gzip',
      Buffer.concat([gzipSync(alsCsv(RIJEN)).subarray(0, 60), Buffer.from('kapot'.repeat(20))]),
      'gzipKapot',
    ],
    ['half a gzip', gzipSync(alsCsv(RIJEN)).subarray(0, 100), 'gzipKapot'],
    ['no gzip at all', Buffer.from(alsCsv(RIJEN)), 'gzipKapot'],
    ['a zip bomb', gzipSync(Buffer.alloc(40 * 1024 * 1024)), 'bestandTeGroot'],
  ])('leaves nothing of %s', async (_naam, bytes, code) => {
    await expect(inname.upload(Readable.from([bytes]), { gzip: true })).rejects.toEqual(weigering(code));
    await nietsBewaard();
  });

  it.each([
    ['on the wire', { draad: 1000 }],
    ['unpacked', { uitgepakt: 1000 }],
  ])('leaves nothing of a file that is too big %s', async (_naam, grens) => {
    const opties = { grenzen: { ...GRENZEN, ...grens } };
    await expect(inname.upload(RIJEN, opties)).rejects.toEqual(weigering('bestandTeGroot'));
    await nietsBewaard();
  });

  it('leaves nothing when its connection is cut half-way or falls silent', async () => {
    const gebroken = new PassThrough();
    const belofte = inname.upload(gebroken);
    gebroken.write(Buffer.alloc(3 * 1024 * 1024, 'x'));
    gebroken.once('drain', () => gebroken.destroy(new Error('aborted')));
    await expect(belofte).rejects.toEqual(weigering('uploadGestopt'));
    const stil = new PassThrough();
    stil.write('leerlingnummer');
    await expect(inname.upload(stil, { grenzen: { ...GRENZEN, stilteMs: 20 } })).rejects.toEqual(
      weigering('uploadGestopt'),
    );
    await nietsBewaard();
  });

  it('is refused when its client has two open already, and taken when one of them ends', async () => {
    const open = [new PassThrough(), new PassThrough()];
    const bezig = open.map((stroom, i) => inname.upload(stroom, { school: i === 0 ? '99AA00' : '99BB00' }));
    for (const stroom of open) stroom.write('x');
    await totdat(async () => (await inname.tel('upload')) === 2);
    await expect(inname.upload(RIJEN)).rejects.toMatchObject({ soort: 'teVeel', code: 'teVeelUploads' });
    open[0]?.end('een');
    await bezig[0];
    expect(await inname.upload(RIJEN)).toMatchObject({ nieuw: true });
    open[1]?.end('twee');
    await bezig[1];
  });

  it('is stored in encrypted blocks that only open in their own place', async () => {
    const groot = Buffer.from(alsCsv(Array.from({ length: 20_000 }, (_, n) => kandidaatrij(n))));
    const { id } = await inname.upload(groot);
    const blokken = await inname.db.bron.query<{ volgnummer: number; inhoud: Buffer }[]>(
      `select volgnummer, inhoud from aanlevering_blok order by 1`,
    );
    expect(blokken).toHaveLength(Math.ceil(groot.length / 1024 / 1024));
    expect(blokken.some((blok) => blok.inhoud.includes('Proefpersoon'))).toBe(false);
    await inname.db.bron.query(
      `update aanlevering_blok set volgnummer = 1 - volgnummer + 100 where volgnummer in (0, 1)`,
    );
    await inname.db.bron.query(`update aanlevering_blok set volgnummer = volgnummer - 100 where volgnummer >= 100`);
    await inname.werk({ laatMislukken: true });
    expect(await inname.verslag(id)).toMatchObject({ status: 'ontvangen' });
    expect(await inname.tel('leerling')).toBe(0);
  });

  async function totdat(waar: () => Promise<boolean>): Promise<void> {
    while (!(await waar())) await new Promise((klaar) => setTimeout(klaar, 5));
  }
});
