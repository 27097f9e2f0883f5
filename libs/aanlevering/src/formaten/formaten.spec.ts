import { bsn } from '#leerlingen/test';
import { Inname, type Verslag } from '../test/inname.js';
import { aanmeldrij, kandidaatrij } from '../test/rijen.js';
import { maakZip } from '../test/zip.js';

const SOM = ['nieuw', 'gewijzigd', 'ongewijzigd', 'buitenCohort', 'quarantaine'] as const;
const LEEG = ';;;;;';

describe('formats that add to what a school delivered', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  afterAll(() => inname.sluit());

  /** Person 1 and 2 are candidates, and enrolled at the mbo school as well. */
  beforeEach(async () => {
    await inname.leeg();
    await inname.lever([kandidaatrij(1, { groep: '4B' }), kandidaatrij(2)], { peildatum: '2026-03-10' });
    const mbo = { status: 'ingeschreven', begindatum: '2026-02-01' };
    await inname.lever([aanmeldrij(1, mbo), aanmeldrij(2, mbo)], { school: '99ZZ00', peildatum: '2026-03-10' });
  });

  const stand = (school: string) =>
    inname.db.bron.query<Record<string, unknown>[]>(
      `select leerlingnummer as nr, status, status_datum as sinds, einddatum as tot, examenkandidaat as kandidaat, groep
         from inschrijving where school = $1 order by 1`,
      [school],
    );
  const perBegin = () =>
    inname.db.bron.query<{ tot: string | null }[]>(
      `select leerlingnummer as nr, begindatum as van, einddatum as tot from inschrijving where school = '99ZZ00' order by 1, 2`,
    );
  const lever = async (bestand: string | Buffer, school: string): Promise<Verslag> => {
    const verslag = await inname.lever(bestand, { school, modus: 'mutaties' });
    expect(SOM.reduce((som, naam) => som + verslag.tellingen[naam], 0)).toBe(verslag.regels);
    return verslag;
  };
  const codes = ({ gevonden }: Verslag) => gevonden.map((b) => [b.regel, b.code]);
  const geboren = (n: number, nl = false): string => {
    const datum = kandidaatrij(n)['geboortedatum'] ?? '';
    return nl ? datum.split('-').reverse().join('-') : datum;
  };

  const DUO = '#BRIN;BURGERSERVICENUMMER;ACHTERNAAM;GEBOORTEDATUM;CREBO;DATUM_UITSCHRIJVING;REDEN_UITSTROOM';
  const duo = (n: number, einde: string, crebo = '25180', datum = geboren(n, true)): string =>
    `99ZZ;${bsn(n)};${kandidaatrij(n)['achternaam']};${datum};${crebo};${einde};05`;

  it('takes from a report of DUO when somebody left, and nothing of who is not known so', async () => {
    const regels = [
      DUO,
      duo(1, '01-03-2026'),
      duo(2, ''),
      duo(3, '01-03-2026'),
      duo(2, '01-03-2026', '25999'),
      duo(2, '01-03-2026', '25180', '01-01-2001'),
      '99ZZ;123456789;Iemand;01-01-2009;25180;;',
    ];
    const verslag = await lever(regels.join('\r\n'), '99ZZ00');
    expect(verslag).toMatchObject({
      status: 'verwerkt',
      regels: 6,
      tellingen: { gewijzigd: 1, ongewijzigd: 1, buitenCohort: 4 },
    });
    expect(codes(verslag)).toEqual([
      [null, 'indelingZonder'],
      ...[4, 5, 6].map((regel) => [regel, 'inschrijvingOnbekend']),
      [7, 'inschrijvingOnbekend'],
      [7, 'pgnOngeldig'],
    ]);
    expect(verslag.gevonden[0]?.tekst).toContain('bevat geen leerlingnummer');
    expect(await stand('99ZZ00')).toEqual([
      expect.objectContaining({ nr: 'S1', status: 'uitgeschreven', sinds: '2026-03-01', tot: '2026-03-01' }),
      expect.objectContaining({ nr: 'S2', status: 'ingeschreven', tot: null }),
    ]);
    expect(await inname.tel('leerling')).toBe(2);
  });

  it('ends the enrolment that had begun by then, not a newer one', async () => {
    const mbo = { status: 'ingeschreven', aanmeldingId: 'a2' };
    await inname.lever([aanmeldrij(1, { ...mbo, begindatum: '2026-03-02' })], {
      ...{ school: '99ZZ00', modus: 'mutaties', peildatum: '2026-03-11' },
    });
    await lever([DUO, duo(1, '01-03-2026'), duo(2, '31-01-2026')].join('\n'), '99ZZ00');
    expect(await perBegin()).toEqual([
      { nr: 'S1', van: '2026-02-01', tot: '2026-03-01' },
      { nr: 'S1', van: '2026-03-02', tot: null },
      { nr: 'S2', van: '2026-02-01', tot: null },
    ]);
    await lever([DUO, duo(1, '02-03-2026')].join('\n'), '99ZZ00');
    expect((await perBegin()).map(({ tot }) => tot)).toEqual(['2026-03-01', '2026-03-02', null]);
  });

  it('leaves a row of DUO about another school alone', async () => {
    const elders = [duo(1, '01-03-2026').replace('99ZZ', '98ZZ'), duo(2, '').replace('99ZZ', '99zz01')];
    const verslag = await lever([DUO, ...elders].join('\n'), '99ZZ00');
    expect(codes(verslag)).toEqual([
      [null, 'indelingZonder'],
      [2, 'inschrijvingOnbekend'],
    ]);
    expect((await stand('99ZZ00'))[0]).toMatchObject({ tot: null });
  });

  it('does not take a day that has yet to come for a leaving', async () => {
    await lever([DUO, duo(1, '01-07-2026')].join('\n'), '99ZZ00');
    expect((await stand('99ZZ00'))[0]).toMatchObject({ status: 'ingeschreven', tot: '2026-07-01' });
  });

  /** Lines of ROD, as many fields in each. */
  const rod = (regels: readonly string[]): string => {
    const breed = Math.max(...regels.map((regel) => regel.split(';').length));
    return regels.map((regel) => regel + ';'.repeat(breed - regel.split(';').length)).join('\r\n');
  };
  const per = (nummer: number, n: number): string => `PER;${nummer};${bsn(n)};${geboren(n, true)};M${LEEG}`;
  const isg = (nummer: number, begin: string, einde: string): string =>
    `ISG;${nummer};;1;${begin};31-7-2028;${einde};7${LEEG}`;

  it('takes from ROD the end of an enrolment, with the course of its newest period', async () => {
    const bestand = [
      'SLR;1;1;1',
      `PER;1;${bsn(1)};${geboren(1, true).replace(/^0/, '')};M${LEEG}`,
      `ISG;1;;1;1-2-2026;31-7-2028;1-3-2026;7${LEEG}`,
      `ISP;1;;1;1-3-2026;25180;BOL${LEEG}`,
      `ISP;1;;1;1-2-2026;25999;BOL${LEEG}`,
      `PER;2;;${geboren(2, true)};V${LEEG}`,
      `ISG;2;;1;1-2-2026;31-7-2028;;${LEEG}`,
      'VLP;99ZZ;1-3-2026',
    ];
    const verslag = await lever(rod(bestand), '99ZZ00');
    expect(verslag).toMatchObject({ status: 'verwerkt', regels: 2, tellingen: { gewijzigd: 1, buitenCohort: 1 } });
    expect(codes(verslag)).toEqual([
      [null, 'indelingZonder'],
      [7, 'inschrijvingOnbekend'],
    ]);
    expect((await stand('99ZZ00'))[0]).toMatchObject({ status: 'uitgeschreven', tot: '2026-03-01' });
  });

  it('does not end with ROD an enrolment that began on another day', async () => {
    const verslag = await lever(
      rod(['SLR;1', per(1, 1), isg(1, '2-2-2026', '1-3-2026'), per(2, 2), isg(2, '1-2-2026', '1-2-2026')]),
      '99ZZ00',
    );
    expect(codes(verslag)).toEqual([
      [null, 'indelingZonder'],
      [3, 'inschrijvingOnbekend'],
    ]);
    expect((await stand('99ZZ00')).map(({ tot }) => tot)).toEqual([null, '2026-02-01']);
  });

  it('gives nobody the enrolments of a person whose line of ROD cannot be read', async () => {
    const verslag = await inname.lever(
      rod([
        ...['SLR;1', per(1, 1), isg(1, '1-2-2026', '')],
        ...[per(2, 2).replace('PER;2;', 'PER;2;"x"y'), isg(2, '1-2-2026', '1-3-2026'), `ISP;2;;1;1-2-2026;25180;BOL`],
        ...[per(3, 2), isg(3, '1-2-2026', ''), isg(4, '1-2-2026', '1-3-2026'), `ISP;5;;1;1-2-2026;25999;BOL`],
        ...[per(6, 5), isg(6, '1-2-2026', ''), per(7, 6), isg(7, '1-2-2026', '')],
      ]),
      { school: '99ZZ00', modus: 'mutaties' },
    );
    expect(codes(verslag).filter(([regel]) => regel !== null)).toEqual([
      [4, 'aanhalingstekens'],
      ...[5, 9, 10].map((regel) => [regel, 'persoonOntbreekt']),
      ...[12, 14].map((regel) => [regel, 'inschrijvingOnbekend']),
    ]);
    expect(verslag.tellingen.quarantaine).toBe(4);
  });

  it.each([
    ['rod', () => rod(['SLR;1', per(1, 1), isg(1, '1-2-2026', '1-3-2026'), 'VLP;98ZZ;1-3-2026'])],
    ['edexml', () => edexml(leerling(1, '')).replace('<EDEX>', '<EDEX><school><brincode>98ZZ</brincode></school>')],
  ])('refuses a file of another school: %s', async (_, bestand) => {
    const { status, gevonden } = await inname.lever(bestand(), { school: '99ZZ00', modus: 'mutaties' });
    expect([status, gevonden.map((b) => b.code)]).toEqual(['afgekeurd', ['schoolAnders']]);
  });

  const edexml = (leerlingen: string): string =>
    `<?xml version="1.0" encoding="utf-8"?>\n<EDEX>\n<groepen><groep key="g1"><naam>4C</naam></groep></groepen>\n<leerlingen>\n${leerlingen}\n</leerlingen></EDEX>`;
  const leerling = (n: number, meer: string, datum = geboren(n)): string =>
    `<leerling key="${1000 + n}"><achternaam>${kandidaatrij(n)['achternaam']}</achternaam><roepnaam>${kandidaatrij(n)['roepnaam']}</roepnaam><geboortedatum>${datum}</geboortedatum>${meer}</leerling>`;

  it('takes from EDEXML what it has, and lets a candidate stay one', async () => {
    const verslag = await lever(
      edexml(
        [
          leerling(1, '<groep key="g1"/>'),
          leerling(2, '<uitstroomdatum>2026-03-01</uitstroomdatum>'),
          leerling(5, ''),
        ].join('\n'),
      ),
      '99AA00',
    );
    expect(verslag).toMatchObject({ status: 'verwerkt', regels: 3, tellingen: { gewijzigd: 2, buitenCohort: 1 } });
    expect(codes(verslag)).toEqual([
      [null, 'indelingZonder'],
      [7, 'inschrijvingOnbekend'],
    ]);
    expect(await stand('99AA00')).toEqual([
      { nr: '1001', status: 'ingeschreven', sinds: expect.any(String), tot: null, kandidaat: true, groep: '4C' },
      { nr: '1002', status: 'uitgeschreven', sinds: '2026-03-01', tot: '2026-03-01', kandidaat: true, groep: null },
    ]);
  });

  it('gives every leerling a line of its own, also in a file of one line', async () => {
    const { regels, gevonden } = await lever(
      edexml(leerling(5, '') + leerling(6, '') + leerling(7, '')).replaceAll('\n', ''),
      '99AA00',
    );
    expect([regels, gevonden.map((b) => b.regel)]).toEqual([3, [null, 2, 3, 4]]);
  });

  it('takes from a OneRoster bundle what it has', async () => {
    const bundel = maakZip({
      'manifest.csv': 'propertyName,value\noneroster.version,1.1\n',
      'users.csv': `sourcedId,status,role,givenName,familyName,identifier,email,phone\nu1,active,student,${kandidaatrij(1)['roepnaam']},${kandidaatrij(1)['achternaam']},1001,een@proef.example,0612345678\nu2,,teacher,Docent,Proef,,,\nu3,,student,Vreemd,Proef,9,,\n`,
      'demographics.csv': `userSourcedId,birthdate,sex\nu1,${geboren(1)},male\n`,
      'classes.csv': 'sourcedId,title\nk1,"4,D"\n',
      'enrollments.csv': 'sourcedId,classSourcedId,userSourcedId\ne1,k1,u1\n',
    });
    const verslag = await lever(bundel, '99AA00');
    expect(verslag).toMatchObject({ status: 'verwerkt', regels: 2, tellingen: { gewijzigd: 1, buitenCohort: 1 } });
    expect(codes(verslag)).toEqual([
      [null, 'indelingZonder'],
      [4, 'inschrijvingOnbekend'],
    ]);
    expect((await stand('99AA00'))[0]).toMatchObject({ nr: '1001', groep: '4,D', kandidaat: true });
    expect(await inname.db.bron.query('select telefoon, email from contact')).toEqual([
      { telefoon: '+31612345678', email: 'een@proef.example' },
    ]);
  });

  it('is refused as a full file, which would take everybody else away', async () => {
    for (const bestand of [[DUO, duo(1, '')].join('\n'), edexml(leerling(1, ''))]) {
      const { status, gevonden } = await inname.lever(bestand, { modus: 'volledig' });
      expect([status, gevonden.map((b) => b.code)]).toEqual(['afgekeurd', ['alleenMutaties']]);
    }
  });

  it.each([
    ['edexml', '<html></html>', 'formaatOnbekend'],
    ['edexml', '<!DOCTYPE EDEX [<!ENTITY a "b">]><EDEX>&a;</EDEX>', 'xmlKapot'],
    ['edexml', '<EDEX><leerlingen>', 'xmlKapot'],
    ['csv', edexml(''), 'formaatAnders'],
    ['rod', DUO, 'formaatAnders'],
  ] as const)('rejects, named %s, %s', async (formaat, bestand, code) => {
    const { status, gevonden } = await inname.lever(bestand, { modus: 'mutaties', formaat });
    expect([status, gevonden.map((b) => b.code)]).toEqual(['afgekeurd', [code]]);
  });
});
