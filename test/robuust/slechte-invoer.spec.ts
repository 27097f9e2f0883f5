import { Config } from '#config';
import { alsCsv, kandidaatrij } from '#aanlevering/test';
import { maakProefToken, proefSleutels, type ProefSleutels } from '#toegang';
import { once } from 'node:events';
import { request, type ClientRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Antwoord } from '../http/api.js';
import { Keten } from '../scenario/keten.js';
import { lever, stuur, verwachtProbleem, type Levering, type Probleem } from './leveren.js';
import { COORDINATOR, ROBUUSTREGIO } from './regio.js';
import { alleTabellen, verschil } from './vingerafdruk.js';

const UUR = 3_600_000;
const CSV = alsCsv(Array.from({ length: 20 }, (_, n) => kandidaatrij(n)));
const ANDERS = alsCsv(Array.from({ length: 20 }, (_, n) => kandidaatrij(n, { groep: '4b' })));

describe('what is refused at the door, and leaves nothing', () => {
  let keten: Keten;
  let sleutels: ProefSleutels;
  let voor: Record<string, string>;

  beforeAll(async () => {
    keten = await Keten.start('2026-03-16', ROBUUSTREGIO);
    sleutels = await proefSleutels(keten.api.app.get(Config).dataDir);
    await lever(keten, CSV, { als: 'koepel', koppen: { 'idempotency-key': 'nacht-1' } });
  });
  beforeEach(async () => {
    voor = await alleTabellen(keten.api.db);
  });
  afterEach(async () => {
    expect(verschil(voor, await alleTabellen(keten.api.db))).toEqual([]);
  });
  afterAll(() => keten.sluit());

  const weiger = async (body: unknown, levering: Levering, status: number, code: string): Promise<Partial<Probleem>> =>
    verwachtProbleem(await stuur<Partial<Probleem>>(keten, body, levering), status, code);

  describe('whose token', () => {
    const token = (anders: { sub?: string; audience?: string; geleden?: number; van?: ProefSleutels } = {}) =>
      maakProefToken(
        anders.van ?? sleutels,
        { sub: anders.sub ?? 'school-99AA', soort: 'client' },
        anders.audience ?? 'sluitend',
        new Date(Date.now() - (anders.geleden ?? 0)),
      );
    const met = async (kop: string | undefined): Promise<Antwoord<Partial<Probleem>>> =>
      keten.api.vraag<Partial<Probleem>>('POST', 'aanleveringen?school=99AA00&peildatum=2026-03-16', {
        body: ANDERS,
        koppen: { 'content-type': 'text/csv', ...(kop !== undefined && { authorization: kop }) },
      });

    it('is missing, or is no token', async () => {
      const antwoord = await met(undefined);
      verwachtProbleem(antwoord, 401, 'tokenOntbreekt');
      expect(antwoord.koppen.get('www-authenticate')).toContain('Bearer');
      verwachtProbleem(await met('Basic c2Nob29sOmdlaGVpbQ=='), 401, 'tokenOntbreekt');
      verwachtProbleem(await met('Bearer geen-token'), 401, 'tokenOngeldig');
    });

    it('is expired', async () => {
      verwachtProbleem(await met(`Bearer ${await token({ geleden: UUR })}`), 401, 'tokenVerlopen');
    });

    it('is meant for another audience', async () => {
      verwachtProbleem(await met(`Bearer ${await token({ audience: 'een-ander-systeem' })}`), 401, 'tokenOngeldig');
    });

    it('is signed by somebody else, or by nobody', async () => {
      const [kop, inhoud] = (await token()).split('.');
      const [, vreemd] = (await token({ sub: 'school-99AB' })).split('.');
      const goed = (await token()).split('.')[2];
      const geen = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
      for (const vals of [`${kop}.${vreemd}.${goed}`, `${geen}.${inhoud}.`, `${geen}.${inhoud}.${goed}`]) {
        verwachtProbleem(await met(`Bearer ${vals}`), 401, 'tokenOngeldig');
      }
    });

    it('names nobody that we know', async () => {
      verwachtProbleem(await met(`Bearer ${await token({ sub: 'school-99QQ' })}`), 401, 'accountOnbekend');
    });

    it('is a person’s, who delivers no files', async () => {
      await weiger(ANDERS, { als: COORDINATOR }, 403, 'geenToegang');
    });

    it('is another school’s, or for a school that nobody knows', async () => {
      await weiger(ANDERS, { als: 'school-99AB' }, 403, 'schoolNietVanU');
      await weiger(ANDERS, { school: '99QQ99', als: 'school-99AA' }, 403, 'schoolNietVanU');
    });
  });

  describe('which file', () => {
    it.each<[string, Levering, string]>([
      ['a school that is no school code', { school: 'Demo College', als: 'school-99AA' }, 'school'],
      ['no peildatum', { peildatum: '' }, 'peildatum'],
      ['a peildatum that does not exist', { peildatum: '2026-02-30' }, 'peildatum'],
      ['a peildatum written otherwise', { peildatum: '16-03-2026' }, 'peildatum'],
      ['an unknown modus', { modus: 'alles' }, 'modus'],
    ])('has %s', async (_, levering, veld) => {
      const { fouten } = await weiger(ANDERS, levering, 400, 'invoerOngeldig');
      expect(fouten?.map((f) => f.veld)).toContain(veld);
    });

    it('has a peildatum after today', async () => {
      const { fouten } = await weiger(ANDERS, { peildatum: '2026-03-17' }, 400, 'peildatumToekomst');
      expect(fouten).toMatchObject([{ veld: 'peildatum', code: 'peildatumToekomst' }]);
    });

    it('has a peildatum before the newest that was processed', async () => {
      const { detail } = await weiger(ANDERS, { peildatum: '2026-03-15' }, 409, 'peildatumOuder');
      expect(detail).toContain('2026-03-16');
    });

    it('comes under an Idempotency-Key that was used for something else', async () => {
      const levering = { als: 'koepel', koppen: { 'idempotency-key': 'nacht-1' } };
      await weiger(ANDERS, { ...levering, school: '99AB00' }, 409, 'idempotentieSleutelAnders');
      await weiger(
        ANDERS,
        { als: 'koepel', koppen: { 'idempotency-key': 'x'.repeat(256) } },
        400,
        'idempotentieSleutelOngeldig',
      );
    });

    it.each([
      ['a charset that we do not read', { 'content-type': 'text/csv; charset=koi8-r' }, 400, 'tekensetOnbekend'],
      ['a packing that we do not open', { 'content-encoding': 'br' }, 400, 'coderingOnbekend'],
      ['a media type that is no file', { 'content-type': 'image/png' }, 415, 'soortNietOndersteund'],
      ['json for a file', { 'content-type': 'application/json' }, 415, 'soortNietOndersteund'],
    ])('is sent as %s', async (_, koppen, status, code) => {
      await weiger(code === 'soortNietOndersteund' ? '{"leerlingnummer":"1"}' : ANDERS, { koppen }, status, code);
    });

    it.each([
      ['broken', Buffer.concat([gzipSync(ANDERS).subarray(0, 80), Buffer.from('kapot'.repeat(20))])],
      ['half', gzipSync(ANDERS).subarray(0, 200)],
      ['no gzip at all', Buffer.from(ANDERS)],
    ])('is packed, and %s', async (_, bytes) => {
      await weiger(bytes, { koppen: { 'content-encoding': 'gzip' } }, 400, 'gzipKapot');
    });

    it('is a bomb', async () => {
      const bom = gzipSync(Buffer.alloc(40 * 1024 * 1024));
      await weiger(bom, { koppen: { 'content-encoding': 'gzip' } }, 413, 'bestandTeGroot');
    });
  });

  it('the same bytes again, or the same Idempotency-Key: the aanlevering that there is, and nothing is done twice', async () => {
    const eerder = await stuur(keten, CSV);
    expect(eerder).toMatchObject({ status: 200, body: { status: 'verwerkt', regels: 20 } });
    expect(eerder.koppen.get('location')).toBe(`/api/v1/aanleveringen/${eerder.body.id}`);
    const ingepakt = await stuur(keten, gzipSync(CSV), { koppen: { 'content-encoding': 'gzip' } });
    expect(ingepakt).toMatchObject({ status: 200, body: { id: eerder.body.id } });
    const sleutel = await stuur(keten, ANDERS, { als: 'koepel', koppen: { 'idempotency-key': 'nacht-1' } });
    expect(sleutel).toMatchObject({ status: 200, body: { id: eerder.body.id } });
    await keten.werkAf();
  });

  describe('while it is being sent', () => {
    const open: ClientRequest[] = [];
    afterEach(async () => {
      for (const verzoek of open.splice(0)) verzoek.destroy();
      await plaatsen(0);
    });

    /** A file of which the first part is on its way. */
    async function begin(koppen: Record<string, string>, deel: Buffer | string): Promise<ClientRequest> {
      const verzoek = request(`${keten.api.adres}/api/v1/aanleveringen?school=99AA00&peildatum=2026-03-16`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await keten.api.token('school-99AA')}`,
          'content-type': 'text/csv',
          ...koppen,
        },
      });
      verzoek.on('error', () => undefined);
      open.push(verzoek);
      await new Promise((klaar) => verzoek.write(deel, klaar));
      return verzoek;
    }

    /** Until this many uploads of this database hold a place. */
    async function plaatsen(aantal: number): Promise<void> {
      const uiterlijk = Date.now() + 20_000;
      for (;;) {
        const [rij] = await keten.api.db.bron.query<{ n: number }[]>(
          'select count(*)::int as n from upload where not klaar',
        );
        if (rij?.n === aantal) return;
        if (Date.now() > uiterlijk) throw new Error(`${rij?.n} uploads are open instead of ${aantal}.`);
      }
    }

    it.each([
      ['chunked', { 'transfer-encoding': 'chunked' }],
      ['with a promised length', { 'content-length': String(64 * 1024 * 1024) }],
    ])('the connection is cut half-way: no aanlevering, no blocks, no opdracht (%s)', async (wijze, koppen) => {
      const verzoek = await begin(koppen, Buffer.alloc(5 * 1024 * 1024, `${CSV}${wijze}`));
      await plaatsen(1);
      verzoek.destroy();
      await plaatsen(0);
    });

    it('a third one of the same client is refused at once, and taken when a place is free', async () => {
      const eerste = await begin({}, CSV.slice(0, 300));
      await begin({}, CSV.slice(0, 300));
      await plaatsen(2);
      await weiger(ANDERS, {}, 429, 'teVeelUploads');
      const antwoord = once(eerste, 'response');
      eerste.end(CSV.slice(300));
      expect(((await antwoord) as [{ statusCode: number }])[0].statusCode).toBe(200);
      expect((await stuur(keten, CSV)).status).toBe(200);
    });
  });
});
