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
