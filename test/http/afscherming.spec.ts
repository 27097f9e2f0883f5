import type { Rol } from '#kern';
import { legJongeren, VERWACHT } from '#toegang/test';
import { startApi, type TestApi } from './api.js';
import { TOEGANGSLIJST } from './toegangslijst.js';

const NAMEN = ['Anna', 'Bram', 'Cato', 'Daan', 'Eva', 'Finn', 'Kees'];
const VRAGERS = Object.keys(VERWACHT);

interface Rij {
  roepnaam: string;
  leerling: string;
  casus: string | null;
}

describe('over HTTP nobody sees more than need-to-know gives', () => {
  let api: TestApi;
  let rijen: Rij[];
  const rollen = new Map<string, Rol[]>();
  beforeAll(async () => {
    api = await startApi();
    await legJongeren(api.db.bron);
    rijen = await api.db.bron.query<Rij[]>(
      `select l.roepnaam, l.id as leerling, c.id as casus from leerling l
         left join casus c on c.regio_id = l.regio_id and c.leerling_id = l.id order by l.roepnaam`,
    );
    const metRol = await api.db.bron.query<{ sub: string; rol: Rol }[]>(
      `select m.email as sub, r.rol from medewerker m join medewerker_rol r on r.regio_id = m.regio_id and r.medewerker_id = m.id
       union all select id, rol from client`,
    );
    for (const { sub, rol } of metRol) rollen.set(sub, [...(rollen.get(sub) ?? []), rol]);
  });
  afterAll(() => api.sluit());

  const mag = (sub: string, route: string): boolean => {
    const regel = TOEGANGSLIJST[route];
    if (regel === undefined) throw new Error(`${route} is not in the list.`);
    return typeof regel === 'string' || (rollen.get(sub) ?? []).some((rol) => regel.includes(rol));
  };

  it.each([
    ['GET /leerlingen/:id', 'leerling', 'leerling'],
    ['GET /leerlingen/:id/inschrijvingen', 'leerling', 'leerling'],
    ['GET /leerlingen/:id/tijdlijn', 'leerling', 'leerlingT1'],
    ['GET /leerlingen/:id/inzage', 'leerling', 'leerlingT1'],
    ['GET /casussen/:id', 'casus', 'casus'],
    ['GET /casussen/:id/tijdlijn', 'casus', 'casus'],
    ['GET /casussen/:id/toewijzing', 'casus', 'casus'],
  ] as const)('%s', async (route, soort, onderwerp) => {
    const verkeerd: string[] = [];
    for (const sub of VRAGERS) {
      const gezien = (VERWACHT[sub]?.[onderwerp] ?? '').split(' ');
      for (const rij of rijen) {
        const id = rij[soort];
        if (id === null) continue;
        const pad = route.replace('GET /', '').replace(':id', id);
        const { status } = await api.vraag('GET', pad, { als: sub });
        const verwacht = !mag(sub, route) ? 403 : gezien.includes(rij.roepnaam) ? 200 : 404;
        if (status !== verwacht) verkeerd.push(`${sub} ${rij.roepnaam}: ${status}, not ${verwacht}`);
      }
    }
    expect(verkeerd).toEqual([]);
  });

  it('answers who may not see a youngster exactly as if there were none', async () => {
    const [een, geen] = await Promise.all(
      [rijen.find((r) => r.roepnaam === 'Cato')?.leerling ?? '', '999999999'].map((id) =>
        api.vraag<Record<string, unknown>>('GET', `leerlingen/${id}`, { als: 'coach@regio.example' }),
      ),
    );
    expect(een?.status).toBe(404);
    expect({ ...een?.body, instance: '' }).toEqual({ ...geen?.body, instance: '' });
  });

  it.each([
    ['GET /werkvoorraad', 'werkvoorraad?van=iedereen', 'casus'],
    ['GET /signalen', 'signalen', 'signaal'],
    ['GET /taken', 'taken', 'casus'],
    ['GET /doorstroom/:schooljaar/trajecten', 'doorstroom/2025-2026/trajecten', 'traject'],
  ] as const)('%s names nobody else', async (route, pad, onderwerp) => {
    for (const sub of VRAGERS.filter((s) => mag(s, route))) {
      const { status, body } = await api.vraag<unknown>('GET', pad, { als: sub });
      const tekst = JSON.stringify(body);
      const genoemd = NAMEN.filter((naam) => new RegExp(`\\b${naam}\\b`).test(tekst));
      const toegestaan = sub.startsWith('coordinator') ? [] : (VERWACHT[sub]?.[onderwerp] ?? '').split(' ');
      expect([sub, status, genoemd.filter((naam) => !toegestaan.includes(naam))]).toEqual([sub, 200, []]);
    }
  });

  it('shows the regiocoördinator the rows all the same', async () => {
    const { body } = await api.vraag<{ resultaten: unknown[] }>('GET', 'doorstroom/2025-2026/trajecten', {
      als: 'coordinator@regio.example',
    });
    expect(body.resultaten).toHaveLength(6);
  });

  it('shows in a traject without a name where it stands, and to the own school only the steps', async () => {
    await api.db.bron.query(`update traject set bijzonderheid = 'zij-instroom', voorgenomen_vervolg = 'havo'`);
    const lees = async (als: string) => {
      const antwoord = await api.vraag<{ resultaten: object[] }>('GET', 'doorstroom/2025-2026/trajecten', { als });
      return [...new Set(antwoord.body.resultaten.flatMap((rij) => Object.keys(rij)))];
    };
    const inhoud = ['vraag', 'onderdrukt', 'bestemming', 'voorgenomenVervolg', 'bijzonderheid'];
    const coordinator = await lees('coordinator@regio.example');
    expect(coordinator).toEqual(expect.arrayContaining(['status', 'stand', 'signalen', 'casusId']));
    expect(inhoud.filter((veld) => coordinator.includes(veld))).toEqual([]);
    const decaan = await lees('decaan-bb@school.example');
    expect(decaan).toEqual(expect.arrayContaining(['status', 'stand', 'bijzonderheid']));
    expect(['signalen', 'casusId'].filter((veld) => decaan.includes(veld))).toEqual([]);
  });

  it('finds in a search only whom one may see', async () => {
    const vraag = { achternaam: 'Proef', geboortedatum: '2009-05-01' };
    for (const sub of VRAGERS.filter((s) => mag(s, 'POST /leerlingen/_zoek'))) {
      const { status, body } = await api.vraag<unknown>('POST', 'leerlingen/_zoek', { als: sub, body: vraag });
      const gevonden = NAMEN.filter((naam) => JSON.stringify(body).includes(naam));
      expect([sub, status, gevonden.join(' ')]).toEqual([sub, 200, VERWACHT[sub]?.leerling ?? '']);
    }
  });

  it('stops a search that is tried over and over', async () => {
    const body = { achternaam: 'Proef', geboortedatum: '2009-05-01' };
    const als = 'leerplicht@regio.example';
    const statussen: number[] = [];
    for (let i = 0; i < 31; i++) statussen.push((await api.vraag('POST', 'leerlingen/_zoek', { als, body })).status);
    expect(statussen.filter((s) => s === 429).length).toBeGreaterThan(0);
    expect((await api.vraag('GET', 'signalen', { als })).status).toBe(200);
  });
});
