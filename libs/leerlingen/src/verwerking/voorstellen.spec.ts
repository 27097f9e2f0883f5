import { aanmelding, bsn, kandidaat, Proefregio } from '#leerlingen/test';

let regio: Proefregio;
beforeAll(async () => {
  regio = await Proefregio.maak();
});
afterEach(() => regio.leeg());
afterAll(() => regio.sluit());

const kandidaten = (...rijen: Parameters<typeof kandidaat>[0][]) =>
  regio.lever({ school: '99AA00', peildatum: '2026-03-01', rijen: rijen.map(kandidaat) });
const andereSchool = (...rijen: Parameters<typeof kandidaat>[0][]) =>
  regio.lever({ school: '99BB00', peildatum: '2026-03-01', rijen: rijen.map(kandidaat) });
const aanmeldingen = (...rijen: Parameters<typeof aanmelding>[0][]) =>
  regio.lever({ school: '99ZZ00', peildatum: '2026-03-01', rijen: rijen.map(aanmelding) });
const voorstellen = () =>
  regio.vraag<Record<string, unknown>>(
    `select v.roepnaam as van, k.roepnaam as naar, p.score, p.aanleiding, p.status, p.school
       from koppelvoorstel p join leerling v on v.id = p.leerling_id join leerling k on k.id = p.kandidaat_id order by p.id`,
  );
const rijen = () =>
  regio.vraag<{ leerlingnummer: string; id: string; voorlopig: boolean }>(
    `select i.leerlingnummer, l.id, l.voorlopig from inschrijving i join leerling l on l.id = i.leerling_id order by 1`,
  );
const beslis = async (status: 'zelfde' | 'verschillend'): Promise<void> => {
  const besluit = `update koppelvoorstel set status = '${status}', besloten_op = now() where status = 'open'`;
  // What merging does with a leerling that waits: number and rows go along.
  if (status === 'zelfde') {
    await regio.vraag(
      `${besluit};
       update leerling l set samengevoegd_in = p.kandidaat_id from koppelvoorstel p where p.leerling_id = l.id and p.status = 'zelfde';
       update schoolkoppeling s set leerling_id = p.kandidaat_id from koppelvoorstel p where p.leerling_id = s.leerling_id;
       update inschrijving s set leerling_id = p.kandidaat_id from koppelvoorstel p where p.leerling_id = s.leerling_id;
       update leerling_pgn s set leerling_id = p.kandidaat_id, huidig = false from koppelvoorstel p where p.leerling_id = s.leerling_id`,
    );
  } else await regio.vraag(`${besluit}; update leerling set voorlopig = false`);
};

