import { ConfigModule } from '#config';
import { TestKlok, testConfig, testSleutelbos } from '#config/test';
import { DatabaseModule } from '#database';
import { testDatabase, type TestDatabase } from '#database/test';
import { DomeinFout } from '#kern';
import { Organisaties } from '#organisaties';
import { Test, type TestingModule } from '@nestjs/testing';
import { InrichtingModule } from './inrichting.module.js';
import { InrichtingService } from './inrichting.service.js';
import { testRegio } from './test.js';

describe('an e-mail address in two regions of a proef', () => {
  let db: TestDatabase;
  let module: TestingModule;

  beforeAll(async () => {
    db = await testDatabase();
    await db.bron.query(`insert into instantie (soort) values ('proef')`);
    module = await Test.createTestingModule({
      imports: [
        ConfigModule.met(testConfig(), testSleutelbos(), new TestKlok('2026-05-01')),
        DatabaseModule.met(db.bron, db.transactie),
        InrichtingModule,
      ],
    }).compile();
    await module.init();
    await richtIn(36);
  });
  afterAll(() => db.sluit());

  const richtIn = (nummer: number) => {
    const regio = testRegio();
    regio.regio.nummer = nummer;
    regio.clients = [];
    return module.get(InrichtingService).richtIn(JSON.stringify(regio));
  };
  const accounts = () => db.bron.query(`select regio_id, count(*)::int as aantal from account group by 1 order by 1`);

  it('is refused with its place in the file and the other region, and nothing changes', async () => {
    const fout: unknown = await richtIn(35).catch((reden: unknown) => reden);
    if (!(fout instanceof DomeinFout)) throw new Error('expected a refusal');
    expect(fout.code).toBe('regiobestandOngeldig');
    expect(fout.extra.fouten?.map(({ veld, code }) => [veld, code])).toEqual(
      [0, 1, 2].map((nr) => [`$.medewerkers[${nr}].email`, 'accountElders']),
    );
    expect(fout.extra.fouten?.[0]?.tekst).toContain('regio 36');
    expect(await db.bron.query(`select id from regio`)).toEqual([{ id: 36 }]);
    expect(await accounts()).toEqual([{ regio_id: 36, aantal: 3 }]);
  });

  it('is refused as well when the other region was there only a moment ago', async () => {
    const organisaties = module.get(Organisaties, { strict: false });
    const echt = Reflect.get(organisaties, 'vragen') as object;
    const leeg = { proefAccountsElders: () => Promise.resolve([]) };
    Reflect.set(module.get(InrichtingService), 'vragen', Object.assign(Object.create(echt), leeg));
    await expect(richtIn(35)).rejects.toMatchObject({ code: 'accountElders' });
    Reflect.set(module.get(InrichtingService), 'vragen', echt);
    expect(await accounts()).toEqual([{ regio_id: 36, aantal: 3 }]);
  });

  it('goes to the new region once who had it stopped in the other', async () => {
    await db.bron.query(`update medewerker set actief = false where regio_id = 36`);
    await richtIn(35);
    expect(await accounts()).toEqual([{ regio_id: 35, aantal: 3 }]);
  });
});
