import { laadSleutelbos, maakSleutelbestand } from '#config';
import { migreerBellen } from '#wachtrij';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keten } from '../scenario/keten.js';
import { eindstand, maakLeeg, type Eindstand } from './eindstand.js';
import { nacht, NACHTEN, stuurBestand, vraagControle } from './nacht.js';
import { ROBUUSTREGIO } from './regio.js';
import { Werkerproces } from './werkerproces.js';
import { totAllesKlaar } from './wachten.js';

const [NACHT = { op: '', bestanden: [] }] = NACHTEN;

describe('a worker process that is killed in the middle', () => {
  let keten: Keten;
  let map: string;
  let verwacht: Eindstand;
  let omgeving: Record<string, string>;
  const processen: Werkerproces[] = [];

  beforeAll(async () => {
    map = await mkdtemp(join(tmpdir(), 'sluitend-gedood-'));
    const sleutelsPad = join(map, 'sleutels.json');
    await maakSleutelbestand(sleutelsPad);
    keten = await Keten.start(NACHT.op, ROBUUSTREGIO, {
      sleutelbos: await laadSleutelbos({ sleutelsPad, sleutelsGezet: true }),
    });
    await migreerBellen(keten.api.db.url);
    omgeving = { DATA_DIR: map, SLEUTELS: sleutelsPad, VANDAAG: NACHT.op };
    await nacht(keten, NACHT);
    verwacht = await eindstand(keten.api.db);
    await maakLeeg(keten.api.db);
  });
  afterAll(async () => {
    for (const proces of processen) await proces.dood();
    await keten.sluit();
    await rm(map, { recursive: true, force: true });
  });

  function start(): Werkerproces {
    const proces = new Werkerproces(keten.api.db, omgeving);
    processen.push(proces);
    return proces;
  }

  /** Starts a worker, and kills it while it is about to write in this table, with all that it did before uncommitted. */
  async function doodBij(tabel: string): Promise<void> {
    const { bron } = keten.api.db;
    const slot = bron.createQueryRunner();
    await slot.startTransaction();
    try {
      await slot.query(`lock table ${tabel} in share mode`);
      const proces = start();
      await proces.totWachtOp(tabel);
      await proces.dood();
      await slot.rollbackTransaction();
      await proces.totVergeten();
    } finally {
      if (slot.isTransactionActive) await slot.rollbackTransaction();
      await slot.release();
    }
    // The time that a worker has to show itself is over.
    await bron.query('update opdracht set bezet_tot = clock_timestamp() where bezet_tot is not null');
  }

  const tel = async (tabel: string): Promise<number> => {
    const [rij] = await keten.api.db.bron.query<{ n: number }[]>(`select count(*)::int as n from ${tabel}`);
    return rij?.n ?? -1;
  };

  it('in a delivery, in the check that opens a casus, and in the ledger: others finish, and the outcome is the same', async () => {
    for (const bestand of NACHT.bestanden) expect(await stuurBestand(keten, bestand)).toBe(202);

    // A worker does two deliveries at a time; one in which nobody stands who is followed was perhaps done. Each is old or new.
    await doodBij('leerling');
    expect(await Promise.all(['leerling', 'inschrijving', 'examenkandidatuur'].map(tel))).toEqual([0, 0, 0]);
    expect(await tel(`pg_class where relnamespace = 'inname'::regnamespace`)).toBe(0);
    for (const deel of ['bevinding', 'buiten_cohort']) {
      const half = `${deel} d join aanlevering a on a.regio_id = d.regio_id and a.id = d.aanlevering_id where a.status <> 'verwerkt'`;
      expect(await tel(half)).toBe(0);
    }
    expect(await tel(`aanlevering where status <> 'ontvangen' and school < '99Z'`)).toBe(0);
    expect(await tel(`aanlevering where status = 'ontvangen'`)).toBeGreaterThan(2);

    await doodBij('casus');
    expect(await Promise.all(['casus', 'taak', 'toewijzing'].map(tel))).toEqual([0, 0, 0]);
    await keten.werkAf();
    expect(await tel(`aanlevering where status = 'verwerkt'`)).toBe(NACHT.bestanden.length);

    await vraagControle(keten);
    await doodBij('grootboek');
    expect(await tel('grootboek')).toBe(0);

    const laatste = start();
    await totAllesKlaar(keten.api.db);
    expect(await laatste.stop()).toBe(0);
    expect(laatste.uitvoer).toBe('');
    expect(await eindstand(keten.api.db)).toEqual(verwacht);
    expect(await tel('opdracht where klaar_op is null')).toBe(0);
  }, 180_000);
});