describe('rung 4: who may be whom', () => {
  const aisha = { roepnaam: 'Aïsha', achternaam: 'El Amrani', geboortedatum: '2008-06-14', geslacht: 'V' };

  it('asks with the evidence per field, and no value of a person', async () => {
    await kandidaten({ leerlingnummer: '1', ...aisha });
    await aanmeldingen({ leerlingnummer: 'm1', ...aisha, achternaam: 'Amrani', geboortedatum: '2008-06-15' });
    expect(await voorstellen()).toEqual([
      { van: 'Aïsha', naar: 'Aïsha', score: 797, aanleiding: 'score', status: 'open', school: '99ZZ00' },
    ]);
    const [{ bewijs } = { bewijs: null }] = await regio.vraag<{ bewijs: unknown }>('select bewijs from koppelvoorstel');
    expect(bewijs).toMatchObject([
      { veld: 'achternaam', oordeel: 'bijna' },
      { veld: 'roepnaam', oordeel: 'gelijk' },
      { veld: 'geboortedatum', oordeel: 'bijna' },
      { veld: 'postcode', oordeel: 'gelijk' },
      { veld: 'geslacht', oordeel: 'gelijk' },
      { veld: 'leerlingnummer', oordeel: 'ontbreekt' },
      { veld: 'pgn', oordeel: 'ontbreekt' },
    ]);
    expect(JSON.stringify(bewijs)).not.toMatch(/Amrani|Aïsha|2008|5211/);
  });

  it.each([
    ['day and month the other way round', { geboortedatum: '2008-03-06' }, { geboortedatum: '2008-06-03' }],
    ['a placeholder', { geboortedatum: '2008-01-01' }, {}],
    ['moved house', { postcode: '1011AB' }, {}],
    ['names that changed places', { achternaam: 'Aisha', roepnaam: 'El Amrani' }, {}],
    ['a partner name', { achternaam: 'Amrani-Bos' }, { achternaam: 'El Amrani' }],
    ['another surname altogether', { achternaam: 'Bos' }, {}],
  ])('asks with %s', async (_, hier, daar) => {
    await kandidaten({ leerlingnummer: '1', ...aisha, ...daar });
    expect(await aanmeldingen({ leerlingnummer: 'm1', ...aisha, ...hier })).toMatchObject({
      koppelvoorstellen: 1,
      nieuw: 1,
    });
  });

  it.each([
    ['a brother or sister born the same day', { roepnaam: 'Yassin', geslacht: 'M' }],
    ['one with the same name and another date and address', { geboortedatum: '2006-11-30', postcode: '1011AB' }],
    ['one with the same roepnaam and date, elsewhere', { achternaam: 'Bos', postcode: '1011AB' }],
  ])('does not ask about %s', async (_, anders) => {
    await kandidaten({ leerlingnummer: '1', ...aisha });
    expect(await aanmeldingen({ leerlingnummer: 'm1', ...aisha, ...anders })).toMatchObject({
      koppelvoorstellen: 0,
      buitenCohort: 1,
    });
    expect(await andereSchool({ leerlingnummer: 'b1', ...aisha, ...anders })).toMatchObject({
      koppelvoorstellen: 0,
      nieuw: 1,
    });
  });

  it('asks about a candidate too, who is followed meanwhile', async () => {
    await kandidaten({ leerlingnummer: '1', ...aisha });
    expect(await andereSchool({ leerlingnummer: 'b1', ...aisha, postcode: '1011AB' })).toMatchObject({
      koppelvoorstellen: 1,
      nieuw: 1,
    });
    expect(
      await regio.vraag(
        'select l.voorlopig from examenkandidatuur e join leerling l on l.id = e.leerling_id order by l.id',
      ),
    ).toEqual([{ voorlopig: false }, { voorlopig: true }]);
  });

  it('believes a school that two of its numbers are two', async () => {
    await kandidaten({ leerlingnummer: '1', ...aisha });
    const uitkomst = await kandidaten(
      { leerlingnummer: '1', ...aisha },
      { leerlingnummer: '2', ...aisha, roepnaam: 'Aisa' },
    );
    expect(uitkomst).toMatchObject({ koppelvoorstellen: 0, nieuw: 1 });
  });

  it('asks about at most three', async () => {
    await kandidaten(
      ...['Sam', 'Sem', 'Som', 'Sim', 'Sum'].map((roepnaam, i) => ({ leerlingnummer: `${i}`, roepnaam })),
    );
    expect(await aanmeldingen({ leerlingnummer: 'm1', roepnaam: 'Sym' })).toMatchObject({ koppelvoorstellen: 3 });
  });

  it('asks once, whatever is delivered the next nights', async () => {
    await kandidaten({ leerlingnummer: '1', ...aisha });
    const rij = { leerlingnummer: 'm1', ...aisha, postcode: '1011AB' };
    expect(await aanmeldingen(rij)).toMatchObject({ koppelvoorstellen: 1 });
    expect(await aanmeldingen(rij)).toMatchObject({ koppelvoorstellen: 0, ongewijzigd: 1 });
    expect(await aanmeldingen({ ...rij, status: 'ingeschreven' })).toMatchObject({
      koppelvoorstellen: 0,
      gewijzigd: 1,
    });
    expect(await aanmeldingen({ ...rij, geboortedatum: '2008-06-16' })).toMatchObject({
      koppelvoorstellen: 0,
      quarantaine: 0,
    });
    expect(await voorstellen()).toHaveLength(1);
  });

  it.each(['zelfde', 'verschillend'] as const)('asks no more after «%s»', async (status) => {
    await kandidaten({ leerlingnummer: '1', ...aisha });
    const rij = { leerlingnummer: 'm1', ...aisha, geboortedatum: '2008-06-16' };
    await aanmeldingen(rij);
    await beslis(status);
    expect(await aanmeldingen({ ...rij, status: 'ingeschreven' })).toMatchObject({
      koppelvoorstellen: 0,
      gewijzigd: 1,
      quarantaine: 0,
    });
    expect(new Set((await rijen()).map((r) => r.id)).size).toBe(status === 'zelfde' ? 1 : 2);
    // Nor does another number of that school for the same identity.
    expect(await aanmeldingen({ ...rij, leerlingnummer: 'm2' })).toMatchObject({
      koppelvoorstellen: 0,
      buitenCohort: 0,
    });
  });
});

