import { WERKTABEL_KOLOMMEN } from '#leerlingen';
import type { DataSource } from 'typeorm';

export const REGIO = 36;
export const WERKTABEL = 'inname.rij_1';

// 12,000 surnames and 4,000 roepnamen of three syllables, the first of each list far more common than the last.
const HULP = `
create function lettergreep(n int) returns text language sql immutable as $$
  select (array['ja','ki','lo','me','nu','ra','se','ti','vo','wa','be','da','fi','go','hu','sa','ka','li','mo','ne','pe','ru','si','to'])[n % 24 + 1] $$;
create function proefnaam(n int, slot text[]) returns text language sql immutable as $$
  select initcap(lettergreep(n) || lettergreep(n / 24) || slot[n / 576 % cardinality(slot) + 1]) $$;
create function achternaam(kans float) returns text language sql immutable as $$
  select proefnaam((12000 * kans ^ 2.5)::int, array['sen','man','stra','ma','inga','huis','berg','ski','oğlu','ri','ani','di','ers','mans','kamp','veld','laar','ink','ouz','ram','dien']) $$;
create function roepnaam(kans float) returns text language sql immutable as $$
  select proefnaam((4000 * kans ^ 2)::int, array['n','s','a','ra','m','lie','t']) $$;
create function proefpostcode(kans float) returns text language sql immutable as $$
  select (5000 + (kans * 1000)::int)::text || chr(65 + (kans * 26000)::int % 26) || chr(65 + (kans * 676000)::int % 26) $$`;

const ORGANISATIE = `
insert into regio (id, naam, vakantiezone) values (${REGIO}, 'Bench', 'Zuid');
insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gevolgd, gemeente) values
  (${REGIO}, '99AA', '00', 'vo', '{vmbo}', '{vmbo}', '0796'), (${REGIO}, '99ZZ', '00', 'mbo', '{mbo}', '{}', '0772');
insert into aanlevering (regio_id, id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort, client_id, sha256, bytes)
  overriding system value values (${REGIO}, 1, '99ZZ00', 2025, '2026-03-01', 'volledig', 'ontvangen', now(), 'client', 'bench', '', 1);
`;

const LEERLINGEN = `
insert into leerling (regio_id, achternaam, roepnaam, geboortedatum, geslacht, postcode, woongemeente, achternaam_norm, roepnaam_norm, bron_school, bron_leerlingnummer, bron_op)
select ${REGIO}, a, r, date '2000-01-01' + (random() * 4000)::int, case when random() < 0.5 then 'M' else 'V' end, proefpostcode(random()), '0796',
       naam_norm(a), roepnaam_norm(r), '99AA00', n::text, '2026-02-01'
  from (select n, achternaam(random()) as a, roepnaam(random()) as r from generate_series(1, $1::int) n) x`;

const KOPPELINGEN = `insert into schoolkoppeling (regio_id, school, leerlingnummer, leerling_id) select ${REGIO}, '99AA00', bron_leerlingnummer, id from leerling`;

// 80 % are about somebody who is known, of each field 5 % written wrong; the others are strangers. Nobody has a PGN.
const RIJEN = `
insert into ${WERKTABEL} (regel, goed, leerlingnummer, rijsleutel, achternaam, roepnaam, geboortedatum, geslacht, postcode, onderwijssoort, leerweg,
  niveau, opleidingscode, status, begindatum)
select row_number() over ()::int + 1, true, 'm' || row_number() over (), 'm' || row_number() over (),
       case when random() < 0.05 then overlay(x.a placing 'e' from 3 for 1) else x.a end, case when random() < 0.05 then x.r || 'e' else x.r end,
       case when random() < 0.05 then coalesce(datum_verwisseld(x.d), x.d + 1) else x.d end, x.g, case when random() < 0.05 then proefpostcode(random()) else x.p end,
       'mbo', 'bol', 3, '25180', 'aangemeld', '2026-08-01'
  from (select * from (select achternaam as a, roepnaam as r, geboortedatum as d, geslacht as g, postcode as p from leerling order by hashint8(id) limit ($1::int * 0.8)::int) bekend
        union all
        select achternaam(random()), roepnaam(random()), date '2000-01-01' + (random() * 4000)::int, case when random() < 0.5 then 'M' else 'V' end, proefpostcode(random())
          from generate_series(1, ($1::int * 0.2)::int)) x`;

/** Fills a migrated database with leerlingen and one file of rows without PGN. */
export async function vul(bron: DataSource, nieuw: number, bestaand: number): Promise<void> {
  await bron.query('select setseed(0.2026)');
  await bron.query(HULP);
  await bron.query(ORGANISATIE);
  await bron.query(LEERLINGEN, [bestaand]);
  await bron.query(KOPPELINGEN);
  await bron.query(`create unlogged table ${WERKTABEL} (${WERKTABEL_KOLOMMEN})`);
  await bron.query(`grant all on ${WERKTABEL} to sluitend_worker; alter table ${WERKTABEL} owner to sluitend_worker`);
  await bron.query(RIJEN, [nieuw]);
  await bron.query('vacuum analyze');
  await bron.query('checkpoint');
}
