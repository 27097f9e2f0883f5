import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Bytes of one stored block, as intake stores them. */
const BLOK = 1024 * 1024;

const UPLOAD = `insert into upload (regio_id, id, client_id, gestart_op, levend_op, klaar) values ($1, $2, 'bench', now(), now(), true)`;
const OPSLAAN = 'insert into aanlevering_blok (regio_id, aanlevering_id, volgnummer, inhoud) values ($1, $2, $3, $4)';

/**
 * The limit beside intake: grens/intake.sql, with the file stored in plain blocks. A night in which nothing changed has
 * nothing to write but its own row and the file.
 */
export async function grens(
  url: string,
  bestand: string,
  aanlevering: { id: number; regio: number; school: string; peildatum: string },
  eersteKeer: boolean,
): Promise<void> {
  const sql = await delen();
  const deel = (naam: string): string => sql.get(naam) ?? '';
  const { id, regio, school, peildatum } = aanlevering;
  const waarden = [regio, id, school, peildatum];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(UPLOAD, [regio, id]);
    let volgnummer = 0;
    for await (const blok of createReadStream(bestand, { highWaterMark: BLOK })) {
      await client.query(OPSLAAN, [regio, id, volgnummer, blok]);
      volgnummer += 1;
    }
    await client.query(deel('tabel'));
    await pipeline(createReadStream(bestand, { highWaterMark: BLOK }), client.query(copyFrom(deel('copy'))));
    await client.query(deel('aanlevering'), waarden);
    if (eersteKeer) {
      await client.query(deel('nummer'));
      for (const naam of ['leerling', 'pgn', 'koppeling', 'inschrijving', 'kandidatuur'])
        await client.query(deel(naam), waarden);
    }
    await client.query(deel('stand'), waarden);
    await client.query(deel('opruimen'));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function delen(): Promise<Map<string, string>> {
  // SQL is not copied into the built tree.
  const map = import.meta.dirname.replace(/([\\/])dist[\\/]bench$/, '$1bench');
  const tekst = await readFile(join(map, 'grens', 'intake.sql'), 'utf8');
  const stukken = tekst.split(/^-- :(\w+)$/m).slice(1);
  return new Map(stukken.flatMap((naam, i) => (i % 2 === 0 ? [[naam, (stukken[i + 1] ?? '').trim()] as const] : [])));
}