describe('questions that answer themselves', () => {
  it('one leerling when the other school delivers the same PGN', async () => {
    await kandidaten({ leerlingnummer: '1' });
    await aanmeldingen({ leerlingnummer: 'm1', pgn: bsn(1), postcode: null });
    expect(await voorstellen()).toMatchObject([{ status: 'open' }]);
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    expect(await voorstellen()).toMatchObject([{ status: 'vervallen' }]);
    expect(new Set((await rijen()).map((r) => r.id)).size).toBe(1);
    const [pgn] = await regio.vraag<{ waarde: Buffer; leerling_id: string }>(
      'select waarde, leerling_id from leerling_pgn',
    );
    if (pgn === undefined) throw new Error('none');
    expect(regio.sleutels.ontsleutel(pgn.waarde, pgn.leerling_id, 36)).toBe(bsn(1));
    expect((await rijen()).map((r) => r.id)).toEqual([pgn.leerling_id, pgn.leerling_id]);
  });

  it('one leerling when the row itself gets the PGN', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    await aanmeldingen({ leerlingnummer: 'm1', postcode: null });
    await aanmeldingen({ leerlingnummer: 'm1', postcode: null, pgn: bsn(1) });
    expect(await voorstellen()).toMatchObject([{ status: 'vervallen' }]);
    expect(new Set((await rijen()).map((r) => r.id)).size).toBe(1);
  });

  it('two when their PGNs differ', async () => {
    await kandidaten({ leerlingnummer: '1' });
    await aanmeldingen({ leerlingnummer: 'm1', pgn: bsn(1), postcode: null });
    await kandidaten({ leerlingnummer: '1', pgn: bsn(2) });
    expect(await voorstellen()).toMatchObject([{ status: 'vervallen' }]);
    expect((await rijen()).map((r) => r.voorlopig)).toEqual([false, false]);
  });

  it('one leerling when the postcode comes', async () => {
    await kandidaten({ leerlingnummer: '1' });
    await aanmeldingen({ leerlingnummer: 'm1', postcode: null });
    await aanmeldingen({ leerlingnummer: 'm1' });
    expect(await voorstellen()).toMatchObject([{ status: 'vervallen' }]);
    expect(new Set((await rijen()).map((r) => r.id)).size).toBe(1);
  });

  it('a candidate waits for a person even then: its casus must move along', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    await andereSchool({ leerlingnummer: 'b1', postcode: null });
    await andereSchool({ leerlingnummer: 'b1', pgn: bsn(1), postcode: null });
    expect(await voorstellen()).toMatchObject([{ status: 'open' }]);
  });
});

describe('numbers and dates that contradict each other', () => {
  const situaties = [
    ['two PGNs', { pgn: bsn(1) }, { pgn: bsn(2) }, 'tweePgn'],
    ['another date of birth', {}, { geboortedatum: '2009-04-05' }, 'geboortedatumAnders'],
  ] as const;

  it.each(situaties)('%s: the row waits, and the question is asked once', async (_, eerst, dan, aanleiding) => {
    await kandidaten({ leerlingnummer: '1', ...eerst });
    for (const koppelvoorstellen of [1, 0, 0]) {
      expect(await kandidaten({ leerlingnummer: '1', ...dan })).toMatchObject({
        ...{ quarantaine: 1, verdwenen: 0, koppelvoorstellen, bevindingen: [{ code: aanleiding }] },
      });
    }
    expect(await voorstellen()).toMatchObject([{ aanleiding, score: null, status: 'open' }]);
    expect(await rijen()).toMatchObject([{ voorlopig: false }]);
  });

  it.each(situaties)('%s, «zelfde»: the row goes on with the leerling', async (_, eerst, dan) => {
    await kandidaten({ leerlingnummer: '1', ...eerst });
    const [{ id } = { id: '' }] = await rijen();
    await kandidaten({ leerlingnummer: '1', ...dan });
    await beslis('zelfde');
    const uitkomst = await kandidaten({ leerlingnummer: '1', ...dan });
    expect(uitkomst).toMatchObject({ quarantaine: 0, koppelvoorstellen: 0 });
    expect(await rijen()).toMatchObject([{ id }]);
  });

  it.each(situaties)('%s, «verschillend»: the row is of the other', async (_, eerst, dan) => {
    await kandidaten({ leerlingnummer: '1', ...eerst });
    const [{ id } = { id: '' }] = await rijen();
    await kandidaten({ leerlingnummer: '1', ...dan });
    await beslis('verschillend');
    expect(await kandidaten({ leerlingnummer: '1', ...dan })).toMatchObject({ quarantaine: 0, koppelvoorstellen: 0 });
    const [rij] = await rijen();
    expect(rij?.id).not.toBe(id);
  });

  it.each(situaties)('%s, taken back: the question lapses', async (_, eerst, dan) => {
    await kandidaten({ leerlingnummer: '1', ...eerst });
    const [{ id } = { id: '' }] = await rijen();
    await kandidaten({ leerlingnummer: '1', ...dan });
    expect(await kandidaten({ leerlingnummer: '1', ...eerst, roepnaam: 'Sam' })).toMatchObject({ quarantaine: 0 });
    expect(await rijen()).toMatchObject([{ id, voorlopig: false }]);
    expect(await voorstellen()).toMatchObject([{ status: 'vervallen' }]);
  });
});
