import type { QueryRunner } from 'typeorm';
import { kandidaatrij, kandidaten, aanmeldrij, alsCsv } from '#aanlevering/test';
import { Keten } from '../scenario/keten.js';
import { lever, stuur, type Aanlevering } from './leveren.js';
import { COORDINATOR, ROBUUSTREGIO, ZORG } from './regio.js';
import { tot } from './wachten.js';

const BEWAKER = 'bewaker@regio.example';
const ANDERS = { pgn: '', postcode: '5211ZZ' };
type Met = Aanlevering & { versie: number };

describe('undoing, merging, processing and checking at the same time', () => {
  let keten: Keten;
  let dag = 15;
  beforeAll(async () => {
    keten = await Keten.start('2026-03-15', ROBUUSTREGIO, { verbindingen: 20 });
    await lever(keten, alsCsv([...kandidaten(12)]));
    await lever(keten, alsCsv([kandidaatrij(0, ANDERS), ...kandidaten(9, 40)]), { school: '99AB00' });
    await lever(keten, alsCsv([aanmeldrij(1), aanmeldrij(2), aanmeldrij(41)]), { school: '99ZZ00' });
    await controle();
    await keten.werkAf();
  });
  afterAll(() => keten.sluit());

  const vraag = <R>(sql: string): Promise<R[]> => keten.api.db.bron.query<R[]>(sql);
  const controle = () =>
    keten.vraag('POST', 'doorstroomcontroles', COORDINATOR, { status: 202, body: { schooljaar: '2025-2026' } });
  const laatste = async (): Promise<Met> => {
    const [eerste] = await keten.alles<Met>('aanleveringen?school=99AA00', ZORG);
    if (eerste === undefined) throw new Error('Nothing was delivered.');
    return eerste;
  };
  const maakOngedaan = ({ id, versie }: Met) =>
    keten.api.vraag('POST', `aanleveringen/${id}/ongedaanmaking`, { als: ZORG, body: { reden: 'Proef.', versie } });
  /** Delivers the next night of 99AA00, in which people come, go and change. */
  const nacht = async (): Promise<void> => {
    keten.api.klok.zet(`2026-03-${(dag += 1)}`);
    const rijen = [...kandidaten(9), kandidaatrij(9, { groep: `g${dag}` }), ...kandidaten(3, 50 + dag)];
    await lever(keten, alsCsv(rijen));
  };
  /** Another transaction beside the api's. */
  const ernaast = async (werk: (q: QueryRunner) => Promise<void>): Promise<void> => {
    const q = keten.api.db.bron.createQueryRunner();
    await q.startTransaction();
    try {
      await werk(q);
      await q.commitTransaction();
    } finally {
      if (q.isTransactionActive) await q.rollbackTransaction();
      await q.release();
    }
  };
  const totIemandWacht = () =>
    tot(
      'somebody who waits for a lock',
      () => vraag<{ n: number }>('select count(*)::int as n from pg_locks where not granted'),
      ([rij]) => (rij?.n ?? 0) > 0,
    );

  it('an undoing that waits for a check does not hold what that check wants next', async () => {
    await nacht();
    const aanlevering = await laatste();
    let bezig: Promise<{ status: number }> | undefined;
    await ernaast(async (q) => {
      await q.query(`select pg_advisory_xact_lock(7584841, hashtext('36:2025:99AA00'))`);
      await q.query(`update traject set rang = rang where school = '99AA00'`);
      bezig = maakOngedaan(aanlevering);
      await totIemandWacht();
      expect(await q.query('select pg_try_advisory_xact_lock(7584840, 36) as vrij')).toEqual([{ vrij: true }]);
    });
    expect((await bezig)?.status).toBe(200);
    await keten.werkAf();
  });

  it('nor, when it waits for the region, a row that is read again', async () => {
    await nacht();
    const aanlevering = await laatste();
    let bezig: Promise<{ status: number }> | undefined;
    await ernaast(async (q) => {
      await q.query('select pg_advisory_xact_lock(7584840, 36)');
      bezig = maakOngedaan(aanlevering);
      await totIemandWacht();
      await q.query(`select from aanlevering where id = $1 for update nowait`, [aanlevering.id]);
    });
    expect((await bezig)?.status).toBe(200);
    await keten.werkAf();
  });

  it('all come to their end, and nobody is lost', async () => {
    const voorstellen = await keten.alles<{ id: string; versie: number; status: string }>('koppelvoorstellen', BEWAKER);
    const [voorstel] = voorstellen;
    if (voorstel === undefined) throw new Error('Nothing is asked.');
    let { versie } = voorstel;
    for (let ronde = 0; ronde < 6; ronde += 1) {
      await nacht();
      const aanlevering = await laatste();
      await stuur(keten, alsCsv([kandidaatrij(0, ANDERS), ...kandidaten(8, 41), ...kandidaten(2, 60 + dag)]), {
        school: '99AB00',
      });
      await stuur(
        keten,
        alsCsv([aanmeldrij(1), aanmeldrij(41, { groep: String(dag) }), aanmeldrij(50 + dag), aanmeldrij(60 + dag)]),
        { school: '99ZZ00' },
      );
      await controle();
      const pad = ronde % 2 === 0 ? 'beslissing' : 'ongedaanmaking';
      const body = ronde % 2 === 0 ? { besluit: 'zelfde', versie } : { versie };
      const [terug, besluit] = await Promise.all([
        maakOngedaan(aanlevering),
        keten.api.vraag<{ versie: number }>('POST', `koppelvoorstellen/${voorstel.id}/${pad}`, { als: BEWAKER, body }),
        // throws when a job had to give way
        keten.werkAf({ werkers: 3 }),
      ]);
      expect([terug.status, besluit.status]).toEqual([200, 200]);
      ({ versie } = besluit.body);
      await keten.werkAf();
    }
    await controle();
    await keten.werkAf();
    expect(await vraag('select from opdracht where klaar_op is null')).toEqual([]);
    expect(await keten.vraag('GET', 'doorstroom/2025-2026/grootboek', COORDINATOR)).toMatchObject({ onverklaard: 0 });
    expect(
      await vraag(
        `select id from aanlevering where status = 'verwerkt' and regels <> nieuw + gewijzigd + ongewijzigd + buiten_cohort + quarantaine`,
      ),
    ).toEqual([]);
    expect(
      await vraag(
        `select i.id from inschrijving i join leerling l on l.id = i.leerling_id where l.samengevoegd_in is not null`,
      ),
    ).toEqual([]);
  }, 120_000);
});
