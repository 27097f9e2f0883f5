import { isGereed, leesConfig, omgevingVoorKind, STOPBERICHT } from '#config';
import { maakDataSource, startCluster, verwijderCluster } from '#database';
import { alsDatum, type Rol } from '#kern';
import { maakProefToken, proefSleutels } from '#toegang';
import { TEAMGENOTEN, type Vrager, werkvoorraadVraag, WerkvoorraadVraag } from '#werkplek';
import { spawnSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { REGIO, VRAGERS, vulRegio, WIE } from './werkvoorraad-gegevens.sql.js';
import { rond } from './meten.js';

/** One kind of asker with one kind of queue; milliseconds. */
export interface Meting {
  vrager: keyof typeof VRAGERS;
  van: WerkvoorraadVraag['van'];
  /** Rows on the first page. */
  rijen: number;
  /** The whole API over HTTP: token, rights, query, logboek row per youngster, JSON. */
  http: Tijden;
  /** The same query by node-postgres alone. */
  pg: Tijden;
  /** Bar: at most 3. */
  verhouding: number;
}

export interface Tijden {
  mediaan: number;
  p95: number;
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
    migreer(omgeving);
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
  const token = await maakProefToken(
    await proefSleutels(map),
    { sub: VRAGERS[vrager], soort: 'medewerker' },
    leesConfig().oidcAudience,
    new Date(),
  );
  const url = `${adres}/api/v1/werkvoorraad?van=${van}`;
  let rijen = 0;
  const perHttp = async (): Promise<void> => {
    const antwoord = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const { resultaten } = (await antwoord.json()) as { resultaten?: unknown[] };
    if (resultaten === undefined) throw new Error(`The API answered ${antwoord.status}.`);
    rijen = resultaten.length;
  };
  const wie = await vragerIs(zwembad, VRAGERS[vrager], van);
  const { tekst, waarden } = werkvoorraadVraag(wie, Object.assign(new WerkvoorraadVraag(), { van }), alsDatum(VANDAAG));
  const perPg = async (): Promise<void> => {
    await zwembad.query(tekst, waarden);
  };
  await Promise.all([tijden(perHttp, OPWARMEN), tijden(perPg, OPWARMEN)]);
  const http: number[] = [];
  const kaal: number[] = [];
  for (let ronde = 0; ronde < RONDES; ronde++) {
    kaal.push(...(await tijden(perPg, VRAGEN / RONDES)));
    http.push(...(await tijden(perHttp, VRAGEN / RONDES)));
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
  return { soort: 'medewerker', id, naam, regioId: REGIO, rollen, team: team.map((t) => t.id) };
}

/** Milliseconds of each of `aantal` calls, 16 at once. */
async function tijden(doe: () => Promise<void>, aantal: number): Promise<number[]> {
  const gemeten: number[] = [];
  let over = aantal;
  const vrager = async (): Promise<void> => {
    while (over-- > 0) {
      const begin = performance.now();
      await doe();
      gemeten.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: TEGELIJK }, vrager));
  return gemeten;
}

function samen(gemeten: readonly number[]): Tijden {
  const op = [...gemeten].sort((a, b) => a - b);
  const deel = (d: number): number => rond(op[Math.min(op.length - 1, Math.floor(op.length * d))] ?? Number.NaN);
  return { mediaan: deel(0.5), p95: deel(0.95) };
}

const DIST = resolve(import.meta.dirname, '..');

function migreer(omgeving: Record<string, string>): void {
  const cli = join(DIST, 'apps/cli/src/main.js');
  const { status } = spawnSync(process.execPath, [cli, 'migreer'], {
    env: omgevingVoorKind(omgeving),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The schema could not be made.');
}

/** The api as it runs in earnest: a process of its own. */
async function startApi(omgeving: Record<string, string>): Promise<{ adres: string; stop(): Promise<void> }> {
  const kind: ChildProcess = fork(join(DIST, 'apps/api/src/main.js'), {
    env: omgevingVoorKind(omgeving),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gestopt = once(kind, 'exit');
  const poort = await new Promise<number>((klaar, mis) => {
    kind.on('message', (bericht) => {
      if (isGereed(bericht) && bericht.poort !== undefined) klaar(bericht.poort);
    });
    kind.on('exit', (code) => mis(new Error(`The api ended with exit code ${code}.`)));
  });
  return {
    adres: `http://127.0.0.1:${poort}`,
    stop: async () => {
      kind.send(STOPBERICHT);
      await gestopt;
    },
  };
}

if (import.meta.filename === process.argv[1]) {
  const uitkomst = await benchWerkvoorraad(Number(process.argv[2] ?? 100_000));
  process.stdout.write(`${JSON.stringify(uitkomst, null, 2)}\n`);
}
