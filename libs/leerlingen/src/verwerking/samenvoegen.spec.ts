import { aanmelding, bsn, kandidaat, Proefregio } from '#leerlingen/test';

let regio: Proefregio;
beforeAll(async () => {
  regio = await Proefregio.maak();
});
afterEach(() => regio.leeg());
afterAll(() => regio.sluit());

const VO = '99AA00';
const MBO = '99ZZ00';
const ANNA = { leerlingnummer: '1', pgn: bsn(1), roepnaam: 'Anna' };
const BO = { leerlingnummer: '2', pgn: bsn(2), roepnaam: 'Bo' };
const vo = (peildatum: string, ...rijen: Parameters<typeof kandidaat>[0][]) =>
  regio.lever({ school: VO, peildatum, rijen: rijen.map(kandidaat) });
const mbo = (peildatum: string, ...rijen: Parameters<typeof aanmelding>[0][]) =>
  regio.lever({ school: MBO, peildatum, rijen: rijen.map(aanmelding) });
const mboRij = async () => {
  const [rij] = await regio.vraag(
    `select status, status_datum, verdwenen_op, afgeleide_status, niet_bevestigd, gezien_op, versie from inschrijving_gezien where school = '99ZZ00'`,
  );
  return rij;
};

describe('the newest delivery of a school wins', () => {
  it('writes only real differences', async () => {
    await vo('2026-03-01', ANNA, BO);
    const weer = await vo('2026-03-02', ANNA, { ...BO, mentor: 'ab' });
    expect(weer).toMatchObject({ nieuw: 0, gewijzigd: 1, ongewijzigd: 1, verdwenen: 0 });
    expect(weer.geraakte).toHaveLength(1);
    expect(await regio.vraag('select mentor, versie from inschrijving order by leerlingnummer')).toEqual([
      { mentor: null, versie: 1 },
      { mentor: 'ab', versie: 2 },
    ]);
    expect(await regio.vraag('select distinct versie from leerling')).toEqual([{ versie: 1 }]);
  });

  it('writes nothing at all the second time', async () => {
    const file = [ANNA, { ...BO, uitslag: 'geslaagd', aanmeldingBrin: '88AA', aanmeldstatus: 'aangemeld' }];
    await vo('2026-03-01', ...file);
    const tabellen = [
      'leerling',
      'leerling_pgn',
      'schoolkoppeling',
      'inschrijving',
      'examenkandidatuur',
      'diploma',
      'elders_aangemeld',
    ];
    // Where a row stands and who wrote it: any update at all would show.
    const plaats = () =>
      regio.vraag(tabellen.map((t) => `select '${t}' as t, ctid::text, xmin::text from ${t}`).join(' union all '));
    const voor = await plaats();
    const weer = await vo('2026-03-02', ...file);
    expect(weer).toMatchObject({ nieuw: 0, gewijzigd: 0, ongewijzigd: 2, verdwenen: 0, geraakte: [] });
    expect(voor).toHaveLength(12);
    expect(await plaats()).toEqual(voor);
    expect(await regio.vraag(`select versie, gezien_op from inschrijving_gezien`)).toEqual([
      { versie: 1, gezien_op: '2026-03-02' },
      { versie: 1, gezien_op: '2026-03-02' },
    ]);
  });

  it('counts a row that says nothing new as unchanged, whatever it leaves out', async () => {
    await vo('2026-06-20', { ...ANNA, uitslag: 'geslaagd' });
    expect(await vo('2026-06-21', { ...ANNA, uitslag: 'onbekend' })).toMatchObject({
      gewijzigd: 0,
      ongewijzigd: 1,
      geraakte: [],
    });
  });

  it('gives every row exactly one place in the counts', async () => {
    await vo('2026-03-01', ANNA, BO);
    const { nieuw, gewijzigd, ongewijzigd, buitenCohort, quarantaine } = await vo(
      ...['2026-03-02' as const],
      { ...ANNA, mentor: 'x' },
      BO,
      { leerlingnummer: '3', roepnaam: 'Cas' },
      { leerlingnummer: '4', roepnaam: 'Dirk', examenkandidaat: false },
      { leerlingnummer: '5', roepnaam: 'Eef', achternaam: 'Bos', geboortedatum: '2008-01-01', pgn: bsn(1) },
    );
    expect({ nieuw, gewijzigd, ongewijzigd, buitenCohort, quarantaine }).toEqual({
      ...{ nieuw: 1, gewijzigd: 1, ongewijzigd: 1, buitenCohort: 1, quarantaine: 1 },
    });
  });
});

