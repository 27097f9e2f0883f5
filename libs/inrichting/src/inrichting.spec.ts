import { DomeinFout, type VeldFout } from '#kern';
import { ConfigModule } from '#config';
import { TestKlok, testConfig, testSleutelbos } from '#config/test';
import { DatabaseModule } from '#database';
import { testDatabase, type TestDatabase } from '#database/test';
import { BijDeactiveren, type MedewerkerGestopt } from '#organisaties';
import { Test } from '@nestjs/testing';
import type { RegiobestandDto } from './regiobestand.dto.js';
import { InrichtingModule } from './inrichting.module.js';
import { InrichtingService } from './inrichting.service.js';
import { testRegio } from './test.js';

describe('inrichten', () => {
  let db: TestDatabase;
  let inrichting: InrichtingService;
  const klok = new TestKlok('2026-05-01');
  const gestopt: MedewerkerGestopt[] = [];

  beforeAll(async () => {
    db = await testDatabase();
    await db.bron.query(`insert into instantie (soort) values ('proef')`);
    const module = await Test.createTestingModule({
      imports: [
        ConfigModule.met(testConfig(), testSleutelbos(), klok),
        DatabaseModule.met(db.bron, db.transactie),
        InrichtingModule,
      ],
    }).compile();
    await module.init();
    const haak = module.get(BijDeactiveren, { strict: false }).inhoud;
    const herverdeel = haak.medewerkerGestopt.bind(haak);
    haak.medewerkerGestopt = (tx, wie) => {
      gestopt.push(wie);
      return herverdeel(tx, wie);
    };
    inrichting = module.get(InrichtingService);
  });
  afterAll(() => db.sluit());

  const pas = (wijzig: (regio: RegiobestandDto) => void = () => undefined) => {
    const regio = testRegio();
    wijzig(regio);
    return inrichting.richtIn(JSON.stringify(regio));
  };
  const fouten = async (tekst: string): Promise<VeldFout[]> => {
    const fout = await inrichting.richtIn(tekst).then(
      () => null,
      (reden: unknown) => reden,
    );
    if (!(fout instanceof DomeinFout)) throw new Error('expected a refusal');
    return fout.extra.fouten ?? [{ veld: '$', code: fout.code, tekst: fout.message }];
  };
  const afdruk = () =>
    db.bron.query<unknown[]>(
      `select tabel, rij from (
         select 'school' as tabel, (s.*)::text as rij from school s union all select 'gemeente', (g.*)::text from gemeente g
         union all select 'medewerker', (m.*)::text from medewerker m union all select 'rol', (r.*)::text from medewerker_rol r
         union all select 'afwezigheid', (a.*)::text from afwezigheid a union all select 'team', (t.*)::text from team t
         union all select 'lid', (l.*)::text from teamlid l union all select 'regel', (q.*)::text from routeringsregel q
         union all select 'client', (c.*)::text from client c union all select 'dag', (e.*)::text from eerste_lesdag e
         union all select 'account', (a.*)::text from account a union all select 'regio', (r.*)::text from regio r) alles
       order by 1, 2`,
    );

  it('applies a region, binds its people to the built-in provider, and changes nothing the second time', async () => {
    await expect(pas()).resolves.toMatchObject({
      regio: 36,
      aantallen: { scholen: 2, medewerkers: 3, teams: 1, routeringsregels: 2, clients: 1 },
    });
    const eerst = await afdruk();
    expect(await db.bron.query(`select count(*)::int as n from account where issuer = 'proef'`)).toEqual([{ n: 3 }]);
    await pas();
    expect(await afdruk()).toEqual(eerst);
  });

  it('shows the set-up in the form of the file, and that file gives the same set-up again', async () => {
    await pas();
    const eerst = await afdruk();
    const getoond = await inrichting.toon();
    expect(getoond.scholen?.[0]).toEqual(testRegio().scholen?.[0]);
    expect(getoond.medewerkers?.[1]).toEqual(testRegio().medewerkers?.[1]);
    await inrichting.richtIn(JSON.stringify(getoond));
    expect(await afdruk()).toEqual(eerst);
    await expect(inrichting.toon(7)).rejects.toMatchObject({ code: 'regioOnbekend' });
  });

  it('lists every mistake with its JSON path and applies nothing', async () => {
    await pas();
    const eerst = await afdruk();
    const regio = testRegio();
    const gevonden = await fouten(
      JSON.stringify({
        ...regio,
        onbekend: 1,
        regio: { ...regio.regio, nummer: 41 },
        scholen: [
          { ...regio.scholen?.[0], brin: '9AAA', gemeente: '796', eersteLesdag: { '2026-2027': '2026-02-30' } },
        ],
      }),
    );
    expect(gevonden.map((f) => f.veld).toSorted()).toEqual([
      '$.onbekend',
      '$.regio.nummer',
      '$.scholen[0].brin',
      '$.scholen[0].eersteLesdag',
      '$.scholen[0].gemeente',
    ]);
    expect(await afdruk()).toEqual(eerst);
  });

  it.each<[string, string, (r: RegiobestandDto) => void]>([
    ['$.regio.procesbewaker', 'onbekend', (r) => (r.regio.procesbewaker = 'niemand@regio.example')],
    ['$.regio.procesbewaker', 'rolOntbreekt', (r) => (r.regio.procesbewaker = 'coach@regio.example')],
    ['$.regio.procesbewaker', 'bereikOntbreekt', (r) => (r.medewerkers![0]!.rollen[0]!.gemeenten = ['0796'])],
    ['$.scholen[1]', 'dubbel', (r) => (r.scholen![1]!.brin = '99AA')],
    ['$.scholen[0].gevolgd', 'nietOpSchool', (r) => (r.scholen![0]!.gevolgd = ['pro'])],
    [
      "$.scholen[0].eersteLesdag['2026-2027']",
      'buitenSchooljaar',
      (r) => (r.scholen![0]!.eersteLesdag = { '2026-2027': '2027-08-24' }),
    ],
    ['$.medewerkers[1].rollen[0]', 'bereikOntbreekt', (r) => delete r.medewerkers![1]!.rollen[0]!.gemeenten],
    ['$.medewerkers[2].rollen[0].scholen', 'bereikOntbreekt', (r) => delete r.medewerkers![2]!.rollen[0]!.scholen],
    ['$.medewerkers[2].rollen[0].scholen', 'onbekend', (r) => (r.medewerkers![2]!.rollen[0]!.scholen = ['99QQ00'])],
    ['$.medewerkers[1].afwezig[0].tot', 'volgorde', (r) => (r.medewerkers![1]!.afwezig![0]!.tot = '2026-08-03')],
    ['$.teams[0].leden', 'onbekend', (r) => (r.teams![0]!.leden = ['weg@regio.example'])],
    ['$.routeringsregels[0].team', 'onbekend', (r) => (r.routeringsregels![0]!.team = 'leerplicht')],
    ['$.clients[0].scholen', 'onbekend', (r) => (r.clients![0]!.scholen = ['99QQ00'])],
    ['$.signaleringskalender[0]', 'momentOntbreekt', (r) => delete r.signaleringskalender![0]!.maandDag],
  ])('refuses what does not hold together: %s (%s)', async (veld, code, wijzig) => {
    const regio = testRegio();
    wijzig(regio);
    expect(await fouten(JSON.stringify(regio))).toEqual(
      expect.arrayContaining([expect.objectContaining({ veld, code })]),
    );
  });

  it.each([
    ['{"regio": {', 'regiobestandOnleesbaar'],
    ['[]', 'regiobestandOnleesbaar'],
  ])('refuses what is no region file: %s', async (tekst, code) => {
    expect(await fouten(tekst)).toEqual([expect.objectContaining({ code })]);
  });

  it('ends what is no longer named, keeps it, and hands over the work of who stops', async () => {
    await pas();
    gestopt.length = 0;
    await pas((r) => {
      r.scholen = r.scholen!.slice(0, 1);
      r.medewerkers = r.medewerkers!.slice(0, 2);
      r.routeringsregels = r.routeringsregels!.slice(1);
      r.clients = [];
    });
    expect(await db.bron.query(`select code, geldig_tot from school order by code`)).toEqual([
      { code: '99AA00', geldig_tot: null },
      { code: '99ZZ00', geldig_tot: '2026-05-01' },
    ]);
    expect(await db.bron.query(`select email from medewerker where not actief`)).toEqual([
      { email: 'zorg@school.example' },
    ]);
    expect(gestopt).toEqual([expect.objectContaining({ regioId: 36, vandaag: '2026-05-01' })]);
    expect(await db.bron.query(`select volgorde, geldig_tot from routeringsregel order by volgorde`)).toEqual([
      { volgorde: 10, geldig_tot: '2026-05-01' },
      { volgorde: 90, geldig_tot: null },
    ]);
    expect(await db.bron.query(`select actief from client`)).toEqual([{ actief: false }]);
    await pas();
    expect(await db.bron.query(`select count(*)::int as n from medewerker where actief`)).toEqual([{ n: 3 }]);
    expect(await db.bron.query(`select count(*)::int as n from school where geldig_tot is null`)).toEqual([{ n: 2 }]);
  });

  it('hands over the work of who stays without a role that follows a casus, once', async () => {
    await pas();
    gestopt.length = 0;
    const naarSchool = () =>
      pas((r) => (r.medewerkers![1]!.rollen = [{ rol: 'zorgcoordinator', scholen: ['99AA00'] }]));
    await naarSchool();
    await naarSchool();
    const coach = await db.bron.query<{ id: string }[]>(
      `select id from medewerker where email = 'coach@regio.example' and actief`,
    );
    expect(gestopt.map((g) => ({ id: g.medewerkerId }))).toEqual(coach);
    await pas();
  });

  it('leaves alone the parts that the file does not name', async () => {
    await pas();
    const eerst = await afdruk();
    await inrichting.richtIn(JSON.stringify({ regio: testRegio().regio }));
    expect(await afdruk()).toEqual(eerst);
  });

  it('refuses to end a team that a rule which stays still sends cases to', async () => {
    await pas();
    const fout = await fouten(JSON.stringify({ regio: testRegio().regio, teams: [] }));
    expect(fout).toEqual(expect.arrayContaining([expect.objectContaining({ veld: '$.teams', code: 'nogInGebruik' })]));
  });
});
