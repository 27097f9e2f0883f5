import { aanmelding, bsn, kandidaat, Proefregio } from '#leerlingen/test';

let regio: Proefregio;
beforeAll(async () => {
  regio = await Proefregio.maak();
});
afterEach(() => regio.leeg());
afterAll(() => regio.sluit());

const ANNA = { leerlingnummer: '1', pgn: bsn(1), roepnaam: 'Anna' };
const vo = (peildatum: string, ...rijen: Parameters<typeof kandidaat>[0][]) =>
  regio.lever({ school: '99AA00', peildatum, rijen: rijen.map(kandidaat) });
const pro = (peildatum: string, ...rijen: Parameters<typeof kandidaat>[0][]) =>
  regio.lever({
    school: '99BB00',
    peildatum,
    rijen: rijen.map((r) => kandidaat({ onderwijssoort: 'pro', leerweg: null, ...r })),
  });
const kandidaturen = () =>
  regio.vraag(
    'select schooljaar, uitslag, uitslag_peildatum, teruggetrokken_op, eerste_peildatum, laatste_peildatum from examenkandidatuur order by 1',
  );
const diplomas = () =>
  regio.vraag('select onderwijssoort, datum, datum_afgeleid, startkwalificatie from diploma order by 1');

describe('the season', () => {
  it.each([
    ['2025-09-30', []],
    ['2025-10-01', [2025]],
    ['2026-07-31', [2025]],
    ['2026-08-01', []],
  ])('J on %s makes a candidacy of %p', async (peildatum, jaren) => {
    await vo(peildatum, ANNA);
    expect(
      (await regio.vraag<{ schooljaar: number }>('select schooljaar from examenkandidatuur')).map((r) => r.schooljaar),
    ).toEqual(jaren);
  });

  it('makes it on 1 October of a row that is the same since August', async () => {
    await vo('2025-08-25', ANNA);
    expect(await vo('2025-10-01', ANNA)).toMatchObject({ ongewijzigd: 1, geraakt: 1 });
    expect(await kandidaturen()).toMatchObject([{ schooljaar: 2025, eerste_peildatum: '2025-10-01' }]);
    expect(await vo('2025-10-02', ANNA)).toMatchObject({ geraakt: 0 });
  });

  it('makes one a year', async () => {
    await vo('2026-03-01', ANNA);
    await vo('2026-09-15', ANNA);
    await vo('2026-10-01', ANNA);
    expect(await kandidaturen()).toMatchObject([{ schooljaar: 2025 }, { schooljaar: 2026 }]);
  });
});

describe('uitslag', () => {
  it('is never replaced by onbekend or nothing', async () => {
    await vo('2026-06-10', { ...ANNA, uitslag: 'herexamen' });
    await vo('2026-06-11', { ...ANNA, uitslag: 'onbekend' });
    await vo('2026-06-12', ANNA);
    expect(await kandidaturen()).toMatchObject([{ uitslag: 'herexamen', uitslag_peildatum: '2026-06-10' }]);
    await vo('2026-06-25', { ...ANNA, uitslag: 'geslaagd' });
    expect(await kandidaturen()).toMatchObject([{ uitslag: 'geslaagd', uitslag_peildatum: '2026-06-25' }]);
  });

  it.each([
    ['geslaagd', 'geslaagd'],
    ['afgewezen', 'afgewezen'],
    ['teruggetrokken', 'herexamen'],
    ['onbekend', 'herexamen'],
  ])('%s in August makes last year %s', async (uitslag, wordt) => {
    await vo('2026-06-10', { ...ANNA, uitslag: 'herexamen' });
    await vo('2026-08-24', { ...ANNA, uitslag });
    expect(await kandidaturen()).toMatchObject([{ schooljaar: 2025, uitslag: wordt }]);
  });

  it('also comes with a row that is J no longer', async () => {
    await vo('2026-03-01', ANNA);
    await vo('2026-07-10', { ...ANNA, examenkandidaat: false, uitslag: 'geslaagd' });
    expect(await kandidaturen()).toMatchObject([{ uitslag: 'geslaagd', teruggetrokken_op: null }]);
  });
});

