import { Inname } from './test/inname.js';
import { aanmeldrij, kandidaatrij, type Exportrij } from './test/rijen.js';
import { maakZip } from './test/zip.js';

const OUDER = { ouder1Naam: 'Proefouder', ouder1Telefoon: '+32 470 12 34 56', ouder1Gezag: 'J' };

describe('contact in a delivery', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  afterAll(() => inname.sluit());
  beforeEach(() => inname.leeg());

  const contact = () =>
    inname.db.bron.query<unknown[]>(
      `select i.leerlingnummer as nummer, c.soort, c.naam, c.telefoon, c.email, c.gezag, c.bron_op::text as op
         from contact c join inschrijving i on i.leerling_id = c.leerling_id and i.school = c.bron_school order by 1, 2`,
    );
  const niets = { naam: null, telefoon: null, email: null, gezag: null };
  const dag = (peildatum: string) => ({ peildatum, modus: 'mutaties' as const });

  it('is kept of candidates and their parents, normalised, and of nobody else', async () => {
    const { gevonden } = await inname.lever(
      [
        kandidaatrij(1, { telefoon: '06 - 12 34 56 78', email: 'roep@proef.example', ...OUDER }),
        kandidaatrij(2, { telefoon: '', ouder2Email: 'ouder@proef.example', ouder2Gezag: 'onbekend' }),
        kandidaatrij(3, { examenkandidaat: 'N', telefoon: '0612345678', email: 'geen adres' }),
      ],
      dag('2026-03-10'),
    );
    expect(gevonden).toEqual([]);
    expect(await contact()).toEqual([
      {
        ...niets,
        nummer: '1001',
        soort: 'leerling',
        telefoon: '+31612345678',
        email: 'roep@proef.example',
        op: '2026-03-10',
      },
      {
        ...niets,
        nummer: '1001',
        soort: 'ouder1',
        naam: 'Proefouder',
        telefoon: '+32470123456',
        gezag: 'ja',
        op: '2026-03-10',
      },
      { ...niets, nummer: '1002', soort: 'ouder2', email: 'ouder@proef.example', gezag: 'onbekend', op: '2026-03-10' },
    ]);
  });

  it.each([
    ['0612345678', '+31612345678'],
    ['+31 (0)6 12345678', '+31612345678'],
    ['0031-612345678', '+31612345678'],
    ['31612345678', '+31612345678'],
    ['612345678.0', '+31612345678'],
    ['(073) 615.51.55', '+31736155155'],
    ['+4915112345678', '+4915112345678'],
  ])('reads phone number %s', async (telefoon, goed) => {
    await inname.lever([kandidaatrij(1, { telefoon })], dag('2026-03-10'));
    expect(await contact()).toEqual([expect.objectContaining({ telefoon: goed })]);
  });

  it.each<[string, Exportrij]>([
    ['telefoon', { telefoon: '06-1234567' }],
    ['telefoon', { telefoon: '06123456789' }],
    ['telefoon', { telefoon: '+31 0612345678' }],
    ['telefoon', { telefoon: '0612345678 (moeder)' }],
    ['ouder2Telefoon', { ouder2Telefoon: 'geheim' }],
    ['email', { email: 'roep@proef' }],
    ['email', { email: 'roep proef@proef.example' }],
    ['ouder1Email', { ouder1Email: '@proef.example' }],
    ['ouder1Gezag', { ouder1Gezag: 'beide' }],
  ])('warns about a %s that is none, without showing it, and does not use it', async (kolom, anders) => {
    const { gevonden, tellingen } = await inname.lever([kandidaatrij(1, anders)], dag('2026-03-10'));
    expect(gevonden).toEqual([
      {
        ...{ regel: 2, kolom, waarde: null, code: 'waardeOngeldig', ernst: 'waarschuwing' },
        tekst: expect.any(String),
      },
    ]);
    expect(tellingen).toMatchObject({ nieuw: 1, quarantaine: 0 });
    expect(await contact()).toEqual([]);
  });

  it('writes real differences only: same again, changed, emptied, and columns that are not there', async () => {
    const eerst = kandidaatrij(1, { telefoon: '0612345678', email: 'een@proef.example', ...OUDER });
    await inname.lever([eerst], dag('2026-03-10'));
    const stand = (): Promise<unknown> => inname.db.bron.query('select soort, xmin::text from contact order by 1');
    const voor = await stand();
    expect((await inname.lever([eerst, kandidaatrij(2)], dag('2026-03-11'))).tellingen).toMatchObject({
      ongewijzigd: 1,
    });
    // no contact columns at all, in a row that changed
    await inname.lever([kandidaatrij(1, { groep: '4B' })], dag('2026-03-12'));
    expect(await stand()).toEqual(voor);
    const nu = kandidaatrij(1, { telefoon: '0687654321', ouder1Naam: '', ouder1Telefoon: '', ouder1Gezag: '' });
    expect((await inname.lever([nu], dag('2026-03-13'))).tellingen).toMatchObject({ gewijzigd: 1 });
    expect(await contact()).toEqual([
      {
        ...niets,
        nummer: '1001',
        soort: 'leerling',
        telefoon: '+31687654321',
        email: 'een@proef.example',
        op: '2026-03-13',
      },
    ]);
  });

  it('is not taken away by a file that only adds', async () => {
    const was = { telefoon: '+31612345678', email: 'een@proef.example' };
    const eerst = kandidaatrij(1, was);
    await inname.lever([eerst], dag('2026-03-10'));
    const bundel = (telefoon: string): Buffer =>
      maakZip({
        'manifest.csv': 'propertyName,value\n',
        'users.csv': `sourcedId,role,givenName,familyName,identifier,email,phone\nu1,student,${eerst['roepnaam']},${eerst['achternaam']},1001,,${telefoon}\n`,
        'demographics.csv': `sourcedId,birthdate\nu1,${eerst['geboortedatum']}\n`,
      });
    await inname.lever(bundel(''), dag('2026-03-11'));
    expect(await contact()).toEqual([expect.objectContaining({ ...was, op: '2026-03-10' })]);
    await inname.lever(bundel('0687654321'), dag('2026-03-12'));
    expect(await contact()).toEqual([expect.objectContaining({ ...was, telefoon: '+31687654321', op: '2026-03-12' })]);
  });

  it('is not taken away by another school, nor brought by a follow-on row', async () => {
    await inname.lever([kandidaatrij(1, { telefoon: '0612345678' })], dag('2026-03-10'));
    await inname.lever([kandidaatrij(1, { telefoon: '', groep: 'x' })], { ...dag('2026-03-11'), school: '99BB00' });
    await inname.lever([aanmeldrij(1, { telefoon: '0687654321' })], { ...dag('2026-03-11'), school: '99ZZ00' });
    expect(await contact()).toEqual([expect.objectContaining({ telefoon: '+31612345678', op: '2026-03-10' })]);
  });

  it('refuses by itself, and goes with its leerling', async () => {
    await inname.lever([kandidaatrij(1, { telefoon: '0612345678' })], dag('2026-03-10'));
    const { bron } = inname.db;
    await expect(bron.query(`update contact set telefoon = '0612345678'`)).rejects.toThrow('contact_telefoon_check');
    await expect(bron.query(`update contact set telefoon = null`)).rejects.toThrow('contact_check');
    await expect(bron.query(`update contact set leerling_id = 99999`)).rejects.toThrow(
      'contact_regio_id_leerling_id_fkey',
    );
    await inname.leeg();
    expect(await inname.tel('contact')).toBe(0);
  });
});
