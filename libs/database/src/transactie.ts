import type { Wie } from '#kern';
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

declare const merk: unique symbol;

/** A running transaction with its context set. Only `Transactie` makes one, so a write outside one does not compile. */
export type Tx = EntityManager & { readonly [merk]: true };

/** The database role that a process works as; neither owns a table. */
export type DatabaseRol = 'sluitend_api' | 'sluitend_worker';

type NaVastleggen = () => void | Promise<void>;

const wachtend = new WeakMap<EntityManager, NaVastleggen[]>();

/** Gets told of a callback that failed after its transaction was committed. */
export type MeldFout = (fout: unknown) => void;

/** The only way to the database. Sets who asks, for which region and with which rights, as its first statement. */
export class Transactie {
  constructor(
    private readonly bron: DataSource,
    private readonly rol: DatabaseRol,
    private readonly meldFout: MeldFout = () => undefined,
  ) {}

  /**
   * Runs the work in one transaction: all of it or nothing. Callbacks registered with `naVastleggen` run after commit.
   * A region of 0 stands for work of the instance itself.
   */
  async voerUit<T>(context: { wie: Wie }, werk: (tx: Tx) => Promise<T>): Promise<T> {
    const { wie } = context;
    const naAfloop: NaVastleggen[] = [];
    const uitkomst = await this.bron.transaction(async (beheer) => {
      await beheer.query(
        `select set_config('app.regio', $1, true), set_config('app.wie', $2, true), set_config('role', $3, true)`,
        [String(wie.regioId), `${wie.soort}:${wie.id}`, this.rol],
      );
      wachtend.set(beheer, naAfloop);
      return werk(beheer as Tx);
    });
    for (const doe of naAfloop) {
      try {
        await doe();
      } catch (fout) {
        this.meldFout(fout);
      }
    }
    return uitkomst;
  }
}

/** Registers what may only happen once the transaction is committed, such as ringing a bell. Failures are reported, never thrown. */
export function naVastleggen(tx: Tx, doe: NaVastleggen): void {
  const lijst = wachtend.get(tx);
  if (lijst === undefined) throw new Error('naVastleggen needs a transaction that Transactie made.');
  lijst.push(doe);
}

/** The connection is gone, or the transaction cannot go on: nothing in it will be kept. */
export class TransactieVerloren extends Error {
  constructor(cause: unknown) {
    super('The transaction is lost.', { cause });
    this.name = 'TransactieVerloren';
  }
}

const BEGIN_PART = 'savepoint deelwerk';
const END_PART = 'release savepoint deelwerk';
const UNDO_PART = 'rollback to savepoint deelwerk';
// Deferred constraints are tried inside a savepoint that is undone: that leaves them deferred, as each is declared.
const CHECK =
  'savepoint keuring; set constraints all immediate; rollback to savepoint keuring; release savepoint keuring';

/**
 * Runs a part of a transaction so that its failure undoes only that part, its `naVastleggen` callbacks included. Also a
 * deferred constraint that it breaks shows here instead of at commit, where it would take the other parts along.
 * @throws whatever `werk` throws, and the transaction can go on; TransactieVerloren when it cannot.
 */
export async function inSavepoint<T>(tx: Tx, werk: () => Promise<T>): Promise<T> {
  const [uitkomst] = await inSavepoints(tx, [werk]);
  if (uitkomst === undefined || 'fout' in uitkomst) throw uitkomst?.fout;
  return uitkomst.waarde;
}

/** What came of one part. */
export type Deeluitkomst<T> = { waarde: T } | { fout: unknown };

/**
 * The same for several parts in turn, each on its own: gives for each what it gave or threw. One round trip per part
 * beside its own; a part that begins takes the savepoint over from the one before.
 * @throws TransactieVerloren when the transaction cannot go on.
 */
export async function inSavepoints<T>(tx: Tx, delen: readonly (() => Promise<T>)[]): Promise<Deeluitkomst<T>[]> {
  const lijst = wachtend.get(tx);
  if (lijst === undefined) throw new Error('inSavepoints needs a transaction that Transactie made.');
  const uitkomsten: Deeluitkomst<T>[] = [];
  await tx.query(BEGIN_PART);
  for (const [i, deel] of delen.entries()) {
    const laatste = i === delen.length - 1;
    const vooraf = lijst.length;
    try {
      const waarde = await deel();
      await tx.query(laatste ? `${CHECK}; ${END_PART}` : `${CHECK}; ${END_PART}; ${BEGIN_PART}`);
      uitkomsten.push({ waarde });
    } catch (fout) {
      lijst.length = vooraf;
      await tx.query(laatste ? `${UNDO_PART}; ${END_PART}` : UNDO_PART).catch((oorzaak: unknown) => {
        throw new TransactieVerloren(oorzaak);
      });
      uitkomsten.push({ fout });
    }
  }
  return uitkomsten;
}

/**
 * A query that PostgreSQL need not plan anew each time: prepared on the connection under a name made of its text. For a
 * screen that is asked all day and of which planning costs more than running. Values only through binds, as ever: a text
 * with values in it would leave a statement behind for each.
 */
export async function voorbereid<Rij>(tx: Tx, tekst: string, waarden: readonly unknown[]): Promise<Rij[]> {
  const client = await pgClient(tx);
  const name = createHash('sha256').update(tekst).digest('base64url').slice(0, 24);
  const { rows } = await client.query<Rij & object>({ name, text: tekst, values: [...waarden] });
  return rows;
}

/** The raw connection of a transaction, for COPY streams and prepared statements: its context and role are set already. */
export async function pgClient(tx: Tx): Promise<PoolClient> {
  const loper = tx.queryRunner;
  if (loper === undefined) throw new Error('This transaction has no connection.');
  return (await loper.connect()) as PoolClient;
}
