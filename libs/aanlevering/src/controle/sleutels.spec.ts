import { Inname } from '../test/inname.js';
import { kandidaatrij } from '../test/rijen.js';

describe('one aanmeldingId under two leerlingnummers', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  beforeEach(() => inname.leeg());
  afterAll(() => inname.sluit());

  const anderen = Array.from({ length: 30 }, (_, n) => kandidaatrij(100 + n, { aanmeldingId: `goed${n}` }));

  it('keeps all of them out and says so on each, whatever else is wrong with one', async () => {
    const { status, tellingen, gevonden } = await inname.lever([
      kandidaatrij(1, { aanmeldingId: 'x' }),
      kandidaatrij(2, { aanmeldingId: 'x' }),
      kandidaatrij(3, { aanmeldingId: 'x', status: 'onzin' }),
      ...anderen,
    ]);
    expect(status).toBe('verwerkt');
    expect(tellingen).toMatchObject({ nieuw: 30, ongewijzigd: 0, quarantaine: 3 });
    const gedeeld = gevonden.filter((bevinding) => bevinding.code === 'aanmeldingGedeeld');
    expect(gedeeld).toMatchObject(
      [2, 3, 4].map((regel) => ({ regel, kolom: 'aanmeldingId', waarde: 'x', ernst: 'fout' })),
    );
  });

  it('counts for the gate', async () => {
    const rijen = anderen.map((rij, n) => (n < 4 ? { ...rij, aanmeldingId: 'x' } : rij));
    expect(await inname.lever(rijen)).toMatchObject({ status: 'wachtOpBevestiging', tellingen: { quarantaine: 4 } });
    expect(await inname.tel('leerling')).toBe(0);
  });

  it('is nothing special under one leerlingnummer: the best row counts', async () => {
    const dubbel = [kandidaatrij(1, { aanmeldingId: 'x' }), kandidaatrij(1, { aanmeldingId: 'x', groep: '4a' })];
    const { tellingen, gevonden } = await inname.lever([...dubbel, ...anderen]);
    expect(tellingen).toMatchObject({ nieuw: 31, quarantaine: 0 });
    expect(gevonden).toMatchObject([{ code: 'rijDubbel' }]);
  });
});

describe('a file without the column adresGeheim', () => {
  it('leaves a secret address secret', async () => {
    const inname = await Inname.start('2026-03-16');
    try {
      await inname.lever([kandidaatrij(1, { adresGeheim: 'J' })]);
      inname.klok.zet('2026-03-17');
      await inname.lever([kandidaatrij(1, { postcode: '5211AC' })]);
      expect(await inname.tel(`leerling where adres_geheim and postcode = '5211AC'`)).toBe(1);
      inname.klok.zet('2026-03-18');
      await inname.lever([kandidaatrij(1, { adresGeheim: 'N' })]);
      expect(await inname.tel('leerling where adres_geheim')).toBe(0);
    } finally {
      await inname.sluit();
    }
  });
});

describe('an application at a school of another BRIN', () => {
  it('is what the vo school says once that school is closed', async () => {
    const inname = await Inname.start('2026-03-16');
    try {
      const rij = kandidaatrij(1, { aanmeldingBrin: '99ZZ', aanmeldstatus: 'aangemeld' });
      expect((await inname.lever([rij])).gevonden).toMatchObject([{ code: 'schoolLevertZelf' }]);
      await inname.db.bron.query(`update school set geldig_tot = '2026-03-17' where code = '99ZZ00'`);
      inname.klok.zet('2026-03-17');
      expect((await inname.lever([{ ...rij, groep: '4b' }])).gevonden).toEqual([]);
      expect(await inname.tel(`elders_aangemeld where brin = '99ZZ'`)).toBe(1);
    } finally {
      await inname.sluit();
    }
  });
});
