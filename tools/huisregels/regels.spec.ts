import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { controleer } from './controleer.js';
import { HUISREGELS } from './regels.js';

const FIXTURES = join(import.meta.dirname, '..', '..', 'test', 'huis', 'fixtures', 'huisregels');

/** Judged as a service of some lib, the strictest place there is. */
const gebroken = (inhoud: string, pad = 'libs/x/src/x.service.ts'): string[] =>
  controleer(pad, inhoud, HUISREGELS).map((b) => b.regel);

describe('the house rules', () => {
  it.each(HUISREGELS.map((r) => r.naam))('%s fails on its fixture, and nothing else does', (naam) => {
    expect([...new Set(gebroken(readFileSync(join(FIXTURES, `${naam}.ts`), 'utf8')))]).toEqual([naam]);
  });

  it('have no fixture without a rule', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(HUISREGELS.map((r) => `${r.naam}.ts`).sort());
  });

  it('name the line', () => {
    expect(controleer('libs/x/src/a.ts', `\n\nenum Soort {\n  A,\n}\n`, HUISREGELS)).toMatchObject([{ lijn: 3 }]);
  });

  it.each([
    'select id from taak',
    '\n  select t.id,\n    t.naam\n  from taak t',
    `select set_config('app.regio', $1, true)`,
    'insert into taak (id) values ($1)',
    'update taak set klaar_op = $1',
    'update taak t set klaar_op = $1',
    'delete from taak',
    'with open as (select 1) select * from open',
    'with recursive boom(id) as (select 1) select * from boom',
    'copy taak (id) from stdin',
    'create unlogged table t (id int)',
    'alter table taak add column x int',
  ])('see SQL in %j', (sql) => {
    expect(gebroken(`export const q = ${JSON.stringify(sql)};`)).toEqual(['sql-op-zijn-plek']);
    expect(gebroken(`export const q = \`${sql} \${1}\`;`)).toEqual(['sql-op-zijn-plek']);
  });

  it('see SQL whose columns or table are filled in', () => {
    expect(gebroken('export const q = `select ${kolommen} from ${tabel}`;')).toEqual(['sql-op-zijn-plek']);
  });

  it.each([
    'Selecteer een bestand en probeer het opnieuw.',
    'Select a file from the list.',
    'Update uw gegevens.',
    'Kopieer het bestand',
    'with care',
    'Create an account',
  ])('see no SQL in %j', (tekst) => {
    expect(gebroken(`export const t = ${JSON.stringify(tekst)};`)).toEqual([]);
  });

  it.each([
    'libs/x/src/xen.repository.ts',
    'libs/x/src/xen.vragen.ts',
    'libs/x/src/bord.leesmodel.ts',
    'libs/x/src/match.sql.ts',
    'libs/database/src/migraties/0001-basis.ts',
    'libs/x/src/x.spec.ts',
    'libs/x/src/test.ts',
    'test/scenario/jaar.ts',
    'bench/intake.ts',
  ])('let SQL be in %s', (pad) => {
    expect(gebroken(`export const q = 'select id from taak';`, pad)).toEqual([]);
  });

  it('let a given date be made anywhere, and now only by the clock', () => {
    expect(gebroken(`export const d = new Date('2026-10-01');`)).toEqual([]);
    expect(gebroken(`export const d = new Date();`, 'libs/kern/src/klok.ts')).toEqual([]);
    expect(gebroken(`export const d = Date.now();`)).toEqual(['klok-van-buiten']);
  });

  it('accept an escape that says why', () => {
    const uitzondering = '// oxlint-disable-next-line no-console -- the only place that speaks to the terminal\n';
    expect(gebroken(`${uitzondering}export const a = 1;`)).toEqual([]);
  });
});
