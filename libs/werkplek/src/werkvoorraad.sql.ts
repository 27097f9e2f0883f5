import { CASUSKOLOMMEN } from '#casussen';
import { Binds } from '#database';
import { cursorOngeldig, heeftRol, leesCursor, type Datum, type Wie } from '#kern';
import { namenZichtbaar, redenVan, zichtbaar } from '#toegang';
import type { WerkvoorraadVraag } from './werkvoorraad.dto.js';

/** Who asks, with the colleagues (and oneself) of the teams that one is in. */
export interface Vrager extends Wie {
  team: readonly string[];
  /** For whom one observes today: those of their casussen that are due before they are back are one's own as well. */
  waarneemt?: readonly { id: string; tot: string }[];
}

/** For whom one observes; asked apart, as `TEAMGENOTEN`. */
export const WAARGENOMEN = `
select medewerker_id as id, max(tot) as tot from afwezigheid
 where regio_id = $1 and coalesce(waarnemer_id, vervanger_id) = $2 and van <= $3 and tot > $3 group by medewerker_id`;

// Asked apart: with the ids at hand the planner knows how few rows they own, and takes the index by owner.
export const TEAMGENOTEN = `
select distinct zij.medewerker_id as id from teamlid ik join teamlid zij on zij.regio_id = ik.regio_id and zij.team = ik.team
 where ik.regio_id = $1 and ik.medewerker_id = $2`;

/** Whether colleagues of a team are shown to this asker at all. */
export function heeftTeam(wie: Wie): boolean {
  return wie.soort === 'medewerker' && heeftRol(wie, ...TEAMROLLEN);
}

/**
 * The queue. The page is chosen on casus alone, over a partial index of open casussen (by owner, gemeente, school or due
 * date, as the asker's scope suits); names, tasks and signalen are looked up for the rows of the page only.
 *
 * bench/werkvoorraad.ts runs the same text without the framework.
 */
export function werkvoorraadVraag(
  wie: Vrager,
  vraag: WerkvoorraadVraag,
  vandaag: Datum,
): { tekst: string; waarden: unknown[] } {
  const b = new Binds();
  const { kolom, type, richting } = volgorde(vraag.sorteer);
  const tekst = `
with pagina as materialized (
  select c.* from casus c
   where c.regio_id = ${b.bind(wie.regioId)} and c.loopt and ${voorwaarden(wie, vraag, vandaag, b)}${vanaf(vraag, kolom, type, richting, b)}
   order by c.${kolom} ${richting}, c.id ${richting}
   limit ${b.bind(vraag.aantal + 1)})
select c.id as "casusId", c.nummer, c.leerling_id as "leerlingId", concat_ws(' ', l.roepnaam, l.voorvoegsel, l.achternaam) as naam,
       l.geboortedatum, l.adres_geheim as "adresGeheim", c.school, sch.naam as "schoolNaam", c.doelgroep, c.fase,
       array(select s.soort from signaal s where s.regio_id = c.regio_id and s.casus_id = c.id and s.gesloten_op is null order by s.id) as signalen,
       c.verantwoordelijke_id as "verantwoordelijkeId", m.naam as "verantwoordelijkeNaam", t.id as "taakId", t.soort as "taakSoort",
       c.vervalt_op as "vervaltOp", c.geopend_op as "geopendOp", coalesce(c.opgeschort_tot > ${b.bind(vandaag)}::date, false) as opgeschort,
       case when ${wacht(vandaag, b)} then c.wacht_op end as "wachtOp", c.wakker_op as "wakkerOp", c.terugval, c.versie, c.${kolom}::text as sleutel, ${redenInRij(wie, b)} as reden, ${naamInRij(wie, b)} as "metNaam"
  from pagina c
  join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id
  join school sch on sch.regio_id = c.regio_id and sch.code = c.school
  join medewerker m on m.regio_id = c.regio_id and m.id = c.verantwoordelijke_id
  join taak t on t.regio_id = c.regio_id and t.id = c.volgende_taak_id
 order by c.${kolom} ${richting}, c.id ${richting}`;
  return { tekst, waarden: b.waarden };
}

