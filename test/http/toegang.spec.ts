import { maakDataSource } from '#database';
import { Toegang } from '#kern';
import { legMensen } from '#toegang/test';
import { Controller, Get, Module } from '@nestjs/common';
import { startApi, type TestApi } from './api.js';

@Controller('vergeten')
class VergetenController {
  @Get('een')
  een(): string {
    return 'niemand zei wie dit mag';
  }

  @Get('twee')
  @Toegang({ rollen: 'openbaar', uitleg: 'Test.' })
  twee(): string {
    return '';
  }
}

@Module({ controllers: [VergetenController] })
class VergetenModule {}

interface Probleem {
  status: number;
  code: string;
  detail: string;
}

describe('a route without an access rule', () => {
  it('refuses the boot, by name', async () => {
    await expect(startApi({ erbij: [VergetenModule] })).rejects.toThrow('GET /vergeten/een (VergetenController.een)');
  });
});

describe('who is asking', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
    await legMensen(api.db.bron);
  });
  afterAll(() => api.sluit());

  const vraag = (als?: string, koppen: Record<string, string> = {}) =>
    api.vraag<Probleem>('GET', 'opdrachten', { ...(als !== undefined && { als }), koppen });

  it('is 401 without a token, with a wrong one, and for an account that we do not know', async () => {
    expect(await vraag()).toMatchObject({ status: 401, body: { status: 401, code: 'tokenOntbreekt' } });
    expect(await vraag(undefined, { authorization: 'Basic eDp5' })).toMatchObject({ body: { code: 'tokenOntbreekt' } });
    expect(await vraag(undefined, { authorization: 'Bearer a.b.c' })).toMatchObject({
      status: 401,
      body: { code: 'tokenOngeldig' },
    });
    const { status, koppen, body } = await vraag('niemand@regio.example');
    expect([status, body.code]).toEqual([401, 'accountOnbekend']);
    expect(koppen.get('www-authenticate')).toBe('Bearer realm="sluitend"');
  });

  it('is 401 for an employee or client that stopped', async () => {
    expect((await vraag('weg@regio.example')).body.code).toBe('accountOnbekend');
    expect((await vraag('school-weg')).body.code).toBe('accountOnbekend');
  });

  it('is 403 with another role, and 200 with the right one', async () => {
    expect(await vraag('coach@regio.example')).toMatchObject({ status: 403, body: { code: 'geenToegang' } });
    expect(await vraag('rolloos@regio.example')).toMatchObject({ status: 403 });
    expect(await vraag('beheer@regio.example')).toMatchObject({ status: 200 });
  });

  it('is read anew for each request', async () => {
    await api.db.bron.query(
      `insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio)
       select regio_id, id, 'beheerder', true from medewerker where email = 'auditor@regio.example'`,
    );
    expect((await vraag('auditor@regio.example')).status).toBe(200);
    await api.db.bron.query(`update medewerker set actief = false where email = 'auditor@regio.example'`);
    expect((await vraag('auditor@regio.example')).status).toBe(401);
  });

  it('leaves a row of each refusal in the logboek, with the code and without the query', async () => {
    await api.vraag('GET', 'opdrachten?soort=Jansen', { als: 'leerplicht@regio.example' });
    const rijen = await api.db.bron.query<{ wie: string; handeling: string; reden: string; route: string }[]>(
      `select l.wie, l.handeling, l.reden, l.route from logboek l
        join medewerker m on l.wie = 'medewerker:' || m.id where m.email = 'leerplicht@regio.example'`,
    );
    expect(rijen).toEqual([
      { wie: expect.any(String), handeling: 'weigeren', reden: 'geenToegang', route: 'GET /api/v1/opdrachten' },
    ]);
  });

  it('writes the template of the address: what somebody typed in a path may be a PGN', async () => {
    await api.vraag('GET', 'leerlingen/123456782', { als: 'coach@regio.example' });
    const rijen = await api.db.bron.query(
      `select route from logboek where handeling = 'weigeren' and reden = 'nietGevonden'`,
    );
    expect(rijen).toEqual([{ route: 'GET /api/v1/leerlingen/:id' }]);
  });

  it('leaves no row for who brings no token of ours: anyone could fill the logboek', async () => {
    await vraag();
    await api.vraag('GET', 'opdrachten', { koppen: { authorization: 'Bearer x.y.z' } });
    const [{ aantal } = { aantal: -1 }] = await api.db.bron.query<{ aantal: number }[]>(
      `select count(*)::int as aantal from logboek where reden in ('tokenOntbreekt', 'tokenOngeldig')`,
    );
    expect(aantal).toBe(0);
  });
});

describe('the logboek', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
    await legMensen(api.db.bron);
  });
  afterAll(() => api.sluit());

  it('cannot be changed or emptied, not even by the owner of the schema', async () => {
    await api.vraag('GET', 'opdrachten', { als: 'coach@regio.example' });
    await expect(api.db.bron.query(`update logboek set reden = 'x'`)).rejects.toThrow('alleen om aan toe te voegen');
    await expect(api.db.bron.query(`delete from logboek`)).rejects.toThrow('alleen om aan toe te voegen');
    const los = await maakDataSource({ url: api.db.url }).initialize();
    try {
      for (const rol of ['sluitend_api', 'sluitend_worker']) {
        await los.query(`set role ${rol}`);
        await expect(los.query('truncate logboek')).rejects.toThrow('permission denied');
        await los.query('reset role');
      }
    } finally {
      await los.destroy();
    }
  });
});
