import { Binds, type Tx } from '#database';
import type { Datum, Wie } from '#kern';
import { zichtbaar } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { AanleverstandDto } from './aanleverstanden.dto.js';

// Each look-up is one step in an index per school; instants as the API writes them.
const KOLOMMEN = `s.code as school, s.naam as "schoolNaam",
  case when v.id is not null then json_build_object('id', v.id::text, 'peildatum', v.peildatum, 'regels', v.regels, 'verwerktOp', v.op) end as "laatstVerwerkt",
  case when n.id is not null then json_build_object('id', n.id::text, 'status', n.status, 'ontvangenOp', n.op,
    'bevindingen', json_build_object('fouten', n.fouten, 'waarschuwingen', n.waarschuwingen)) end as nieuwste,
  w.id::text as "wachtendeAanlevering"`;

const INSTANT = (kolom: string): string =>
  `to_char(${kolom} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as op`;
const VAN_SCHOOL = `from aanlevering a where a.regio_id = s.regio_id and a.school = s.code`;

const OPZOEKEN = `
  left join lateral (select a.id, a.peildatum, a.regels, ${INSTANT('a.verwerkt_op')} ${VAN_SCHOOL} and a.status = 'verwerkt'
                      order by a.peildatum desc, a.id desc limit 1) v on true
  left join lateral (select a.id, a.status, a.fouten, a.waarschuwingen, ${INSTANT('a.ontvangen_op')} ${VAN_SCHOOL}
                      order by a.id desc limit 1) n on true
  left join lateral (select a.id ${VAN_SCHOOL} and a.status = 'wachtOpBevestiging' order by a.id desc limit 1) w on true
  left join lateral (select (a.ontvangen_op at time zone 'Europe/Amsterdam')::date as dag ${VAN_SCHOOL}
                        and a.status not in ('afgekeurd','verworpen','vervallen') and a.herstel_van is null order by a.id desc limit 1) l on true`;

/** How each school is doing with its deliveries, in one query. */
@Injectable()
export class AanleverstandenLeesmodel {
  /** By school code. One more than asked for, to know whether there is a next page. */
  async lijst(
    tx: Tx,
    wie: Wie,
    { aantal, school, na, op }: { aantal: number; school?: string | undefined; na?: string | undefined; op: Datum },
  ): Promise<AanleverstandDto[]> {
    const b = new Binds();
    const dag = b.bind(op);
    const waar = [
      `s.regio_id = ${b.bind(wie.regioId)}`,
      zichtbaar(wie, { onderwerp: 'aanleverstand', school: 's.code' }, b),
    ];
    if (school !== undefined) waar.push(`s.code = ${b.bind(school)}`);
    if (na !== undefined) waar.push(`s.code > ${b.bind(na)}`);
    return tx.query<AanleverstandDto[]>(
      `select ${KOLOMMEN}, s.levert and (s.geldig_tot is null or s.geldig_tot > ${dag}::date) as levert,
              case when l.dag is not null then json_build_object('sindsDatum', l.dag, 'werkdagen', greatest(0, werkdagen(l.dag, ${dag}::date))) end as stil
         from school s ${OPZOEKEN}
        where ${waar.join(' and ')} and (s.levert or n.id is not null)
        order by s.code limit ${b.bind(aantal + 1)}`,
      b.waarden,
    );
  }
}
