import { startApi, type TestApi } from './api.js';

describe('startApi', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.sluit());

  it('answers an unknown address with problem+json', async () => {
    const { status, koppen, body } = await api.vraag<unknown>('GET', 'bestaat-niet?naam=Jansen');
    expect(status).toBe(404);
    expect(koppen.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(koppen.get('api-version')).toBe('1.0.0');
    expect(body).toEqual({
      type: 'urn:sluitend:fout:adresOnbekend',
      title: 'Niet gevonden',
      status: 404,
      detail: expect.any(String),
      instance: '/api/v1/bestaat-niet',
      code: 'adresOnbekend',
    });
  });
});
