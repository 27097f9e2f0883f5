import { Sleutelbos } from '#config';
import { testSleutelbos } from '#config/test';
import { Transactie } from '#database';
import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, Klok, systeem, type Rol, type Wie } from '#kern';
import { LogboekModule } from '#logboek';
import { OrganisatiesModule } from '#organisaties';
import { TakenModule } from '#taken';
import { Test, type TestingModule } from '@nestjs/testing';
import { CasussenModule } from './casussen.module.js';
import { Raadplegen } from './raadplegen.service.js';
import { type Diensten, maakDiensten, maakLeerling, maakMedewerker, maakRegel, maakRegio, maakTeam } from './test.js';
import { TijdlijnLeesmodel } from './tijdlijn.leesmodel.js';
import { WERK } from './werk/werk.providers.js';
import { PaginaVraag } from '#toegang';

const REGIO = 36;
const op = { peildatum: alsDatum('2026-09-01'), nu: new Date('2026-09-01T02:00:00Z'), bron: 'doorstroomcontrole:1' };

class StilstaandeKlok extends Klok {
  nu = () => op.nu;
  vandaag = () => op.peildatum;
}

describe('reading a casus', () => {
  let db: TestDatabase;
  let d: Diensten;
  let app: TestingModule;
  let raadplegen: Raadplegen;
  let eigenaar: Wie;
  let collega: Wie;
  let vreemde: Wie;
  let coordinator: Wie;
  let leerlingId: string;
  let casusId: string;

  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    await maakRegio(db.bron);
    await maakTeam(db.bron, 'oost');
    await maakRegel(db.bron, { volgorde: 1, team: 'oost' });
    eigenaar = await persoon('Anna Oss', 'doorstroomcoach', ['0828'], 'oost');
    collega = await persoon('Tess Team', 'doorstroomcoach', ['0999'], 'oost');
    vreemde = await persoon('Vera Vreemd', 'doorstroomcoach', ['0999']);
    coordinator = await persoon('Co', 'regiocoordinator', []);
    leerlingId = await maakLeerling(db.bron);
    await db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
      await d.signalen.open(tx, REGIO, [{ leerlingId, trajectId: null, schooljaar: 2025, soort: 'geenPlaatsing' }], op);
      await d.casussen.volgSignalen(tx, REGIO, [leerlingId], op);
    });
    const [casus] = await db.bron.query<[{ id: string }]>(`select id from casus`);
    casusId = casus.id;
    app = await Test.createTestingModule({
      imports: [LogboekModule, OrganisatiesModule, TakenModule, CasussenModule],
      providers: [
        ...[Raadplegen, TijdlijnLeesmodel],
        ...WERK,
        { provide: Transactie, useValue: db.als('sluitend_api') },
        { provide: Klok, useClass: StilstaandeKlok },
        { provide: Sleutelbos, useValue: testSleutelbos() },
      ],
    }).compile();
    raadplegen = app.get(Raadplegen);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await d.sluit();
    await db.sluit();
  });

  async function persoon(naam: string, rol: Rol, gemeenten: string[], team?: string): Promise<Wie> {
    const id = await maakMedewerker(db.bron, { naam, rol, gemeenten, ...(team === undefined ? {} : { team }) });
    const scope = { rol, gemeenten, scholen: [], heleRegio: gemeenten.length === 0 };
    return { soort: 'medewerker', id, regioId: REGIO, naam, rollen: [scope] };
  }
  const eerste = (velden: Partial<PaginaVraag> = {}) => Object.assign(new PaginaVraag(), velden);

  it('shows the owner all of it', async () => {
    expect(await raadplegen.casus(eigenaar, casusId)).toEqual({
      id: casusId,
      nummer: '36-2026-00001',
      leerling: {
        id: leerlingId,
        naam: 'Milan Jansen',
        geboortedatum: '2010-03-01',
        school: '99AA00',
        schoolNaam: 'Demo College',
      },
      doelgroep: 'kwalificatieplicht',
      fase: 'nagaan',
      signalen: [{ soort: 'geenPlaatsing', schooljaar: '2025-2026', geopendOp: op.nu }],
      casusverantwoordelijke: { id: eigenaar.id, naam: 'Anna Oss' },
      volgendeTaak: { id: expect.any(String), soort: 'eersteContact', vervaltOp: '2026-09-03' },
      taken: [expect.objectContaining({ soort: 'eersteContact', eigenaar: { id: eigenaar.id, naam: 'Anna Oss' } })],
      geopendOp: op.nu,
      opgeschort: false,
      wet: {
        leerplichtigTot: '2026-08-01',
        kwalificatieplichtigTot: '2028-03-01',
        doorstroompuntTot: '2037-03-01',
      },
      voorstel: {
        gesproken: { soort: 'besluit', vervaltOp: '2026-09-08' },
        nietBereikt: { soort: 'opvolging', vervaltOp: '2026-09-03' },
        anders: { soort: 'opvolging', vervaltOp: '2026-09-03' },
      },
      versie: 1,
    });
  });

  it('tells a colleague of the team whom to ask, and an outsider, also of the woongemeente, nothing', async () => {
    await expect(raadplegen.casus(collega, casusId)).rejects.toMatchObject({
      soort: 'verboden',
      code: 'casusVanCollega',
    });
    for (const lees of [raadplegen.casus.bind(raadplegen), raadplegen.toewijzing.bind(raadplegen)]) {
      await expect(lees(vreemde, casusId)).rejects.toMatchObject({ soort: 'nietGevonden' });
      await expect(lees(vreemde, '999999')).rejects.toMatchObject({ soort: 'nietGevonden' });
    }
    const gemeente = await persoon('Gea Gemeente', 'leerplichtambtenaar', ['0828']);
    await expect(raadplegen.casus(gemeente, casusId)).rejects.toMatchObject({ soort: 'nietGevonden' });
    await expect(raadplegen.tijdlijnVanCasus(vreemde, casusId, eerste())).rejects.toMatchObject({
      soort: 'nietGevonden',
    });
    await expect(raadplegen.tijdlijnVanLeerling(vreemde, leerlingId, eerste())).rejects.toMatchObject({
      soort: 'nietGevonden',
    });
  });

  it('shows a regiocoördinator the casus without name, birth date and doelgroep, and no timeline', async () => {
    const casus = await raadplegen.casus(coordinator, casusId);
    expect(casus.leerling).toEqual({ id: leerlingId, school: '99AA00', schoolNaam: 'Demo College' });
    for (const veld of ['doelgroep', 'wet', 'voorstel']) expect(casus).not.toHaveProperty(veld);
    expect(casus.afgeschermd).toEqual(['T2', 'T3']);
    const toewijzing = await raadplegen.toewijzing(coordinator, casusId);
    expect(toewijzing).not.toHaveProperty('invoer');
    expect(toewijzing).not.toHaveProperty('uitleg');
    expect(toewijzing.regel).toEqual({ id: expect.any(String) });
    await expect(raadplegen.tijdlijnVanCasus(coordinator, casusId, eerste())).rejects.toMatchObject({
      soort: 'nietGevonden',
    });
    await expect(raadplegen.tijdlijnVanLeerling(coordinator, leerlingId, eerste())).rejects.toMatchObject({
      soort: 'nietGevonden',
    });
  });

  it('explains why it is this person', async () => {
    expect(await raadplegen.toewijzing(eigenaar, casusId)).toMatchObject({
      medewerker: { id: eigenaar.id, naam: 'Anna Oss' },
      regel: { omschrijving: 'regel 1' },
      invoer: { woongemeente: '0828', school: '99AA00', doelgroep: 'kwalificatieplicht', periode: 'naStart' },
      kandidaten: [
        { medewerker: { naam: 'Anna Oss' }, openCasussen: 0, capaciteit: 80, aanwezig: true, binnenBereik: true },
        { medewerker: { naam: 'Tess Team' }, binnenBereik: false },
      ],
      uitleg:
        'Milan woont in Oss en is 16. Leerplicht in Oss hoort bij team Oost. Alleen u had daar ruimte: 0 casussen. Klopt dit niet? Geef de casus terug.',
      door: 'systeem',
    });
  });

  it('keeps where someone with a secret address lives and learns for who holds the casus', async () => {
    const leider = await persoon('Lea Leider', 'teamleider', ['0828']);
    expect(await raadplegen.toewijzing(leider, casusId)).toHaveProperty('invoer.school');
    await db.bron.query(`update leerling set adres_geheim = true where id = $1`, [leerlingId]);
    const geheim = await raadplegen.toewijzing(leider, casusId);
    expect([geheim.invoer, geheim.uitleg, geheim.regel]).toEqual([undefined, undefined, { id: expect.any(String) }]);
    expect(await raadplegen.toewijzing(eigenaar, casusId)).toHaveProperty('invoer.school');
    await db.bron.query(`update leerling set adres_geheim = false where id = $1`, [leerlingId]);
  });

  it('pages the timeline, newest first, stable while lines are added', async () => {
    const een = await raadplegen.tijdlijnVanCasus(eigenaar, casusId, eerste({ aantal: 2 }));
    expect(een.resultaten.map((r) => r.soort)).toEqual(['taakGemaakt', 'toegewezen']);
    await db.transactie.voerUit({ wie: systeem(REGIO) }, (tx) =>
      d.tijdlijn.leg(
        tx,
        REGIO,
        [{ leerlingId, soort: 'later', tekst: 'Later.', bron: 'test', door: 'systeem' }],
        op.nu,
      ),
    );
    const na = new URL(een.volgende ?? '', 'http://x').searchParams.get('na') ?? '';
    const twee = await raadplegen.tijdlijnVanCasus(eigenaar, casusId, eerste({ aantal: 2, na }));
    expect(twee.resultaten.map((r) => r.soort)).toEqual(['casusGeopend']);
    expect(twee.volgende).toBeNull();
    const alles = await raadplegen.tijdlijnVanLeerling(eigenaar, leerlingId, eerste());
    expect(alles.resultaten.map((r) => r.soort)).toEqual(['later', 'taakGemaakt', 'toegewezen', 'casusGeopend']);
  });

  it('leaves a logboek row with the reason', async () => {
    await raadplegen.casus(eigenaar, casusId);
    const [rij] = await db.bron.query(
      `select wie, onderwerp, leerling_id, reden, route from logboek order by id desc limit 1`,
    );
    expect(rij).toEqual({
      wie: `medewerker:${eigenaar.id}`,
      onderwerp: 'casus',
      leerling_id: leerlingId,
      reden: 'casusverantwoordelijke',
      route: 'GET /api/v1/casussen/:id',
    });
  });
});
