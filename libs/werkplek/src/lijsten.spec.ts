import {
  maakDiensten,
  maakLeerling,
  maakMedewerker,
  maakRegel,
  maakRegio,
  maakTeam,
  type Diensten,
} from '#casussen/test';
import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, DomeinFout, systeem, type Rol, type Wie } from '#kern';
import type { TestingModule } from '@nestjs/testing';
import { maakWerkplek } from './test/opstelling.js';
import { WerkvoorraadVraag } from './werkvoorraad.dto.js';
import { Werkvoorraad } from './werkvoorraad.service.js';
import { SignalenVraag } from './signalenlijst.dto.js';
import { Signalenlijst } from './signalenlijst.service.js';
import { TakenVraag } from './takenlijst.dto.js';
import { Takenlijst } from './takenlijst.service.js';

const REGIO = 36;
const DAG = '2026-09-01';
const op = { peildatum: alsDatum(DAG), nu: new Date(`${DAG}T02:00:00Z`), bron: 'test' };

describe('lists of the werkplek', () => {
  let db: TestDatabase;
  let d: Diensten;
  let app: TestingModule;
  let oss: Wie;
  let bosch: Wie;
  let teamgenoot: Wie;
  let vreemde: Wie;
  let coordinator: Wie;
  let vanOss: string[];
  let vanBosch: string[];

  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    await maakRegio(db.bron);
    await maakTeam(db.bron, 'oost');
    await maakTeam(db.bron, 'west');
    await maakRegel(db.bron, { volgorde: 1, woongemeente: ['0828'], team: 'oost' });
    await maakRegel(db.bron, { volgorde: 2, team: 'west' });
    oss = await persoon('Anna Oss', 'doorstroomcoach', { gemeenten: ['0828'], team: 'oost' });
    bosch = await persoon('Bob Bosch', 'doorstroomcoach', { gemeenten: ['0796'], team: 'west' });
    teamgenoot = await persoon('Tess Team', 'doorstroomcoach', { gemeenten: ['0999'], team: 'oost' });
    vreemde = await persoon('Vera Vreemd', 'doorstroomcoach', { gemeenten: ['0999'] });
    coordinator = await persoon('Co Coordinator', 'regiocoordinator', {});
    vanOss = await leerlingen(5, { woongemeente: '0828', roepnaam: 'Milan' });
    vanBosch = await leerlingen(2, { woongemeente: '0796', roepnaam: 'Fatima', geboortedatum: '2007-01-01' });
    await signaleer([...vanOss, ...vanBosch]);
    app = await maakWerkplek(db, DAG);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await d.sluit();
    await db.sluit();
  });

  async function persoon(naam: string, rol: Rol, scope: { gemeenten?: string[]; team?: string }): Promise<Wie> {
    const gemeenten = scope.gemeenten ?? [];
    const id = await maakMedewerker(db.bron, { naam, rol, ...scope });
    return {
      soort: 'medewerker',
      id,
      regioId: REGIO,
      naam,
      rollen: [{ rol, gemeenten, scholen: [], heleRegio: gemeenten.length === 0 }],
    };
  }
  async function leerlingen(aantal: number, opties: Parameters<typeof maakLeerling>[1]): Promise<string[]> {
    const ids = [];
    for (let n = 0; n < aantal; n++) ids.push(await maakLeerling(db.bron, opties));
    return ids;
  }
  const signaleer = (ids: string[]) =>
    db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
      const soort = 'nietIngeschreven' as const;
      await d.signalen.open(
        tx,
        REGIO,
        ids.map((leerlingId) => ({ leerlingId, trajectId: null, schooljaar: 2025, soort })),
        op,
      );
      await d.casussen.volgSignalen(tx, REGIO, ids, op);
    });
  const vraag = (velden: Partial<WerkvoorraadVraag> = {}) => Object.assign(new WerkvoorraadVraag(), velden);
  const lees = (wie: Wie, velden?: Partial<WerkvoorraadVraag>) => app.get(Werkvoorraad).lees(wie, vraag(velden));
  const ids = async (wie: Wie, velden?: Partial<WerkvoorraadVraag>) => {
    const { resultaten } = await lees(wie, velden);
    return resultaten.map((r) => r.leerling.id).sort((a, b) => Number(a) - Number(b));
  };

  it('shows the minimum item', async () => {
    const { resultaten, volgende } = await lees(oss, { aantal: 1 });
    expect(resultaten).toEqual([
      {
        casusId: expect.any(String),
        nummer: expect.stringMatching(/^36-2026-\d{5}$/),
        leerling: {
          id: vanOss[0],
          naam: 'Milan Jansen',
          geboortedatum: '2010-03-01',
          school: '99AA00',
          schoolNaam: 'Demo College',
        },
        doelgroep: 'kwalificatieplicht',
        fase: 'nagaan',
        signalen: ['nietIngeschreven'],
        casusverantwoordelijke: { id: oss.id, naam: 'Anna Oss' },
        volgendeTaak: { id: expect.any(String), soort: 'eersteContact', vervaltOp: '2026-09-03' },
        geopendOp: op.nu,
        opgeschort: false,
        versie: expect.any(Number),
      },
    ]);
    expect(volgende).toMatch(/^\/api\/v1\/werkvoorraad\?.*van=mij.*&na=/);
  });

  it('narrows to who asks: own, team, scope', async () => {
    expect(await ids(oss)).toEqual(vanOss);
    expect(await ids(bosch, { van: 'iedereen' })).toEqual(vanBosch);
    expect(await ids(teamgenoot)).toEqual([]);
    expect(await ids(teamgenoot, { van: 'team' })).toEqual(vanOss);
    expect(await ids(teamgenoot, { van: 'iedereen' })).toEqual(vanOss);
    expect(await ids(vreemde, { van: 'iedereen' })).toEqual([]);
    expect(await ids(vreemde, { van: 'team' })).toEqual([]);
  });

  it('shows a regiocoördinator every row without name, birth date or doelgroep, and filters on none of these', async () => {
    const { resultaten } = await lees(coordinator, { van: 'iedereen' });
    expect(resultaten).toHaveLength(7);
    for (const rij of resultaten) {
      expect(Object.keys(rij.leerling).sort((a, b) => a.localeCompare(b))).toEqual(['id', 'school', 'schoolNaam']);
      expect(rij).not.toHaveProperty('doelgroep');
    }
    expect(await ids(coordinator, { van: 'iedereen', doelgroep: 'doorstroompunt' })).toEqual([]);
    expect(await ids(coordinator, { van: 'iedereen', woongemeente: '0828' })).toEqual([]);
    expect(await ids(coordinator, { van: 'iedereen', school: '99AA00' })).toHaveLength(7);
  });

  it.each<[string, Partial<WerkvoorraadVraag>, number]>([
    ['fase', { fase: 'nagaan' }, 5],
    ['another fase', { fase: 'begeleiding' }, 0],
    ['doelgroep', { doelgroep: 'kwalificatieplicht' }, 5],
    ['another doelgroep', { doelgroep: 'doorstroompunt' }, 0],
    ['woongemeente', { woongemeente: '0828' }, 5],
    ['school', { school: '99BB00' }, 0],
    ['due before', { vervaltVoor: '2026-09-04' }, 5],
    ['not due before', { vervaltVoor: '2026-09-03' }, 0],
  ])('filters on %s', async (_, velden, aantal) => {
    expect(await ids(oss, velden)).toHaveLength(aantal);
  });

  it('lists for the regiocoördinator what fell back on the procesbewaker, and nothing else', async () => {
    await db.bron.query(`update casus set terugval = 'teamVol' where leerling_id = $1`, [vanOss[1]]);
    const terug = await lees(coordinator, { van: 'iedereen', terugval: true });
    expect(terug.resultaten.map((r) => [r.leerling.id, r.leerling.naam, r.terugval])).toEqual([
      [vanOss[1], undefined, 'teamVol'],
    ]);
    expect(await ids(coordinator, { van: 'iedereen', terugval: false })).toHaveLength(6);
    expect(await ids(bosch, { van: 'iedereen', terugval: true })).toEqual([]);
    await db.bron.query(`update casus set terugval = null`);
  });

  it.each(['vervaltOp', '-vervaltOp', 'geopendOp', '-geopendOp'] as const)(
    'pages by %s without losing or repeating a row while rows come and go',
    async (sorteer) => {
      const gezien: string[] = [];
      let na: string | undefined;
      for (let bladzijde = 0; bladzijde < 10; bladzijde++) {
        const pagina = await lees(oss, { aantal: 2, sorteer, ...(na === undefined ? {} : { na }) });
        gezien.push(...pagina.resultaten.map((r) => r.leerling.id));
        if (bladzijde === 0)
          await db.bron.query(`update casus set opgeschort_tot = '2026-10-01' where leerling_id = $1`, [gezien[0]]);
        if (pagina.volgende === null) break;
        na = new URL(pagina.volgende, 'http://x').searchParams.get('na') ?? undefined;
      }
      expect([...gezien].sort((a, b) => Number(a) - Number(b))).toEqual(vanOss);
    },
  );

  it.each([
    'x',
    Buffer.from('["2026-13-45","1"]').toString('base64url'),
    Buffer.from('["2026-01-01","x"]').toString('base64url'),
  ])('refuses the cursor %s', async (na) => {
    await expect(lees(oss, { na })).rejects.toThrow(DomeinFout);
  });

  it('leaves a logboek row with the reason for every row that it shows', async () => {
    await db.bron.query(
      `alter table logboek disable trigger all; delete from logboek; alter table logboek enable trigger all`,
    );
    await lees(oss, { aantal: 3 });
    await lees(teamgenoot, { van: 'team' });
    const rijen = await db.bron.query(
      `select wie, reden, onderwerp, count(leerling_id)::int as aantal from logboek group by 1, 2, 3 order by 4`,
    );
    expect(rijen).toEqual([
      { wie: `medewerker:${oss.id}`, reden: 'casusverantwoordelijke', onderwerp: 'werkvoorraad', aantal: 3 },
      { wie: `medewerker:${teamgenoot.id}`, reden: 'team', onderwerp: 'werkvoorraad', aantal: 5 },
    ]);
  });

  it('hides the school of a secret address from who does not hold the casus, in the row and in the filter', async () => {
    await db.bron.query(`update leerling set adres_geheim = true where id = $1`, [vanOss[0]]);
    const { resultaten } = await lees(teamgenoot, { van: 'team' });
    expect(resultaten.filter((r) => r.leerling.school === undefined).map((r) => r.leerling.id)).toEqual([vanOss[0]]);
    expect(await ids(teamgenoot, { van: 'team', school: '99AA00' })).toEqual(vanOss.slice(1));
    expect(await ids(oss, { school: '99AA00' })).toEqual(vanOss);
    await db.bron.query(`update leerling set adres_geheim = false where id = $1`, [vanOss[0]]);
  });

  it('lists signalen by scope, soort and school, newest first', async () => {
    const lijst = app.get(Signalenlijst);
    const signalen = async (wie: Wie, velden: Partial<SignalenVraag> = {}) =>
      (await lijst.lees(wie, Object.assign(new SignalenVraag(), velden))).resultaten;
    expect((await signalen(oss)).map((s) => s.leerling?.id)).toEqual([...vanOss].reverse());
    expect(await signalen(oss, { soort: 'ingetrokken' })).toEqual([]);
    expect(await signalen(oss, { school: '99AA00' })).toHaveLength(5);
    expect(await signalen(vreemde)).toEqual([]);
    const [eerste] = await signalen(coordinator);
    expect(eerste?.leerling).not.toHaveProperty('naam');
    expect(eerste).toMatchObject({
      soort: 'nietIngeschreven',
      schooljaar: '2025-2026',
      signaalDatum: DAG,
      school: '99AA00',
    });
  });

  it('lists open tasks, own by default', async () => {
    const lijst = app.get(Takenlijst);
    const taken = async (wie: Wie, velden: Partial<TakenVraag> = {}) =>
      (await lijst.lees(wie, Object.assign(new TakenVraag(), velden))).resultaten;
    expect(await taken(oss)).toHaveLength(5);
    expect((await taken(oss))[0]).toMatchObject({
      soort: 'eersteContact',
      vervaltOp: '2026-09-03',
      leerling: { naam: 'Milan Jansen' },
    });
    expect(await taken(coordinator)).toEqual([]);
    expect((await taken(coordinator, { van: 'iedereen' })).map((t) => t.leerling?.naam)).toEqual(
      Array(7).fill(undefined),
    );
    expect(await taken(vreemde, { van: 'iedereen' })).toEqual([]);
  });
});