function voorwaarden(wie: Vrager, vraag: WerkvoorraadVraag, vandaag: Datum, b: Binds): string {
  const eisen: string[] = [];
  if (vraag.van === 'mij') eisen.push(vanMij(wie, b), zichtbaar(wie, CASUSKOLOMMEN, b));
  if (vraag.van === 'team') eisen.push(vanTeam(wie, b));
  if (vraag.van === 'iedereen') eisen.push(`(${zichtbaar(wie, CASUSKOLOMMEN, b)} or ${vanTeam(wie, b)})`);
  if (vraag.fase !== undefined) eisen.push(`c.fase = ${b.bind(vraag.fase)}`);
  if (vraag.vervaltVoor !== undefined) eisen.push(`c.vervalt_op < ${b.bind(vraag.vervaltVoor)}::date`);
  if (vraag.wachtOp !== undefined) eisen.push(`(${wacht(vandaag, b)}) is ${vraag.wachtOp ? 'true' : 'not true'}`);
  if (vraag.terugval !== undefined) eisen.push(`c.terugval is ${vraag.terugval ? 'not null' : 'null'}`);
  // A filter may not tell what the row does not show (toegang.md 1): doelgroep and woongemeente to who sees no names,
  // school and woongemeente of a secret address to who does not hold the casus.
  if (vraag.doelgroep !== undefined) eisen.push(`c.doelgroep = ${b.bind(vraag.doelgroep)}`, naamInRij(wie, b));
  if (vraag.woongemeente !== undefined)
    eisen.push(`c.woongemeente = ${b.bind(vraag.woongemeente)}`, naamInRij(wie, b), adresBekend(wie, b));
  if (vraag.school !== undefined) eisen.push(`c.school = ${b.bind(vraag.school)}`, adresBekend(wie, b));
  return eisen.join(' and ');
}

/** One's own, and what is due of who one observes for (waarneming: the owner stays). */
function vanMij({ id, waarneemt = [] }: Vrager, b: Binds): string {
  const eigen = `c.verantwoordelijke_id = ${b.bind(id)}::bigint`;
  if (waarneemt.length === 0) return eigen;
  const ids = b.bind(waarneemt.map((w) => w.id));
  const dagen = b.bind(waarneemt.map((w) => w.tot));
  return `(${eigen} or exists (select from unnest(${ids}::bigint[], ${dagen}::date[]) as w (id, tot) where w.id = c.verantwoordelijke_id and c.vervalt_op < w.tot))`;
}

/** Nothing can be done before its day; a step that is due earlier wakes it. */
function wacht(vandaag: Datum, b: Binds): string {
  return `c.wakker_op > ${b.bind(vandaag)}::date and c.vervalt_op >= c.wakker_op`;
}

/** A colleague of the team sees the row in the queue, not more (toegang.md 1, «team lid»). */
function vanTeam({ team }: Vrager, b: Binds): string {
  return team.length === 0 ? 'false' : `c.verantwoordelijke_id = any (${b.bind(team)}::bigint[])`;
}

const TEAMROLLEN = ['doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'] as const;

function naamInRij(wie: Vrager, b: Binds): string {
  return `(${namenZichtbaar(wie, CASUSKOLOMMEN, b)} or ${vanTeam(wie, b)})`;
}

function redenInRij(wie: Vrager, b: Binds): string {
  return `coalesce(${redenVan(wie, CASUSKOLOMMEN, b)}, 'team')`;
}

function adresBekend(wie: Wie, b: Binds): string {
  return `(c.verantwoordelijke_id = ${b.bind(wie.id)}::bigint or not exists (
    select from leerling g where g.regio_id = c.regio_id and g.id = c.leerling_id and g.adres_geheim))`;
}

function volgorde(sorteer: WerkvoorraadVraag['sorteer']): { kolom: string; type: string; richting: 'asc' | 'desc' } {
  const richting = sorteer.startsWith('-') ? 'desc' : 'asc';
  return sorteer.endsWith('vervaltOp')
    ? { kolom: 'vervalt_op', type: 'date', richting }
    : { kolom: 'geopend_op', type: 'timestamptz', richting };
}

function vanaf(vraag: WerkvoorraadVraag, kolom: string, type: string, richting: 'asc' | 'desc', b: Binds): string {
  if (vraag.na === undefined) return '';
  const [sleutel, id] = leesCursor(vraag.na, 2);
  if (typeof sleutel !== 'string' || typeof id !== 'string') throw cursorOngeldig();
  if (!/^\d{4}-\d{2}-\d{2}/.test(sleutel) || Number.isNaN(Date.parse(sleutel)) || !/^\d{1,18}$/.test(id))
    throw cursorOngeldig();
  const na = richting === 'asc' ? '>' : '<';
  return ` and (c.${kolom}, c.id) ${na} (${b.bind(sleutel)}::${type}, ${b.bind(id)}::bigint)`;
}