describe('J becomes N', () => {
  it('counts as teruggetrokken while enrolled, and J again undoes it', async () => {
    await vo('2026-03-01', ANNA);
    await vo('2026-04-01', { ...ANNA, examenkandidaat: false });
    await vo('2026-04-02', { ...ANNA, examenkandidaat: false, mentor: 'x' });
    expect(await kandidaturen()).toMatchObject([{ teruggetrokken_op: '2026-04-01', uitslag: 'onbekend' }]);
    await vo('2026-04-10', ANNA);
    expect(await kandidaturen()).toMatchObject([
      { teruggetrokken_op: null, eerste_peildatum: '2026-03-01', laatste_peildatum: '2026-04-10' },
    ]);
  });

  it('also when the row key changes with it', async () => {
    await vo('2026-03-01', ANNA);
    await vo('2026-04-01', { ...ANNA, examenkandidaat: false, leerweg: 'gl' });
    expect(await kandidaturen()).toMatchObject([{ teruggetrokken_op: '2026-04-01' }]);
  });

  it.each([
    ['the row vanishes', '2026-04-01', null],
    ['the leerling left', '2026-04-01', { status: 'uitgeschreven' }],
    ['another row is still J', '2026-04-01', { aanmeldingId: 'x' }],
    ['it is August', '2026-08-20', {}],
    ['it is the row of next schooljaar', '2026-07-05', { onderwijssoort: 'havo', begindatum: '2026-08-01' }],
    ['the uitslag is there', '2026-07-02', {}],
  ])('says nothing when %s', async (geval, peildatum, anders) => {
    await vo('2026-03-01', ANNA);
    if (geval === 'the uitslag is there') await vo('2026-07-01', { ...ANNA, uitslag: 'afgewezen' });
    const erbij = geval === 'another row is still J' ? [ANNA] : [];
    await vo(peildatum, ...(anders === null ? [] : [{ ...ANNA, examenkandidaat: false, ...anders }]), ...erbij);
    expect(await kandidaturen()).toMatchObject([{ teruggetrokken_op: null }]);
  });
});

describe('diploma', () => {
  it.each([
    ['vmbo', { onderwijssoort: 'vmbo' }, false],
    ['havo', { onderwijssoort: 'havo', leerweg: null }, true],
    ['vavo tl', { onderwijssoort: 'vavo', leerweg: 'tl' }, false],
    ['vavo havo', { onderwijssoort: 'vavo', leerweg: 'havo' }, true],
    ['mbo 1', { onderwijssoort: 'mbo', leerweg: 'bol', niveau: 1 }, false],
    ['mbo 2', { onderwijssoort: 'mbo', leerweg: 'bol', niveau: 2 }, true],
  ])('%s gives startkwalificatie or not', async (_, soort, startkwalificatie) => {
    await vo('2026-03-01', ANNA);
    await vo('2026-07-01', ANNA, {
      ...ANNA,
      examenkandidaat: false,
      aanmeldingId: 'd',
      ...soort,
      diplomadatum: '2026-06-30',
    });
    expect(await diplomas()).toMatchObject([{ datum: '2026-06-30', datum_afgeleid: false, startkwalificatie }]);
  });

  it('takes the peildatum of geslaagd until a diplomadatum comes, and goes when geslaagd was a mistake', async () => {
    await vo('2026-06-20', { ...ANNA, uitslag: 'geslaagd' });
    await vo('2026-06-21', { ...ANNA, uitslag: 'geslaagd', mentor: 'x' });
    expect(await diplomas()).toMatchObject([{ datum: '2026-06-20', datum_afgeleid: true }]);
    await vo('2026-06-22', { ...ANNA, uitslag: 'herexamen' });
    expect(await diplomas()).toEqual([]);
    await vo('2026-07-01', { ...ANNA, uitslag: 'geslaagd', diplomadatum: '2026-06-29' });
    expect(await diplomas()).toMatchObject([{ datum: '2026-06-29', datum_afgeleid: false }]);
  });
});

