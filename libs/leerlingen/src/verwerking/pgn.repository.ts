import { pgClient, type Tx } from '#database';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { PgnSleutels } from '../pgn-sleutels.js';
import type { Verwerkstaat } from './levering.js';

/** Numbers in memory at a time. */
const PORTIE = 5_000;

interface NieuwPgn {
  leerlingId: string;
  hash: string;
  pgn: string;
  onderwijsnummer: boolean;
  huidig: boolean;
}

/**
 * Encrypts the numbers of this round in leer_pgn and stores them. They pass through memory in small portions: the key
 * never reaches the database, the plain number never leaves the unlogged and temporary work tables.
 */
export async function bewaarPgn(tx: Tx, staat: Verwerkstaat, sleutels: PgnSleutels, ronde: number): Promise<void> {
  const client = await pgClient(tx);
  await tx.query(
    `declare leer_pgn_lezer no scroll cursor for
     select leerling_id as "leerlingId", encode(hash, 'hex') as hash, pgn, onderwijsnummer, huidig from leer_pgn where ronde = $1`,
    [ronde],
  );
  const volgende = async (): Promise<string> => {
    const portie = await tx.query<NieuwPgn[]>(`fetch ${PORTIE} from leer_pgn_lezer`);
    return portie.map((rij) => regelVan(rij, staat.regioId, sleutels)).join('');
  };
  for (let tekst = await volgende(); tekst !== ''; tekst = await volgende()) await kopieer(client, tekst);
  await tx.query('close leer_pgn_lezer');
}

async function kopieer(client: PoolClient, tekst: string): Promise<void> {
  const stroom = client.query(
    copyFrom('copy leerling_pgn (regio_id, hash, leerling_id, waarde, onderwijsnummer, huidig) from stdin'),
  );
  stroom.end(tekst);
  await finished(stroom);
}

function regelVan(rij: NieuwPgn, regioId: number, sleutels: PgnSleutels): string {
  const waarde = sleutels.versleutel(rij.pgn, rij.leerlingId, regioId).toString('hex');
  return `${regioId}\t\\\\x${rij.hash}\t${rij.leerlingId}\t\\\\x${waarde}\t${rij.onderwijsnummer ? 't' : 'f'}\t${rij.huidig ? 't' : 'f'}\n`;
}