describe('statusDatum', () => {
  beforeEach(() => vo('2026-03-01', ANNA));
  const rij = { leerlingnummer: 'm1', pgn: bsn(1), roepnaam: 'Anna' };

  it('is what the school says, else the first peildatum of the unbroken run of this status', async () => {
    await mbo('2026-03-10', rij);
    expect(await mboRij()).toMatchObject({ status_datum: '2026-03-10' });
    await mbo('2026-03-20', { ...rij, mentor: 'x' });
    expect(await mboRij()).toMatchObject({ status_datum: '2026-03-10' });
    await mbo('2026-03-21', { ...rij, status: 'intakeGepland' });
    expect(await mboRij()).toMatchObject({ status_datum: '2026-03-21' });
    await mbo('2026-03-22', rij);
    expect(await mboRij()).toMatchObject({ status: 'aangemeld', status_datum: '2026-03-22' });
    await mbo('2026-03-23', { ...rij, statusDatum: '2026-02-02' });
    expect(await mboRij()).toMatchObject({ status_datum: '2026-02-02' });
    await mbo('2026-03-24', rij);
    expect(await mboRij()).toMatchObject({ status_datum: '2026-02-02' });
  });

  it('starts a new run after the row was gone', async () => {
    await mbo('2026-03-10', rij);
    await mbo('2026-03-11');
    await mbo('2026-03-12', rij);
    expect(await mboRij()).toMatchObject({ status_datum: '2026-03-12' });
  });
});

describe('rows that are not there', () => {
  const rij = { leerlingnummer: 'm1', pgn: bsn(1), roepnaam: 'Anna' };
  beforeEach(async () => {
    await vo('2026-03-01', ANNA);
    await mbo('2026-03-10', rij);
  });

  it('vanish from a full delivery on its peildatum, and clear when they are back', async () => {
    expect(await mbo('2026-03-12')).toMatchObject({ verdwenen: 1, geraakt: 1 });
    expect(await mboRij()).toMatchObject({ verdwenen_op: '2026-03-12', gezien_op: '2026-03-10', status: 'aangemeld' });
    expect(await mbo('2026-03-13')).toMatchObject({ verdwenen: 0, geraakt: 0 });
    expect(await mboRij()).toMatchObject({ verdwenen_op: '2026-03-12' });
    await regio.vraag(`update inschrijving set afgeleide_status = 'ingetrokken' where school = '99ZZ00'`);
    expect(await mbo('2026-03-14', rij)).toMatchObject({ gewijzigd: 1, nieuw: 0 });
    expect(await mboRij()).toMatchObject({ verdwenen_op: null, afgeleide_status: null, gezien_op: '2026-03-14' });
  });

  it('stay when only mutations are delivered', async () => {
    const { verdwenen } = await regio.lever({ school: MBO, peildatum: '2026-03-12', modus: 'mutaties', rijen: [] });
    expect(verdwenen).toBe(0);
    expect(await mboRij()).toMatchObject({ verdwenen_op: null, gezien_op: '2026-03-10' });
    await regio.lever({ school: MBO, peildatum: '2026-03-13', modus: 'mutaties', rijen: [aanmelding(rij)] });
    expect(await mboRij()).toMatchObject({ gezien_op: '2026-03-13', versie: 2 });
  });

  it('are not gone but not confirmed when the row was refused', async () => {
    expect(await mbo('2026-03-12', { ...rij, goed: false, mentor: 'x' })).toMatchObject({ verdwenen: 0, gewijzigd: 0 });
    expect(await mboRij()).toMatchObject({ verdwenen_op: null, niet_bevestigd: true, gezien_op: '2026-03-12' });
    expect(await mbo('2026-03-13', rij)).toMatchObject({ ongewijzigd: 1 });
    expect(await mboRij()).toMatchObject({ niet_bevestigd: false });
    await mbo('2026-03-14', { ...rij, goed: false });
    expect(await mbo('2026-03-15')).toMatchObject({ verdwenen: 1 });
    expect(await mboRij()).toMatchObject({ niet_bevestigd: false, verdwenen_op: '2026-03-15' });
  });

  it('are of that school only', async () => {
    await vo('2026-03-12', ANNA);
    expect(await mboRij()).toMatchObject({ verdwenen_op: null });
  });

  it('are counted beforehand for the gate, without changing anything', async () => {
    await vo(
      '2026-03-11',
      ANNA,
      BO,
      { leerlingnummer: '3', einddatum: '2026-03-01' },
      { leerlingnummer: '4', diplomadatum: '2026-02-02', roepnaam: 'D' },
    );
    const voor = await regio.vraag('select * from inschrijving order by id');
    const verlies = (peildatum: string, ...rijen: Parameters<typeof kandidaat>[0][]) =>
      regio.verdwijnend({ school: VO, peildatum, rijen: rijen.map(kandidaat) });
    expect(await verlies('2026-03-12', BO)).toEqual({ ingeschreven: 2, verdwijnt: 1 });
    expect(await verlies('2026-03-12', BO, { ...ANNA, goed: false })).toEqual({ ingeschreven: 2, verdwijnt: 0 });
    expect(await verlies('2026-08-20')).toEqual({ ingeschreven: 0, verdwijnt: 0 });
    expect(await regio.vraag('select * from inschrijving order by id')).toEqual(voor);
  });
});

