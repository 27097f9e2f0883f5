import { Binds, type Tx } from '#database';
import type { Wie } from '#kern';
import { namenZichtbaar, zichtbaar, type Kolommen } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { Verschilsoort } from './verschil.dto.js';

/** A row of the difference with its place in the list. */
export interface Verschilrij {
  plaats: number;
  id: string;
  leerlingId: string | null;
  leerlingnummer: string | null;
  soort: Verschilsoort;
  wijzigingen: { kolom: string; oud: string | null; nieuw: string | null }[];
}

// What is kept for ourselves: hashes, sources, keys, derived forms.
const INTERN = [
  ...[
    'rij_hash',
    'geschreven_op',
    'verdwenen_op',
    'niet_bevestigd',
    'afgeleide_status',
    'leerling_id',
    'inschrijving_id',
  ],
  ...['bron_aanlevering_id', 'bron_school', 'bron_leerlingnummer', 'bron_op', 'achternaam_norm', 'roepnaam_norm'],
  ...[
    'adres_geheim_bij',
    'woongemeente_afgeleid',
    'afgeleid',
    'voorlopig',
    'samengevoegd_in',
    'uitslag_peildatum',
    'laatste_peildatum',
  ],
];
const AANLEVERING: Kolommen = { onderwerp: 'aanlevering', school: 'a.school' };

/** What a processed delivery changed, from what it left of before. */
@Injectable()
export class VerschilLeesmodel {
  /** False when it was processed and its history is gone: kept no longer, or undone. */
  async bewaard(tx: Tx, wie: Wie, id: string): Promise<boolean> {
    const b = new Binds();
    const [rij] = await tx.query<{ bewaard: boolean }[]>(
      `select a.verwerkt_op is null or exists (
                select from verwerkstap s where s.regio_id = a.regio_id and s.aanlevering_id = a.id and s.bron_id = a.id) as bewaard
         from aanlevering a where a.regio_id = ${b.bind(wie.regioId)} and a.id = ${b.bind(id)}::bigint and ${zichtbaar(wie, AANLEVERING, b)}`,
      b.waarden,
    );
    return rij?.bewaard ?? false;
  }

  /** In the order verdwenen, gewijzigd, nietBevestigd, nieuw. Values only to who may see names. */
  async lijst(
    tx: Tx,
    wie: Wie,
    { id, aantal, soort, na }: { id: string; aantal: number; soort: Verschilsoort | undefined; na: [number, string] },
  ): Promise<Verschilrij[]> {
    const b = new Binds();
    const namen = namenZichtbaar(wie, AANLEVERING, b);
    const waar = `a.regio_id = ${b.bind(wie.regioId)} and a.id = ${b.bind(id)}::bigint and ${zichtbaar(wie, AANLEVERING, b)}`;
    return tx.query<Verschilrij[]>(
      `with a as materialized (
         select a.regio_id, a.id, a.school, ${namen} as namen, array(select s.id from verwerkstap s where s.regio_id = a.regio_id and s.bron_id = a.id) as stappen
           from aanlevering a where ${waar} and a.status = 'verwerkt'),
       gewijzigd as (
         select h.*, a.namen, a.school,
                (select jsonb_agg(jsonb_build_object('kolom', k.key,
                          -- what another school wrote is not shown to this one
                          'oud', case when a.namen and (h.tabel <> 'leerling' or h.oud ->> 'bron_school' = a.school) then k.value end,
                          'nieuw', case when a.namen and (h.tabel <> 'leerling' or h.nieuw ->> 'bron_school' = a.school) then h.nieuw ->> k.key end) order by k.key)
                   from jsonb_each_text(h.oud) k where k.key <> all (${b.bind(INTERN)}::text[]) and h.oud -> k.key <> h.nieuw -> k.key) as wijzigingen
           from a join rijgeschiedenis h on h.regio_id = a.regio_id and h.stap = any (a.stappen)
          where h.nieuw is not null and (h.tabel in ('inschrijving', 'examenkandidatuur') or (h.tabel = 'leerling' and exists (
                  select from schoolkoppeling k where k.regio_id = h.regio_id and k.leerling_id = h.leerling_id and k.school = a.school)))),
       rij as (
         select case when h.nieuw ->> 'verdwenen_op' is not null then 'verdwenen' when h.wijzigingen is not null then 'gewijzigd' else 'nietBevestigd' end as soort,
                h.id, h.leerling_id, coalesce(
                  (select i.leerlingnummer from inschrijving i where h.tabel = 'inschrijving' and i.regio_id = h.regio_id and i.id = (h.sleutel ->> 'id')::bigint),
                  (select min(k.leerlingnummer) from schoolkoppeling k where k.regio_id = h.regio_id and k.leerling_id = h.leerling_id and k.school = h.school)) as leerlingnummer,
                coalesce(h.wijzigingen, '[]') as wijzigingen
           from gewijzigd h
          where h.wijzigingen is not null or h.nieuw ->> 'verdwenen_op' is not null or h.nieuw ->> 'niet_bevestigd' = 'true'
         union all
         select 'nieuw', i.id, i.leerling_id, i.leerlingnummer, '[]'
           from a join inschrijving i on i.regio_id = a.regio_id and i.school = a.school and i.gemaakt_in = any (a.stappen))
       select x.plaats, x.id::text as id, x.leerling_id::text as "leerlingId", x.leerlingnummer, x.soort, x.wijzigingen
         from (select r.*, array_position(array['verdwenen', 'gewijzigd', 'nietBevestigd', 'nieuw'], r.soort) as plaats from rij r) x
        where ${keus(soort, na, b)}
        order by x.plaats, x.id limit ${b.bind(aantal + 1)}`,
      b.waarden,
    );
  }
}

function keus(soort: Verschilsoort | undefined, [plaats, id]: [number, string], b: Binds): string {
  const vanaf = `(x.plaats, x.id) > (${b.bind(plaats)}::int, ${b.bind(id)}::bigint)`;
  return soort === undefined ? vanaf : `x.soort = ${b.bind(soort)} and ${vanaf}`;
}
