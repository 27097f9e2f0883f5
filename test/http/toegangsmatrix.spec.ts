import { ROLLEN, type Rol } from '#kern';
import { Toegangscontrole, type Route } from '#toegang';
import { readFile } from 'node:fs/promises';
import { toegangslijst } from '../../apps/api/src/openapi/toegangslijst.js';
import { startApi, type TestApi } from './api.js';
import { TOEGANGSLIJST } from './toegangslijst.js';

/** One asker per role in region 36, with all the scope that the role can have. */
const MENSEN = ROLLEN.filter((rol) => rol !== 'aanleveraar');

describe('every route for every role', () => {
  let api: TestApi;
  let routes: readonly Route[];
  beforeAll(async () => {
    api = await startApi();
    routes = api.app.get(Toegangscontrole).routes();
    await api.db.bron.query(`
      insert into regio (id, naam, vakantiezone) values (36, 'Noordoost-Brabant', 'Zuid');
      insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd)
        values (36, '99AA', '00', 'Demo College', '{vmbo}', '0796', '{vmbo}');
      insert into client (regio_id, id, rol, scholen) values (36, 'school-99AA', 'aanleveraar', '{99AA00}');`);
    for (const rol of MENSEN) {
      await api.db.bron.query(
        `with m as (insert into medewerker (regio_id, email, naam) values (36, $1 || '@regio.example', $1) returning id),
              r as (insert into medewerker_rol (regio_id, medewerker_id, rol, scholen, gemeenten, hele_regio)
                    select 36, id, $1, '{99AA00}', '{0796}', true from m)
         insert into account (issuer, sub, regio_id, medewerker_id) select 'proef', $1 || '@regio.example', 36, id from m`,
        [rol],
      );
    }
  });
  afterAll(() => api.sluit());

  const als = (rol: Rol): string => (rol === 'aanleveraar' ? 'school-99AA' : `${rol}@regio.example`);

  it('has an entry for every route, and no entry without a route', () => {
    const bestaand = routes.map((r) => `${r.methode} ${r.pad}`).sort();
    expect(Object.keys(TOEGANGSLIJST).sort()).toEqual(bestaand);
  });

  it('has a rule for every route that says what the entry says, and an explanation', () => {
    for (const { methode, pad, regel } of routes) {
      const verwacht = TOEGANGSLIJST[`${methode} ${pad}`];
      const rollen = regel?.rollen;
      expect([pad, typeof rollen === 'string' ? rollen : [...(rollen ?? [])].sort()]).toEqual([
        pad,
        typeof verwacht === 'string' ? verwacht : [...(verwacht ?? [])].sort(),
      ]);
      expect(regel?.uitleg.length).toBeGreaterThan(15);
    }
  });

  it('lets in whom the entry names and nobody else', async () => {
    const verkeerd: string[] = [];
    for (const { methode, pad } of routes) {
      const mag = TOEGANGSLIJST[`${methode} ${pad}`] ?? [];
      const echt = adres(pad);
      const zonder = await api.vraag(methode, echt);
      if ((zonder.status === 401) === (mag === 'openbaar'))
        verkeerd.push(`${methode} ${pad} without a token: ${zonder.status}`);
      for (const rol of ROLLEN) {
        const { status } = await api.vraag(methode, echt, { als: als(rol) });
        const binnen = typeof mag === 'string' || mag.includes(rol);
        if (binnen ? status === 401 || status === 403 || status === 500 : status !== 403) {
          verkeerd.push(`${methode} ${pad} as ${rol}: ${status}`);
        }
      }
    }
    expect(verkeerd).toEqual([]);
  });

  it('is what docs/toegang.md says', async () => {
    expect(await readFile('docs/toegang.md', 'utf8')).toBe(toegangslijst(routes));
  });
});

/** A route with ids of nothing: whoever is let in finds nothing. */
function adres(pad: string): string {
  const ingevuld = pad.replace(/:schooljaar/g, '2025-2026').replace(/:\w+/g, '999999999');
  return ingevuld === '/' || ingevuld.startsWith('/api/') ? ingevuld : `/api/v1${ingevuld}`;
}
