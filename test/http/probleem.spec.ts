import { DomeinFout, Toegang, type FoutSoort } from '#kern';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import { DataSource } from 'typeorm';
import { startApi, type TestApi } from './api.js';

class KindDto {
  @IsString()
  naam!: string;
}

class InvoerDto {
  @IsInt()
  @Min(1)
  @Max(9)
  getal!: number;

  @IsOptional()
  @IsIn(['een', 'twee'])
  keuze?: string;

  @IsOptional()
  @IsString({ message: 'Schrijf een zin.' })
  zin?: string;

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => KindDto)
  kinderen?: KindDto[];
}

const OPEN = { rollen: 'openbaar', uitleg: 'Test.' } as const;

@Controller('proef')
class ProefController {
  constructor(private readonly bron: DataSource) {}

  @Get('fout/:soort')
  @Toegang(OPEN)
  fout(@Param('soort') soort: FoutSoort): never {
    throw new DomeinFout(
      soort,
      'proefFout',
      'Zo gaat het goed.',
      soort === 'conflict' ? { huidig: { versie: 3 } } : {},
    );
  }

  @Get('stuk')
  @Toegang(OPEN)
  stuk(@Query('naam') naam: string): never {
    throw new TypeError(`Jansen ${naam} has no such property`);
  }

  @Get('waarde/:id')
  @Toegang(OPEN)
  async waarde(@Param('id') id: string): Promise<unknown> {
    return this.bron.query('select $1::bigint', [id]);
  }

  @Post('invoer')
  @Toegang(OPEN)
  invoer(@Body() invoer: InvoerDto): InvoerDto {
    return invoer;
  }
}

@Module({ controllers: [ProefController] })
class ProefModule {}

interface Probleem {
  status: number;
  code: string;
  detail: string;
  instance: string;
  title: string;
  type: string;
  fouten?: { veld: string; code: string; tekst: string }[];
  huidig?: unknown;
}

