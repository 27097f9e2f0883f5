import { maakDataSource, startCluster, verwijderCluster } from '#database';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migreerAlsOpdracht, samen, startApi, tijden, vrager, type Tijden } from './api.js';
import { PAGINAS, REGELS, vulDossiers } from './casus-gegevens.sql.js';
import { vulRegio } from './werkvoorraad-gegevens.sql.js';

/** The page at so many officers who open one at once; milliseconds over HTTP. */
export interface Meting {
  tegelijk: number;
  /** From the first request until the last answer. Bar: p95 at most 50. */
  pagina: Tijden;
  /** Each request of the page, beside the others. */
  perDeel: Record<string, Tijden>;
}

export interface Uitkomst {
  casussen: number;
  open: number;
  /** Lines of the timeline of each casus. */
  regels: number;
  metingen: Meting[];
}

interface Pagina {
  email: string;
  casusId: string;
  leerlingId: string;
}

/** What the page asks, all at once. */
const DELEN: Readonly<Record<string, (p: Pagina) => string>> = {
  casus: (p) => `casussen/${p.casusId}`,
  tijdlijn: (p) => `casussen/${p.casusId}/tijdlijn?aantal=20`,
  toewijzing: (p) => `casussen/${p.casusId}/toewijzing`,
  leerling: (p) => `leerlingen/${p.leerlingId}`,
  inschrijvingen: (p) => `leerlingen/${p.leerlingId}/inschrijvingen`,
};
const OPEN_ELKE = 25;
const OPWARMEN = 60;
const AANTAL = 400;
const VANDAAG = '2026-09-10';

/** The casus page: officers who open casussen of their own, one after the other and four at once. */
export async function benchCasus(omvang = 100_000): Promise<Uitkomst> {
  const map = await mkdtemp(join(tmpdir(), 'sluitend-bench-'));
  const cluster = await startCluster({ map });
  const bron = await maakDataSource({ url: cluster.url, verbindingen: 2, naam: 'sluitend-bench' }).initialize();
  const omgeving = { DATABASE_URL: cluster.url, DATA_DIR: map, INSTANTIE: 'proef', VANDAAG };
  try {
    migreerAlsOpdracht(omgeving);
    await vulRegio(bron, omvang, OPEN_ELKE);
    await vulDossiers(bron);
    const paginas = await bron.query<Pagina[]>(PAGINAS);
    const api = await startApi(omgeving);
    try {
      const metingen = [await meet(map, api.adres, paginas, 1), await meet(map, api.adres, paginas, 4)];
      return { casussen: omvang, open: Math.floor(omvang / OPEN_ELKE), regels: REGELS, metingen };
    } finally {
      await api.stop();
    }
  } finally {
    await bron.destroy();
    await cluster.stop();
    await verwijderCluster(map);
  }
}

async function meet(map: string, adres: string, paginas: readonly Pagina[], tegelijk: number): Promise<Meting> {
  const mensen = new Map<string, (url: string) => Promise<unknown>>();
  for (const { email } of paginas) if (!mensen.has(email)) mensen.set(email, await vrager(map, email));
  const perDeel: Record<string, number[]> = Object.fromEntries(Object.keys(DELEN).map((deel) => [deel, []]));
  const open = async (nummer: number): Promise<void> => {
    const pagina = paginas[nummer % paginas.length];
    const vraag = pagina === undefined ? undefined : mensen.get(pagina.email);
    if (pagina === undefined || vraag === undefined) throw new Error('There is no casus to open.');
    const deel = async ([naam, pad]: [string, (p: Pagina) => string]): Promise<void> => {
      const begin = performance.now();
      await vraag(`${adres}/api/v1/${pad(pagina)}`);
      perDeel[naam]?.push(performance.now() - begin);
    };
    await Promise.all(Object.entries(DELEN).map(deel));
  };
  await tijden(open, OPWARMEN, tegelijk);
  for (const gemeten of Object.values(perDeel)) gemeten.length = 0;
  const pagina = samen(await tijden(open, AANTAL, tegelijk));
  const delen = Object.entries(perDeel).map(([naam, gemeten]) => [naam, samen(gemeten)]);
  return { tegelijk, pagina, perDeel: Object.fromEntries(delen) };
}

if (import.meta.filename === process.argv[1]) {
  const uitkomst = await benchCasus(Number(process.argv[2] ?? 100_000));
  process.stdout.write(`${JSON.stringify(uitkomst, null, 2)}\n`);
}