describe('the loss that the gate asks about', () => {
  it('counts candidates as lost also when no full delivery came before', async () => {
    await regio.lever({ school: VO, peildatum: '2026-03-01', modus: 'mutaties', rijen: [kandidaat(ANNA)] });
    expect(await regio.verdwijnend({ school: VO, peildatum: '2026-03-02', rijen: [kandidaat(BO)] })).toEqual({
      ...{ ingeschreven: 1, verdwijnt: 1 },
    });
  });

  it.each([
    ['a new aanmeldingId', { aanmeldingId: 'x' }, 0],
    ['a corrected first day', { begindatum: '2024-08-01' }, 0],
    ['another onderwijssoort', { onderwijssoort: 'havo' }, 1],
    ['another leerlingnummer', { leerlingnummer: '9' }, 1],
    ['a new aanmeldingId on a refused row', { aanmeldingId: 'x', goed: false }, 0],
  ])('tells whoever is there under another row key from whoever is gone: %s', async (_, anders, verdwijnt) => {
    await vo('2026-03-01', ANNA);
    const rijen = [kandidaat({ ...ANNA, ...anders })];
    expect(await regio.verdwijnend({ school: VO, peildatum: '2026-03-02', rijen })).toMatchObject({ verdwijnt });
  });
});

describe('a secret address', () => {
  const stand = async () => {
    const [rij] = await regio.vraag('select adres_geheim, adres_geheim_bij from leerling');
    return rij;
  };

  it('stays when its column is left out, and goes when the same school says N', async () => {
    await vo('2026-03-01', { ...ANNA, adresGeheim: true });
    await vo('2026-03-02', { ...ANNA, postcode: '5211AC' });
    expect(await stand()).toEqual({ adres_geheim: true, adres_geheim_bij: [VO] });
    await vo('2026-03-03', { ...ANNA, adresGeheim: false });
    expect(await stand()).toEqual({ adres_geheim: false, adres_geheim_bij: [] });
  });

  it('is not lifted by another school, whichever comes first', async () => {
    await vo('2026-03-01', { ...ANNA, adresGeheim: true });
    await mbo('2026-03-02', { ...ANNA, adresGeheim: false });
    await mbo('2026-03-03', { ...ANNA, adresGeheim: false, postcode: '5211AC' });
    expect(await stand()).toEqual({ adres_geheim: true, adres_geheim_bij: [VO] });
    await mbo('2026-03-04', { ...ANNA, adresGeheim: true });
    await vo('2026-03-05', { ...ANNA, adresGeheim: false });
    expect(await stand()).toEqual({ adres_geheim: true, adres_geheim_bij: [MBO] });
  });

  it('counts also from a school that is not the newest source', async () => {
    await vo('2026-03-01', ANNA);
    await mbo('2026-03-03', { ...ANNA, postcode: '5211AC' });
    await vo('2026-03-02', { ...ANNA, adresGeheim: true });
    expect(await stand()).toEqual({ adres_geheim: true, adres_geheim_bij: [VO] });
  });
});
