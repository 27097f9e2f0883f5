import { aanmelding, bsn, kandidaat, onderwijsnummer, Proefregio } from '#leerlingen/test';

let regio: Proefregio;
beforeAll(async () => {
  regio = await Proefregio.maak();
});
afterEach(() => regio.leeg());
afterAll(() => regio.sluit());

const lever = (school: string, ...rijen: Parameters<typeof kandidaat>[0][]) =>
  regio.lever({ school, peildatum: '2026-03-01', rijen });
const kandidaten = (...rijen: Parameters<typeof kandidaat>[0][]) => lever('99AA00', ...rijen.map(kandidaat));
const aanmeldingen = (...rijen: Parameters<typeof aanmelding>[0][]) => lever('99ZZ00', ...rijen.map(aanmelding));
const nummers = () =>
  regio.vraag<{ hash: Buffer; leerling_id: string; huidig: boolean }>(
    'select hash, leerling_id, huidig from leerling_pgn order by huidig desc',
  );

describe('a number that the school took back', () => {
  it('does not become a number of the leerling: it is the twin’s', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    expect(await aanmeldingen({ leerlingnummer: 'm1', pgn: bsn(2) })).toMatchObject({ koppelvoorstellen: 1 });
    await aanmeldingen({ leerlingnummer: 'm1', pgn: bsn(1) });
    expect(await regio.vraag('select status from koppelvoorstel')).toEqual([{ status: 'vervallen' }]);
    expect((await nummers()).map((n) => n.hash)).toEqual([regio.sleutels.hash(bsn(1))]);
    expect(await lever('99BB00', kandidaat({ leerlingnummer: 'b2', pgn: bsn(2), roepnaam: 'Tom' }))).toMatchObject({
      nieuw: 1,
    });
    expect(
      await regio.vraag('select count(distinct leerling_id)::int as n from examenkandidatuur where leerling_id > 0'),
    ).toEqual([{ n: 2 }]);
  });

  it('goes along when it was an onderwijsnummer beside the BSN', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1) });
    expect(await aanmeldingen({ leerlingnummer: 'm1', pgn: onderwijsnummer(1), postcode: null })).toMatchObject({
      koppelvoorstellen: 1,
    });
    await aanmeldingen({ leerlingnummer: 'm1', pgn: bsn(1), postcode: null });
    expect(await regio.vraag('select status from koppelvoorstel')).toEqual([{ status: 'vervallen' }]);
    expect((await nummers()).map((n) => [n.hash, n.huidig])).toEqual([
      [regio.sleutels.hash(bsn(1)), true],
      [regio.sleutels.hash(onderwijsnummer(1)), false],
    ]);
  });
});

describe('questions about one who went into another', () => {
  const vragen = () =>
    regio.vraag<{ van: string; naar: string; status: string }>(
      `select coalesce(v.bron_leerlingnummer, '') as van, k.roepnaam || ' ' || k.achternaam as naar, p.status, k.samengevoegd_in is not null as weg
         from koppelvoorstel p join leerling v on v.id = p.leerling_id join leerling k on k.id = p.kandidaat_id order by p.id`,
    );
  const elders = (rij: Partial<Parameters<typeof aanmelding>[0]>) =>
    lever('99YY00', aanmelding({ leerlingnummer: 'y1', ...rij }));
  const vergeetVraag = (van: string, naar: string) =>
    regio.vraag(
      `delete from koppelvoorstel p using leerling v, leerling k
        where v.id = p.leerling_id and k.id = p.kandidaat_id and v.bron_leerlingnummer = $1 and k.bron_leerlingnummer = $2`,
      [van, naar],
    );

  beforeEach(async () => {
    await kandidaten({ leerlingnummer: '1' });
    await aanmeldingen({ leerlingnummer: 'm1', postcode: null });
    expect(await elders({ postcode: null, geboortedatum: '2009-05-05' })).toMatchObject({ koppelvoorstellen: 2 });
  });

  it('are about the one that is left', async () => {
    await vergeetVraag('y1', '1');
    await aanmeldingen({ leerlingnummer: 'm1' });
    expect(await vragen()).toMatchObject([{ status: 'vervallen' }, { van: 'y1', status: 'open', weg: false }]);
  });

  it('lapse when that was asked already, and are not asked again', async () => {
    await aanmeldingen({ leerlingnummer: 'm1' });
    const open = (await vragen()).filter((v) => v.status === 'open');
    expect(open).toMatchObject([{ van: 'y1', weg: false }]);
    expect(await elders({ postcode: null, geboortedatum: '2009-05-05' })).toMatchObject({ koppelvoorstellen: 0 });
  });

  it('leave nobody provisional of whom nothing is asked any more', async () => {
    await regio.vraag(
      `update koppelvoorstel p set status = 'verschillend', besloten_op = now() from leerling v, leerling k
        where v.id = p.leerling_id and k.id = p.kandidaat_id and v.bron_leerlingnummer = 'y1' and k.bron_leerlingnummer = '1'`,
    );
    await aanmeldingen({ leerlingnummer: 'm1' });
    expect((await vragen()).filter((v) => v.status === 'open')).toEqual([]);
    expect(await regio.vraag('select from leerling where voorlopig and samengevoegd_in is null')).toEqual([]);
  });
});

describe('a chain in one delivery', () => {
  it('leaves no row with one who is only a reference', async () => {
    await kandidaten({ leerlingnummer: '1', pgn: bsn(1), achternaam: 'Bos' });
    expect(await aanmeldingen({ leerlingnummer: 'm1' })).toMatchObject({ koppelvoorstellen: 1 });
    await lever('99YY00', aanmelding({ leerlingnummer: 'y1', postcode: null }));
    // the postcode that y1 shows in this night
    await regio.vraag(`update leerling set postcode = '5211AB' where bron_leerlingnummer = 'y1'`);
    await aanmeldingen({ leerlingnummer: 'm1', pgn: bsn(1) });
    expect(
      await regio.vraag(
        'select i.leerlingnummer from inschrijving i join leerling l on l.id = i.leerling_id where l.samengevoegd_in is not null',
      ),
    ).toEqual([]);
    expect(
      await regio.vraag(
        `select from koppelvoorstel p join leerling l on l.id in (p.leerling_id, p.kandidaat_id)
          where p.status = 'open' and l.samengevoegd_in is not null`,
      ),
    ).toEqual([]);
    // y1 is asked about, now as the one that m1 turned out to be
    expect(
      await regio.vraag(
        `select v.bron_leerlingnummer as van, k.achternaam as naar from koppelvoorstel p
           join leerling v on v.id = p.leerling_id join leerling k on k.id = p.kandidaat_id where p.status = 'open'`,
      ),
    ).toEqual([{ van: 'y1', naar: 'Bos' }]);
  });
});
