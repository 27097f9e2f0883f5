import type { Tx } from '#database';
import type { Verwerkstaat } from './levering.js';

const WERKTABEL = /^inname\.[a-z_]+[0-9]+$/;
const NIETS_GELIJK = '(select null::text as leerlingnummer, null::text as onderwijssoort where false)';
const ALLES =
  '(select id as inschrijving_id from inschrijving where regio_id = :regio and school = :school and verdwenen_op is null)';
const NAAM = /(?<![:\w]):([a-zA-Z]+)/g;

/**
 * Runs one set-based statement of the processing and gives how many rows it wrote. `:regio :school :schooljaar
 * :peildatum :aanlevering` and what `meer` holds become binds; `{{rij}}` is the work table, `{{gelijk}}`
 * that of the lines that are as they were, `{{rest}}` what else the school has.
 */
export async function doe(
  tx: Tx,
  staat: Verwerkstaat,
  sql: string,
  meer: Record<string, unknown> = {},
): Promise<number> {
  return (await voer(tx, staat, sql, meer)).affected ?? 0;
}

/** The same for a question: gives the rows. */
export async function vraag<R>(
  tx: Tx,
  staat: Verwerkstaat,
  sql: string,
  meer: Record<string, unknown> = {},
): Promise<R[]> {
  return (await voer(tx, staat, sql, meer)).records as R[];
}

async function voer(tx: Tx, staat: Verwerkstaat, sql: string, meer: Record<string, unknown>): Promise<Resultaat> {
  // The only piece of SQL that is not a constant: a name that we made ourselves.
  const { tabel: gelijk = NIETS_GELIJK, rest = ALLES } = staat.gelijk ?? {};
  if (![staat.werktabel, gelijk, rest].every((naam) => naam === NIETS_GELIJK || naam === ALLES || WERKTABEL.test(naam)))
    throw new Error('A work table has an unexpected name.');
  const bekend: Record<string, unknown> = {
    regio: staat.regioId,
    school: staat.school,
    schooljaar: staat.schooljaar,
    peildatum: staat.peildatum,
    aanlevering: staat.aanleveringId,
    gemeente: staat.gemeente,
    volgtMbo: staat.volgtMbo,
    inSeizoen: staat.inSeizoen,
    vorigeVolledig: staat.vorigeVolledig,
    ...meer,
  };
  const waarden: unknown[] = [];
  const plaatsen = new Map<string, string>();
  const tekst = sql
    .replaceAll('{{rij}}', staat.werktabel)
    .replaceAll('{{gelijk}}', gelijk)
    .replaceAll('{{rest}}', rest)

    .replaceAll(NAAM, (_, naam: string) => {
      const eerder = plaatsen.get(naam);
      if (eerder !== undefined) return eerder;
      if (!(naam in bekend)) throw new Error(`No value for :${naam}.`);
      waarden.push(bekend[naam]);
      const plaats = `$${waarden.length}`;
      plaatsen.set(naam, plaats);
      return plaats;
    });
  if (tx.queryRunner === undefined) throw new Error('This transaction has no connection.');
  return tx.queryRunner.query(tekst, waarden, true);
}

interface Resultaat {
  records: unknown[];
  affected?: number;
}
