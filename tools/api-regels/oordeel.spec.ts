import { telt } from './oordeel.js';

const https = (url: string) => ({
  code: 'nlgov:servers-use-https',
  message: `Server URL ${url} "${url}" must not match the pattern "^http://.*".`,
  path: ['servers', 0, 'url'],
});

describe('the API rules', () => {
  it('let a server without https be only on this machine', () => {
    expect(telt([https('http://127.0.0.1:3000/api/v1'), https('http://localhost/api/v1')])).toEqual([]);
    expect(telt([https('http://sluitend.example/api/v1'), https('http://127.0.0.1.example/api/v1')])).toHaveLength(2);
  });

  it('keep every other finding, warnings too', () => {
    const ander = { code: 'nlgov:schema-camel-case', message: 'x', path: [] };
    expect(telt([ander])).toEqual([ander]);
  });
});