describe('an error answer', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi({ erbij: [ProefModule] });
  });
  afterAll(() => api.sluit());

  it.each<[FoutSoort, number]>([
    ['ongeldig', 400],
    ['nietAangemeld', 401],
    ['verboden', 403],
    ['nietGevonden', 404],
    ['conflict', 409],
    ['voorwaardeMislukt', 412],
    ['teGroot', 413],
    ['teVeel', 429],
    ['nietBeschikbaar', 503],
  ])('of soort %s is %i as problem+json', async (soort, status) => {
    const antwoord = await api.vraag<Probleem>('GET', `proef/fout/${soort}?naam=geheim`);
    expect(antwoord.status).toBe(status);
    expect(antwoord.koppen.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(antwoord.koppen.get('api-version')).toBe('1.0.0');
    expect(antwoord.koppen.get('cache-control')).toBe('no-store');
    expect(antwoord.body).toEqual({
      type: 'urn:sluitend:fout:proefFout',
      title: expect.any(String),
      status,
      detail: 'Zo gaat het goed.',
      instance: `/api/v1/proef/fout/${soort}`,
      code: 'proefFout',
      ...(soort === 'conflict' && { huidig: { versie: 3 } }),
    });
  });

  it('that we did not expect is 500 and tells nothing of the inside or of the request', async () => {
    const { status, body } = await api.vraag<Probleem>('GET', 'proef/stuk?naam=Piet');
    expect([status, body.code]).toEqual([500, 'onbekendeFout']);
    expect(JSON.stringify(body)).not.toMatch(/Jansen|Piet|TypeError|\.ts/);
  });

  it('for a value that PostgreSQL cannot read is 400, not 500', async () => {
    for (const id of ['x', '99999999999999999999', '%00']) {
      expect(await api.vraag('GET', `proef/waarde/${id}`)).toMatchObject({
        status: 400,
        body: { code: 'waardeOngeldig' },
      });
    }
  });

  it('names every wrong field in Dutch', async () => {
    const body = { getal: 12, keuze: 'drie', zin: 4, kinderen: [{ naam: 1 }], rol: 'beheerder' };
    const antwoord = await api.vraag<Probleem>('POST', 'proef/invoer', { body });
    expect(antwoord).toMatchObject({
      status: 400,
      body: { code: 'invoerOngeldig', detail: '5 velden kloppen niet; zie «fouten».' },
    });
    expect(antwoord.body.fouten).toEqual(
      expect.arrayContaining([
        { veld: 'rol', code: 'veldOnbekend', tekst: 'Dit veld bestaat hier niet. Laat het weg.' },
        { veld: 'getal', code: 'teHoog', tekst: 'Geef hoogstens 9.' },
        { veld: 'keuze', code: 'keuzeOngeldig', tekst: 'Kies uit: een, twee.' },
        { veld: 'zin', code: 'geenTekst', tekst: 'Schrijf een zin.' },
        { veld: 'kinderen[0].naam', code: 'geenTekst', tekst: 'Geef één tekst.' },
      ]),
    );
  });

  it.each<[string, string, string, Record<string, string>, string | undefined, number, string]>([
    ['an unknown address', 'GET', 'bestaat-niet', {}, undefined, 404, 'adresOnbekend'],
    ['a slash at the end', 'POST', 'proef/invoer/', {}, undefined, 404, 'adresOnbekend'],
    ['another method', 'PUT', 'proef/invoer', {}, undefined, 405, 'methodeNietToegestaan'],
    [
      'broken JSON',
      'POST',
      'proef/invoer',
      { 'content-type': 'application/json' },
      '{"getal":',
      400,
      'verzoekOngeldig',
    ],
    [
      'JSON that poisons prototypes',
      'POST',
      'proef/invoer',
      { 'content-type': 'application/json' },
      '{"__proto__":{}}',
      400,
      'verzoekOngeldig',
    ],
    ['no object', 'POST', 'proef/invoer', { 'content-type': 'application/json' }, '[1]', 400, 'invoerOngeldig'],
    [
      'another media type',
      'POST',
      'proef/invoer',
      { 'content-type': 'application/xml' },
      '<a/>',
      415,
      'soortNietOndersteund',
    ],
    [
      'a file where none is taken',
      'POST',
      'proef/invoer',
      { 'content-type': 'text/csv' },
      'a;b',
      415,
      'soortNietOndersteund',
    ],
    [
      'a body of 2 MB',
      'POST',
      'proef/invoer',
      { 'content-type': 'application/json' },
      `"${'a'.repeat(2 ** 21)}"`,
      413,
      'teGroot',
    ],
  ])('answers %s', async (_wat, methode, pad, koppen, body, status, code) => {
    const antwoord = await api.vraag<Probleem>(methode, pad, { koppen, ...(body !== undefined && { body }) });
    expect([antwoord.status, antwoord.body.code]).toEqual([status, code]);
    expect(antwoord.koppen.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(antwoord.koppen.get('x-content-type-options')).toBe('nosniff');
    if (status === 405) expect(antwoord.koppen.get('allow')).toBe('POST');
  });

  it('is problem+json with our headers for an address that cannot be decoded', async () => {
    const antwoord = await fetch(`${api.adres}/api/v1/%E0%A4%A`);
    expect(antwoord.status).toBe(400);
    expect(antwoord.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(antwoord.headers.get('api-version')).toBe('1.0.0');
  });
});

describe('the public pages', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.sluit());

  it('serve the description to every site, and nothing else', async () => {
    const { koppen, body } = await api.vraag<{ openapi: string; paths: object }>('GET', 'openapi.json');
    expect(koppen.get('access-control-allow-origin')).toBe('*');
    expect(body.openapi).toBe('3.0.3');
    expect((await api.vraag('GET', 'docs')).koppen.get('access-control-allow-origin')).toBeNull();
  });

  it('load nothing from elsewhere', async () => {
    for (const pad of ['/', '/api/v1/docs']) {
      const { status, body, koppen } = await api.vraag<string>('GET', pad);
      expect(status).toBe(200);
      expect(koppen.get('content-security-policy')).toContain("default-src 'none'");
      expect(body).toMatch(/<html lang="nl">/);
      expect(body).not.toMatch(/<script|src=|https?:\/\/(?!localhost)/);
      expect(body).toContain('Dit is een proef.');
    }
  });
});
