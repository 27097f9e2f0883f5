import { Binds, type Tx } from '#database';
import { Injectable } from '@nestjs/common';

export const OPDRACHTSTATUSSEN = ['open', 'dood', 'klaar'] as const;
export type Opdrachtstatus = (typeof OPDRACHTSTATUSSEN)[number];

/** A row of the ledger as the beheerder sees it. Its data is ids only. */
export interface OpdrachtRij {
  id: string;
  /** Null: work of the instance itself. */
  regioId: number | null;
  soort: string;
  status: Opdrachtstatus;
  data: unknown;
  vanaf: Date;
  pogingen: number;
  gestartOp: Date | null;
  klaarOp: Date | null;
  doodOp: Date | null;
  foutCode: string | null;
  foutTekst: string | null;
  aangemaaktOp: Date;
}

export interface OpdrachtFilter {
  /** Rows of this region and of the instance itself. */
  regioId: number;
  status?: Opdrachtstatus;
  soort?: string;
  /** Rows older than this id. */
  voorId?: string;
  aantal: number;
}

const WAAR: Record<Opdrachtstatus, string> = {
  open: 'klaar_op is null and dood_op is null',
  dood: 'dood_op is not null',
  klaar: 'klaar_op is not null',
};

/** Questions about the ledger, for the API and for tests. */
@Injectable()
export class OpdrachtenVragen {
  /** Newest first; one row more than `aantal` when there is a next page. */
  async lijst(tx: Tx, filter: OpdrachtFilter): Promise<OpdrachtRij[]> {
    const binds = new Binds();
    const waar = [`(regio_id = ${binds.bind(filter.regioId)} or regio_id is null)`];
    if (filter.status !== undefined) waar.push(WAAR[filter.status]);
    if (filter.soort !== undefined) waar.push(`soort = ${binds.bind(filter.soort)}`);
    if (filter.voorId !== undefined) waar.push(`id < ${binds.bind(filter.voorId)}::bigint`);
    return tx.query<OpdrachtRij[]>(
      `select id, regio_id as "regioId", soort, data, vanaf, pogingen, gestart_op as "gestartOp", klaar_op as "klaarOp",
              dood_op as "doodOp", fout_code as "foutCode", fout_tekst as "foutTekst", aangemaakt_op as "aangemaaktOp",
              case when dood_op is not null then 'dood' when klaar_op is not null then 'klaar' else 'open' end as status
         from opdracht where ${waar.join(' and ')}
        order by id desc limit ${binds.bind(filter.aantal + 1)}::int`,
      binds.waarden,
    );
  }

  /** How many rows are open and how many are dead, over all regions: for readiness and monitoring. */
  async tellingen(tx: Tx): Promise<{ open: number; dood: number }> {
    const [rij] = await tx.query<{ open: number; dood: number }[]>(
      `select (select count(*)::int from opdracht where ${WAAR.open}) as open,
              (select count(*)::int from opdracht where ${WAAR.dood}) as dood`,
    );
    return rij ?? { open: 0, dood: 0 };
  }
}
