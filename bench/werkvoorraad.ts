import { maakDataSource, startCluster, verwijderCluster } from '#database';
import { alsDatum, type Rol } from '#kern';
import { TEAMGENOTEN, type Vrager, werkvoorraadVraag, WerkvoorraadVraag } from '#werkplek';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { REGIO, VRAGERS, vulRegio, WIE } from './werkvoorraad-gegevens.sql.js';
import { migreerAlsOpdracht, samen, startApi, tijden, vrager as alsVrager, type Tijden } from './api.js';
import { rond } from './meten.js';

/** One kind of asker with one kind of queue; milliseconds. */
export interface Meting {
  vrager: keyof typeof VRAGERS;
  van: WerkvoorraadVraag['van'];
  /** Rows on the first page. */
  rijen: number;
  /** The whole API over HTTP: token, rights, query, logboek row per youngster, JSON. */
  http: Tijden;
  /** The same query by node-postgres alone, prepared as the API has it. */
  pg: Tijden;
  /** Bar: at most 3. */
  verhouding: number;
}

export interface Uitkomst {
  casussen: number;
  open: number;
  tegelijk: number;
  metingen: Meting[];
}

const TEGELIJK = 16;
const OPWARMEN = 80;
const VRAGEN = 480;
const RONDES = 3;
const VANDAAG = '2026-09-10';
const GEVALLEN: readonly (readonly [keyof typeof VRAGERS, WerkvoorraadVraag['van']])[] = [
  ['krap', 'iedereen'],
  ['krap', 'team'],
  ['krap', 'mij'],
  ['gewoon', 'mij'],
  ['gewoon', 'iedereen'],
  ['ruim', 'iedereen'],
];

/** The first page of the queue, 16 askers at once, over HTTP and by node-postgres in turns. */
export async function benchWerkvoorraad(omvang = 100_000): Promise<Uitkomst> {
  const map = await mkdtemp(join(tmpdir(), 'sluitend-bench-'));
  const cluster = await startCluster({ map });
  const bron = await maakDataSource({ url: cluster.url, verbindingen: 2, naam: 'sluitend-bench' }).initialize();
  const zwembad = new pg.Pool({ connectionString: cluster.url, max: TEGELIJK });
  const omgeving = { DATABASE_URL: cluster.url, DATA_DIR: map, INSTANTIE: 'proef', VANDAAG };
  try {
    migreerAlsOpdracht(omgeving);
    await vulRegio(bron, omvang);
    const [telling] = await bron.query<{ open: number }[]>('select count(*)::int as open from casus where loopt');
    const api = await startApi(omgeving);
    try {
      const metingen: Meting[] = [];
      for (const [vrager, van] of GEVALLEN) metingen.push(await meet(map, api.adres, zwembad, vrager, van));
      return { casussen: omvang, open: telling?.open ?? 0, tegelijk: TEGELIJK, metingen };
    } finally {
      await api.stop();
    }
  } finally {
    await zwembad.end();
    await bron.destroy();
    await cluster.stop();
    await verwijderCluster(map);
  }
}

async function meet(
  map: string,
  adres: string,
  zwembad: pg.Pool,
  vrager: Meting['vrager'],
  van: Meting['van'],
): Promise<Meting> {
  const vraag = await alsVrager(map, VRAGERS[vrager]);
  let rijen = 0;
  const perHttp = async (): Promise<void> => {
    const { resultaten } = (await vraag(`${adres}/api/v1/werkvoorraad?van=${van}`)) as { resultaten: unknown[] };
    rijen = resultaten.length;
  };
  const wie = await vragerIs(zwembad, VRAGERS[vrager], van);
  const { tekst, waarden } = werkvoorraadVraag(wie, Object.assign(new WerkvoorraadVraag(), { van }), alsDatum(VANDAAG));
  // Prepared on each connection, as the API has it, and asked on the same day: only then is the rest the framework's.
  const perPg = (): Promise<unknown> => zwembad.query({ name: `${vrager}-${van}`, text: tekst, values: waarden });
  await Promise.all([tijden(perHttp, OPWARMEN, TEGELIJK), tijden(perPg, OPWARMEN, TEGELIJK)]);
  const http: number[] = [];
  const kaal: number[] = [];
  for (let ronde = 0; ronde < RONDES; ronde++) {
    kaal.push(...(await tijden(perPg, VRAGEN / RONDES, TEGELIJK)));
    http.push(...(await tijden(perHttp, VRAGEN / RONDES, TEGELIJK)));
  }
  const [a, b] = [samen(http), samen(kaal)];
  return { vrager, van, rijen, http: a, pg: b, verhouding: rond(a.p95 / b.p95) };
}

/** Who the API would read for this account: the query must be the same. */
async function vragerIs(zwembad: pg.Pool, email: string, van: Meting['van']): Promise<Vrager> {
  const { rows } = await zwembad.query<{ id: string; naam: string; rol: Rol; gemeenten: string[]; heleRegio: boolean }>(
    WIE,
    [email],
  );
  const [persoon] = rows;
  if (persoon === undefined) throw new Error(`Nobody is called ${email}.`);
  const { id, naam } = persoon;
  const rollen = rows.map(({ rol, gemeenten, heleRegio }) => ({ rol, gemeenten, scholen: [], heleRegio }));
  const team = van === 'mij' ? [] : (await zwembad.query<{ id: string }>(TEAMGENOTEN, [REGIO, id])).rows;
  const vandaag = alsDatum(VANDAAG);
  return { soort: 'medewerker', id, naam, regioId: REGIO, rollen, vandaag, team: team.map((t) => t.id) };
}

if (import.meta.filename === process.argv[1]) {
  const uitkomst = await benchWerkvoorraad(Number(process.argv[2] ?? 100_000));
  process.stdout.write(`${JSON.stringify(uitkomst, null, 2)}\n`);
}