describe('what the vo school knows of an application elsewhere', () => {
  const elders = () =>
    regio.vraag('select brin, schooljaar, status, status_datum, bron_school from elders_aangemeld order by 1');
  const met = (aanmeldstatus: string, aanmeldstatusDatum?: string, aanmeldingBrin = '88AA') => ({
    ...ANNA,
    ...{ aanmeldingBrin, aanmeldstatus, aanmeldstatusDatum },
  });

  it('is kept when the row is gone and replaced by the newest delivery of the school, whatever it dates', async () => {
    await vo('2026-03-01', met('aangemeld', '2026-02-20'));
    await vo('2026-03-02', met('afgewezen', '2026-02-10'));
    await vo('2026-03-03');
    expect(await elders()).toMatchObject([{ status: 'afgewezen', status_datum: '2026-02-10' }]);
    await vo('2026-03-04', met('ingeschreven'));
    expect(await elders()).toMatchObject([{ status: 'ingeschreven', status_datum: '2026-03-04' }]);
    await vo('2026-03-05', { ...met('ingeschreven'), mentor: 'x' });
    expect(await elders()).toMatchObject([{ status_datum: '2026-03-04' }]);
  });

  it('of two schools has the newer status', async () => {
    await vo('2026-03-01', met('intakeGepland', '2026-02-20'));
    await pro('2026-03-02', met('aangemeld', '2026-02-10'));
    expect(await elders()).toMatchObject([{ status: 'intakeGepland', bron_school: '99AA00' }]);
    await pro('2026-03-03', met('afgewezen', '2026-02-21'));
    expect(await elders()).toMatchObject([{ status: 'afgewezen', bron_school: '99BB00' }]);
  });

  it('counts for nothing at a school that delivers', async () => {
    await vo('2026-03-01', met('ingeschreven', '2026-02-20', '99ZZ'));
    expect(await elders()).toEqual([]);
  });

  it('belongs to last year while the leerling is no candidate this year', async () => {
    await vo('2026-03-01', ANNA);
    await vo('2026-08-25', { ...met('ingeschreven'), examenkandidaat: false });
    expect(await elders()).toMatchObject([{ schooljaar: 2025 }]);
  });
});

describe('what people have in common with files', () => {
  const STAND = `select l.achternaam, l.roepnaam, l.postcode, l.woongemeente, l.woongemeente_afgeleid, i.school, i.leerlingnummer, i.status,
      i.status_datum, e.schooljaar, e.uitslag, (select count(*)::int from leerling_pgn g where g.leerling_id = l.id) as pgn
    from leerling l join inschrijving i on i.leerling_id = l.id left join examenkandidatuur e on e.leerling_id = l.id and e.school = i.school
    order by l.roepnaam, i.school, i.leerlingnummer`;
  const bo = { leerlingnummer: 'b', roepnaam: 'Bo', achternaam: 'Jansen-de Vries' };
  const files = [
    () => vo('2026-03-01', ANNA, bo),
    () =>
      pro(
        '2026-03-01',
        { leerlingnummer: 'p', roepnaam: 'Cas', uitstroomprofiel: 'arbeid' },
        // Hit by address first, and of nobody until an mbo school taught Bo's PGN.
        { leerlingnummer: 'z', pgn: bsn(2), achternaam: 'Vries', roepnaam: 'Bonita', examenkandidaat: false },
      ),
    () =>
      regio.lever({
        ...{ school: '99ZZ00', peildatum: '2026-03-01' },
        rijen: [
          aanmelding({ leerlingnummer: 'm1', pgn: bsn(1), roepnaam: 'Anna', gemeentecode: '0828', postcode: '5341XX' }),
          aanmelding({ leerlingnummer: 'm2', pgn: bsn(2), roepnaam: 'Bo', achternaam: 'Vries' }),
        ],
      }),
    () =>
      regio.lever({
        ...{ school: '99YY00', peildatum: '2026-03-01' },
        rijen: [aanmelding({ leerlingnummer: 'y', pgn: bsn(2), achternaam: 'Vries', roepnaam: 'Bo', postcode: null })],
      }),
  ];
  const volgordes = (n: number): number[][] =>
    n === 1
      ? [[0]]
      : volgordes(n - 1).flatMap((rest) =>
          Array.from({ length: n }, (_, i) => [...rest.slice(0, i), n - 1, ...rest.slice(i)]),
        );

  it('is the same in whatever order the files of a night come', async () => {
    const uitkomsten = new Set<string>();
    // Every third of the 24: each file comes first, and last, at least once.
    for (const volgorde of volgordes(files.length).filter((_, i) => i % 3 === 0)) {
      for (const i of volgorde) await files[i]?.();
      uitkomsten.add(JSON.stringify(await regio.vraag(STAND)));
      await regio.leeg();
    }
    expect([...uitkomsten]).toHaveLength(1);
    expect(JSON.parse([...uitkomsten][0] ?? '')).toHaveLength(7);
  });

  it('is the same when three are processed at once', async () => {
    const uitkomsten = new Set<string>();
    for (let keer = 0; keer < 5; keer += 1) {
      await Promise.all(files.map((file) => file()));
      uitkomsten.add(JSON.stringify(await regio.vraag(STAND)));
      await regio.leeg();
    }
    expect([...uitkomsten]).toHaveLength(1);
  });
});
