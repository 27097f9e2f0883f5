import { leesConfig } from '#config';
import { maakDataSource, startCluster, verwijderCluster } from '#database';
import { maakProefToken, proefSleutels } from '#toegang';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migreerAlsOpdracht, startApi } from './api.js';
import { mediaan, rond } from './meten.js';
import { REGIO, vulRegio } from './werkvoorraad-gegevens.sql.js';

export interface Uitkomst {
  casussen: number;
  open: number;
  /** Casussen in one hand-out, and over how many colleagues. */
  rijen: number;
  collegas: number;
  /** Seconds over HTTP, with a result per row. Bar: at most 2. */
  verdelen: number;
  ongedaan: number;
}

const RONDES = 5;
const COLLEGAS = 3;
const VANDAAG = '2026-09-10';
const LEIDER = 'm2@bench.example';

/** A teamleider divides the casussen of one colleague over others and takes it back, over HTTP. */
export async function benchVerdeel(rijen = 2000, omvang = 100_000): Promise<Uitkomst> {
  const map = await mkdtemp(join(tmpdir(), 'sluitend-bench-'));
  const cluster = await startCluster({ map });
  const bron = await maakDataSource({ url: cluster.url, verbindingen: 2, naam: 'sluitend-bench' }).initialize();
  const omgeving = { DATABASE_URL: cluster.url, DATA_DIR: map, INSTANTIE: 'proef', VANDAAG };
  try {
    migreerAlsOpdracht(omgeving);
    await vulRegio(bron, omvang);
    await bron.query(NAAR_EEN, [REGIO, rijen]);
    await bron.query(TAKEN_MEE, [REGIO]);
    await bron.query(LEIDT, [REGIO]);
    const casussen = await bron.query<{ id: string }[]>(
      `select id from casus where regio_id = $1 and verantwoordelijke_id = 1 and loopt order by id limit $2`,
      [REGIO, rijen],
    );
    const [telling] = await bron.query<{ open: number }[]>('select count(*)::int as open from casus where loopt');
    const api = await startApi(omgeving);
    try {
      const stuur = await zender(map, api.adres);
      const [verdelen, ongedaan] = await meet(
        stuur,
        casussen.map((c) => c.id),
      );
      return {
        casussen: omvang,
        open: telling?.open ?? 0,
        rijen: casussen.length,
        collegas: COLLEGAS,
        verdelen,
        ongedaan,
      };
    } finally {
      await api.stop();
    }
  } finally {
    await bron.destroy();
    await cluster.stop();
    await verwijderCluster(map);
  }
}

type Zender = (
  pad: string,
  body: object,
) => Promise<{ verdeeld?: number; teruggezet?: number; ongedaanSleutel?: string }>;

async function meet(stuur: Zender, casusIds: readonly string[]): Promise<[number, number]> {
  const [heen, terug]: [number[], number[]] = [[], []];
  for (let ronde = 0; ronde < RONDES; ronde += 1) {
    const begin = performance.now();
    const vraag = { casusIds, naar: ['3', '4', '5'], reden: 'Collega is ziek.' };
    const { verdeeld, ongedaanSleutel } = await stuur('casussen/_verdeel', vraag);
    const midden = performance.now();
    const { teruggezet } = await stuur('casussen/_draaiterug', { ongedaanSleutel });
    if (verdeeld !== casusIds.length || teruggezet !== verdeeld) throw new Error(`Only ${verdeeld} and ${teruggezet}.`);
    heen.push((midden - begin) / 1000);
    terug.push((performance.now() - midden) / 1000);
  }
  return [rond(mediaan(heen)), rond(mediaan(terug))];
}

async function zender(map: string, adres: string): Promise<Zender> {
  const wie = { sub: LEIDER, soort: 'medewerker' } as const;
  const token = await maakProefToken(await proefSleutels(map), wie, leesConfig().oidcAudience, new Date());
  return async (pad, body) => {
    const antwoord = await fetch(`${adres}/api/v1/${pad}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!antwoord.ok) throw new Error(`The API answered ${antwoord.status}: ${await antwoord.text()}`);
    return (await antwoord.json()) as Awaited<ReturnType<Zender>>;
  };
}

const NAAR_EEN = `
update casus set verantwoordelijke_id = 1
 where regio_id = $1 and id in (select id from casus where regio_id = $1 and loopt and verantwoordelijke_id <> 1 order by id limit $2)`;
const TAKEN_MEE = `
update taak t set eigenaar_id = 1 from casus c
 where t.regio_id = $1 and c.regio_id = $1 and c.id = t.casus_id and c.verantwoordelijke_id = 1 and t.toestand = 'open'`;
const LEIDT = `insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio) values ($1, 2, 'teamleider', true)`;

if (import.meta.filename === process.argv[1]) {
  const uitkomst = await benchVerdeel(Number(process.argv[2] ?? 2000), Number(process.argv[3] ?? 100_000));
  process.stdout.write(`${JSON.stringify(uitkomst, null, 2)}\n`);
}
